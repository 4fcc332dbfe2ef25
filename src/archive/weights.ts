import type { BodyRelation } from './bodies.ts'
import type { NameRelation } from './names.ts'

/** What speaks for two names being one, and against it: they are one from `threshold` on. */
export const entityWeights = {
  threshold: 2,
  person: {
    same: 4,
    spelled: 3,
    initials: 2,
    part: 2.2,
    near: 1,
    generation: 1,
    bothLone: 1.2,
    lone: 0.6,
  } satisfies Record<NameRelation, number>,
  body: { known: 6, sameBody: 4, firm: 3, acronym: 2.2, spelledBody: 3, landsOwn: 1 } satisfies Record<
    BodyRelation,
    number
  >,
  wikidata: 10,
  otherType: -1.2,
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
  otherCalling: -0.6,
  /** A singer and a senator. */
  farCalling: -2.2,
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
export const eventWeights = {
  threshold: 2,
  /** Of one story, which tells apart what it takes for two. */
  sameStory: -1.4,
  sameType: 0.4,
  /** Types that go for one another; the others do not. */
  kindred: {
    'meeting summit': -0.8,
    'meeting visit': -2.2,
    'summit visit': -2.2,
    'call meeting': -1.5,
    'meeting signing': -2.5,
  },
  twoTakePart: 2.2,
  oneTakesPart: 0.9,
  /** Where each has another beside the one in common: "Bush and Hu", "Bush and Fox". */
  otherCompany: -1.6,
  /** Where each is of two: on one day in one town "Obama and Abe", "Obama and Abbott". */
  otherPartner: -4.5,
  /** Two of those who are at a summit meet there: that is another event. */
  twoBesideSummit: -3,
  otherPeople: -1.5,
  /** Of a summit or vote, which have many. */
  otherPeopleOfMany: -0.2,
  otherGuest: -3.5,
  samePlace: 1.2,
  otherPlace: -1,
  sameLandOfPlace: 0.5,
  otherLandOfPlace: -2.2,
  sameLand: 1.4,
  sameLandOfFew: 0.5,
  otherLandOfVote: -4,
  sameKind: 0.8,
  otherKind: -2.5,
  runoff: -1,
  /** A people's vote and one of its parliament. */
  peopleAndBody: -3.5,
  /** Of two of a parliament the land tells little. */
  bothOfBody: -1.2,
  /** Two elections of a land in one story. */
  electionOfStory: 1.6,
  sameName: 1.3,
  /** For each word in common of what tells them. */
  words: 0.22,
  mostWords: 1.2,
  /** Held in a common week, month, year. */
  sameDays: { week: 2, month: 1.2, year: 0.5 },
  /** Days that do not meet, by how far they lie apart. */
  daysApart: { day: 0.8, weekday: 0.4, few: -0.4, week: -1.2, month: -3.5, far: -6 },
  /** Only of one the days are known, which fit what the other tells, or do not. */
  fitsTold: { near: 0.8, weeks: 0.1, month: -0.8, far: -2.5, never: -3 },
  fitsToldOfVote: { near: 0.8, weeks: 0.5, month: 0.3, far: -0.6, never: -3 },
  /** Of neither the days are known: told so near one another. */
  told: { day: 1, few: 0.5, week: 0.1, weeks: -0.7, month: -1.8, season: -3.2, far: -5 },
  /** A vote is told of for long. */
  toldOfVote: { day: 1, few: 0.8, week: 0.6, weeks: 0.5, month: 0.3, season: -0.5, far: -4 },
  /** Planned after it was held: it is the next. */
  plannedAfterHeld: -1.8,
  cancelledAndHeld: -1.5,
} as const
