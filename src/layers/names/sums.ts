import { Features } from '../../model/features.ts'
import { labelCount } from './labels.ts'
import { wordFeatures } from './name-features.ts'
import type { NameModel } from './name-model.ts'
import type { NameTokens } from './name-tokens.ts'
import { edge, featureReach, type NameWord } from './name-words.ts'
import type { Stretch } from './stretches.ts'

/** What a word weighs for the tokens around it: `labelCount` numbers for each, the first token first. */
const windowLength = (2 * featureReach + 1) * labelCount
const wordBits = 13

/** Adds what the words around each token of a stretch weigh: `labelCount` numbers for each, from the first one's on. */
export type AddWindows = (tokens: NameTokens, stretch: Stretch, scores: Float64Array) => void

/** What words weigh, summed once for each, in a table of fixed size: what falls on the place of another takes it. */
export function openWindows(model: NameModel): AddWindows {
  const numbers = new Int32Array(1 << wordBits).fill(-1)
  const table = new Float32Array(windowLength << wordBits)
  const features = new Features()

  function rowOf(word: NameWord): number {
    const slot = word.number & ((1 << wordBits) - 1)
    const row = slot * windowLength
    if (numbers[slot] === word.number) return row
    numbers[slot] = word.number
    table.fill(0, row, row + windowLength)
    for (let offset = -featureReach; offset <= featureReach; offset++) {
      features.clear()
      wordFeatures(word, offset, features)
      model.add(features, table, row + (featureReach - offset) * labelCount)
    }
    return row
  }

  return ({ words }, { first, last }, scores) => {
    const length = (last - first) * labelCount
    for (let at = first - featureReach; at < last + featureReach; at++) {
      const word = words[at]!
      if (word === edge) continue
      const row = rowOf(word)
      const shift = (at - featureReach - first) * labelCount
      const to = Math.min(windowLength, length - shift)
      for (let k = Math.max(0, -shift); k < to; k++) scores[shift + k]! += table[row + k]!
    }
  }
}
