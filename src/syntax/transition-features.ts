import { combine } from '../base/hash.ts'
import { FeatureRow, type Features, inOrder, templates } from '../model/features.ts'
import type { Columns } from './columns.ts'
import type { Configuration } from './configuration.ts'
import type { Form } from './forms.ts'

/**
 * Tokens that a transition is chosen by: s0 is the top of the stack, s1 and s2 are below it, b0 is the next token, b1 and
 * b2 after it; `left` and `right` are the farthest dependents, `before` and `after` the neighbours in the text.
 */
export const positions = [
  's0',
  's1',
  's2',
  'b0',
  'b1',
  'b2',
  'before s0',
  'after s0',
  'before b0',
  'left of s0',
  'right of s0',
  'left of s1',
  'right of s1',
  'left of b0',
] as const

/** Writes where in the sentence the positions stand. */
export function findPositions(configuration: Configuration, at: Int32Array): void {
  const { length: none, leftmost, rightmost } = configuration
  const s0 = configuration.onStack(0)
  const s1 = configuration.onStack(1)
  const b0 = configuration.ahead(0)
  at[0] = s0
  at[1] = s1
  at[2] = configuration.onStack(2)
  at[3] = b0
  at[4] = configuration.ahead(1)
  at[5] = configuration.ahead(2)
  at[6] = s0 > 0 && s0 < none ? s0 - 1 : none
  at[7] = s0 < none ? s0 + 1 : none
  at[8] = b0 > 0 ? b0 - 1 : none
  at[9] = leftmost[s0]!
  at[10] = rightmost[s0]!
  at[11] = leftmost[s1]!
  at[12] = rightmost[s1]!
  at[13] = leftmost[b0]!
}

const seen = ['word', 'tag', 'word and tag', 'suffix'] as const
const single = templates(
  'transition by one token',
  positions.flatMap((position) => seen.map((what) => `${what} of ${position}` as const)),
)

/** Ids of the templates of each position: names are put together once. */
const idsAt = positions.map((position) => seen.map((what) => single[`${what} of ${position}`]))

/** What a token gives by itself where it stands at one of the positions. */
export function addPositionFeatures({ word, tag, both, suffix }: Form, position: number, features: Features): void {
  const ids = idsAt[position]!
  features.add(ids[0]!, word)
  features.add(ids[1]!, tag)
  features.add(ids[2]!, both)
  features.add(ids[3]!, suffix)
}

// Capitals stand for the word with its tag, `w` for the word, small letters for the tag; `d` for the distance from s0 to
// b0 or from s1 to s0; `<` and `>` for the relations that a token has on its left and right side, `l` and `r` for the
// dependent that is farthest there.
const first = [
  'S0 b0',
  's0 B0',
  's0 b0',
  'S1 s0',
  's1 S0',
  's1 s0',
  's0 b0 b1',
  's1 s0 b0',
  's0 s0r b0',
  's0 b0 b0l',
  's1 s0 b0 b1',
  'S1 s0 b0',
  's1 S0 b0',
  's1 s0 B0',
  's0 b0 d',
  's1 s0 b0 d',
  's0< b0',
  's0> b0',
  's1> s0 b0',
] as const
const more = [
  'S0 B0',
  's0w b0w',
  'S1 S0',
  's1w s0w',
  's2 s1 s0',
  's1 s1r s0',
  'b0 b1 b2',
  's1w b0w',
  's1 b0',
  's0w b0w b1',
  's1 s0 d',
  'S0<',
  's0 b0<',
  's1> s0',
  's0 s0rw b0',
  's1 b0 b1',
  's1< s0 b0',
] as const
const t = templates('transition', [...first, ...more])

export const transitionTemplates = [single, t]

/** What tokens give together: what tells most, and the rest. */
export const firstFeatures = (): FeatureRow => new FeatureRow(inOrder(t, first))
export const moreFeatures = (): FeatureRow => new FeatureRow(inOrder(t, more))

const farthest = 7
/** Distances from 1 to 5, and those beyond as two. */
const distance = (from: number, to: number): number => {
  const between = to - from
  return between > 10 ? farthest : between > 5 ? farthest - 1 : between
}

/** Reads what tells most. Tags are numbers below 64, so that up to five of them are one number. */
export function readFirst(
  { tag, both }: Columns,
  { leftRelations, rightRelations }: Configuration,
  at: Int32Array,
  row: FeatureRow,
): void {
  const s0 = at[0]!
  const s1 = at[1]!
  const b0 = at[3]!
  const s0wt = both[s0]!
  const s1wt = both[s1]!
  const b0wt = both[b0]!
  const s0t = tag[s0]!
  const s1t = tag[s1]!
  const b0t = tag[b0]!
  const b1t = tag[at[4]!]!
  const s0b0 = (s0t << 6) | b0t
  const s1b0 = (s1t << 6) | b0t
  const s1s0 = (s1t << 6) | s0t
  const s1s0b0 = (s1s0 << 6) | b0t
  const ahead = distance(s0, b0)
  const { values } = row
  values[0] = combine(s0wt, b0t) // S0 b0
  values[1] = combine(b0wt, s0t) // s0 B0
  values[2] = s0b0 // s0 b0
  values[3] = combine(s1wt, s0t) // S1 s0
  values[4] = combine(s0wt, s1t) // s1 S0
  values[5] = s1s0 // s1 s0
  values[6] = (s0b0 << 6) | b1t // s0 b0 b1
  values[7] = s1s0b0 // s1 s0 b0
  values[8] = (s0b0 << 6) | tag[at[10]!]! // s0 s0r b0
  values[9] = (s0b0 << 6) | tag[at[13]!]! // s0 b0 b0l
  values[10] = (s1s0b0 << 6) | b1t // s1 s0 b0 b1
  values[11] = combine(s1wt, s0b0) // S1 s0 b0
  values[12] = combine(s0wt, s1b0) // s1 S0 b0
  values[13] = combine(b0wt, s1s0) // s1 s0 B0
  values[14] = (s0b0 << 3) | ahead // s0 b0 d
  values[15] = (s1s0b0 << 3) | ahead // s1 s0 b0 d
  values[16] = combine(leftRelations[s0]!, s0b0) // s0< b0
  values[17] = combine(rightRelations[s0]!, s0b0) // s0> b0
  values[18] = combine(rightRelations[s1]!, s1s0b0) // s1> s0 b0
  row.hash()
}

/** Reads the rest, where that does not decide. */
export function readMore(
  { word, tag, both }: Columns,
  { leftRelations, rightRelations }: Configuration,
  at: Int32Array,
  row: FeatureRow,
): void {
  const s0 = at[0]!
  const s1 = at[1]!
  const b0 = at[3]!
  const b1 = at[4]!
  const s0w = word[s0]!
  const s1w = word[s1]!
  const b0w = word[b0]!
  const s0wt = both[s0]!
  const s1wt = both[s1]!
  const b0wt = both[b0]!
  const s0t = tag[s0]!
  const s1t = tag[s1]!
  const s2t = tag[at[2]!]!
  const b0t = tag[b0]!
  const b1t = tag[b1]!
  const s0r = at[10]!
  const s0b0 = (s0t << 6) | b0t
  const s1b0 = (s1t << 6) | b0t
  const s1s0 = (s1t << 6) | s0t
  const s1s0b0 = (s1s0 << 6) | b0t
  const back = distance(s1, s0)
  const s0words = combine(s0w, b0w)
  const s1words = combine(s1w, b0w)

  const { values } = row
  values[0] = combine(s0wt, b0wt) // S0 B0
  values[1] = s0words // s0w b0w
  values[2] = combine(s1wt, s0wt) // S1 S0
  values[3] = combine(s1w, s0w) // s1w s0w
  values[4] = (s2t << 12) | s1s0 // s2 s1 s0
  values[5] = (s1s0 << 6) | tag[at[12]!]! // s1 s1r s0
  values[6] = (b0t << 12) | (b1t << 6) | tag[at[5]!]! // b0 b1 b2
  values[7] = s1words // s1w b0w
  values[8] = s1b0 // s1 b0
  values[9] = combine(s0words, b1t) // s0w b0w b1
  values[10] = (s1s0 << 3) | back // s1 s0 d
  values[11] = combine(s0wt, leftRelations[s0]!) // S0<
  values[12] = combine(leftRelations[b0]!, s0b0) // s0 b0<
  values[13] = combine(rightRelations[s1]!, s1s0) // s1> s0
  values[14] = combine(word[s0r]!, s0b0) // s0 s0rw b0
  values[15] = (s1b0 << 6) | b1t // s1 b0 b1
  values[16] = combine(leftRelations[s1]!, s1s0b0) // s1< s0 b0
  row.hash()
}
