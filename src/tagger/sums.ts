import { FeatureIds, reach, wordFeatures } from './features.ts'
import { labelCount } from './labels.ts'
import type { Model } from './model.ts'
import type { NameWord } from './words.ts'

const positions = 2 * reach + 1
const rowLength = positions * labelCount
const mostRows = 1 << 14

/** Adds what a word weighs at a place of the window to `labelCount` numbers of `scores`, from `at` on. */
export type AddSums = (word: NameWord, offset: number, scores: Float32Array, at: number) => void

/** What words weigh, summed once for each: a table of rows that begins anew when it is full. */
export function openSums(model: Model): AddSums {
  let table = new Float32Array(256 * rowLength)
  let rows = 0
  let turn = 0
  const features = new FeatureIds()

  function rowOf(word: NameWord): number {
    if (word.turn === turn) return word.row
    if (rows === mostRows) {
      rows = 0
      turn++
    } else if ((rows + 1) * rowLength > table.length) {
      const larger = new Float32Array(2 * table.length)
      larger.set(table)
      table = larger
    }
    const row = rows++ * rowLength
    table.fill(0, row, row + rowLength)
    for (let place = 0; place < positions; place++) {
      features.length = 0
      wordFeatures(word, place - reach, features)
      model.add(features, table, row + place * labelCount)
    }
    word.row = row
    word.turn = turn
    return row
  }

  return (word, offset, scores, at) => {
    const from = rowOf(word) + (offset + reach) * labelCount
    for (let label = 0; label < labelCount; label++) scores[at + label]! += table[from + label]!
  }
}
