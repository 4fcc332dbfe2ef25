/** What speaks for a place, set with two annotated sets in sight: docs/model-card.md. */
export interface Weights {
  /** For ten times the people. */
  size: number
  /** The same of a county or a part of a city. */
  districtSize: number
  country: number
  region: number
  state: number
  /** First-level divisions outside of the table of states. */
  division: number
  district: number
  capital: number
  /** Against a capital that is called as its country is. */
  namesakeCapital: number
  /** The city that is meant by a name that others have too: Washington, New York. */
  known: number
  /** In a dateline without a state or country, for ten times the people: editors leave them out where all know the town. */
  dateline: number
  /** The words beside the name say that a state, or that a city is meant. */
  cue: number
  namedCountry: number
  namedState: number
  /** The country is the only one that the story names. */
  soleCountry: number
  near: number
  sameState: number
  sameCountry: number
  /** How much more a dateline's town says of the other places than they say of one another. */
  governs: number
  /** A state in a list with states. */
  alike: number
  /** A town in a list with towns of its country. */
  listedTown: number
  /** In the country, in the state, and around the town where the outlet is at home. */
  homeCountry: number
  homeState: number
  homeNear: number
  /** The largest town of its name. */
  largest: number
  /** To which power of their number the other names are divided: 1 is their mean, 0 their sum. */
  spread: number
}

export const weights: Weights = {
  size: 2.344,
  districtSize: 1,
  country: 1.6,
  region: 3,
  state: 1.25,
  division: -1.5,
  district: 3.75,
  capital: 0.6,
  namesakeCapital: 6.4,
  known: 4,
  dateline: 4,
  cue: 6,
  namedCountry: 2.5,
  namedState: 3.75,
  soleCountry: 2,
  near: 3.125,
  sameState: 1.563,
  sameCountry: 0.24,
  governs: 2,
  alike: 8,
  listedTown: 2.5,
  homeCountry: 3,
  homeState: 2,
  homeNear: 2,
  largest: 0.6,
  spread: 0.45,
}
