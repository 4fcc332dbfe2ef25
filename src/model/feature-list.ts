import { combine, featureId, hashText } from '../base/hash.ts'

/** Weights by feature id: a table of open addressing, see `openLinear`. */
export interface WeightTable {
  /** 13 bits of an id and 8 of a weight's code; 0 where a slot is empty. */
  slots: Uint32Array
  /** The weight of a code. */
  weightOf: Float32Array
  /** Most features of a text have no weight: a bit says so, in a table that fits the processor's cache. */
  sieve: Uint8Array
}

/** What tells an id from those whose homes in the table are near: its highest 7 bits and its lowest 6. */
export const markOf = (id: number): number => ((id >>> 19) << 6) | (id & 63)

/**
 * The features of one example: values, each under a template. The order of the calls numbers the templates, so none may
 * depend on the example. A list is used again and again, since making one costs more than filling it.
 */
export class FeatureList {
  #templates = new Int32Array(256)
  #values = new Int32Array(256)
  #template = 0
  /** The sum of the first features by a table. */
  #table: WeightTable | undefined
  #summed = 0
  #sum = 0
  length = 0

  /** Empties the list; lists that begin at other templates share none. */
  begin(template: number): this {
    this.length = 0
    this.#table = undefined
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

  /** Ids of the first features; `shift` moves all templates, for a question that is asked of the same features. */
  ids(shift = 0, length = this.length): number[] {
    return Array.from({ length }, (_, at) => featureId(this.#templates[at]! + shift, this.#values[at]!))
  }

  /** The sum of their weights; what was summed of a list before is not summed again. */
  weigh(table: WeightTable, shift: number, length: number): number {
    const known = shift === 0 && table === this.#table && this.#summed <= length
    const sum = this.#sumFrom(table, shift, known ? this.#summed : 0, length) + (known ? this.#sum : 0)
    if (shift === 0) {
      this.#table = table
      this.#summed = length
      this.#sum = sum
    }
    return sum
  }

  #sumFrom({ slots, weightOf, sieve }: WeightTable, shift: number, from: number, to: number): number {
    const templates = this.#templates
    const values = this.#values
    const mask = slots.length - 1
    const most = sieve.length - 1
    let sum = 0
    for (let i = from; i < to; i++) {
      const id = featureId(templates[i]! + shift, values[i]!)
      if ((sieve[(id >> 3) & most]! & (1 << (id & 7))) === 0) continue
      const mark = markOf(id)
      let at = id & mask
      while (slots[at] !== 0 && slots[at]! >>> 8 !== mark) at = (at + 1) & mask
      sum += weightOf[slots[at]! & 255]!
    }
    return sum
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
