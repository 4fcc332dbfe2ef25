import { combine, featureId, hashText } from '../hash.ts'

/** Weights by feature id, in a table of open addressing; -1 where a slot is empty. */
export interface WeightTable {
  ids: Int32Array
  values: Float32Array
  /** Most features of a text have no weight: a bit says so, in a table that fits the processor's cache. */
  sieve: Uint8Array
}

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

  /** Ids of the first features; `shift` moves all templates, for a question that is asked of the same features. */
  ids(shift = 0, length = this.length): number[] {
    return Array.from({ length }, (_, at) => featureId(this.#templates[at]! + shift, this.#values[at]!))
  }

  /** The sum of their weights. */
  weigh({ ids, values, sieve }: WeightTable, shift: number, length: number): number {
    const [templates, own] = [this.#templates, this.#values]
    const [mask, most] = [ids.length - 1, sieve.length - 1]
    let sum = 0
    for (let i = 0; i < length; i++) {
      const id = featureId(templates[i]! + shift, own[i]!)
      if ((sieve[(id >> 3) & most]! & (1 << (id & 7))) === 0) continue
      let slot = id & mask
      while (ids[slot] !== -1 && ids[slot] !== id) slot = (slot + 1) & mask
      if (ids[slot] === id) sum += values[slot]!
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
