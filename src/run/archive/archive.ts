import type { ExtractOptions } from '../../api/options.ts'
import type { Evidence } from '../../archive/profile.ts'
import type { Story } from '../../base/story.ts'
import type { StoryInput } from '../batch/input.ts'
import type {
  ArchiveEntity,
  ArchiveEvent,
  ArchiveStory,
  EntityRef,
  EventQuestion,
  PlaceRef,
  Quotation,
  SearchHit,
  WholeStory,
} from './questions.ts'

/**
 * What is known of a story besides its words.
 *
 * @example
 * import { type ArchiveAbout, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * const about: ArchiveAbout = { id: 'dc-17', publisher: 'Daily Courier', published: '2023-09-07' }
 * await archive.add('Sergey Lavrov arrived in Dhaka.', about)
 * console.log((await archive.story(1))?.publisher) // Daily Courier
 */
export interface ArchiveAbout extends ExtractOptions {
  /** What its owner knows it by. */
  id?: string | number
  title?: string
  url?: string
  publisher?: string
}

/**
 * A story with what is known of it.
 *
 * @example
 * import { type ArchiveInput, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * const stories: ArchiveInput[] = [{ id: 'dc-17', text: 'Sergey Lavrov arrived in Dhaka.', publisher: 'Daily Courier' }]
 * console.log((await archive.addAll(stories)).added) // 1
 */
export interface ArchiveInput extends StoryInput, ArchiveAbout {}

/**
 * What came of adding a story.
 *
 * @example
 * import { type Added, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * const shown = ({ story, outcome }: Added) => `${story} ${outcome}`
 * console.log(shown(await archive.add('Sergey Lavrov arrived in Dhaka.'))) // 1 added
 * console.log(shown(await archive.add('Sergey Lavrov arrived in Dhaka.'))) // 1 known
 */
export interface Added {
  /** Its id in the archive. */
  story: number
  /** `known` where the same input had been read with the same version, `renewed` where with another. */
  outcome: 'added' | 'known' | 'renewed'
}

/**
 * What came of adding many.
 *
 * @example
 * import { type AddedAll, openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * const texts = [{ text: 'He flew to Oslo.' }, { text: 'She flew to Rome.', published: 'last week' }]
 * const { added, failed }: AddedAll = await archive.addAll(texts)
 * console.log(added, failed[0]?.code) // 1 invalid-published
 */
export interface AddedAll {
  added: number
  known: number
  renewed: number
  failed: readonly { id: string | number | null; code: string; message: string }[]
}

/**
 * Stories, with one record for all that they say of one person, place or event.
 *
 * @example
 * import { type Archive, openArchive } from 'nutgraf/archive'
 *
 * async function whoMetWhom(archive: Archive) {
 *   const meetings = await archive.events({ type: 'meeting', status: 'held' })
 *   return meetings.map(({ from, participants }) => `${from} ${participants.map(({ name }) => name).join(', ')}`)
 * }
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov and Abdul Momen held talks in Moscow on Friday.', { published: '2023-09-09' })
 * console.log((await whoMetWhom(archive)).join()) // 2023-09-08 Sergey Lavrov, Abdul Momen
 */
export interface Archive extends AsyncDisposable {
  /** Reads a text and adds what it says. The same input twice is one story. */
  add(text: string, about?: ArchiveAbout): Promise<Added>
  /** Adds a story that was read elsewhere: by a batch, a queue, a server. */
  addStory(story: Story<string>, text: string, about?: ArchiveAbout): Promise<Added>
  /** Reads and adds many; what can’t be read is in `failed` and stops nothing. */
  addAll(
    stories: AsyncIterable<ArchiveInput> | Iterable<ArchiveInput>,
    options?: { signal?: AbortSignal; onProgress?: (done: number) => void },
  ): Promise<AddedAll>
  /** Links all stories anew, in the order of their days: after rules that correct links have changed. */
  relink(): Promise<void>

  /** Events that answer to all that is asked, in the order of their days. */
  events(question?: EventQuestion): Promise<ArchiveEvent[]>
  /** An event by its id. */
  event(id: number): Promise<ArchiveEvent | null>
  /** Who bears a name, the most often told first. */
  entities(name: string, options?: { type?: string; limit?: number }): Promise<ArchiveEntity[]>
  /** The one that is told most often of those who bear it. */
  entity(name: string | number): Promise<ArchiveEntity | null>
  /** Events of somebody, in the order of their days. */
  timeline(who: string | number, options?: { from?: string; to?: string; limit?: number }): Promise<ArchiveEvent[]>
  /** With whom somebody is named, and in how many stories and events together. */
  coOccurrence(
    who: string | number,
    options?: { type?: string; from?: string; to?: string; limit?: number },
  ): Promise<{ entity: EntityRef; stories: number; events: number }[]>
  /** Where somebody is named, in the stories' own words. */
  mentions(who: string | number, options?: { limit?: number }): Promise<Quotation[]>
  /** Places of a name, the most often told first. */
  places(name: string): Promise<PlaceRef[]>
  /** A place by its id. */
  place(id: number): Promise<PlaceRef | null>
  /** Stories that have all words, the newest first; words in "quotes" stand side by side. */
  search(words: string, options?: { from?: string; to?: string; limit?: number; offset?: number }): Promise<SearchHit[]>
  /** Stories by their days of publication, the newest first. */
  stories(options?: { from?: string; to?: string; limit?: number; offset?: number }): Promise<ArchiveStory[]>
  /** A story with all that was found in it. */
  story(id: number): Promise<WholeStory | null>
  /** Why a mention of a story is linked to an entity: `why(12, { story: 4, local: 'e1' })`. */
  why(entity: number, mention: { story: number; local: string }): Promise<Evidence | null>
  /** How many there are of each. */
  counts(): Promise<{ stories: number; entities: number; places: number; events: number; topics: number }>
  /** Ends what is under way, and lets go of the database. */
  close(): Promise<void>
}
