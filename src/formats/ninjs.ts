import type { Point } from 'geojson'
import type { Event, Story } from '../story.ts'
import { type About, titleOf } from './about.ts'
import { eventDays } from './event-days.ts'
import { hashOf } from './hash-of.ts'
import { identifiersOf, mediaTopic } from './identifiers.ts'

interface Named {
  name: string
  uri?: string
  literal?: string
}

interface Subject extends Named {
  creator: 'nutgraf'
  /** 0 to 100. */
  confidence: number
}

/** What story and event items of IPTC ninjs 3.1 have in common here. */
interface Item {
  uri: string
  title: string
  people: Named[]
  organisations: Named[]
  places: (Named & { geoJSON?: Point })[]
  subjects: Subject[]
}

/** An event as an item of its own, associated with the story. */
export interface NinjsEvent extends Item {
  name: string
  rel: 'event'
  type: 'event'
  eventDetails: {
    eventStatus: string
    dates?: { expectedStartDate?: string; expectedEndDate?: string }
  }
}

/** A story as an item of IPTC ninjs 3.1, the part of it that is written here. */
export interface Ninjs extends Item {
  type: 'text'
  language: 'en'
  standard: { name: 'ninjs'; version: '3.1'; schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' }
  contentCreated?: string
  headlines: { value: string }[]
  bodies: { contentType: 'text/plain'; charCount: number; value: string }[]
  events: Named[]
  objects: Named[]
  associations: NinjsEvent[]
}

/** IPTC event occurrence status: planned only; occurs certainly; planned, then cancelled. */
const statuses: Record<Event['status'], string> = { planned: 'eos1', ongoing: 'eos5', held: 'eos5', cancelled: 'eos6' }

/**
 * The story as IPTC ninjs 3.1: people, organisations, places, subjects, and each event as an associated item with its
 * days and status. `about.url` is the item's `uri`; without one it is `urn:nutgraf:` and a hash of the text.
 *
 * @see https://www.iptc.org/std/ninjs/
 */
export function toNinjs(story: Story<string>, text: string, about: About = {}): Ninjs {
  const uri = about.url ?? `urn:nutgraf:${hashOf(text)}`
  const title = titleOf(text, about)
  const uris = new Map(story.events.map(({ id }) => [id, `${uri}#${id}`]))
  return {
    uri,
    type: 'text',
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    language: 'en',
    title,
    // A day alone is no instant, and ninjs has instants only.
    ...(story.published !== null && isInstant(story.published) && { contentCreated: story.published }),
    headlines: [{ value: title }],
    bodies: [{ contentType: 'text/plain', charCount: text.length, value: text }],
    ...named(story),
    subjects: subjectsOf(story, () => true),
    events: [
      ...story.events.map(({ id, name }) => ({ name, uri: uris.get(id)! })),
      ...story.entities.filter(({ type }) => type === 'event').map(nameOf),
    ],
    objects: story.entities.filter(({ type }) => type === 'product' || type === 'work').map(nameOf),
    associations: story.events.map((event) => eventItem(event, uris.get(event.id)!, story)),
  }
}

const isInstant = (value: string) => /T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value)

function nameOf(item: { name: string; wikidata?: string | undefined; geonames?: number | null }): Named {
  const [uri] = identifiersOf(item)
  return { name: item.name, ...(uri !== undefined && { uri }) }
}

/** People, organisations and places: all of a story, or those with one of some ids. */
function named({ entities, locations }: Story<string>, ids?: readonly string[]) {
  const wanted = ({ id }: { id: string }) => ids === undefined || ids.includes(id)
  const ofType = (type: string) => entities.filter((entity) => entity.type === type && wanted(entity)).map(nameOf)
  return {
    people: ofType('person'),
    organisations: ofType('organization'),
    places: [
      ...locations.filter(wanted).map((location) => ({
        ...nameOf(location),
        ...(location.coordinates && {
          geoJSON: { type: 'Point' as const, coordinates: [location.coordinates.lon, location.coordinates.lat] },
        }),
      })),
      ...ofType('facility'),
    ],
  }
}

function subjectsOf({ topics }: Story<string>, wanted: (id: string) => boolean): Subject[] {
  return topics
    .filter(({ id }) => wanted(id))
    .map(({ label, category, mentions }) => ({
      ...(category ? { name: category.name, uri: mediaTopic(category.code), literal: label } : { name: label }),
      creator: 'nutgraf',
      confidence: Math.round(100 * Math.max(...mentions.map(({ confidence }) => confidence))),
    }))
}

function eventItem(event: Event, uri: string, story: Story<string>): NinjsEvent {
  const { name, status, participants, locations, topics } = event
  const { first, last } = eventDays(event, story)
  const dates = {
    ...(first !== null && { expectedStartDate: first }),
    ...(last !== null && { expectedEndDate: last }),
  }
  return {
    ...{ name, rel: 'event', uri, type: 'event', title: name },
    ...named(story, [...participants, ...locations]),
    subjects: subjectsOf(story, (id) => topics.includes(id)),
    eventDetails: {
      eventStatus: `http://cv.iptc.org/newscodes/eventoccurstatus/${statuses[status]}`,
      ...(first !== null && { dates }),
    },
  }
}
