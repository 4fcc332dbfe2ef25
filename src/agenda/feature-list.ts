import { combine, featureId, hashText } from '../hash.ts'

/** Ids of the features of one example. The order of the calls numbers the templates, so none may depend on the example. */
export class FeatureList {
  readonly ids: number[] = []
  #template: number

  /** Lists with other `base` share no template. */
  constructor(base: number) {
    this.#template = base
  }

  /** The conjunction of some values. */
  add(...values: number[]): void {
    this.ids.push(featureId(this.#template++, joined(values)))
  }

  /** Each of some values by itself, together with a given one. */
  each(values: Iterable<number>, together = 0): void {
    const template = this.#template++
    for (const value of values) this.ids.push(featureId(template, combine(value, together)))
  }
}

function joined(values: readonly number[]): number {
  let sum = values.length
  for (const value of values) sum = combine(sum, value)
  return sum
}

/** Yes and no as values; 0 is for what is not known. */
export const flag = (value: boolean): number => (value ? 1 : 2)

/** A word or type as a value, 0 where there is none. */
export const textId = (value: string | null | undefined): number =>
  value === undefined || value === null ? 0 : hashText(value)
