import type { Span } from '../../base/span.ts'
import { wordAt } from '../../text/columns.ts'
import type { Document, Sentence } from '../../text/document.ts'
import { type Part, splitWords } from '../../text/parts.ts'
import type { Word } from '../../text/word.ts'
import { type Lexicon, type NameWord, readNameWord } from './name-words.ts'

export interface NameToken extends Span {
  word: NameWord
}

/** A sentence as the tagger cuts it. */
export interface NameSentence {
  tokens: NameToken[]
  /** All letters are capitals. */
  allCaps: boolean
  /** A Headline in Title Case. */
  titleCase: boolean
}

/** "G20" is a letter and a number here, "didn't" three parts: what the weights were learned on. */
const split =
  /(?:\p{L}\.){2,}|\p{Lu}\.|['’]s(?![\p{L}\p{N}])|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]{2,})*|\d+(?:[.,:]\d+)*|[\p{L}\p{M}\p{N}]+|\S/gu
const longestWord = 60

type Split = (word: Word) => readonly Part<NameWord>[]

/** Reads the tokens of a document as the tagger wants them. */
export function nameReader(lexicon: Lexicon): (doc: Document) => NameSentence[] {
  const splitAs = (shout: boolean) =>
    splitWords(split, (text) => readNameWord(text.slice(0, longestWord), lexicon, shout))
  const [spoken, shouted] = [splitAs(false), splitAs(true)]
  return ({ sentences }) => sentences.map((sentence) => nameSentence(sentence, sentence.allCaps ? shouted : spoken))
}

function nameSentence({ columns, first, last, allCaps, titleCase }: Sentence, split: Split): NameSentence {
  const tokens: NameToken[] = []
  for (let i = first; i < last; i++) {
    const start = columns.starts[i]!
    const parts = split(wordAt(columns, i))
    for (let k = 0; k < parts.length; k++) {
      const { at, end, value } = parts[k]!
      tokens.push({ start: start + at, end: start + end, word: value })
    }
  }
  return { tokens, allCaps: allCaps, titleCase }
}
