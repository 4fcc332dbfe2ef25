import { combine, featureId } from '../hash.ts'

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
