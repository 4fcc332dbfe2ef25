import { csvColumns, csvLines } from '../../output/csv.ts'
import { rowsOf } from '../../output/rows.ts'
import { type Append, nameOf, type Sink } from './format.ts'

/** A row for each mention, as of one story, with its line, its id and its day in front. */
export async function openCsv(append: Append): Promise<Sink> {
  await append(Buffer.from(csvLines([['line', 'story', 'published', ...csvColumns]])))
  return {
    async add(found) {
      const about = [found.line, nameOf(found), found.story.published ?? '']
      const rows = rowsOf(found.story).map((row) => [...about, ...csvColumns.map((column) => row[column] ?? '')])
      if (rows.length > 0) await append(Buffer.from(csvLines(rows)))
    },
    async end() {},
  }
}
