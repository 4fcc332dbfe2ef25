import { Features } from '../../model/features.ts'
import { labelCount } from './labels.ts'
import { featureReach, wordFeatures } from './name-features.ts'
import type { NameModel } from './name-model.ts'
import type { NameToken } from './name-tokens.ts'
import type { NameWord } from './name-words.ts'

const positions = 2 * featureReach + 1
const rowLength = positions * labelCount
const mostRows = 1 << 14

/** Adds what the words of the window around a token weigh to `labelCount` numbers of `scores`, from `at` on. */
export type AddSums = (tokens: readonly NameToken[], i: number, scores: Float32Array, at: number) => void

/** What words weigh, summed once for each: a table of rows that begins anew when it is full. The first row is of none. */
export function openSums(model: NameModel): AddSums {
  let table = new Float32Array(256 * rowLength)
  let rows = 1
  let turn = 0
  const features = new Features()

  function rowOf(word: NameWord): number {
    if (word.turn === turn) return word.row
    if ((rows + 1) * rowLength > table.length) {
      const larger = new Float32Array(2 * table.length)
      larger.set(table)
      table = larger
    }
    const row = rows++ * rowLength
    table.fill(0, row, row + rowLength)
    for (let place = 0; place < positions; place++) {
      features.clear()
      wordFeatures(word, place - featureReach, features)
      model.add(features, table, row + place * labelCount)
    }
    word.row = row
    word.turn = turn
    return row
  }

  return (tokens, i, scores, at) => {
    // Before the rows are looked up: a new turn would make those found already another word's.
    if (rows + positions > mostRows) {
      rows = 1
      turn++
    }
    const inside = (j: number) => j >= 0 && j < tokens.length
    const a = inside(i - 2) ? rowOf(tokens[i - 2]!.word) : 0
    const b = (inside(i - 1) ? rowOf(tokens[i - 1]!.word) : 0) + labelCount
    const c = rowOf(tokens[i]!.word) + 2 * labelCount
    const d = (inside(i + 1) ? rowOf(tokens[i + 1]!.word) : 0) + 3 * labelCount
    const e = (inside(i + 2) ? rowOf(tokens[i + 2]!.word) : 0) + 4 * labelCount
    const sums = table
    for (let label = 0; label < labelCount; label++)
      scores[at + label] =
        scores[at + label]! +
        sums[a + label]! +
        sums[b + label]! +
        sums[c + label]! +
        sums[d + label]! +
        sums[e + label]!
  }
}
