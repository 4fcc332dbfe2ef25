import { packRows } from './pack.ts'
import { randomFrom, shuffled } from './random.ts'

/** An example of a yes or a no of one output; features are ids of 26 bits. */
export interface Example {
  features: Int32Array
  output: number
  label: boolean
  weight: number
}

/** Rows of weights, one of a feature, with a cell for each output. */
export interface Rows {
  ids: readonly number[]
  weights: Float32Array
  outputs: number
}

const idCount = 1 << 26
const settings = { least: 2, rounds: 16, rate: 0.03, decay: 1e-2 }
/** Orders of the examples: the mean of what is learned in each depends less on any. */
const seeds = [7, 11, 13, 17]
/** After so many rounds of pruned weights they have settled again. */
const settling = 6

/**
 * Logistic regression by AdaGrad (Duchi et al. 2011) with L2, all outputs in one table; then the `most` greatest weights
 * are learned again without the others, so that they make up for what is gone. With `commonness` above 0 a weight counts
 * the more the more examples have it. The same examples give the same weights.
 */
export function learn(examples: readonly Example[], outputs: number, most: number, commonness = 0): Rows {
  const rows = rowsOf(examples, outputs)
  const counts = countsOf(examples, rows)
  descend(examples, rows, counts, settings.rounds)
  const worth = rows.weights.map((weight, cell) => Math.abs(weight) * counts[cell]! ** commonness)
  const least = sizesOf(worth)[most - 1] ?? 0
  for (let cell = 0; cell < rows.weights.length; cell++) if (worth[cell]! < least) rows.weights[cell] = Number.NaN
  descend(examples, rows, counts, settling)
  return { ...rows, weights: rows.weights.map((weight) => (Number.isNaN(weight) ? 0 : weight)) }
}

/** Rows of two models that have no feature in common as those of one. */
export const both = (one: Rows, other: Rows): Rows => {
  const weights = new Float32Array(one.weights.length + other.weights.length)
  weights.set(one.weights)
  weights.set(other.weights, one.weights.length)
  return { ids: [...one.ids, ...other.ids], weights, outputs: one.outputs }
}

/** Packs weights for src/model/weights.ts. */
export const pack = ({ ids, weights, outputs }: Rows, templates: string) => ({
  templates,
  ...packRows(ids, weights, outputs, weights.length),
})

const sizesOf = (weights: Float32Array) =>
  weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort()
    .reverse()

/** How many examples have each cell. */
function countsOf(examples: readonly Example[], { ids, weights, outputs }: Rows): Uint32Array {
  const rowOf = rowFinder(ids)
  const counts = new Uint32Array(weights.length)
  for (const { features, output } of examples)
    for (const id of features) {
      const row = rowOf[id]! - 1
      if (row >= 0) counts[row * outputs + output]!++
    }
  return counts
}

/** A cell for each feature and output that come together in `least` examples; the others are not numbers. */
function rowsOf(examples: readonly Example[], outputs: number): Rows {
  const seen = Array.from({ length: outputs }, () => new Uint8Array(idCount))
  const kept = new Set<number>()
  for (const { features, output } of examples) {
    const counts = seen[output]!
    for (const id of features) if (counts[id]! < settings.least && ++counts[id]! === settings.least) kept.add(id)
  }
  const ids = [...kept].sort((a, b) => a - b)
  const weights = new Float32Array(ids.length * outputs)
  for (const [row, id] of ids.entries())
    for (let output = 0; output < outputs; output++)
      if (seen[output]![id]! < settings.least) weights[row * outputs + output] = Number.NaN
  return { ids, weights, outputs }
}

/** The row of each feature by its id, counted from 1; 0 where it has none. */
function rowFinder(ids: readonly number[]): Int32Array {
  const rowOf = new Int32Array(idCount)
  for (const [row, id] of ids.entries()) rowOf[id] = row + 1
  return rowOf
}

/** Improves the weights that are numbers. */
function descend(examples: readonly Example[], rows: Rows, counts: Uint32Array, rounds: number): void {
  const { rate, decay } = settings
  const { weights } = rows
  const cells = byCommonness(weights, counts)
  const { places, firsts } = placesOf(examples, rows, cells)
  // A weight, then the sum of the squares of its gradients.
  const pairs = new Float32Array(2 * cells.length)
  const averaged = new Float32Array(cells.length)
  const order = examples.map((_, number) => number)
  for (const seed of seeds) {
    for (const [i, cell] of cells.entries()) {
      pairs[2 * i] = weights[cell]!
      pairs[2 * i + 1] = 1e-2
    }
    const random = randomFrom(seed)
    for (let round = 0; round < rounds; round++)
      for (const number of shuffled(order, random)) {
        const { label, weight } = examples[number]!
        const [first, last] = [firsts[number]!, firsts[number + 1]!]
        let sum = 0
        for (let k = first; k < last; k++) sum += pairs[places[k]!]!
        const slope = weight * (Number(label) - 1 / (1 + Math.exp(-sum)))
        for (let k = first; k < last; k++) {
          const at = places[k]!
          const gradient = slope - decay * pairs[at]!
          pairs[at + 1]! += gradient * gradient
          pairs[at]! += (rate * gradient) / Math.sqrt(pairs[at + 1]!)
        }
      }
    for (let i = 0; i < cells.length; i++) averaged[i]! += pairs[2 * i]! / seeds.length
  }
  for (const [i, cell] of cells.entries()) weights[cell] = averaged[i]!
}

/** The cells that are numbers, those of the most examples first: together they stay in the processor's caches. */
function byCommonness(weights: Float32Array, counts: Uint32Array): Uint32Array {
  const cells = Uint32Array.from(weights.keys()).filter((cell) => !Number.isNaN(weights[cell]!))
  return cells.sort((a, b) => counts[b]! - counts[a]! || a - b)
}

/** Where the pairs of each example's cells stand, one example after the other, and where its own begin. */
function placesOf(examples: readonly Example[], { ids, weights, outputs }: Rows, cells: Uint32Array) {
  const rowOf = rowFinder(ids)
  const placeOf = new Int32Array(weights.length).fill(-1)
  for (const [i, cell] of cells.entries()) placeOf[cell] = 2 * i
  const places = new Int32Array(examples.reduce((sum, { features }) => sum + features.length, 0))
  const firsts = new Int32Array(examples.length + 1)
  let length = 0
  for (const [number, { features, output }] of examples.entries()) {
    for (const id of features) {
      const row = rowOf[id]! - 1
      const place = row < 0 ? -1 : placeOf[row * outputs + output]!
      if (place >= 0) places[length++] = place
    }
    firsts[number + 1] = length
  }
  return { places, firsts }
}
