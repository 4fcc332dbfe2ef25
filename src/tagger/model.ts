import { bytesOf } from '../pack.ts'
import type { FeatureIds } from './features.ts'
import { labelCount } from './labels.ts'

/** Weights as train/pack.ts writes them. */
export interface PackedModel {
  featureGaps: string
  rowLabels: string
  rowWeights: string
  greatestWeight: string
  transitions: string
  calibration: string
}

export interface Model {
  /** Adds the weights of features to `labelCount` numbers of `scores`, from `at` on. */
  add(features: FeatureIds, scores: Float32Array, at: number): void
  transitions: Float32Array
  /** How often a name of a margin is right, 0 to 1. */
  confidence(margin: number): number
}

/** Unpacks weights into a table by feature id (open addressing), a byte for each label. */
export function openModel({
  featureGaps,
  rowLabels,
  rowWeights,
  greatestWeight,
  transitions,
  calibration,
}: PackedModel): Model {
  const [gaps, labels, codes] = [bytesOf(featureGaps), bytesOf(rowLabels), bytesOf(rowWeights)]
  const count = labels.reduce((sum, label) => sum + (label >> 7), 0)
  let size = 1024
  while (size < count * 2) size *= 2
  // A slot has a feature's id and where its cells begin and how many they are; a cell a label and the code of its weight.
  const slots = new Int32Array(2 * size).fill(-1)
  // Most features of a text have no weight: a bit for each 16 ids, small enough for the processor's cache, says so.
  const sieve = new Uint8Array(1 << 19)
  const cells = Uint16Array.from(labels, (label, i) => ((label & 127) << 8) | codes[i]!)
  let id = 0
  let at = 0
  let cell = 0
  for (let row = 0; row < count; row++) {
    for (let shift = 0; ; shift += 7) {
      const byte = gaps[at++]!
      id += (byte & 127) << shift
      if (byte < 128) break
    }
    const first = cell
    while (labels[cell]! < 128) cell++
    cell++
    let slot = id & (size - 1)
    while (slots[2 * slot] !== -1) slot = (slot + 1) & (size - 1)
    slots[2 * slot] = id
    sieve[(id >> 3) & (sieve.length - 1)]! |= 1 << (id & 7)
    slots[2 * slot + 1] = first * 32 + (cell - first)
  }
  const weightOf = Float32Array.from({ length: 256 }, (_, code) => {
    const share = (code - 128) / 127
    return Math.sign(share) * share * share * Number(greatestWeight)
  })
  const [slope = 1, base = 0] = calibration.split(' ').map(Number)
  return {
    confidence: (margin) => Math.round(100 / (1 + Math.exp(-(slope * margin + base)))) / 100,
    add({ ids, length }, scores, to) {
      for (let k = 0; k < length; k++) {
        const feature = ids[k]!
        const bit = feature & (8 * sieve.length - 1)
        if ((sieve[bit >> 3]! & (1 << (bit & 7))) === 0) continue
        let slot = feature & (size - 1)
        while (slots[2 * slot] !== feature && slots[2 * slot] !== -1) slot = (slot + 1) & (size - 1)
        if (slots[2 * slot] === -1) continue
        const range = slots[2 * slot + 1]!
        for (let i = range >> 5, end = i + (range & 31); i < end; i++) {
          const cell = cells[i]!
          scores[to + (cell >> 8)]! += weightOf[cell & 255]!
        }
      }
    },
    transitions: Float32Array.from(transitions.split(' ').slice(0, labelCount ** 2), Number),
  }
}
