import type { Mention, Story } from '../base/story.ts'
import { layers as allLayers, type Layer } from '../base/types.ts'
import type { ExtractOptions } from './options.ts'

/** What has to be found, besides dates, for the lists that are asked for. */
export type Wanted = Readonly<Record<keyof typeof usedBy, boolean>>

/** The lists that each part of the reading is needed for: who, where and when are what the agenda is found by. */
const usedBy = {
  names: ['entities', 'locations', 'events', 'topics'],
  entities: ['entities', 'events', 'topics'],
  locations: ['locations', 'events', 'topics'],
  agenda: ['events', 'topics'],
  topics: ['topics'],
} as const satisfies Record<string, readonly Layer[]>

export function wantedFor({ layers = allLayers }: ExtractOptions): Wanted {
  const isWanted = (part: keyof Wanted) => usedBy[part].some((layer) => layers.includes(layer))
  return {
    names: isWanted('names'),
    entities: isWanted('entities'),
    locations: isWanted('locations'),
    agenda: isWanted('agenda'),
    topics: isWanted('topics'),
  }
}

type Lists = Pick<Story<string>, Layer>

/**
 * The lists of a story that are asked for, with the mentions that are sure enough: what has none left goes, and with it what
 * refers to it. Ids are in order of first mention again.
 */
export function selectFrom(found: Lists, { layers, minConfidence }: ExtractOptions): Lists {
  if (layers === undefined && !minConfidence) return found
  return withNewIds(only(layers ?? allLayers, minConfidence ? sureOf(found, minConfidence) : found))
}

function only(layers: readonly Layer[], { entities, dates, locations, events, topics }: Lists): Lists {
  const given = <T>(layer: Layer, list: T[]): T[] => (layers.includes(layer) ? list : [])
  return {
    entities: given('entities', entities),
    dates: given('dates', dates),
    locations: given('locations', locations),
    events: given('events', events),
    topics: given('topics', topics),
  }
}

function sureOf({ entities, dates, locations, events, topics }: Lists, least: number): Lists {
  const isSure = ({ confidence }: Mention) => confidence >= least
  const withSure = <T extends { mentions: Mention[] }>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ ...item, mentions: item.mentions.filter(isSure) }))
      .filter(({ mentions }) => mentions.length > 0)
      .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start)
  return {
    entities: withSure(entities),
    dates: dates.filter(isSure),
    locations: withSure(locations),
    events: withSure(events),
    topics: withSure(topics),
  }
}

/** Numbers each list from 1 on; references to what is not there are dropped. */
function withNewIds({ entities, dates, locations, events, topics }: Lists): Lists {
  const lists = { e: entities, d: dates, l: locations, v: events, t: topics }
  const ids = new Map(
    Object.entries(lists).flatMap(([letter, list]) => list.map(({ id }, i) => [id, `${letter}${i + 1}`] as const)),
  )
  const one = (id: string | null) => (id === null ? null : (ids.get(id) ?? null))
  const those = (references: readonly string[]) => references.flatMap((id) => ids.get(id) ?? [])
  const named = <T extends { id: string }>(item: T): T => ({ ...item, id: ids.get(item.id)! })
  return {
    entities: entities.map(named),
    dates: dates.map(named),
    locations: locations.map((location) => ({ ...named(location), within: one(location.within) })),
    events: events.map((event) => ({
      ...named(event),
      participants: those(event.participants),
      locations: those(event.locations),
      dates: those(event.dates),
      topics: those(event.topics),
    })),
    topics: topics.map((topic) => ({ ...named(topic), event: one(topic.event), entities: those(topic.entities) })),
  }
}
