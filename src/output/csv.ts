import papa from 'papaparse'
import type { Story } from '../base/story.ts'
import { fitLine } from './fit.ts'
import { type MentionOf, mentionsOf } from './mentions.ts'

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
  const rows = mentionsOf(story).map((mention) => {
    const { layer, item, type, name, text, start, end, confidence, source } = mention
    const cells = { layer, id: item.id, type, name, text, start, end, confidence, source, ...particulars(mention) }
    return csvColumns.map((column) => cellOf((cells as Record<string, unknown>)[column] ?? ''))
  })
  // A pattern of ours: papaparse's own lets a formula pass that has a line break, or signs of full width.
  const options = { delimiter, newline, escapeFormulae: /^[=+\-@\t\r\n＝＋－＠]/ }
  return papa.unparse([[...csvColumns], ...rows], options) + newline
}

function particulars(mention: MentionOf): object {
  switch (mention.layer) {
    case 'entity':
      return { value: mention.item.value?.amount, unit: mention.item.value?.unit }
    case 'date':
      return mention.item
    case 'location': {
      const { country, admin, geonames, coordinates, precision, within, mentions } = mention.item
      const { sense, form } = mentions[mention.nth]!
      return { country, admin, geonames, ...coordinates, precision, within, sense, form }
    }
    case 'event':
    case 'topic':
      return mention.item
  }
}
