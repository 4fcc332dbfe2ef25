import { byPosition, type Span } from './span.ts'

/**
 * A span with the name that stands in its bracket: `[person Sergey Lavrov]`.
 *
 * @example
 * import { type Marked, mark } from 'nutgraf/testing'
 *
 * const rome: Marked = { name: 'location', start: 3, end: 7 }
 * console.log(mark('In Rome.', [rome])) // In [location Rome].
 */
export interface Marked extends Span {
  /** A type of entity or event, `topic`, or a role: `who`, `where`, `when`. */
  name: string
}

/**
 * Writes spans into a text as brackets; of those that overlap, the first and then the longest. The inverse of
 * {@link unmark} for text without brackets.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { mark } from 'nutgraf/testing'
 *
 * const text = 'Sergey Lavrov left Dhaka on Friday.'
 * const { dates } = extract(text)
 * console.log(mark(text, dates.map((date) => ({ ...date, name: date.type })))) // Sergey Lavrov left Dhaka on [date Friday].
 */
export function mark(text: string, spans: readonly Marked[]): string {
  let out = ''
  let at = 0
  for (const { start, end, name } of [...spans].sort(byPosition)) {
    if (start < at) continue
    out += `${text.slice(at, start)}[${name} ${text.slice(start, end)}]`
    at = end
  }
  return out + text.slice(at)
}

/**
 * Reads brackets out of a text: the text without them, and what they marked, in UTF-16 code units of that text.
 *
 * @example
 * import { unmark } from 'nutgraf/testing'
 *
 * const { text, spans } = unmark('In [location Rome].')
 * console.log(text, spans[0]?.name, spans[0]?.start, spans[0]?.end) // In Rome. location 3 7
 */
export function unmark(marked: string): { text: string; spans: Marked[] } {
  const spans: Marked[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(/\[([\w-]+) ([^[\]]*)\]/g)) {
    text += marked.slice(at, match.index)
    spans.push({ name: match[1]!, start: text.length, end: text.length + match[2]!.length })
    text += match[2]
    at = match.index + match[0].length
  }
  return { text: text + marked.slice(at), spans }
}
