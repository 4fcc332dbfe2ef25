import { bucketOf, bucketSize, charOf, type PackedPairs, steps } from '../src/model/pairs.ts'
import { packGaps } from './gaps.ts'

/** Packs rows of three weights for src/model/pairs.ts: how much greater the second and the third are than the first. */
export function packPairs(ids: readonly number[], rows: Float32Array): Omit<PackedPairs, 'templates'> {
  const over = (label: number) => ids.map((_, row) => rows[3 * row + label]! - rows[3 * row]!)
  const [second, third] = [over(1), over(2)]
  const greatest = [...second, ...third].reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const stepOf = (weight: number) => Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / greatest) * steps)
  const sizeOf = (row: number) => Math.max(Math.abs(second[row]!), Math.abs(third[row]!))
  const told = [...ids.keys()].filter((row) => stepOf(second[row]!) !== 0 || stepOf(third[row]!) !== 0)
  const kept = greatestOfBuckets(told, ids, sizeOf).sort((a, b) => ids[a]! - ids[b]!)
  const text = (weights: readonly number[]) => kept.map((row) => charOf(stepOf(weights[row]!))).join('')
  return { featureGaps: packGaps(kept.map((row) => ids[row]!)), codes: text(second) + text(third) }
}

/** As many rows as the table has room for in each bucket. */
function greatestOfBuckets(rows: readonly number[], ids: readonly number[], sizeOf: (row: number) => number): number[] {
  const held = new Map<number, number>()
  return [...rows]
    .sort((a, b) => sizeOf(b) - sizeOf(a) || ids[a]! - ids[b]!)
    .filter((row) => {
      const bucket = bucketOf(ids[row]!)
      const count = held.get(bucket) ?? 0
      held.set(bucket, count + 1)
      return count < bucketSize
    })
}
