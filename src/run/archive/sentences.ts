import { firstFrom, type Span } from '../../base/span.ts'
import type { Story } from '../../base/story.ts'
import { readDocument } from '../../text/read.ts'

/** A story with its sentences, whether or not they were asked for. */
export const withSentences = (story: Story<string>, text: string): Story<string> =>
  story.sentences
    ? story
    : {
        ...story,
        sentences: readDocument(text).sentences.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
      }

/** The sentence of a story that a position stands in. */
export function sentenceOf({ sentences = [] }: Story<string>, at: number): Span | undefined {
  const found = sentences[firstFrom(sentences, at + 1) - 1]
  return found && found.end > at ? found : undefined
}

/** A sentence that is longer is cut: so much before and behind what it is wanted of is read. */
const reach = 2000

/** The sentence that a stretch of a text stands in; the stretch itself where it stands in none. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  const paragraph = text.lastIndexOf('\n\n', start - 1)
  const from = Math.max(0, start - reach, paragraph < 0 ? 0 : paragraph + 2)
  const { sentences } = readDocument(text.slice(from, end + reach))
  const found = sentences.find((sentence) => from + sentence.end > start)
  return found && from + found.start <= start
    ? { start: from + found.start, end: Math.max(end, from + found.end) }
    : { start, end }
}
