import type { Features } from './features.ts'
import type { AddWeights } from './weights.ts'

const mostOutputs = 8
const sums = new Float32Array(mostOutputs)

/**
 * The log odds of each output of a logistic regression, by the features from one on. They are good until the next call:
 * making a list costs more than filling it.
 */
export function logOdds(weights: AddWeights, features: Features, from = 0): Readonly<Float32Array> {
  sums.fill(0)
  weights(features, sums, 0, from)
  return sums
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds))
