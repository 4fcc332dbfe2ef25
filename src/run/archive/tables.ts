import type { ColumnType, Generated } from 'kysely'

/** A day, `YYYY-MM-DD`: its order is that of its text. */
type Day = string
/** JSON as text in either database. */
type Json = string

/**
 * The tables of an archive, the same on SQLite and PostgreSQL; `docs/archive.md` tells people of them. What is named `story_…`
 * or `…_sources` is what one story says, with offsets into its text, in UTF-16 code units; the others are what all stories
 * say together, and can be made again from these.
 */
export interface Tables {
  stories: {
    id: Generated<number>
    /** Of the text and all that was known of it besides: the same input is one story. */
    hash: string
    /** What it was read with. */
    version: string
    /** What its owner knows it by. */
    source_id: string | null
    published: string | null
    title: string | null
    url: string | null
    publisher: string | null
    text: string
    /** The story as `extract` gives it. */
    story: Json
    /** The first story of those that say nearly the same words; its own id where there is none before it. */
    group_id: number | null
    added: ColumnType<string, string, never>
  }
  /** Hashes of the bands of a story's MinHash signature: stories that share one may be near-duplicates. */
  story_bands: { hash: number; story_id: number }

  /** Who, over all stories. */
  entities: {
    id: Generated<number>
    type: string
    name: string
    wikidata: string | null
    /** Stories that name it, and the days of publication of the first and the last. */
    stories: number
    first_day: Day | null
    last_day: Day | null
  }
  entity_names: {
    entity_id: number
    name: string
    /** As it is looked up: small letters, no accents, no dots. */
    norm: string
    stories: number
  }
  /** What an entity is looked for by when a story is linked: names, and what else they may be written as. */
  entity_keys: { key: string; entity_id: number }
  /** What tells namesakes apart: titles, countries, companions, and in how many stories. */
  entity_clues: { entity_id: number; kind: string; value: string; stories: number }
  story_entities: {
    story_id: number
    /** Its id in the story: `e1`. */
    local_id: string
    entity_id: number
    name: string
    mentions: number
    start: number
    end: number
    salience: number
    /** Why it is this entity. */
    evidence: Json
  }

  /** Where, over all stories. */
  places: {
    id: Generated<number>
    /** `geonames:1185241`, or type, country, division and name of a place without. */
    key: string
    geonames: number | null
    name: string
    /** As it is looked up. */
    norm: string
    type: string
    country: string | null
    admin: string | null
    lat: number | null
    lon: number | null
    stories: number
  }
  story_places: {
    story_id: number
    local_id: string
    place_id: number
    mentions: number
    start: number
    end: number
  }

  /** Events, each one once, however many stories tell it. */
  events: {
    id: Generated<number>
    type: string
    /** What the last story says of it: a visit that was planned was held, or cancelled. */
    status: string
    name: string
    from_day: Day | null
    to_day: Day | null
    stories: number
    /** Days of publication of the first and the last story that tell it. */
    first_told: Day | null
    last_told: Day | null
    /** Words of the sentences that tell it, with in how many stories: `{"talks":3}`. */
    words: Json
  }
  /** What an event is looked for by when a story is linked: who takes part, places. */
  event_keys: { key: string; event_id: number }
  event_sources: {
    story_id: number
    /** Its id in the story: `v1`. */
    local_id: string
    event_id: number
    type: string
    status: string
    name: string
    from_day: Day | null
    to_day: Day | null
    told: Day | null
    /** The words that speak of it. */
    start: number
    end: number
    /** The sentence that they stand in. */
    quote_start: number
    quote_end: number
    evidence: Json
  }
  event_participants: { event_id: number; entity_id: number; stories: number }
  /** Places that take part: "Russia and China held talks". */
  event_parties: { event_id: number; place_id: number; stories: number }
  event_places: { event_id: number; place_id: number; stories: number }

  /** What was or will be talked about, at an event or of none that is known. */
  topics: {
    id: Generated<number>
    event_id: number | null
    label: string
    category_code: string | null
    category_name: string | null
    status: string
    stories: number
  }
  /** What topics are found by: each word of a label, as `stemsOf` gives it. */
  topic_words: { word: string; topic_id: number }
  topic_sources: {
    story_id: number
    local_id: string
    topic_id: number
    label: string
    status: string
    quote_start: number
    quote_end: number
  }

  /** The last id that was given in a table. */
  last_ids: { kind: string; id: number }
}
