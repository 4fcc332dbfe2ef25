import type { Event, Topic } from '../base/story.ts'

/** How many stories say so, by what they say. */
export type Counts = ReadonlyMap<string, number>

/** Somebody or something as one story names it, or as all stories of an archive together do. */
export interface EntityProfile {
  type: string
  /** Names and aliases as they were written. */
  names: Counts
  /** Of persons: "Foreign Minister". */
  titles: Counts
  /** ISO 3166-1 codes of the countries that it is named with: of its titles, its name, the groups beside it. */
  countries: Counts
  /** The country that a story speaks of where it is named: the nearest in its sentence, else the most told one. */
  near: Counts
  /** Normalised full names of those who are named in the same stories. */
  companions: Counts
  /** The item of Wikidata, where a rule set knows it. */
  wikidata: string | null
  /** The days of publication of the first and the last story. */
  first: string | null
  last: string | null
}

/** An event as one story tells it, or as all its stories together do. */
export interface EventProfile {
  type: Event['type']
  status: Event['status']
  name: string
  /** The days on which it is held, as far as they are known. */
  from: string | null
  to: string | null
  /** Archive-wide ids. */
  participants: ReadonlySet<number>
  parties: ReadonlySet<number>
  places: ReadonlySet<number>
  /** Words of the sentences that tell it, in one form each; `@BD` is a land told of there, `#BD` one that it is held in. */
  words: Counts
  /** Labels of its topics. */
  topics: readonly Pick<Topic, 'label' | 'category'>[]
  /** Days of publication of the first and the last story that tell it. */
  firstTold: string | null
  lastTold: string | null
}

/**
 * Why a link was made, in words fit for people, the strongest first: `the same full name`, `both are presidents of Russia`.
 *
 * @example
 * import { type Evidence, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov will visit Dhaka on September 7.', { published: '2023-08-30' })
 * await archive.add('Sergey Lavrov arrived in Dhaka.', { published: '2023-09-07' })
 * const why: Evidence | null = await archive.why(1, { story: 2, local: 'e1' })
 * console.log(why?.reasons[0]) // the same full name
 */
export interface Evidence {
  reasons: readonly string[]
  /** How sure it is, 0 to 1. */
  confidence: number
}

/** What an entity or event of a story is, among those of the archive. */
export interface Link {
  /** The index of the candidate that it is, null where it is none of them. */
  candidate: number | null
  /** Of what is new: the index of the one before it in the same story that it is the same as, null where it is alone. */
  local: number | null
  evidence: Evidence
}
