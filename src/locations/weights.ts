/** What speaks for a place, learned by `train/places.ts`. */
export interface Weights {
  /** For ten times the people. */
  size: number
  country: number
  region: number
  state: number
  /** First-level divisions outside of the table of states. */
  division: number
  district: number
  capital: number
  namedCountry: number
  namedState: number
  near: number
  sameState: number
  sameCountry: number
}

export const weights: Weights = {
  size: 0.5,
  country: 3.2,
  region: 2,
  state: 2.5,
  division: -1.5,
  district: -0.5,
  capital: 0.3,
  namedCountry: 0.256,
  namedState: 0.64,
  near: 3.75,
  sameState: 0.625,
  sameCountry: 0.6,
}
