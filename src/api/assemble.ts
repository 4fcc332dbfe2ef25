import type { DateExpression, Entity, Event, Location, Story, Topic } from '../base/story.ts'
import type { FoundLocation } from '../layers/locations/locations.ts'
import { type TypedSpan, tagOf } from '../rules/match.ts'

type WithoutId<T> = Omit<T, 'id'>

/** Who, when and where of a story. */
export type Findings = Pick<Story<string>, 'entities' | 'dates' | 'locations'>

/** The same before they have their ids. */
export interface Unnumbered {
  dates: readonly WithoutId<DateExpression>[]
  entities: readonly WithoutId<Entity<string>>[]
  locations: readonly FoundLocation[]
}

/** Ids in order of first mention. */
export function withIds(found: Unnumbered): Findings {
  const placeIds = new Map(found.locations.map((location, i) => [location, `l${i + 1}`]))
  return {
    entities: found.entities.map((entity, i) => ({ id: `e${i + 1}`, ...entity })),
    dates: found.dates.map((date, i) => ({ id: `d${i + 1}`, ...date })),
    locations: found.locations.map((location, i) => ({
      id: `l${i + 1}`,
      ...location,
      within: location.within && placeIds.get(location.within)!,
    })),
  }
}

/** Events with the ids of their topics. */
export function withTopics(events: readonly Omit<Event, 'topics'>[], topics: readonly Topic[]): Event[] {
  const idsOf = new Map<string | null, string[]>(events.map(({ id }) => [id, []]))
  for (const { id, event } of topics) idsOf.get(event)?.push(id)
  return events.map(({ mentions, ...event }) => ({ ...event, topics: idsOf.get(event.id) ?? [], mentions }))
}

/** The spans of a story under the tags by which rules call them. */
export function typedSpans({ entities, dates, locations }: Findings): TypedSpan[] {
  return [
    ...entities.flatMap(({ type, mentions }) => mentions.map(({ start, end }) => ({ start, end, tag: tagOf(type) }))),
    ...dates.filter(({ type }) => type !== 'duration').map(({ start, end }) => ({ start, end, tag: 'Date' })),
    ...locations.flatMap(({ mentions }) =>
      mentions.filter(({ form }) => form === 'name').map(({ start, end }) => ({ start, end, tag: 'Location' })),
    ),
  ]
}

/** What can take part in an event: who, where and when. */
export function participantsOf({ entities, dates, locations }: Findings) {
  return {
    entities: entities.filter(({ value }) => value === undefined),
    places: locations.flatMap(withoutInner),
    dates: dates
      .filter(({ type, value }) => (type === 'date' || type === 'time') && value !== 'PRESENT_REF')
      .map((date) => ({ ...date, mentions: [date] })),
  }
}

/** A place as it is named outside of other names: what the name of a body holds takes part in nothing. */
function withoutInner(place: Location): Location[] {
  const mentions = place.mentions.filter(({ form }) => form !== 'inside')
  return mentions.length === 0 ? [] : [{ ...place, mentions }]
}
