import * as packed from '../data/agenda.ts'
import { type FeatureList, markOf } from './feature-list.ts'
import { bytesOf, gapReader } from './pack.ts'

/** Weights as train/agenda.ts writes them: ids of features as differences, a byte for each weight. */
export interface PackedWeights {
  featureGaps: string
  weights: string
  greatestWeight: string
}

/**
 * A linear classifier: the probability that an example of these features is of the class. `shift` moves the templates,
 * `length` leaves out the features behind.
 */
export type Linear = (features: FeatureList, shift?: number, length?: number) => number

/** Unpacks weights into a table by feature id (open addressing). */
export function openLinear({ featureGaps, weights, greatestWeight }: PackedWeights): Linear {
  const nextId = gapReader(featureGaps)
  const codes = bytesOf(weights)
  // Homes of ids are their lowest 19 bits, or more.
  let size = 1 << 19
  while (size < codes.length * 2) size *= 2
  const slots = new Uint32Array(size)
  const sieve = new Uint8Array(1 << 17)
  for (const code of codes) {
    const id = nextId()
    let slot = id & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    sieve[(id >> 3) & (sieve.length - 1)]! |= 1 << (id & 7)
    slots[slot] = (markOf(id) << 8) | code
  }
  const unit = Number(greatestWeight) / 127
  const weightOf = Float32Array.from({ length: 256 }, (_, code) => (code === 0 ? 0 : (code - 128) * unit))
  const table = { slots, weightOf, sieve }
  return (features, shift = 0, length = features.length) => 1 / (1 + Math.exp(-features.weigh(table, shift, length)))
}

let standard: Linear | undefined

/** The weights that ship with the package, unpacked at first use. */
export function agendaModel(): Linear {
  standard ??= openLinear(packed)
  return standard
}
