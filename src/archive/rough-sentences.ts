import { firstFrom, type Span } from '../base/span.ts'

/** Stretches that are about a sentence each, in order: what is told beside one another. A full stop in a name does no harm. */
export function roughSentences(text: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const { index, 0: mark } of text.matchAll(sentenceEnd)) {
    sentences.push({ start, end: index + mark.length })
    start = index + mark.length
  }
  if (start < text.length) sentences.push({ start, end: text.length })
  return sentences
}

/** Behind two small letters or digits, so that "U.S. officials" and "Mr. Bush" stay one. */
const sentenceEnd = /(?<=[\p{Ll}\d)]{2}["”’)]?)[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})|\n+/gu

/** The index of the sentence that a position lies in. */
export const sentenceAt = (sentences: readonly Span[], position: number): number =>
  Math.max(0, firstFrom(sentences, position + 1) - 1)
