import type { Point } from 'geojson'
import type { Entity, Event, Location, Story, Topic } from '../base/story.ts'
import { type About, addressOf, titleOf } from './about.ts'
import { byId } from './by-id.ts'
import { eventDays } from './event-days.ts'
import { hashOf } from './hash-of.ts'
import { identifiersOf, mediaTopic } from './identifiers.ts'

/**
 * A thing by its name and, where it has one, its address.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type NinjsNamed, toNinjs } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const names = (list: readonly NinjsNamed[]) => list.map(({ name }) => name)
 * console.log(names(toNinjs(extract(text), text).people).join()) // Sergey Lavrov
 */
export interface NinjsNamed {
  name: string
  uri?: string
  literal?: string
}

/**
 * What an item is about: a topic, with its Media Topic where it has one.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type NinjsSubject, toNinjs } from 'nutgraf/formats'
 *
 * const text = 'The two sides discussed a gas pipeline.'
 * const line = ({ name, confidence }: NinjsSubject) => `${name}, ${confidence > 0}`
 * console.log(toNinjs(extract(text), text).subjects.map(line).join('; ')) // natural gas, true
 */
export interface NinjsSubject extends NinjsNamed {
  creator: 'nutgraf'
  /** 0 to 100. */
  confidence: number
}

/**
 * What story and event items of IPTC ninjs 3.1 have in common here.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type NinjsItem, toNinjs } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const line = ({ people, places }: NinjsItem) => `${people.length} ${places.length}`
 * console.log(line(toNinjs(extract(text), text))) // 1 1
 */
export interface NinjsItem {
  uri: string
  title: string
  people: NinjsNamed[]
  organisations: NinjsNamed[]
  places: (NinjsNamed & { geoJSON?: Point })[]
  subjects: NinjsSubject[]
}

/**
 * An event as an item of its own, associated with the story; its status is one of IPTC's event occurrence statuses.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type NinjsEvent, toNinjs } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const line = ({ name, eventDetails }: NinjsEvent) => `${name} ${eventDetails.dates?.expectedStartDate}`
 * console.log(toNinjs(extract(text, { published: '2023-08-30' }), text).associations.map(line).join()) // visit to Dhaka 2023-09-07
 */
export interface NinjsEvent extends NinjsItem {
  name: string
  rel: 'event'
  type: 'event'
  eventDetails: {
    eventStatus: string
    dates?: { expectedStartDate?: string; expectedEndDate?: string }
  }
}

/**
 * A story as an item of IPTC ninjs 3.1, the part of it that is written here.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type Ninjs, toNinjs } from 'nutgraf/formats'
 *
 * const headline = ({ headlines }: Ninjs) => headlines[0]?.value
 * console.log(headline(toNinjs(extract('Talks ended.'), 'Talks ended.'))) // Talks ended.
 */
export interface Ninjs extends NinjsItem {
  type: 'text'
  language: 'en'
  standard: { name: 'ninjs'; version: '3.1'; schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' }
  contentCreated?: string
  headlines: { value: string }[]
  bodies: { contentType: 'text/plain'; charCount: number; value: string }[]
  events: NinjsNamed[]
  objects: NinjsNamed[]
  associations: NinjsEvent[]
}

/** IPTC event occurrence status: planned only; occurs certainly; planned, then cancelled. */
const statuses: Record<Event['status'], string> = { planned: 'eos1', ongoing: 'eos5', held: 'eos5', cancelled: 'eos6' }

/**
 * The story as IPTC ninjs 3.1: people, organisations, places, subjects, and each event as an associated item with its
 * days and status. `about.url` is the item's `uri`; without one it is `urn:nutgraf:` and a hash of the text.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toNinjs } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * console.log(toNinjs(extract(text), text).standard.version) // 3.1
 * @see https://www.iptc.org/std/ninjs/
 */
export function toNinjs(story: Story<string>, text: string, about: About = {}): Ninjs {
  const uri = addressOf(about) ?? `urn:nutgraf:${hashOf(text)}`
  const title = titleOf(text, about)
  const itemOf = eventWriter(story)
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
    ...named(story.entities, story.locations),
    subjects: subjectsOf(story.topics),
    events: [
      ...story.events.map(({ id, name }) => ({ name, uri: `${uri}#${id}` })),
      ...story.entities.filter(({ type }) => type === 'event').map(nameOf),
    ],
    objects: story.entities.filter(({ type }) => type === 'product' || type === 'work').map(nameOf),
    associations: story.events.map((event) => itemOf(event, `${uri}#${event.id}`)),
  }
}

const isInstant = (value: string) => /T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value)

function nameOf(item: { name: string; wikidata?: string | undefined; geonames?: number | null }): NinjsNamed {
  const [uri] = identifiersOf(item)
  return { name: item.name, ...(uri !== undefined && { uri }) }
}

/** People, organisations and places among entities and locations. */
function named(entities: readonly Entity<string>[], locations: readonly Location[]) {
  const ofType = (type: string) => entities.filter((entity) => entity.type === type).map(nameOf)
  return {
    people: ofType('person'),
    organisations: ofType('organization'),
    places: [
      ...locations.map((location) => ({
        ...nameOf(location),
        ...(location.coordinates && {
          geoJSON: { type: 'Point' as const, coordinates: [location.coordinates.lon, location.coordinates.lat] },
        }),
      })),
      ...ofType('facility'),
    ],
  }
}

const subjectsOf = (topics: readonly Topic[]): NinjsSubject[] =>
  topics.map(({ label, category, mentions }) => ({
    ...(category ? { name: category.name, ...uriOf(category.code), literal: label } : { name: label }),
    creator: 'nutgraf',
    confidence: Math.round(100 * Math.max(...mentions.map(({ confidence }) => confidence))),
  }))

function uriOf(code: string): { uri?: string } {
  const uri = mediaTopic(code)
  return uri === undefined ? {} : { uri }
}

/** Writes events of a story as items. */
function eventWriter(story: Story<string>): (event: Event, uri: string) => NinjsEvent {
  const [entitiesOf, locationsOf] = [byId(story.entities), byId(story.locations)]
  const [datesOf, topicsOf] = [byId(story.dates), byId(story.topics)]
  return ({ name, status, participants, locations, dates, topics }, uri) => {
    const { first, last } = eventDays(datesOf(dates))
    const days = {
      ...(first !== null && { expectedStartDate: first }),
      ...(last !== null && { expectedEndDate: last }),
    }
    return {
      ...{ name, rel: 'event', uri, type: 'event', title: name },
      ...named(entitiesOf(participants), locationsOf([...new Set([...participants, ...locations])])),
      subjects: subjectsOf(topicsOf(topics)),
      eventDetails: {
        eventStatus: `http://cv.iptc.org/newscodes/eventoccurstatus/${statuses[status]}`,
        ...(first !== null && { dates: days }),
      },
    }
  }
}
