import type { Form } from './forms.ts'

/** The tokens of a sentence as the parser sees them, a column each. Beyond the last token stands one that is none. */
export class Columns {
  word = new Int32Array(0)
  tag = new Int32Array(0)
  /** Word and tag as one. */
  both = new Int32Array(0)
  suffix = new Int32Array(0)

  /** Makes room for so many tokens and the one beyond. */
  start(length: number): void {
    if (this.word.length > length) return
    const size = 2 * length + 64
    this.word = new Int32Array(size)
    this.tag = new Int32Array(size)
    this.both = new Int32Array(size)
    this.suffix = new Int32Array(size)
  }

  set(at: number, { word, tag, both, suffix }: Form): void {
    this.word[at] = word
    this.tag[at] = tag
    this.both[at] = both
    this.suffix[at] = suffix
  }

  /** Takes a row of others. */
  copy(at: number, from: Columns, row: number): void {
    this.word[at] = from.word[row]!
    this.tag[at] = from.tag[row]!
    this.both[at] = from.both[row]!
    this.suffix[at] = from.suffix[row]!
  }
}
