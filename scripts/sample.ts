// The command line on the Lavrov article, or on what is given: npm run sample -- FILE --published DATE [--format NAME]
import { fileURLToPath } from 'node:url'
import { run } from '../src/run/cli/program.ts'

const given = process.argv.slice(2)
const lavrov = [fileURLToPath(new URL('../fixtures/lavrov/article.txt', import.meta.url)), '--published', '2023-08-30']
await run(['extract', '--format', 'table', ...(given.length > 0 ? given : lavrov)])
