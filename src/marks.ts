import { byPosition, type Span } from './span.ts'

/** A span with the name that stands in its bracket: `[person Sergey Lavrov]`. */
export interface Marked extends Span {
  name: string
}

/** Writes spans into a text as brackets. The inverse of {@link unmark} for text without brackets. */
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

/** Reads brackets out of a text: the text without them, and what they marked. */
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
