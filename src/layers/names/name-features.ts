import { combine, hashText } from '../../base/hash.ts'
import type { Features } from '../../model/features.ts'
import type { Context } from './context.ts'
import type { NameSentence, NameToken } from './name-tokens.ts'
import { flagCount, type Lexicon, type NameWord } from './name-words.ts'

/** How far a word is seen from a token, on either side. */
export const reach = 2

/** Templates of 40 numbers for each position of the window; those of whole contexts come after. */
const perPosition = 40
const contextual = perPosition * (2 * reach + 1)

/** Features of a token that a word of its window gives by itself; what they weigh is summed once for each word type. */
export function wordFeatures(word: NameWord, offset: number, features: Features): void {
  const base = (offset + reach) * perPosition
  const { lower, letters } = word
  features.add(base, word.id)
  features.add(base + 1, word.shape)
  if (word.coarse > 0) features.add(base + 2, word.coarse)
  if (word.fine > 0) features.add(base + 3, word.fine)
  if (Math.abs(offset) === 2) return
  for (let bit = 0; bit < flagCount; bit++) if ((word.flags >> bit) & 1) features.add(base + 4 + bit, 1)
  if (offset !== 0) {
    if (letters && lower.length > 2) features.add(base + 20, hashText(lower.slice(-3)))
    return
  }
  features.add(base + 21, word.form)
  for (let n = 1; letters && n <= Math.min(4, lower.length); n++) {
    features.add(base + 21 + n, hashText(lower.slice(0, n)))
    features.add(base + 25 + n, hashText(lower.slice(-n)))
  }
  features.add(base + 30, combine(word.shape, word.flags))
  features.add(base + 31, 1)
}

/** What stands beyond a sentence. */
const edge: NameWord = {
  text: '',
  lower: '',
  form: 0,
  id: 1,
  shape: 2,
  letters: false,
  capital: false,
  lowerCase: false,
  fine: 4,
  coarse: 3,
  flags: 0,
  row: -1,
  turn: -1,
}

/** Runs of capitals and places of several words in a sentence, told for each token. */
export interface Layout {
  runStart: Int32Array
  runEnd: Int32Array
  place: Int32Array
}

export function layoutOf({ tokens }: NameSentence, text: string, lexicon: Lexicon): Layout {
  const n = tokens.length
  const layout = { runStart: new Int32Array(n), runEnd: new Int32Array(n), place: new Int32Array(n) }
  for (let at = 0; at < n; ) {
    if (!tokens[at]!.word.capital) {
      layout.runStart[at] = at
      layout.runEnd[at] = at
      at++
      continue
    }
    let end = at + 1
    while (end < n && tokens[end]!.word.capital) end++
    for (let i = at; i < end; i++) {
      layout.runStart[i] = at
      layout.runEnd[i] = end
      for (let length = Math.min(4, end - i); length > 1; length--) {
        if (!lexicon.isPlace(text.slice(tokens[i]!.start, tokens[i + length - 1]!.end))) continue
        for (let j = 0; j < length; j++) layout.place[i + j] ||= j === 0 ? 1 : j === length - 1 ? 3 : 2
        break
      }
    }
    at = end
  }
  return layout
}

/** Features of a token that come of several words, of the sentence, or of the whole story. */
export function contextFeatures(
  sentence: NameSentence,
  layout: Layout,
  i: number,
  context: Context,
  features: Features,
): void {
  const { tokens, shout, titleCase } = sentence
  // An index below 0 is a slow look-up.
  const at = (j: number): NameWord => (j >= 0 && j < tokens.length ? tokens[j]!.word : edge)
  const add = (template: number, value: number) => features.add(contextual + template, value)
  const w = at(i)
  const p = at(i - 1)
  const n = at(i + 1)
  add(0, combine(p.id, w.id))
  add(1, combine(w.id, n.id))
  add(2, combine(p.id, n.id))
  add(3, combine(combine(p.shape, w.shape), n.shape))
  add(4, combine(p.coarse, w.shape))
  add(5, combine(w.shape, n.coarse))
  add(6, combine(combine(p.coarse, w.shape), n.coarse))
  add(7, combine(p.id, w.shape))
  add(8, combine(w.shape, n.id))
  add(9, combine(w.coarse, n.coarse))
  add(10, combine(p.coarse, w.coarse))
  add(11, combine(p.flags, combine(w.flags, n.flags)))
  add(29, combine(at(i - 2).id, p.id))
  add(30, combine(n.id, at(i + 2).id))
  const mode = shout ? 3 : titleCase ? 2 : i === 0 ? 1 : 0
  add(12, combine(mode, w.shape))
  if (mode === 1) add(13, w.id)
  if (!w.capital) return
  const from = layout.runStart[i]!
  const to = layout.runEnd[i]!
  if (!shout) {
    const position = (i === from ? 1 : 0) + (i === to - 1 ? 2 : 0)
    const length = Math.min(5, to - from)
    add(14, combine(position, length))
    add(15, combine(position, combine(at(to - 1).id, 1)))
    add(16, combine(position, at(to).id))
    add(17, combine(position, at(from - 1).id))
    add(18, combine(position, combine(at(to - 1).flags, at(from).flags)))
    add(31, combine(position, at(from).id))
    add(32, combine(at(to).coarse, combine(position, at(from - 1).coarse)))
  }
  if (layout.place[i]! > 0) add(19, layout.place[i]!)
  const seen = context.get(w.id)
  if (!seen) return
  const few = (count: number) => (count > 3 ? 2 : count > 0 ? 1 : 0)
  add(20, combine(mode, combine(few(seen.lower), few(seen.capital))))
  add(21, combine(few(seen.first), combine(few(seen.last), to - from === 1 ? 1 : 0)))
  if (seen.titled > 0) add(22, to - from === 1 ? 1 : 2)
  if (seen.speaks > 0) add(23, 1)
  const more = (count: number) => (count * 4 > seen.capital ? 2 : count > 0 ? 1 : 0)
  add(33, combine(more(seen.placed), combine(more(seen.definite), combine(few(seen.owns), few(seen.capital)))))
  if (seen.acronymOf !== 0) add(24, seen.acronymOf)
  if (seen.acronymOf !== 0) add(25, 1)
}

/** Whether a token may be part of a name: it has a capital, or stands within `distance` tokens of one that has. */
export function activeTokens(tokens: readonly NameToken[], distance: number): Uint8Array {
  const active = new Uint8Array(tokens.length)
  tokens.forEach(({ word }, i) => {
    if (!word.capital) return
    // "al-Qaida", "Covid-19": over a hyphen one more.
    const over = (at: number) => (at >= 0 && tokens[at]?.word.text === '-' ? Math.max(2, distance) : distance)
    const [before, after] = [over(i - 1), over(i + 1)]
    for (let j = Math.max(0, i - before); j <= Math.min(tokens.length - 1, i + after); j++) active[j] = 1
  })
  return active
}
