import type { BodyRelation } from './bodies.ts'
import type { NameRelation } from './names.ts'

/** What speaks for two names being one, and against it: they are one from `threshold` on. */
export const entityWeights = {
  threshold: 2,
  person: { same: 4, spelled: 3, initials: 2, part: 2.2, near: 1, bothLone: 1.2, lone: 0.6 } satisfies Record<
    NameRelation,
    number
  >,
  body: { known: 6, sameBody: 4, firm: 3, acronym: 2.2, spelledBody: 3, landsOwn: 1 } satisfies Record<
    BodyRelation,
    number
  >,
  otherThing: { same: 4 },
  wikidata: 10,
  otherWikidata: -10,
  otherType: -1.2,
  otherGender: -6,
  /** In all lands that either is tied to. */
  sameLand: 1.5,
  otherLand: -2.6,
  /** Of a lone name or one that each land has. */
  otherLandOfFew: -5,
  sameNear: 0.6,
  otherNear: -0.5,
  otherNearOfLandsOwn: -2.5,
  sameOffice: 1.4,
  sameSoleOffice: 1.8,
  /** Of which each land has one: with no land that says otherwise. */
  otherCalling: -1.2,
  /** "Former President Bush" while the other is president. */
  formerWhileHeld: -4,
  /** For each doubling of companions in common. */
  companions: 0.6,
  mostCompanions: 1.8,
  /** For each year between what is told of them, of a lone name. */
  yearsApart: -0.25,
  mostYearsApart: -1.5,
  /** For each doubling of stories that tell of the one, of a lone name. */
  oftenTold: 0.08,
  /** A lone name that one full name of the story has, and nothing says otherwise. */
  soleOfStory: 1.6,
  /** "Council" where the story names one: "Security Council". */
  shortOfStory: 2.5,
  /** Another of the same story is it already. */
  taken: -3,
} as const

/** What speaks for two events being one, and against it. */
export const eventWeights = { threshold: 2 } as const
