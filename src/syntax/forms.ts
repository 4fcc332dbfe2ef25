import { combine, hashText } from '../base/hash.ts'
import type { Word } from '../text/word.ts'
import { beyond } from './penn.ts'

/** What is read of a word type with its part of speech. */
export interface Form {
  readonly word: number
  readonly tag: number
  /** Word and tag as one. */
  readonly both: number
  readonly suffix: number
}

/** What stands beyond a sentence. */
export const noForm: Form = { word: 1, tag: beyond, both: 1, suffix: 1 }

export const formOf = (word: Word, tag: number): Form => ({
  word: word.hash,
  tag,
  both: combine(word.hash, tag),
  suffix: suffixOf(word),
})

const suffixOf = ({ normal, hash, letters }: Word): number =>
  letters && normal.length > 3 ? hashText(normal.slice(-3)) : hash
