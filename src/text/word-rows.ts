import type { Word } from './word.ts'

const useBits = 6
/** A word may have so many uses: numbers below it tell them apart. */
const mostUses = 1 << useBits

/**
 * Numbers words by how they are used, from 0 on: what is read of each is kept in tables by its number. Where a sentence has
 * no room any more all is forgotten, so that memory has a bound; in the midst of one never.
 */
export class WordRows {
  /** Numbers are below it. */
  readonly room: number
  readonly #read: (word: Word, use: number, row: number) => void
  /** Open addressing, at most half full: the number of a word, and its row after 0 with its use. */
  readonly #slots: Int32Array
  readonly #shift: number
  #size = 0

  /** `read` fills the row of a word that has got one. */
  constructor(roomBits: number, read: (word: Word, use: number, row: number) => void) {
    this.room = 1 << roomBits
    this.#read = read
    this.#slots = new Int32Array(4 << roomBits)
    this.#shift = 31 - roomBits
  }

  /** Begins a sentence of so many words. */
  start(length: number): void {
    if (this.#size + length <= this.room) return
    this.#slots.fill(0)
    this.#size = 0
  }

  rowOf(word: Word, use: number): number {
    const slots = this.#slots
    const { number } = word
    let slot = (Math.imul(number ^ (use << 24), 0x9e3779b1) >>> this.#shift) << 1
    for (let held = slots[slot + 1]!; held !== 0; held = slots[slot + 1]!) {
      if (slots[slot] === number && (held & (mostUses - 1)) === use) return (held >>> useBits) - 1
      slot = (slot + 2) & (slots.length - 1)
    }
    const row = this.#size++
    slots[slot] = number
    slots[slot + 1] = ((row + 1) << useBits) | use
    this.#read(word, use, row)
    return row
  }
}
