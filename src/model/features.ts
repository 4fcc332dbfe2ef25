import { combine, featureId, hashText, idFrom, templateSeed } from '../base/hash.ts'

/** Ids of feature templates by their names. */
export type Templates<Name extends string = string> = Readonly<Record<Name, number>>

/**
 * The templates by which a decision is made. An id is a hash of the decision and the name, so that where a name stands in
 * its list tells nothing.
 */
export function templates<Name extends string>(decision: string, names: readonly Name[]): Templates<Name> {
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new Error(`two templates of "${decision}" are named "${twice}"`)
  return Object.fromEntries(names.map((name) => [name, hashText(`${decision} / ${name}`)])) as Record<Name, number>
}

/** Tells the templates of a model from any others. */
export function templatesHash(...groups: readonly Templates[]): string {
  const ids = groups.flatMap((group) => Object.values(group)).sort((a, b) => a - b)
  const twice = ids.find((id, i) => id === ids[i + 1])
  if (twice !== undefined) throw new Error(`two templates share the id ${twice}`)
  return (ids.reduce(combine, ids.length) >>> 0).toString(16).padStart(8, '0')
}

/** Ids of the features of one example: those before `length` count. */
export interface FeatureIds {
  readonly ids: Int32Array
  readonly length: number
}

/** Features of one example; a list is used again and again, since making one costs more than filling it. */
export class Features implements FeatureIds {
  /** Those before `length` count. */
  ids = new Int32Array(128)
  length = 0

  clear(): void {
    this.length = 0
  }

  add(template: number, value: number): void {
    if (this.length === this.ids.length) this.#grow()
    this.ids[this.length++] = featureId(template, value)
  }

  /** Each of some values by itself, together with a given one. */
  each(template: number, values: ArrayLike<number>, together = 0): void {
    for (let i = 0; i < values.length; i++) this.add(template, combine(values[i]!, together))
  }

  /** Takes all of others. */
  take({ ids, length }: FeatureIds): void {
    while (this.length + length > this.ids.length) this.#grow()
    for (let k = 0; k < length; k++) this.ids[this.length++] = ids[k]!
  }

  /** The ids from one on as an array of their own. */
  copy(from = 0): Int32Array {
    return this.ids.slice(from, this.length)
  }

  #grow(): void {
    const larger = new Int32Array(2 * this.ids.length)
    larger.set(this.ids)
    this.ids = larger
  }
}

/**
 * Features of an example that has one of each template, in the order of a list. Their values are written side by side and
 * then hashed together: a short loop takes a third of the time of as many calls.
 */
export class FeatureRow implements FeatureIds {
  readonly values: Int32Array
  readonly ids: Int32Array
  readonly #seeds: Int32Array
  #length = 0

  constructor(templates: readonly number[]) {
    this.values = new Int32Array(templates.length)
    this.ids = new Int32Array(templates.length)
    this.#seeds = Int32Array.from(templates, templateSeed)
  }

  get length(): number {
    return this.#length
  }

  /** Makes the ids of all values. */
  hash(): void {
    const { ids, values } = this
    const seeds = this.#seeds
    for (let k = 0; k < values.length; k++) ids[k] = idFrom(seeds[k]!, values[k]!)
    this.#length = values.length
  }

  /** Makes the ids of those values that are not 0, which is nothing. */
  hashTold(): void {
    const { ids, values } = this
    const seeds = this.#seeds
    let length = 0
    for (let k = 0; k < values.length; k++) if (values[k] !== 0) ids[length++] = idFrom(seeds[k]!, values[k]!)
    this.#length = length
  }
}

/** The templates of some names, in their order. */
export const inOrder = <Name extends string>(all: Templates<Name>, names: readonly Name[]): readonly number[] =>
  names.map((name) => all[name])

/** Some values together, as one. */
export function conjunction(a: number, b: number, c?: number, d?: number, e?: number): number {
  let value = combine(a, b)
  if (c !== undefined) value = combine(value, c)
  if (d !== undefined) value = combine(value, d)
  if (e !== undefined) value = combine(value, e)
  return value
}

/** Yes and no as values; 0 is for what is not known. */
export const flag = (value: boolean): number => (value ? 1 : 2)

/** A word or type as a value, 0 where there is none. */
export const textId = (value: string | null | undefined): number =>
  value === undefined || value === null ? 0 : hashText(value)
