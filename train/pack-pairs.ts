import { SymbolWriter } from '../data/symbol-writer.ts'
import { bucketOf, bucketSize, openPairTables, type PackedPairs, steps } from '../src/model/pairs.ts'

/** Packs rows of three weights for src/model/pairs.ts: how much greater the second and the third are than the first. */
export function packPairs(ids: readonly number[], rows: Float32Array): Omit<PackedPairs, 'templates'> {
  const over = (label: number) => ids.map((_, row) => rows[3 * row + label]! - rows[3 * row]!)
  const [second, third] = [over(1), over(2)]
  const greatest = [...second, ...third].reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const stepOf = (weight: number) => Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / greatest) * steps)
  const sizeOf = (row: number) => Math.max(Math.abs(second[row]!), Math.abs(third[row]!))
  const told = [...ids.keys()].filter((row) => stepOf(second[row]!) !== 0 || stepOf(third[row]!) !== 0)
  const kept = greatestOfBuckets(told, ids, sizeOf).sort((a, b) => ids[a]! - ids[b]!)
  return packSteps(kept.map((row) => [ids[row]!, stepOf(second[row]!), stepOf(third[row]!)]))
}

/** Packs ids, which rise, each with the steps of its two weights. */
export function packSteps(rows: readonly (readonly [id: number, second: number, third: number])[]) {
  const writer = new SymbolWriter()
  const tables = openPairTables((count, size) => writer.tables(count, size))
  let before = 0
  for (const [id, second, third] of rows) {
    writer.number(tables.gaps, id - before)
    writer.symbol(tables.second, second + steps)
    writer.symbol(tables.thirdBy[second + steps]!, third + steps)
    before = id
  }
  return { features: rows.length, rows: writer.text() }
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
