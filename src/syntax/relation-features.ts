import { combine } from '../base/hash.ts'
import { type Features, templates } from '../model/features.ts'
import type { Columns } from './columns.ts'
import type { Configuration } from './configuration.ts'

// `H` and `D` stand for head and dependent with their words and tags, small letters for the tag, `w` for the word; `<` and
// `>` for the relations on a side, `=` for those on the side of the dependent; `l` and `r` for the farthest dependent there.
const t = templates('relation', [
  'hw',
  'H',
  'dw',
  'D',
  'h d',
  'H d',
  'h D',
  'h d distance',
  'h d<',
  'h d h=',
  'h d h<',
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
] as const)

export const relationTemplates = [t]

/** What a dependent and its head give, before the one is attached to the other: what tells most. */
export function addFirstRelationFeatures(
  { word, tag, both }: Columns,
  { leftRelations, rightRelations }: Configuration,
  head: number,
  dependent: number,
  features: Features,
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

  features.add(t.hw, hw)
  features.add(t.H, hwt)
  features.add(t.dw, (dw << 1) ^ after)
  features.add(t.D, (dwt << 1) ^ after)
  features.add(t['h d'], hd)
  features.add(t['H d'], combine(hwt, dt))
  features.add(t['h D'], combine(dwt, ht))
  features.add(t['h d distance'], (hd << 3) | distance)
  features.add(t['h d<'], combine(dLeft, hd))
  features.add(t['h d h='], combine(hSame, hd))
  features.add(t['h d h<'], combine(hLeft, hd))
}

/** The rest of it, where the first does not decide. */
export function addMoreRelationFeatures(
  { word, tag, both, suffix }: Columns,
  { length: none, leftmost, rightmost, leftRelations, rightRelations }: Configuration,
  head: number,
  dependent: number,
  features: Features,
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

  features.add(t['d suffix'], (suffix[dependent]! << 1) ^ after)
  features.add(t['hw dw'], combine(hw, dw))
  features.add(t['h d>'], combine(dRight, hd))
  features.add(t['h d dl'], (hd << 6) | tag[left]!)
  features.add(t['h d dr'], (hd << 6) | tag[right]!)
  features.add(t['h d before d'], (hd << 6) | tag[before]!)
  features.add(t['h d after d'], (hd << 6) | tag[dependent + 1]!)
  features.add(t['h d dlw'], combine(word[left]!, hd))
  features.add(t['h D<'], combine(hdw, dLeft))
  features.add(t['h D h='], combine(hdw, hSame))
  features.add(t['H h<'], combine(hwt, hLeft))
  features.add(t['h d< h='], combine(combine(dLeft, hSame), hd))
  features.add(t['dl word'], combine(word[left]!, after))
}
