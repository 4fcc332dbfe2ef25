import type { Span } from '../base/span.ts'
import type { Document } from './document.ts'

/** The index of the first token that ends behind a position of the text; the number of tokens where none does. */
export const tokenAt = ({ columns }: Document, position: number): number => rowFrom(columns.ends, position + 1)

/** The index of the first token that begins at a position of the text or behind it; the number of tokens where none does. */
export const tokenFrom = ({ columns }: Document, position: number): number => rowFrom(columns.starts, position)

/** The stretch of text that some tokens take, `last` exclusive. */
export const spanOf = (tokens: readonly Span[], { first, last }: { first: number; last: number }): Span => ({
  start: tokens[first]!.start,
  end: tokens[last - 1]!.end,
})

/** Whether one of some tokens is such, `last` exclusive. */
export function someToken(first: number, last: number, fits: (token: number) => boolean): boolean {
  for (let at = first; at < last; at++) if (fits(at)) return true
  return false
}

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
