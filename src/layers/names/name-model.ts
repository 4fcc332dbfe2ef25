import { type AddWeights, openWeights, type PackedWeights } from '../../model/weights.ts'
import { labelCount } from './labels.ts'
import { nameModel } from './name-features.ts'

/** Weights as train/pack.ts writes them. */
export interface PackedModel extends PackedWeights {
  transitions: string
  calibration: string
}

export interface NameModel {
  /** Adds the weights of features to `labelCount` numbers of `scores`, from `at` on. */
  add: AddWeights
  transitions: Float32Array
  /** How often a name of a margin is right, 0 to 1. */
  confidence(margin: number): number
}

export function openModel({ transitions, calibration, ...weights }: PackedModel): NameModel {
  const [slope = 1, base = 0] = calibration.split(' ').map(Number)
  return {
    add: openWeights(weights, nameModel),
    transitions: Float32Array.from(transitions.split(' ').slice(0, labelCount ** 2), Number),
    confidence: (margin) => Math.round(100 / (1 + Math.exp(-(slope * margin + base)))) / 100,
  }
}
