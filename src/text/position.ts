import type { Document } from './document.ts'

/** The index of the first token that ends behind a position of the text; the number of tokens where none does. */
export const tokenAt = ({ columns }: Document, position: number): number => rowFrom(columns.ends, position + 1)

/** The first row of a column of positions, in order, that is not before a position; their number where all are. */
export function rowFrom(column: Int32Array, position: number): number {
  let [low, high] = [0, column.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (column[middle]! < position) low = middle + 1
    else high = middle
  }
  return low
}
