import type { Span } from './span.ts'
import type { Event } from './story.ts'

/** Something of the story with an id: an entity, a place or a date. */
export interface Known {
  id: string
  name?: string
  type: string
  country?: string | null
  titles?: readonly string[]
  /** Of a date: its first day. */
  from?: string | null
  /** Of a date: its last day. */
  to?: string | null
  mentions: readonly Span[]
}

/** What can take part in an event: who, where and when. */
export interface Found {
  entities: readonly Known[]
  places: readonly Known[]
  dates: readonly Known[]
}

/** An event whose topics are not yet known. */
export type FoundEvent = Omit<Event, 'topics'>
