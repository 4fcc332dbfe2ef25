import type { StoryContext } from './context.ts'
import { typeOf, types } from './labels.ts'

const width = types.length + 1
/** The place of those that are no name. */
const outside = types.length

/** How a first reading of the story typed each word with a capital: counts by type, the last for no name. */
export class Votes {
  readonly #numbers: Int32Array
  readonly #counts: Uint16Array

  constructor({ numbers, length }: StoryContext) {
    this.#numbers = numbers
    this.#counts = new Uint16Array(length * width)
  }

  /** Counts what tokens are, from row `first` on, by their labels. */
  count(first: number, labels: ArrayLike<number>): void {
    for (let i = 0; i < labels.length; i++) {
      const number = this.#numbers[first + i]!
      if (number < 0) continue
      const type = typeOf(labels[i]!)
      this.#counts[number * width + (type < 0 ? outside : type)]!++
    }
  }

  /** What the first reading made of the word of a token, 0 where it has no capital. */
  tallyOf(row: number): number {
    const number = this.#numbers[row]!
    if (number < 0) return 0
    const counts = this.#counts
    const from = number * width
    let [most, total, present] = [0, 0, 0]
    for (let type = 0; type < width; type++) {
      const own = counts[from + type]!
      total += own
      if (own > 0) present |= 1 << type
      if (own > counts[from + most]!) most = type
    }
    return total === 0 ? 0 : (present << 6) | (roughly(total) << 3) | most
  }
}

const roughly = (count: number) => (count > 4 ? 4 : count > 2 ? 3 : count)

/** The type, or none, that most tokens of a word have. */
export const mostOf = (tally: number): number => tally & 7
/** How many tokens it has, roughly. */
export const totalOf = (tally: number): number => (tally >> 3) & 7
/** A bit for each type that any of them has. */
export const presentOf = (tally: number): number => tally >> 6
