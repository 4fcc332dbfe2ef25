import { bytesOf, gapReader } from '../pack.ts'
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

const lastCell = 1 << 15
const markOf = (id: number) => ((id >>> 20) << 6) | (id & 63)

/** Unpacks weights into a table by feature id (open addressing), a byte for each label. */
export function openModel({
  featureGaps,
  rowLabels,
  rowWeights,
  greatestWeight,
  transitions,
  calibration,
}: PackedModel): Model {
  const nextId = gapReader(featureGaps)
  const [labels, codes] = [bytesOf(rowLabels), bytesOf(rowWeights)]
  const count = labels.reduce((sum, label) => sum + (label >> 7), 0)
  // Homes of ids are their lowest 20 bits, or more; the highest 6 bits and the lowest 6, which tell a neighbour's home
  // apart, stand in the slot's highest 12. Its other 20 say where the cells of the feature begin.
  let size = 1 << 20
  while (size < count * 2) size *= 2
  const slots = new Uint32Array(size)
  // Most features of a text have no weight: a bit for each 16 ids, small enough for the processor's cache, says so.
  const sieve = new Uint8Array(1 << 19)
  // A cell is a label and the code of its weight; the last one of a feature has the highest bit. The first cell is of none.
  const cells = new Uint16Array(1 + labels.length)
  for (let i = 0; i < labels.length; i++) cells[i + 1] = (labels[i]! << 8) | codes[i]!
  let cell = 1
  for (let row = 0; row < count; row++) {
    const id = nextId()
    let slot = id & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = (markOf(id) << 20) | cell
    sieve[(id >> 3) & (sieve.length - 1)]! |= 1 << (id & 7)
    while (cells[cell]! < lastCell) cell++
    cell++
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
        const mark = markOf(feature)
        let slot = feature & (size - 1)
        while (slots[slot] !== 0 && slots[slot]! >>> 20 !== mark) slot = (slot + 1) & (size - 1)
        for (let i = slots[slot]! & 0xfffff, cell = 0; i > 0 && cell < lastCell; i++) {
          cell = cells[i]!
          scores[to + ((cell >> 8) & 127)]! += weightOf[cell & 255]!
        }
      }
    },
    transitions: Float32Array.from(transitions.split(' ').slice(0, labelCount ** 2), Number),
  }
}
