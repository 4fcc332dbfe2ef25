// Fills an archive from a file of NDJSON: node fill-archive.mjs LOCATION FILE [PART OF]. Prints what came of it. With PART and
// OF it adds each OF-th story alone, from the PART-th on.
import { readFileSync } from 'node:fs'
import { openArchive } from '../../dist/archive.js'

const [location, file, part = '0', of = '1'] = process.argv.slice(2)
const stories = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter((_, i) => i % Number(of) === Number(part))
const archive = await openArchive(location, { workers: 0 })
process.stdout.write('open\n')
const { added, known, renewed, failed } = await archive.addAll(stories)
await archive.close()
process.stdout.write(`${JSON.stringify({ added, known, renewed, failed: failed.length })}\n`)
