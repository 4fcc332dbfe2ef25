import { combine } from '../base/hash.ts'
import type { Word } from '../text/word.ts'
import type { Columns } from './columns.ts'
import { type Form, formOf } from './forms.ts'
import { readAs } from './read-as.ts'

const slotBits = 13

/**
 * Reads tokens with what their forms add to decisions by themselves, `width` numbers each. What was read lately is kept in
 * a table of fixed size, where what falls on the place of another takes it: most of the time goes into looks at memory.
 */
export class FormSums {
  readonly #width: number
  readonly #addSums: (form: Form, sums: Int32Array) => void
  readonly #words: (Word | undefined)[] = Array(1 << slotBits).fill(undefined)
  readonly #tags = new Uint8Array(1 << slotBits)
  readonly #suffixes = new Int32Array(1 << slotBits)
  readonly #sums: Int32Array
  readonly #own: Int32Array

  constructor(width: number, addSums: (form: Form, sums: Int32Array) => void) {
    this.#width = width
    this.#addSums = addSums
    this.#sums = new Int32Array(width << slotBits)
    this.#own = new Int32Array(width)
  }

  /** Writes a token into its row of the columns, and its numbers into `sums`. */
  read(given: Word, tag: number, at: number, columns: Columns, sums: Int32Array): void {
    const word = readAs(given)
    const { hash } = word
    const slot = Math.imul(hash ^ (tag << 7), 0x9e3779b1) >>> (32 - slotBits)
    if (this.#words[slot] !== word || this.#tags[slot] !== tag) this.#keep(slot, word, tag)
    columns.write(at, hash, tag, combine(hash, tag), this.#suffixes[slot]!)
    const width = this.#width
    for (let k = 0; k < width; k++) sums[width * at + k] = this.#sums[width * slot + k]!
  }

  #keep(slot: number, word: Word, tag: number): void {
    const form = formOf(word, tag)
    this.#own.fill(0)
    this.#addSums(form, this.#own)
    this.#sums.set(this.#own, this.#width * slot)
    this.#words[slot] = word
    this.#tags[slot] = tag
    this.#suffixes[slot] = form.suffix
  }
}
