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

/** What is known of a story besides its words. */
export interface ArchiveAbout extends ExtractOptions {
  /** What its owner knows it by. */
  id?: string | number
  title?: string
  url?: string
  publisher?: string
}

/** A story with what is known of it. */
export interface ArchiveInput extends StoryInput, ArchiveAbout {}

/** What came of adding a story. */
export interface Added {
  /** Its id in the archive. */
  story: number
  /** `known` where the same input had been read with the same version, `renewed` where with another. */
  outcome: 'added' | 'known' | 'renewed'
}

/** What came of adding many. */
export interface AddedAll {
  added: number
  known: number
  renewed: number
  failed: readonly { id: string | number | null; code: string; message: string }[]
}

/** Stories, with one record for all that they say of one person, place or event. */
export interface Archive extends AsyncDisposable {
  /** Reads a text and adds what it says. The same input twice is one story. */
  add(text: string, about?: ArchiveAbout): Promise<Added>
  /** Adds a story that was read elsewhere: by a batch, a queue, a server. */
  addStory(story: Story<string>, text: string, about?: ArchiveAbout): Promise<Added>
  addAll(
    stories: AsyncIterable<ArchiveInput> | Iterable<ArchiveInput>,
    options?: { signal?: AbortSignal; onProgress?: (done: number) => void },
  ): Promise<AddedAll>
  /** Links all stories anew, in the order of their days: after rules that correct links have changed. */
  relink(): Promise<void>

  events(question?: EventQuestion): Promise<ArchiveEvent[]>
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
  places(name: string): Promise<PlaceRef[]>
  place(id: number): Promise<PlaceRef | null>
  search(words: string, options?: { from?: string; to?: string; limit?: number; offset?: number }): Promise<SearchHit[]>
  /** Stories by their days of publication, the newest first. */
  stories(options?: { from?: string; to?: string; limit?: number; offset?: number }): Promise<ArchiveStory[]>
  story(id: number): Promise<WholeStory | null>
  /** Why a mention of a story is linked to an entity: `why(12, { story: 4, local: 'e1' })`. */
  why(entity: number, mention: { story: number; local: string }): Promise<Evidence | null>
  /** How many there are of each. */
  counts(): Promise<{ stories: number; entities: number; places: number; events: number; topics: number }>
  close(): Promise<void>
}
