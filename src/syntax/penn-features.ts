import { combine, hashText } from '../base/hash.ts'
import { FeatureRow, type Features, inOrder, templates } from '../model/features.ts'
import type { Word } from '../text/word.ts'
import type { PennColumns } from './penn-columns.ts'

/** A word type with its universal part of speech. */
export interface Spoken {
  readonly word: number
  readonly speech: number
  readonly suffix: number
  readonly shortSuffix: number
}

/** What stands beyond a sentence; numbers of parts of speech are below 32. */
export const edge: Spoken = { word: 1, speech: 31, suffix: 1, shortSuffix: 1 }

const tail = ({ normal, letters, hash }: Word, length: number) =>
  letters && normal.length > length ? hashText(normal.slice(-length)) : hash

export const readSpoken = (word: Word, speech: number): Spoken => ({
  word: word.hash,
  speech,
  suffix: tail(word, 3),
  shortSuffix: tail(word, 2),
})

/** Whether a word has a capital, none but capitals, letters, digits, a hyphen: a bit each. */
const shapeOf = ({ text, capital, allCaps, letters }: Word): number =>
  (capital ? 1 : 0) | (allCaps ? 2 : 0) | (letters ? 4 : 0) | (/\d/.test(text) ? 8 : 0) | (text.includes('-') ? 16 : 0)

const alone = templates('penn tag by the word', [
  'word',
  'word and speech',
  'suffix and speech',
  'short suffix and speech',
  'speech',
  'shape and speech',
  'form',
] as const)

/** What a word gives by itself. */
export function addOwnFeatures(word: Word, spoken: Spoken, features: Features): void {
  const { speech } = spoken
  features.add(alone.word, spoken.word)
  features.add(alone['word and speech'], combine(spoken.word, speech))
  features.add(alone['suffix and speech'], combine(spoken.suffix, speech))
  features.add(alone['short suffix and speech'], combine(spoken.shortSuffix, speech))
  features.add(alone.speech, speech)
  features.add(alone['shape and speech'], (shapeOf(word) << 5) | speech)
  if (word.capital) features.add(alone.form, hashText(word.text))
}

// `-1` is the token before, `+1` the one after; t is a Penn tag, u a universal one, w a word, s a suffix, e a short suffix.
const context = [
  't-1 u',
  't-1 t-2 u',
  't-1 w',
  't-1 s',
  'u u+1 u+2',
  'u-1 u u+1',
  'w u+1',
  's u+1',
  'w-1 u',
  'w+1 u',
  'w-1 w',
  'w w+1',
  't-1 e u+1',
  't-1 u-2 e',
  'w-2 u',
  'w+2 u',
  'u-3 u-2 u-1 e',
  't-1 w-2 e',
  't-1 s u+1',
] as const
const t = templates('penn tag', context)

export const pennTemplates = [alone, t]

export const contextFeatures = (): FeatureRow => new FeatureRow(inOrder(t, context))

/** Reads what a token gives in its place, with the tags before it. */
export function readContext(columns: PennColumns, row: number, features: FeatureRow): void {
  const { word, speech, suffix, shortSuffix, tag } = columns
  const u3 = speech[row - 3]!
  const u2 = speech[row - 2]!
  const u1 = speech[row - 1]!
  const u = speech[row]!
  const v1 = speech[row + 1]!
  const v2 = speech[row + 2]!
  const w = word[row]!
  const w1 = word[row - 1]!
  const w2 = word[row - 2]!
  const x1 = word[row + 1]!
  const s = suffix[row]!
  const e = shortSuffix[row]!
  const tagBefore = tag[row - 1]!
  const before = (tagBefore << 5) | u
  const next = (v1 << 5) | u
  const { values } = features
  values[0] = before // t-1 u
  values[1] = (tag[row - 2]! << 11) | before // t-1 t-2 u
  values[2] = combine(w, tagBefore) // t-1 w
  values[3] = combine(s, tagBefore) // t-1 s
  values[4] = (v2 << 10) | next // u u+1 u+2
  values[5] = (u1 << 10) | next // u-1 u u+1
  values[6] = combine(w, v1) // w u+1
  values[7] = combine(s, v1) // s u+1
  values[8] = combine(w1, u) // w-1 u
  values[9] = combine(x1, u) // w+1 u
  values[10] = combine(w1, w) // w-1 w
  values[11] = combine(w, x1) // w w+1
  values[12] = combine(e, (tagBefore << 5) | v1) // t-1 e u+1
  values[13] = combine(e, (tagBefore << 5) | u2) // t-1 u-2 e
  values[14] = combine(w2, u) // w-2 u
  values[15] = combine(word[row + 2]!, u) // w+2 u
  values[16] = combine(e, (u3 << 10) | (u2 << 5) | u1) // u-3 u-2 u-1 e
  values[17] = combine(combine(e, w2), tagBefore) // t-1 w-2 e
  values[18] = combine(s, (tagBefore << 5) | v1) // t-1 s u+1
  features.hash()
}
