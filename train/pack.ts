import type { PackedWeights } from '../src/model/weights.ts'
import { packGaps } from './gaps.ts'

/** `openWeights` finds them by 20 bits. */
const mostWeights = (1 << 20) - 1

/**
 * Packs rows of `labelCount` weights for src/model/weights.ts: the `most` greatest, 8 bits each on a square-root scale; feature
 * ids as differences. A linear scale of 8 bits loses four points and more. `scale` is what the greatest is written as.
 */
export function packRows(
  ids: readonly number[],
  rows: Float32Array,
  labelCount: number,
  most: number,
  scale?: number,
): Omit<PackedWeights, 'templates'> {
  const sizes = Float32Array.from(rows.map(Math.abs).filter((size) => size > 0)).sort()
  const least = Math.max(sizes[Math.max(0, sizes.length - most)]!, 1e-6)
  const greatest = sizes.at(-1)!
  const kept: number[] = []
  const labels: number[] = []
  const weights: number[] = []
  const order = [...ids.keys()].sort((a, b) => ids[a]! - ids[b]!)
  for (const row of order) {
    const here: number[] = []
    for (let label = 0; label < labelCount; label++) {
      const weight = rows[row * labelCount + label]!
      const code = Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / greatest) * 127)
      if (Math.abs(weight) < least || code === 0) continue
      here.push(label)
      weights.push(code + 128)
    }
    if (here.length === 0) continue
    kept.push(ids[row]!)
    // The last label of a row carries the high bit.
    here.forEach((label, i) => void labels.push(i === here.length - 1 ? label | 128 : label))
  }
  if (labels.length > mostWeights) throw new Error(`${labels.length} weights: more than ${mostWeights} cannot be found`)
  const text = (bytes: readonly number[]) => Buffer.from(bytes).toString('base64')
  return {
    featureGaps: packGaps(kept),
    rowLabels: text(labels),
    rowWeights: text(weights),
    greatestWeight: String(scale ?? greatest),
  }
}
