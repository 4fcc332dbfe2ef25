import { packGaps } from './gaps.ts'
import { randomFrom, shuffled } from './random.ts'

/** An example of a class or of its absence; features are ids. */
export interface Example {
  features: readonly number[]
  label: boolean
  weight: number
}

/** Weights by feature id. */
export type Weights = ReadonlyMap<number, number>

const settings = { least: 2, rounds: 12, rate: 0.03, decay: 1e-2 }

/**
 * Logistic regression by AdaGrad (Duchi et al. 2011) with L2. Features seen in fewer than `least` examples are left out.
 * The same examples give the same weights.
 */
export function learn(examples: readonly Example[], { least, rounds, rate, decay } = settings): Weights {
  const seen = new Map<number, number>()
  for (const { features } of examples) for (const id of features) seen.set(id, (seen.get(id) ?? 0) + 1)
  const ids = [...seen].filter(([, count]) => count >= least).map(([id]) => id)
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const weights = new Float64Array(ids.length)
  const squares = new Float64Array(ids.length).fill(1e-2)
  const rows = examples.map(({ features, label, weight }) => ({
    rows: Int32Array.from(features.flatMap((id) => rowOf.get(id) ?? [])),
    label: Number(label),
    weight,
  }))
  const random = randomFrom(7)
  for (let round = 0; round < rounds; round++)
    for (const { rows: own, label, weight } of shuffled(rows, random)) {
      let sum = 0
      for (const row of own) sum += weights[row]!
      const slope = weight * (label - 1 / (1 + Math.exp(-sum)))
      for (const row of own) {
        const gradient = slope - decay * weights[row]!
        squares[row]! += gradient * gradient
        weights[row]! += (rate * gradient) / Math.sqrt(squares[row]!)
      }
    }
  return new Map(ids.map((id, row) => [id, weights[row]!]))
}

/** Packs weights for src/model/linear.ts: all of at least `least`, as shares of the greatest. */
export function packWeights(weights: Weights, least: number): Record<string, string> {
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= least).sort(([a], [b]) => a - b)
  const greatest = kept.reduce((most, [, weight]) => Math.max(most, Math.abs(weight)), least)
  return {
    featureGaps: packGaps(kept.map(([id]) => id)),
    weights: Buffer.from(kept.map(([, weight]) => Math.round((weight / greatest) * 127) + 128)).toString('base64'),
    greatestWeight: String(greatest),
  }
}
