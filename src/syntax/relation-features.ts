import { combine } from '../base/hash.ts'
import { FeatureRow, inOrder, templates } from '../model/features.ts'
import type { Columns } from './columns.ts'
import type { Configuration } from './configuration.ts'

// `H` and `D` stand for head and dependent with their words and tags, small letters for the tag, `w` for the word; `<` and
// `>` for the relations on a side, `=` for those on the side of the dependent; `l` and `r` for the farthest dependent there.
const first = ['hw', 'H', 'dw', 'D', 'h d', 'H d', 'h D', 'h d distance', 'h d<', 'h d h=', 'h d h<'] as const
const more = [
  'd suffix',
  'hw dw',
  'h d>',
  'h d dl',
  'h d dr',
  'h d before d',
  'h d after d',
  'h d dlw',
  'h D<',
  'h D h=',
  'H h<',
  'h d< h=',
  'dl word',
] as const
const t = templates('relation', [...first, ...more])

export const relationTemplates = [t]

/** What a dependent and its head give, before the one is attached to the other: what tells most, and the rest. */
export const firstRelationFeatures = (): FeatureRow => new FeatureRow(inOrder(t, first))
export const moreRelationFeatures = (): FeatureRow => new FeatureRow(inOrder(t, more))

/** Reads what tells most. */
export function readFirstRelation(
  { word, tag, both }: Columns,
  { leftRelations, rightRelations }: Configuration,
  head: number,
  dependent: number,
  row: FeatureRow,
): void {
  const after = head < dependent ? 1 : 0
  const between = after === 1 ? dependent - head : head - dependent
  const distance = between > 10 ? 7 : between > 5 ? 6 : between
  const hw = (word[head]! << 1) ^ after
  const ht = (tag[head]! << 1) | after
  const hwt = (both[head]! << 1) ^ after
  const dw = word[dependent]!
  const dt = tag[dependent]!
  const dwt = both[dependent]!
  const hd = (ht << 6) | dt
  const dLeft = leftRelations[dependent]!
  const hLeft = leftRelations[head]!
  const hSame = after === 1 ? rightRelations[head]! : hLeft

  const { values } = row
  values[0] = hw // hw
  values[1] = hwt // H
  values[2] = (dw << 1) ^ after // dw
  values[3] = (dwt << 1) ^ after // D
  values[4] = hd // h d
  values[5] = combine(hwt, dt) // H d
  values[6] = combine(dwt, ht) // h D
  values[7] = (hd << 3) | distance // h d distance
  values[8] = combine(dLeft, hd) // h d<
  values[9] = combine(hSame, hd) // h d h=
  values[10] = combine(hLeft, hd) // h d h<
  row.hash()
}

/** Reads the rest, where that does not decide. */
export function readMoreRelation(
  { word, tag, both, suffix }: Columns,
  { length: none, leftmost, rightmost, leftRelations, rightRelations }: Configuration,
  head: number,
  dependent: number,
  row: FeatureRow,
): void {
  const after = head < dependent ? 1 : 0
  const hw = (word[head]! << 1) ^ after
  const ht = (tag[head]! << 1) | after
  const hwt = (both[head]! << 1) ^ after
  const dw = word[dependent]!
  const dt = tag[dependent]!
  const hd = (ht << 6) | dt
  const left = leftmost[dependent]!
  const right = rightmost[dependent]!
  const before = dependent > 0 ? dependent - 1 : none
  const dLeft = leftRelations[dependent]!
  const dRight = rightRelations[dependent]!
  const hLeft = leftRelations[head]!
  const hSame = after === 1 ? rightRelations[head]! : hLeft
  const hdw = combine(dw, ht)

  const { values } = row
  values[0] = (suffix[dependent]! << 1) ^ after // d suffix
  values[1] = combine(hw, dw) // hw dw
  values[2] = combine(dRight, hd) // h d>
  values[3] = (hd << 6) | tag[left]! // h d dl
  values[4] = (hd << 6) | tag[right]! // h d dr
  values[5] = (hd << 6) | tag[before]! // h d before d
  values[6] = (hd << 6) | tag[dependent + 1]! // h d after d
  values[7] = combine(word[left]!, hd) // h d dlw
  values[8] = combine(hdw, dLeft) // h D<
  values[9] = combine(hdw, hSame) // h D h=
  values[10] = combine(hwt, hLeft) // H h<
  values[11] = combine(combine(dLeft, hSame), hd) // h d< h=
  values[12] = combine(word[left]!, after) // dl word
  row.hash()
}
