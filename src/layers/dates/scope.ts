import { wordAt } from '../../text/columns.ts'
import type { Document } from '../../text/document.ts'
import { type Word, wordTest } from '../../text/word.ts'
import { abbreviations } from './lexemes.ts'
import { numberWords } from './lexicon.ts'
import { unknown, type Vocabulary } from './vocabulary.ts'

/** Whether a word may say a time, by itself or as a number: such words are one in seven. */
export const openTimeWords = ({ codeOf }: Vocabulary, weakCodes: ReadonlySet<string>): ((word: Word) => boolean) =>
  wordTest(({ lower }) => {
    if (/\d/.test(lower) || numberWords.has(lower) || abbreviations.has(lower)) return true
    const code = codeOf(lower)
    return code !== unknown && !weakCodes.has(code)
  })

/** The tokens of sentences in a row, `last` exclusive. */
export interface Stretch {
  first: number
  last: number
}

/** The stretches of sentences, one after the other, in which a word may tell a time. Nothing else is read. */
export function timeSpans({ sentences, columns }: Document, isTimeWord: (word: Word) => boolean): Stretch[] {
  const stretches: Stretch[] = []
  let open: Stretch | undefined
  for (const { first, last } of sentences) {
    let hasTimeWord = false
    for (let i = first; i < last && !hasTimeWord; i++) hasTimeWord = isTimeWord(wordAt(columns, i))
    if (!hasTimeWord) open = undefined
    else if (open) open.last = last
    else {
      open = { first, last }
      stretches.push(open)
    }
  }
  return stretches
}
