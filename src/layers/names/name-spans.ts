import type { Span } from '../../base/span.ts'
import { labelCount, type TaggedType, typeOf, types } from './labels.ts'
import { endOf, type NameTokens } from './name-tokens.ts'

export interface TaggedName extends Span {
  type: TaggedType
  /** By how much the type outscores the next best one, over the weakest token. */
  margin: number
}

/** The names that tokens have by their labels, from row `first` on; `scores` holds `labelCount` numbers for each. */
export function readNames(
  tokens: NameTokens,
  first: number,
  scores: Float32Array,
  labels: ArrayLike<number>,
): TaggedName[] {
  const names: TaggedName[] = []
  for (let i = 0; i < labels.length; ) {
    const type = typeOf(labels[i]!)
    if (type < 0) {
      i++
      continue
    }
    let end = i + 1
    // A name goes on while labels are Inside or Last.
    while (end < labels.length && typeOf(labels[end]!) === type && ((labels[end]! - 1) & 3) % 3 !== 0) end++
    let margin = Number.POSITIVE_INFINITY
    for (let j = i; j < end; j++) margin = Math.min(margin, marginOf(scores, j * labelCount, type))
    names.push({ start: tokens.starts[first + i]!, end: endOf(tokens, first + end - 1), type: types[type]!, margin })
    i = end
  }
  return names
}

function marginOf(scores: Float32Array, at: number, type: number): number {
  let own = Number.NEGATIVE_INFINITY
  let other = Number.NEGATIVE_INFINITY
  for (let label = 0; label < labelCount; label++) {
    const score = scores[at + label]!
    if (typeOf(label) === type) own = Math.max(own, score)
    else other = Math.max(other, score)
  }
  return own - other
}
