/** What is read of a word type with its part of speech, once for all its tokens. */
export interface Form {
  readonly word: number
  readonly tag: number
  /** Word and tag as one. */
  readonly both: number
  readonly suffix: number
}

/** The tokens of a sentence as the parser sees them, a column each. Beyond the last token stands one that is none. */
export class Columns<F extends Form = Form> {
  readonly forms: F[] = []
  word = new Int32Array(0)
  tag = new Int32Array(0)
  both = new Int32Array(0)
  suffix = new Int32Array(0)
  readonly #none: F

  constructor(none: F) {
    this.#none = none
  }

  /** Makes room for so many tokens and the one beyond. */
  start(length: number): void {
    if (this.word.length <= length) {
      const size = 2 * length + 64
      this.word = new Int32Array(size)
      this.tag = new Int32Array(size)
      this.both = new Int32Array(size)
      this.suffix = new Int32Array(size)
    }
    this.set(length, this.#none)
  }

  set(at: number, form: F): void {
    this.forms[at] = form
    this.word[at] = form.word
    this.tag[at] = form.tag
    this.both[at] = form.both
    this.suffix[at] = form.suffix
  }
}
