import { combine, hashText } from '../base/hash.ts'
import { type Features, templates } from '../model/features.ts'
import type { Word } from '../text/word.ts'

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
const t = templates('penn tag', [
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
] as const)

export const pennTemplates = [alone, t]

/** What a token gives in its place; `around` holds the tokens from three before it to two after it. */
export function addContextFeatures(
  around: readonly Spoken[],
  tagBefore: number,
  tagBeforeThat: number,
  features: Features,
): void {
  const u3 = around[0]!
  const u2 = around[1]!
  const u1 = around[2]!
  const own = around[3]!
  const v1 = around[4]!
  const v2 = around[5]!
  const { word, speech, suffix, shortSuffix } = own
  const before = (tagBefore << 5) | speech
  const next = (v1.speech << 5) | speech
  features.add(t['t-1 u'], before)
  features.add(t['t-1 t-2 u'], (tagBeforeThat << 11) | before)
  features.add(t['t-1 w'], combine(word, tagBefore))
  features.add(t['t-1 s'], combine(suffix, tagBefore))
  features.add(t['u u+1 u+2'], (v2.speech << 10) | next)
  features.add(t['u-1 u u+1'], (u1.speech << 10) | next)
  features.add(t['w u+1'], combine(word, v1.speech))
  features.add(t['s u+1'], combine(suffix, v1.speech))
  features.add(t['w-1 u'], combine(u1.word, speech))
  features.add(t['w+1 u'], combine(v1.word, speech))
  features.add(t['w-1 w'], combine(u1.word, word))
  features.add(t['w w+1'], combine(word, v1.word))
  features.add(t['t-1 e u+1'], combine(shortSuffix, (tagBefore << 5) | v1.speech))
  features.add(t['t-1 u-2 e'], combine(shortSuffix, (tagBefore << 5) | u2.speech))
  features.add(t['w-2 u'], combine(u2.word, speech))
  features.add(t['w+2 u'], combine(v2.word, speech))
  features.add(t['u-3 u-2 u-1 e'], combine(shortSuffix, (u3.speech << 10) | (u2.speech << 5) | u1.speech))
  features.add(t['t-1 w-2 e'], combine(combine(shortSuffix, u2.word), tagBefore))
  features.add(t['t-1 s u+1'], combine(suffix, (tagBefore << 5) | v1.speech))
}
