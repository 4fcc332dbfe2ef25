import { firstFrom } from '../../base/span.ts'
import type { Story } from '../../base/story.ts'
import { readDocument } from '../../text/read.ts'

type Span = { start: number; end: number }

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
