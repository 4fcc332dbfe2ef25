import type { Span } from '../../base/span.ts'
import type { Document, Sentence, Token } from '../../text/document.ts'
import { type Word, wordFact } from '../../text/words.ts'
import { type Lexicon, type NameWord, readNameWord } from './name-words.ts'

export interface NameToken extends Span {
  word: NameWord
}

/** A sentence as the tagger cuts it. */
export interface NameSentence {
  tokens: NameToken[]
  /** All letters are capitals. */
  shout: boolean
  /** A Headline in Title Case. */
  titleCase: boolean
}

/** A part of a token, `at` code units behind its start. */
interface Part {
  at: number
  length: number
  word: NameWord
}

// "G20" is a letter and a number here, "didn't" three parts: what the weights were learned on.
const pattern =
  /(?:\p{L}\.){2,}|\p{Lu}\.|['’]s(?![\p{L}\p{N}])|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]{2,})*|\d+(?:[.,:]\d+)*|[\p{L}\p{M}\p{N}]+|\S/gu
const whole = /^(?:\p{L}+|\d+|(?:\p{L}\.)+|[^\p{L}\p{M}\p{N}]|['’]s)$/u
const longestWord = 60

const cut = (text: string): (readonly [at: number, text: string])[] =>
  whole.test(text) ? [[0, text]] : Array.from(text.matchAll(pattern), ({ 0: part, index }) => [index, part])

/** Cuts the sentences of a document for the tagger. */
export function nameReader(lexicon: Lexicon): (doc: Document) => NameSentence[] {
  const partsAs = (shout: boolean) =>
    wordFact((word: Word): readonly Part[] =>
      cut(word.text).map(([at, text]) => ({
        at,
        length: text.length,
        word: readNameWord(text.slice(0, longestWord), lexicon, shout),
      })),
    )
  const [spoken, shouted] = [partsAs(false), partsAs(true)]

  return ({ tokens, sentences }) => sentences.map((sentence) => nameSentence(tokens, sentence, spoken, shouted))
}

function nameSentence(
  tokens: readonly Token[],
  { first, last, capitals, titleCase }: Sentence,
  spoken: (word: Word) => readonly Part[],
  shouted: (word: Word) => readonly Part[],
): NameSentence {
  const parts: NameToken[] = []
  for (let i = first; i < last; i++) {
    const { start, word } = tokens[i]!
    const own = capitals ? shouted(word) : spoken(word)
    for (let k = 0; k < own.length; k++) {
      const { at, length, word: part } = own[k]!
      parts.push({ start: start + at, end: start + at + length, word: part })
    }
  }
  return { tokens: parts, shout: capitals, titleCase }
}
