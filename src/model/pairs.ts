import { numberSymbols, SymbolReader } from '../base/symbol-reader.ts'
import type { FeatureIds } from './features.ts'
import { checkLearned, type Learned } from './weights.ts'

/**
 * Weights of a decision among three, as train/pack-pairs.ts writes them. What counts is how much better the second and the
 * third are than the first, so that two weights a feature are enough.
 */
export interface PackedPairs {
  /** Hash of the templates that they were learned with. */
  templates: string
  /** How many features there are. */
  features: number
  /** How far the id of each is from the one before, and the steps of its two weights. */
  rows: string
}

/** Adds the weights of features to two sums, which begin at `at`. */
export type AddPairs = (features: FeatureIds, sums: Int32Array, at: number) => void

/** A feature lies in one of the two slots that the lowest bits of its id name; the others of its 26 bits tell it. */
const bucketBits = 17
const bucketMask = (1 << bucketBits) - 1
export const bucketOf = (id: number): number => id & bucketMask
export const bucketSize = 2
/** Weights have 11 bits in the table; they are packed as their roots, in so many steps on each side of nought. */
const greatest = 1023
export const steps = 28
const stepCount = 2 * steps + 1

/** The tables by which rows are written, in their order; the third label's step by the second's. */
export function openPairTables<Table>(tables: (count: number, size: number) => readonly Table[]) {
  const gaps = tables(1, numberSymbols)[0]!
  const second = tables(1, stepCount)[0]!
  return { gaps, second, thirdBy: tables(stepCount, stepCount) }
}

/**
 * Unpacks weights into a table by feature id. A slot has 9 bits that tell the feature and two weights of 11, and both slots
 * of a bucket are read without a branch: which features have weights no processor foresees.
 */
export function openPairs(packed: PackedPairs, model: Learned): AddPairs {
  checkLearned(packed, model)
  const slots = unpack(packed)
  return ({ ids, length }, sums, at) => {
    let second = 0
    let third = 0
    for (let k = 0; k < length; k++) {
      const id = ids[k]!
      const mark = id >>> bucketBits
      const slot = (id & bucketMask) << 1
      const one = slots[slot]!
      const other = slots[slot + 1]!
      // All bits where the marks are the same, none where they are not.
      const ofOne = (((one >>> 22) ^ mark) - 1) >> 31
      const ofOther = (((other >>> 22) ^ mark) - 1) >> 31
      const weights = (one & ofOne) | (other & ofOther)
      second += (weights << 10) >> 21
      third += (weights << 21) >> 21
    }
    sums[at]! += second
    sums[at + 1]! += third
  }
}

/** Apart, so that what it reads is not kept with the function that adds weights. */
function unpack(packed: PackedPairs): Int32Array {
  const reader = new SymbolReader(packed.rows)
  const { gaps, second, thirdBy } = openPairTables((count, size) => reader.tables(count, size))
  const slots = new Int32Array(bucketSize << bucketBits)
  let id = 0
  for (let row = 0; row < packed.features; row++) {
    id += reader.number(gaps)
    let slot = bucketOf(id) * bucketSize
    if (slots[slot] !== 0) slot++
    const step = reader.symbol(second)
    const weights = ((weightOf(step) & 0x7ff) << 11) | (weightOf(reader.symbol(thirdBy[step]!)) & 0x7ff)
    slots[slot] = ((id >>> bucketBits) << 22) | weights
  }
  return slots
}

/** The weight of a step, a whole number: sums of them are exact in any order. */
function weightOf(step: number): number {
  const share = (step - steps) / steps
  return Math.round(Math.sign(share) * share * share * greatest)
}
