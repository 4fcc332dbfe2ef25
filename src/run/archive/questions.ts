import type { Event, Story, Topic } from '../../base/story.ts'

/** Where a story says something: its own words. */
export interface Quotation {
  /** The story's id in the archive, and what its owner knows it by. */
  story: number
  sourceId: string | null
  published: string | null
  title: string | null
  /** Its title, or where it has none the first words of its text. */
  headline: string
  url: string | null
  publisher: string | null
  /** The sentence, with its offsets in the story's text, in UTF-16 code units. */
  start: number
  end: number
  text: string
}

/** Somebody or something, in short. */
export interface EntityRef {
  id: number
  type: string
  name: string
}

/** A place, in short. */
export interface PlaceRef {
  id: number
  name: string
  type: string
  country: string | null
  lat: number | null
  lon: number | null
}

/** What was or will be talked about. */
export interface ArchiveTopic {
  id: number
  label: string
  category: Topic['category']
  status: Topic['status']
  stories: number
}

/** An event with all that its stories say of it. */
export interface ArchiveEvent {
  id: number
  type: Event['type']
  status: Event['status']
  name: string
  /** Days, `YYYY-MM-DD`, null where no story tells them. */
  from: string | null
  to: string | null
  participants: readonly EntityRef[]
  /** Places that take part. */
  parties: readonly PlaceRef[]
  places: readonly PlaceRef[]
  topics: readonly ArchiveTopic[]
  /** Stories that tell it. */
  stories: number
  firstTold: string | null
  lastTold: string | null
  /** What they say, in order of publication: as many as were asked for, those first chosen that tell it as it stands. */
  sources: readonly Quotation[]
}

/** Somebody or something with all names. */
export interface ArchiveEntity extends EntityRef {
  names: readonly { name: string; stories: number }[]
  titles: readonly { title: string; stories: number }[]
  wikidata: string | null
  stories: number
  firstDay: string | null
  lastDay: string | null
}

/** What is asked of events; what is left out holds for all. */
export interface EventQuestion {
  /** A name, or an archive-wide id; of several all must take part. */
  who?: string | number | readonly (string | number)[]
  /** A place's name, a country's code (`BD`) or an archive-wide id: where it is held, or what takes part. */
  where?: string | number
  /** Days, `YYYY-MM-DD` or less (`2023-05`): events that touch them. An event without days goes by those it was told on. */
  from?: string
  to?: string
  type?: Event['type'] | readonly Event['type'][]
  status?: Event['status'] | readonly Event['status'][]
  /** Words of a topic, or the name or code of its category. */
  topic?: string
  /** Days of publication, `YYYY-MM-DD` or less: events that a story of these days tells. */
  toldFrom?: string
  toldTo?: string
  /** By their days, the first or the last of them first, or those first that were told last; `earliest` where it is not given. */
  order?: 'earliest' | 'latest' | 'newest'
  /** At most so many, 100 where it is not given. */
  limit?: number
  offset?: number
  /** Sources given with each, 3 where it is not given. */
  sources?: number
}

/** A story of the archive. */
export interface ArchiveStory {
  id: number
  sourceId: string | null
  published: string | null
  title: string | null
  /** Its title, or where it has none the first words of its text. */
  headline: string
  url: string | null
  publisher: string | null
  /** Ids of the stories that say nearly the same words, itself among them. */
  copies: readonly number[]
}

/** A story of the archive with all that is in it. */
export interface WholeStory extends ArchiveStory {
  text: string
  /** As `extract` gives it. */
  story: Story<string>
  /** The archive-wide ids of its entities, locations, events and topics, by their ids in the story. */
  ids: Readonly<Record<string, number>>
}

/** What is found by words. */
export interface SearchHit extends ArchiveStory {
  /** The words about what was found, `[` and `]` around it. */
  snippet: string
}
