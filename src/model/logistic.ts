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

const sureness = { least: 0.01, most: 0.99 }

/**
 * How often what has a probability is right: a logistic curve over its log odds, fitted on stories that the model has not
 * seen (Platt 1999). Rounded to two digits.
 */
export function calibrated(share: number, [slope, base]: readonly [slope: number, base: number]): number {
  return Math.round(100 * probability(slope * oddsOf(share) + base)) / 100
}

/** The log odds of a probability, which is not taken for surer than some. */
export function oddsOf(share: number): number {
  const bounded = Math.min(sureness.most, Math.max(sureness.least, share))
  return Math.log(bounded / (1 - bounded))
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds))
