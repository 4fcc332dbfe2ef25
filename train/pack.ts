import { SymbolWriter } from '../data/symbol-writer.ts'
import { openTables, type PackedWeights, restOf } from '../src/model/packed-rows.ts'

/** `openWeights` finds them by 20 bits. */
const mostWeights = (1 << 20) - 1

/** A feature with the labels that it tells for or against, and the codes of their weights: 128 is nought. */
export interface CodedRow {
  readonly id: number
  readonly labels: readonly number[]
  readonly codes: readonly number[]
}

/**
 * Packs rows of `labelCount` weights for src/model/weights.ts: the `most` greatest, 8 bits each on a square-root scale. A
 * linear scale of 8 bits loses four points and more. `scale` is what the greatest is written as.
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
  const order = [...ids.keys()].sort((a, b) => ids[a]! - ids[b]!)
  const coded = order.map((row): CodedRow => {
    const labels: number[] = []
    const codes: number[] = []
    for (let label = 0; label < labelCount; label++) {
      const weight = rows[row * labelCount + label]!
      const code = Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / greatest) * 127)
      if (Math.abs(weight) < least || code === 0) continue
      labels.push(label)
      codes.push(code + 128)
    }
    return { id: ids[row]!, labels, codes }
  })
  return packCoded(
    coded.filter(({ labels }) => labels.length > 0),
    labelCount,
    scale ?? greatest,
  )
}

/** Packs rows in order of their ids. */
export function packCoded(
  rows: readonly CodedRow[],
  labelCount: number,
  greatestWeight: number,
): Omit<PackedWeights, 'templates'> {
  const weights = rows.reduce((sum, { labels }) => sum + labels.length, 0)
  if (weights > mostWeights) throw new Error(`${weights} weights: more than ${mostWeights} cannot be found`)
  const writer = new SymbolWriter()
  const { gaps, labelsAfter, codesBy } = openTables((count, size) => writer.tables(count, size), labelCount)
  let before = 0
  for (const { id, labels, codes } of rows) {
    writer.number(gaps, id - before)
    before = id
    let labelBefore = labelCount
    let sum = 0
    labels.forEach((label, i) => {
      const isLast = i === labels.length - 1 ? 1 : 0
      const code = codes[i]!
      writer.symbol(labelsAfter[labelBefore]!, 2 * label + isLast)
      writer.symbol(codesBy[2 * restOf(sum) + isLast]!, code)
      labelBefore = label
      sum += (code - 128) * Math.abs(code - 128)
    })
  }
  return { labels: labelCount, features: rows.length, weights, greatestWeight, rows: writer.text() }
}
