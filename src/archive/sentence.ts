import type { Span } from '../base/span.ts'
import { readDocument } from '../text/read.ts'

/** A sentence that is longer is cut: so much before and behind what it is wanted of is read. */
const reach = 2000

/** The sentence that a stretch of a text stands in; the stretch itself where it stands in none. */
export function sentenceAround(text: string, { start, end }: Pick<Span, 'start' | 'end'>): Span {
  const paragraph = text.lastIndexOf('\n\n', start - 1)
  const from = Math.max(0, start - reach, paragraph < 0 ? 0 : paragraph + 2)
  const { sentences } = readDocument(text.slice(from, end + reach))
  const found = sentences.find((sentence) => from + sentence.end > start)
  return found && from + found.start <= start
    ? { start: from + found.start, end: Math.max(end, from + found.end) }
    : { start, end }
}
