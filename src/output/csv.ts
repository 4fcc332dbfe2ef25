import papa from 'papaparse'
import type { Story } from '../base/story.ts'
import { fitLine } from './fit.ts'
import { rowsOf } from './rows.ts'

/**
 * The columns of {@link toCsv}, in order.
 *
 * @example
 * import { csvColumns } from 'nutgraf/formats'
 *
 * console.log(csvColumns.slice(0, 7).join()) // layer,id,type,name,text,start,end
 */
export const csvColumns = [
  ...['layer', 'id', 'type', 'name', 'text', 'start', 'end', 'confidence', 'source'],
  ...['value', 'unit', 'from', 'to', 'country', 'admin', 'geonames', 'lat', 'lon', 'sense', 'status', 'event'],
  ...['precision', 'within', 'form'],
] as const

/**
 * A row for each mention, with a header, as RFC 4180 says: commas, CRLF, quotes where they are needed. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front. `start` and `end` are UTF-16 code units.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toCsv } from 'nutgraf/formats'
 *
 * console.log(toCsv(extract('Talks were held in Dhaka.')).split('\r\n')[1]?.slice(0, 34)) // event,v1,meeting,talks,Talks,0,5,0
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export const toCsv = (story: Story<string>): string => separated(story, ',', '\r\n')

/**
 * As {@link toCsv} with tabs, and line feeds at the ends of lines. A cell holds no tab and no line break, but a space in
 * their place.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toTsv } from 'nutgraf/formats'
 *
 * console.log(toTsv(extract('Talks were held in Dhaka.')).split('\n')[1]?.split('\t')[3]) // talks
 */
export const toTsv = (story: Story<string>): string =>
  separated(story, '\t', '\n', (cell) => (typeof cell === 'string' ? fitLine(cell) : cell))

function separated(
  story: Story<string>,
  delimiter: string,
  newline: string,
  cellOf: (cell: unknown) => unknown = (cell) => cell,
): string {
  const rows = rowsOf(story).map((row) => csvColumns.map((column) => cellOf(row[column] ?? '')))
  return lines([[...csvColumns], ...rows], delimiter, newline)
}

/** Rows of cells as lines of CSV. */
export const csvLines = (rows: unknown[][]): string => lines(rows, ',', '\r\n')

function lines(rows: unknown[][], delimiter: string, newline: string): string {
  // A pattern of ours: papaparse's own lets a formula pass that has a line break, or signs of full width.
  return papa.unparse(rows, { delimiter, newline, escapeFormulae: /^[=+\-@\t\r\n＝＋－＠]/ }) + newline
}
