import type { EventType } from '../base/types.ts'

/** All that the code asks of a type of event; a new type gets a row, and nothing else need know of it. */
export interface EventTypeRow {
  /** What it is called where only a verb names it: what was "met" is a meeting. */
  noun: string
  /** Nouns that stay, where it is named by its destination: "tour to Asia", but "visit to Dhaka" for a stopover. */
  keptNouns: readonly string[]
  /** Whether it is named by where it leads: "visit to Dhaka". */
  namedByDestination: boolean
  /** Whether a place that it leads to is where it takes place: those who phone are elsewhere. */
  hasPlace: boolean
  /** Whether a land that is named in its subject is no place of it: "talks on tensions in Sudan", but "a summit on food in Egypt". */
  landOfSubjectIsElsewhere: boolean
  /**
   * Who takes part, as far as rules can tell: the `guest` who goes, the `actor` before it (a candidate, a speaker), or all
   * `sides` around it.
   */
  participants: 'guest' | 'actor' | 'sides'
  /** Whether countries act as sides: "talks between Ankara and Athens". */
  countriesAct: boolean
  /** By what two mentions are one event: the `guest` and where he goes, the `head` noun, or the `company`. */
  sameBy: 'guest' | 'head' | 'company'
  /** Whether "a", "another" in one sentence sets a second mention apart: "a meeting with A and a meeting with B". */
  apartByArticle: boolean
  /** Whether it can be under way on the day of the news. */
  lasts: boolean
  /** Whether somebody stays somewhere: who has arrived is there, "on a two-day visit" is there too. */
  isStay: boolean
  /** Whether what news tells of it is over unless they say that it will be. */
  heldIfReported: boolean
  /** Verbs that are done as they are said, and other past forms: both tell that it is over. */
  doneVerbs: readonly string[]
  pastVerbs: readonly string[]
  /** Whether topics are treated at it. Beside one where they are seldom, a meeting farther off is likelier meant. */
  holdsTopics: boolean
}

const rows: Readonly<Record<EventType, EventTypeRow>> = {
  visit: {
    noun: 'visit',
    keptNouns: ['trip', 'tour', 'journey'],
    namedByDestination: true,
    hasPlace: true,
    landOfSubjectIsElsewhere: false,
    participants: 'guest',
    countriesAct: false,
    sameBy: 'guest',
    apartByArticle: false,
    lasts: true,
    isStay: true,
    heldIfReported: false,
    doneVerbs: [],
    pastVerbs: ['visited', 'arrived'],
    holdsTopics: false,
  },
  meeting: {
    noun: 'meeting',
    keptNouns: [],
    namedByDestination: false,
    hasPlace: true,
    landOfSubjectIsElsewhere: true,
    participants: 'sides',
    countriesAct: true,
    sameBy: 'company',
    apartByArticle: true,
    lasts: true,
    isStay: false,
    heldIfReported: false,
    doneVerbs: [],
    pastVerbs: ['met'],
    holdsTopics: true,
  },
  call: {
    noun: 'call',
    keptNouns: [],
    namedByDestination: false,
    hasPlace: false,
    landOfSubjectIsElsewhere: true,
    participants: 'sides',
    countriesAct: false,
    sameBy: 'company',
    apartByArticle: true,
    lasts: false,
    isStay: false,
    heldIfReported: false,
    doneVerbs: ['telephoned', 'phoned'],
    pastVerbs: [],
    holdsTopics: true,
  },
  summit: {
    noun: 'summit',
    keptNouns: [],
    namedByDestination: false,
    hasPlace: true,
    landOfSubjectIsElsewhere: false,
    participants: 'actor',
    countriesAct: false,
    sameBy: 'head',
    apartByArticle: true,
    lasts: true,
    isStay: false,
    heldIfReported: false,
    doneVerbs: [],
    pastVerbs: [],
    holdsTopics: true,
  },
  signing: {
    noun: 'signing',
    keptNouns: [],
    namedByDestination: false,
    hasPlace: true,
    landOfSubjectIsElsewhere: false,
    participants: 'sides',
    countriesAct: true,
    sameBy: 'company',
    apartByArticle: true,
    lasts: false,
    isStay: false,
    heldIfReported: false,
    doneVerbs: ['signed', 'inked'],
    pastVerbs: [],
    holdsTopics: true,
  },
  vote: {
    noun: 'vote',
    keptNouns: [],
    namedByDestination: false,
    hasPlace: true,
    landOfSubjectIsElsewhere: false,
    participants: 'actor',
    countriesAct: false,
    sameBy: 'head',
    apartByArticle: true,
    lasts: false,
    isStay: false,
    heldIfReported: false,
    doneVerbs: ['approved', 'adopted', 'passed', 'rejected', 'ratified', 'endorsed'],
    pastVerbs: ['voted'],
    holdsTopics: true,
  },
  statement: {
    noun: 'statement',
    keptNouns: [],
    namedByDestination: false,
    hasPlace: true,
    landOfSubjectIsElsewhere: true,
    participants: 'sides',
    countriesAct: false,
    sameBy: 'head',
    apartByArticle: true,
    lasts: false,
    isStay: false,
    heldIfReported: true,
    doneVerbs: [],
    pastVerbs: [],
    holdsTopics: false,
  },
}

/** What is known of a type of event. */
export const eventType = (type: EventType): EventTypeRow => rows[type]

const verbsOf = (list: 'doneVerbs' | 'pastVerbs') => new Set(Object.values(rows).flatMap((row) => row[list]))
/** Verbs of all types that are done as they are said: "approved", "signed". */
export const doneVerbs: ReadonlySet<string> = verbsOf('doneVerbs')
/** Verbs of all types, those included, whose past form tells that it is over. */
export const pastVerbs: ReadonlySet<string> = new Set([...doneVerbs, ...verbsOf('pastVerbs')])
