import type { Span } from '../../base/span.ts'
import type { Document } from '../../text/document.ts'
import { type Word, wordFact } from '../../text/words.ts'
import { abbreviations } from './lexemes.ts'
import { numberWords } from './lexicon.ts'
import { unknown, type Vocabulary } from './pattern.ts'

/** Whether a word may tell a time, by itself or as a number: such words are one in seven. */
export const timeTeller = ({ codeOf }: Vocabulary, weakCodes: ReadonlySet<string>): ((word: Word) => boolean) =>
  wordFact(({ lower }) => {
    if (/\d/.test(lower) || numberWords.has(lower) || abbreviations.has(lower)) return true
    const code = codeOf(lower)
    return code !== unknown && !weakCodes.has(code)
  })

/** Sentences in a row, with where each begins. */
export interface Stretch extends Span {
  sentences: number[]
}

/** The stretches of sentences, one after the other, in which a word may tell a time. Nothing else is read. */
export function timeSpans({ sentences, tokens }: Document, tells: (word: Word) => boolean): Stretch[] {
  const spans: Stretch[] = []
  let open = false
  for (const { start, end, first, last } of sentences) {
    let telling = false
    for (let i = first; i < last && !telling; i++) telling = tells(tokens[i]!.word)
    if (telling && open) {
      const last = spans.at(-1)!
      last.end = end
      last.sentences.push(start)
    } else if (telling) spans.push({ start, end, sentences: [start] })
    open = telling
  }
  return spans
}
