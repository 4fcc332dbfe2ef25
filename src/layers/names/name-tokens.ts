import type { Document, Sentence } from '../../text/document.ts'
import { type Word, wordFact } from '../../text/word.ts'
import { edge, featureReach, type Lexicon, type NameWord, readNameWord } from './name-words.ts'

/** The rows of a sentence, `last` exclusive. */
export interface NameSentence {
  readonly first: number
  readonly last: number
  /** All letters are capitals. */
  readonly allCaps: boolean
  /** A Headline in Title Case. */
  readonly titleCase: boolean
}

/**
 * The tokens of a story as the tagger cuts them, a column for each thing that it asks of them. Some rows that are no token
 * stand around sentences, so that none sees another.
 */
export interface NameTokens {
  readonly sentences: readonly NameSentence[]
  readonly words: readonly NameWord[]
  readonly starts: readonly number[]
  readonly id: Int32Array
  readonly shape: Int32Array
  readonly coarse: Int32Array
  readonly flags: Int32Array
  /** 1 where a word has a capital. */
  readonly capital: Uint8Array
}

export const endOf = ({ words, starts }: NameTokens, row: number): number => starts[row]! + words[row]!.length

/** "G20" is a letter and a number here, "didn't" three parts: what the weights were learned on. */
const split =
  /(?:\p{L}\.){2,}|\p{Lu}\.|['’]s(?![\p{L}\p{N}])|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]{2,})*|\d+(?:[.,:]\d+)*|[\p{L}\p{M}\p{N}]+|\S/gu

type FirstPart = (word: Word) => NameWord | undefined

/** Reads the tokens of a document as the tagger wants them. */
export function nameReader(lexicon: Lexicon): (doc: Document) => NameTokens {
  const partsAs = (shout: boolean): FirstPart =>
    wordFact(({ text }) =>
      [...text.matchAll(split)].reduceRight<NameWord | undefined>(
        (next, { 0: part, index }) => readNameWord(part, lexicon, shout, index, next),
        undefined,
      ),
    )
  const [spoken, shouted] = [partsAs(false), partsAs(true)]
  return ({ columns, sentences }) => {
    const [read, isShouted] = [columns.words.map(spoken), sentences.some(({ allCaps }) => allCaps)]
    const loud = isShouted ? columns.words.map(shouted) : read
    const words: NameWord[] = []
    const starts: number[] = []
    const addEdge = () => {
      for (let i = 0; i < featureReach; i++) {
        words.push(edge)
        starts.push(0)
      }
    }
    addEdge()
    const ranges = sentences.map((sentence) => {
      const { allCaps, titleCase } = sentence
      const first = words.length
      addParts(sentence, allCaps ? loud : read, words, starts)
      const last = words.length
      addEdge()
      return { first, last, allCaps, titleCase }
    })
    return { sentences: ranges, words, starts, ...columnsOf(words) }
  }
}

/** Adds the tokens of a sentence by the first part of each word type. */
function addParts(
  { columns: { types, starts: tokenStarts }, first, last }: Sentence,
  firstParts: readonly (NameWord | undefined)[],
  words: NameWord[],
  starts: number[],
): void {
  for (let at = first; at < last; at++)
    for (let part = firstParts[types[at]!]; part; part = part.next) {
      words.push(part)
      starts.push(tokenStarts[at]! + part.at)
    }
}

function columnsOf(words: readonly NameWord[]) {
  const { length } = words
  const columns = {
    id: new Int32Array(length),
    shape: new Int32Array(length),
    coarse: new Int32Array(length),
    flags: new Int32Array(length),
    capital: new Uint8Array(length),
  }
  for (let row = 0; row < length; row++) {
    const word = words[row]!
    columns.id[row] = word.id
    columns.shape[row] = word.shape
    columns.coarse[row] = word.coarse
    columns.flags[row] = word.flags
    columns.capital[row] = word.capital ? 1 : 0
  }
  return columns
}
