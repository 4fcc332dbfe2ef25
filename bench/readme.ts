/** Writes the table of the README from what `npm run bench` has found: `npm run bench:readme [-- FILE.json]`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Measured, resultFile, rowsOf } from './rows.ts'
import { withTable } from './table.ts'

const readme = new URL('../README.md', import.meta.url).pathname
const measured: Measured = JSON.parse(readFileSync(process.argv[2] ?? resultFile, 'utf8'))
if (measured.quick) {
  console.error('these are the figures of a quick run, which say nothing; run npm run bench')
  process.exit(1)
}
writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), rowsOf(measured)))
