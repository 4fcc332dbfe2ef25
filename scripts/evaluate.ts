// The command line's evaluate from the sources: npm run evaluate -- LAYER FILE [--errors 40]
import { run } from '../src/run/cli/program.ts'

await run(['evaluate', ...process.argv.slice(2)])
