import type { Event, Story, Topic } from '../../base/story.ts'

/**
 * Where a story says something: its own words.
 *
 * @example
 * import { openArchive, type Quotation } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('He is tired. Sergey Lavrov is in Dhaka.', { publisher: 'Daily Courier' })
 * const said: Quotation[] = await archive.mentions('Lavrov')
 * console.log(said.map(({ publisher, text }) => `${publisher}: ${text}`).join()) // Daily Courier: Sergey Lavrov is in Dhaka.
 */
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

/**
 * Somebody or something, in short.
 *
 * @example
 * import { type EntityRef, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov met Abdul Momen.')
 * const [company] = await archive.coOccurrence('Lavrov')
 * const { type, name }: EntityRef = company!.entity
 * console.log(type, name) // person Abdul Momen
 */
export interface EntityRef {
  id: number
  type: string
  name: string
}

/**
 * A place, in short.
 *
 * @example
 * import { openArchive, type PlaceRef } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov arrived in Dhaka.')
 * const places: PlaceRef[] = await archive.places('Dhaka')
 * console.log(places.map(({ name, country, lat }) => `${name} ${country} ${lat}`).join()) // Dhaka BD 23.71
 */
export interface PlaceRef {
  id: number
  name: string
  type: string
  country: string | null
  lat: number | null
  lon: number | null
}

/**
 * What was or will be talked about.
 *
 * @example
 * import { type ArchiveTopic, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov and Abdul Momen met in Dhaka. They discussed wheat exports.')
 * const [meeting] = await archive.events()
 * const shown = ({ label, status, category }: ArchiveTopic) => `${label} ${status} ${category?.name}`
 * console.log(meeting?.topics.map(shown).join()) // wheat exports discussed exports
 */
export interface ArchiveTopic {
  id: number
  label: string
  category: Topic['category']
  status: Topic['status']
  stories: number
}

/**
 * An event with all that its stories say of it.
 *
 * @example
 * import { type ArchiveEvent, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov will visit Dhaka on September 7.', { published: '2023-08-30' })
 * await archive.add('Sergey Lavrov visited Dhaka on Thursday.', { published: '2023-09-07' })
 * const events: ArchiveEvent[] = await archive.events({ who: 'Lavrov' })
 * console.log(events.map(({ name, from, status, stories }) => `${name} ${from} ${status} ${stories}`).join()) // visit to Dhaka 2023-09-07 held 2
 */
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

/**
 * Somebody or something with all names.
 *
 * @example
 * import { type ArchiveEntity, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Foreign Minister Sergey Lavrov arrived in Dhaka.')
 * const lavrov: ArchiveEntity | null = await archive.entity('Lavrov')
 * console.log(lavrov?.name, lavrov?.titles[0]?.title) // Sergey Lavrov Foreign Minister
 */
export interface ArchiveEntity extends EntityRef {
  names: readonly { name: string; stories: number }[]
  titles: readonly { title: string; stories: number }[]
  wikidata: string | null
  stories: number
  firstDay: string | null
  lastDay: string | null
}

/** In which order events may be asked for; the first where none is. */
export const eventOrders = ['earliest', 'latest', 'newest'] as const satisfies readonly EventQuestion['order'][]

/**
 * What is asked of events; what is left out holds for all.
 *
 * @example
 * import { type EventQuestion, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov will visit Dhaka on September 7.', { published: '2023-08-30' })
 * const ahead: EventQuestion = { where: 'BD', from: '2023-09', status: ['planned', 'ongoing'] }
 * console.log((await archive.events(ahead)).map(({ name }) => name).join()) // visit to Dhaka
 */
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

/**
 * A story of the archive.
 *
 * @example
 * import { type ArchiveStory, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov arrived in Dhaka.', { title: 'Lavrov in Dhaka', published: '2023-09-07' })
 * const stories: ArchiveStory[] = await archive.stories({ from: '2023-09' })
 * console.log(stories.map(({ id, published, title }) => `${id} ${published} ${title}`).join()) // 1 2023-09-07 Lavrov in Dhaka
 */
export interface ArchiveStory
  extends Pick<Quotation, 'sourceId' | 'published' | 'title' | 'headline' | 'url' | 'publisher'> {
  id: number
  /** Ids of the stories that say nearly the same words, itself among them. */
  copies: readonly number[]
}

/**
 * A story of the archive with all that is in it.
 *
 * @example
 * import { openArchive, type WholeStory } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov arrived in Dhaka.')
 * const whole: WholeStory | null = await archive.story(1)
 * console.log(whole?.story.entities[0]?.name, whole?.ids.e1) // Sergey Lavrov 1
 */
export interface WholeStory extends ArchiveStory {
  text: string
  /** As `extract` gives it. */
  story: Story<string>
  /** The archive-wide ids of its entities, locations, events and topics, by their ids in the story. */
  ids: Readonly<Record<string, number>>
}

/**
 * What is found by words.
 *
 * @example
 * import { openArchive, type SearchHit } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('They discussed the Rooppur nuclear power plant.')
 * const hits: SearchHit[] = await archive.search('"nuclear power"')
 * console.log(hits.map(({ snippet }) => snippet).join()) // They discussed the Rooppur [nuclear power] plant.
 */
export interface SearchHit extends ArchiveStory {
  /** The words about what was found, `[` and `]` around it. */
  snippet: string
}
