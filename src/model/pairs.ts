import type { Features } from './features.ts'
import { gapReader } from './pack.ts'
import type { Learned } from './weights.ts'

/**
 * Weights of a decision among three, as train/pack-pairs.ts writes them. What counts is how much better the second and the
 * third are than the first, so that two weights a feature are enough.
 */
export interface PackedPairs {
  /** Hash of the templates that they were learned with. */
  templates: string
  featureGaps: string
  /** A character for each weight, so that gzip finds what is frequent: those of the second label, then those of the third. */
  codes: string
}

/** Adds the weights of features to two sums, which begin at `at`. */
export type AddPairs = (features: Features, sums: Int32Array, at: number) => void

const homeBits = 18
const homeMask = (1 << homeBits) - 1
/** Weights have 12 bits in the table; the characters stand for their roots, in so many steps on each side of nought. */
const greatest = 2047
export const steps = 28
/** The character of nought; the 57 are from `#` to `[`, none of which a string has to escape. */
const nought = 63

/**
 * Unpacks weights into a table by feature id (open addressing). A slot is the highest 8 of an id's 26 bits and two weights
 * of 12, so that a feature costs one look into memory.
 */
export function openPairs({ templates, featureGaps, codes }: PackedPairs, model: Learned): AddPairs {
  if (templates !== model.templates)
    throw new Error(`the weights of ${model.model} were learned with other features: npm run train -- ${model.model}`)
  const nextId = gapReader(featureGaps)
  const count = codes.length >> 1
  if (count > homeMask >> 1) throw new Error(`${model.model} has ${count} features: there is room for ${homeMask >> 1}`)
  const slots = new Int32Array(homeMask + 1)
  for (let row = 0; row < count; row++) {
    const id = nextId()
    let slot = id & homeMask
    while (slots[slot] !== 0) slot = (slot + 1) & homeMask
    const second = weightOf(codes.charCodeAt(row) - nought) & 0xfff
    const third = weightOf(codes.charCodeAt(row + count) - nought) & 0xfff
    slots[slot] = ((id >>> homeBits) << 24) | (second << 12) | third
  }
  return ({ ids, length }, sums, at) => {
    let second = 0
    let third = 0
    for (let k = 0; k < length; k++) {
      const id = ids[k]!
      const mark = id >>> homeBits
      let slot = id & homeMask
      let held = slots[slot]!
      while (held !== 0 && held >>> 24 !== mark) {
        slot = (slot + 1) & homeMask
        held = slots[slot]!
      }
      second += (held << 8) >> 20
      third += (held << 20) >> 20
    }
    sums[at]! += second
    sums[at + 1]! += third
  }
}

export const charOf = (step: number): string => String.fromCharCode(nought + step)

/** The weight of a step, a whole number: sums of them are exact in any order. */
export function weightOf(step: number): number {
  const share = step / steps
  return Math.round(Math.sign(share) * share * share * greatest)
}
