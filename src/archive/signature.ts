import { hashText } from '../base/hash.ts'
import { normalizeName } from './names.ts'

/** Least hashes of a text's shingles, one for each of many hash functions (Broder 1997). Unsigned, 32 bits each. */
export type Signature = readonly number[]

/** Words of a shingle: in three, a sentence with another word keeps most, and other sentences share hardly any. */
const shingleLength = 3
/** Bands of so many rows: copies whose shingles agree by a half share a band in 99 of 100 cases, those of a tenth in few. */
const bands = 32
const rows = 4
/** Where copies with another headline and end are told from stories that share background: `scripts/copies-accuracy.ts`. */
const leastResemblance = 0.5

/** The signature of a text: nearly the same words give nearly the same numbers; of one without words it is empty. */
export function signatureOf(text: string): Signature {
  const shingles = shinglesOf(text)
  if (shingles.size === 0) return []
  const least = new Uint32Array(bands * rows).fill(0xffffffff)
  for (const shingle of shingles)
    for (let i = 0; i < least.length; i++) {
      const hash = (Math.imul(shingle, multipliers[i]!) + addends[i]!) >>> 0
      if (hash < least[i]!) least[i] = hash
    }
  return [...least]
}

/** One hash for each band of a signature, its index the band: texts that share one may be near-duplicates. */
export function bandsOf(signature: Signature): number[] {
  const hashes: number[] = []
  for (let from = 0; from < signature.length; from += rows)
    hashes.push(signature.slice(from, from + rows).reduce((hash, one) => mix(hash ^ one), from + 1) >>> 0)
  return hashes
}

/** The share of shingles that two texts have in common (Jaccard), as their signatures estimate it. */
export function resemblance(a: Signature, b: Signature): number {
  if (a.length === 0 || b.length === 0) return 0
  return a.filter((least, i) => least === b[i]).length / a.length
}

/** Whether two texts are one copy with small changes. */
export const isNearDuplicate = (a: Signature, b: Signature): boolean => resemblance(a, b) >= leastResemblance

/** Hashes of each few words in a row; of a text with fewer words one of all of them. */
function shinglesOf(text: string): Set<number> {
  const words = normalizeName(text).split(' ').filter(Boolean)
  const hashes = words.map(hashText)
  const shingles = new Set<number>()
  const length = Math.min(shingleLength, words.length)
  for (let from = 0; length > 0 && from + length <= words.length; from++) {
    let hash = 0
    for (let i = 0; i < length; i++) hash = mix(Math.imul(hash, 31) ^ hashes[from + i]!)
    shingles.add(hash)
  }
  return shingles
}

/** Spreads all bits over all others (the end of MurmurHash3). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** Of the hash functions, each `shingle × odd number + number`: from the mixed numbers of 1 on, so that they stay the same. */
const multipliers = Array.from({ length: bands * rows }, (_, i) => mix(2 * i + 1) | 1)
const addends = Array.from({ length: bands * rows }, (_, i) => mix(2 * i + 2))
