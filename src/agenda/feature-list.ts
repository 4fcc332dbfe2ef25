import { combine, featureId, hashText } from '../hash.ts'

/**
 * The features of one example: values, each under a template. The order of the calls numbers the templates, so none may
 * depend on the example. A list is used again and again, since making one costs more than filling it.
 */
export class FeatureList {
  #templates = new Int32Array(256)
  #values = new Int32Array(256)
  #template = 0
  length = 0

  /** Empties the list; lists that begin at other templates share none. */
  begin(template: number): this {
    this.length = 0
    return this.from(template)
  }

  /** Goes on at another template. */
  from(template: number): this {
    this.#template = template
    return this
  }

  /** The conjunction of some values. */
  add(a?: number, b?: number, c?: number, d?: number, e?: number): void {
    let sum =
      a === undefined ? 0 : b === undefined ? 1 : c === undefined ? 2 : d === undefined ? 3 : e === undefined ? 4 : 5
    if (a !== undefined) sum = combine(sum, a)
    if (b !== undefined) sum = combine(sum, b)
    if (c !== undefined) sum = combine(sum, c)
    if (d !== undefined) sum = combine(sum, d)
    if (e !== undefined) sum = combine(sum, e)
    this.#push(this.#template++, sum)
  }

  /** Each of some values by itself, together with a given one. */
  each(values: readonly number[], together = 0): void {
    const template = this.#template++
    for (let i = 0; i < values.length; i++) this.#push(template, combine(values[i]!, together))
  }

  /** The id of a feature; `shift` moves all templates, for a question that is asked of the same features. */
  id(at: number, shift: number): number {
    return featureId(this.#templates[at]! + shift, this.#values[at]!)
  }

  ids(shift = 0, length = this.length): number[] {
    return Array.from({ length }, (_, at) => this.id(at, shift))
  }

  #push(template: number, value: number): void {
    if (this.length === this.#values.length) {
      this.#templates = larger(this.#templates)
      this.#values = larger(this.#values)
    }
    this.#templates[this.length] = template
    this.#values[this.length++] = value
  }
}

function larger(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(2 * list.length)
  copy.set(list)
  return copy
}

/** Yes and no as values; 0 is for what is not known. */
export const flag = (value: boolean): number => (value ? 1 : 2)

/** A word or type as a value, 0 where there is none. */
export const textId = (value: string | null | undefined): number =>
  value === undefined || value === null ? 0 : hashText(value)
