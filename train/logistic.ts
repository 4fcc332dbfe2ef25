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
  descend(examples, rows, settings.rounds)
  const counts = commonness > 0 ? countsOf(examples, rows) : undefined
  const worth = rows.weights.map((weight, cell) =>
    counts ? Math.abs(weight) * counts[cell]! ** commonness : Math.abs(weight),
  )
  const least = sizesOf(worth)[most - 1] ?? 0
  for (let cell = 0; cell < rows.weights.length; cell++) if (worth[cell]! < least) rows.weights[cell] = Number.NaN
  descend(examples, rows, settling)
  return { ...rows, weights: rows.weights.map((weight) => (Number.isNaN(weight) ? 0 : weight)) }
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
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const counts = new Uint32Array(weights.length)
  for (const { features, output } of examples)
    for (const id of features) {
      const row = rowOf.get(id)
      if (row !== undefined) counts[row * outputs + output]!++
    }
  return counts
}

/** A cell for each feature and output that come together in `least` examples; the others are not numbers. */
function rowsOf(examples: readonly Example[], outputs: number): Rows {
  const seen = Array.from({ length: outputs }, () => new Uint8Array(1 << 26))
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

/** Improves the weights that are numbers. */
function descend(examples: readonly Example[], { ids, weights, outputs }: Rows, rounds: number): void {
  const { rate, decay } = settings
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const squares = new Float32Array(weights.length)
  const cellsOf = ({ features, output }: Example) => {
    const cells: number[] = []
    for (const id of features) {
      const row = rowOf.get(id)
      if (row !== undefined && !Number.isNaN(weights[row * outputs + output]!)) cells.push(row * outputs + output)
    }
    return Int32Array.from(cells)
  }
  const known = examples.map((example) => ({
    cells: cellsOf(example),
    label: Number(example.label),
    weight: example.weight,
  }))
  const start = weights.slice()
  const averaged = new Float32Array(weights.length)
  for (const seed of seeds) {
    weights.set(start)
    squares.fill(1e-2)
    const random = randomFrom(seed)
    for (let round = 0; round < rounds; round++) {
      for (const { cells, label, weight } of shuffled(known, random)) {
        let sum = 0
        for (const cell of cells) sum += weights[cell]!
        const slope = weight * (label - 1 / (1 + Math.exp(-sum)))
        for (const cell of cells) {
          const gradient = slope - decay * weights[cell]!
          squares[cell]! += gradient * gradient
          weights[cell]! += (rate * gradient) / Math.sqrt(squares[cell]!)
        }
      }
    }
    for (let cell = 0; cell < weights.length; cell++) averaged[cell]! += weights[cell]! / seeds.length
  }
  weights.set(averaged)
}
