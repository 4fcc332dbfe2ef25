import type { Word } from '../text/word.ts'
import { WordRows } from '../text/word-rows.ts'
import { Columns } from './columns.ts'
import { type Form, formOf, noForm } from './forms.ts'
import { readAs } from './read-as.ts'

const roomBits = 13

/** Forms that were read lately, a row each, with what each adds to decisions by itself: `width` numbers. */
export class FormRows {
  /** `width` numbers for each row. */
  readonly sums: Int32Array
  readonly #columns = new Columns()
  readonly #rows: WordRows
  /** The row of what stands beyond a sentence. */
  readonly #none: number

  constructor(width: number, addSums: (form: Form, sums: Int32Array, at: number) => void) {
    const keep = (form: Form, row: number) => {
      this.#columns.set(row, form)
      this.sums.fill(0, width * row, width * (row + 1))
      addSums(form, this.sums, width * row)
    }
    this.#rows = new WordRows(roomBits, (word, tag, row) => keep(formOf(readAs(word), tag), row))
    this.#none = this.#rows.room
    this.#columns.start(this.#none)
    this.sums = new Int32Array(width * (this.#none + 1))
    keep(noForm, this.#none)
  }

  /** Begins a sentence of so many tokens, whose rows hold until the next one. */
  start(length: number): void {
    this.#rows.start(length)
  }

  /** Reads a token into a sentence's columns, and gives its row. */
  read(word: Word, tag: number, at: number, columns: Columns): number {
    const row = this.#rows.rowOf(word, tag)
    columns.copy(at, this.#columns, row)
    return row
  }

  /** Likewise what stands beyond the sentence. */
  readNone(at: number, columns: Columns): number {
    columns.copy(at, this.#columns, this.#none)
    return this.#none
  }
}
