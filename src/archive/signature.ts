/** Least hashes of a text's shingles, one for each of many hash functions (Broder 1997). Unsigned, 32 bits each. */
export type Signature = readonly number[]

/** The signature of a text: nearly the same words give nearly the same numbers. */
export function signatureOf(_text: string): Signature {
  return []
}

/** One hash for each band of a signature, its index the band: texts that share one may be near-duplicates. */
export function bandsOf(_signature: Signature): number[] {
  return []
}

/** The share of shingles that two texts have in common (Jaccard), as their signatures estimate it. */
export function resemblance(_a: Signature, _b: Signature): number {
  return 0
}

/** Whether two texts are one copy with small changes. */
export const isNearDuplicate = (a: Signature, b: Signature): boolean => resemblance(a, b) > 0.5
