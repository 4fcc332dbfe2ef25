import type { Document } from './document.ts'

/** The index of the first token that ends behind a position of the text; the number of tokens where none does. */
export function tokenAt({ tokens }: Document, position: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= position) low = middle + 1
    else high = middle
  }
  return low
}
