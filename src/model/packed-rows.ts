import { numberSymbols } from '../base/symbol-reader.ts'

/** Rows of weights, one of a feature, a weight for each label that has one: as train/pack.ts writes them. */
export interface PackedWeights {
  /** Hash of the templates that they were learned with. */
  templates: string
  /** How many labels there are, features, and weights. */
  labels: number
  features: number
  weights: number
  greatestWeight: number
  rows: string
}

/** The sizes of a sum: none of less than 7 bits is told apart, nor any of more than 16. */
const [leastBits, mostBits] = [7, 16]
const rests = 2 * (mostBits - leastBits + 1)

/** The tables by which rows are written. */
export interface RowTables<Table> {
  /** How far an id is from the one before. */
  gaps: Table
  /** A label, and whether it is the last of its row, by the label before; the last table is for the first of a row. */
  labelsAfter: readonly Table[]
  /** The code of a weight by what is left of the row, and by whether it is the last. */
  codesBy: readonly Table[]
}

/** Opens tables in their order. */
export function openTables<Table>(
  tables: (count: number, size: number) => readonly Table[],
  labelCount: number,
): RowTables<Table> {
  const gaps = tables(1, numberSymbols)[0]!
  const labelsAfter = tables(labelCount + 1, 2 * labelCount)
  return { gaps, labelsAfter, codesBy: tables(2 * rests, 256) }
}

/**
 * What is left of a row, roughly, given the sum of its weights so far: what a perceptron learns adds up to nought, so that a
 * weight is likely to take away what those before it have added.
 */
export function restOf(sum: number): number {
  const bits = 32 - Math.clz32(Math.abs(sum))
  const size = bits < leastBits ? 0 : bits > mostBits ? mostBits - leastBits : bits - leastBits
  return 2 * size + (sum < 0 ? 1 : 0)
}
