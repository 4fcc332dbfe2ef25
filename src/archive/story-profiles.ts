import type { Story } from '../base/story.ts'
import type { EntityProfile, EventProfile } from './profile.ts'

const amounts = new Set(['money', 'percent', 'quantity'])

/** What a story says of each entity that is linked, by its id in the story (`e1`); amounts are left out. */
export function profilesOf(story: Story<string>, _text: string): Map<string, EntityProfile> {
  const day = story.published?.slice(0, 10) ?? null
  const once = (names: readonly string[]) => new Map(names.map((name) => [name, 1]))
  return new Map(
    story.entities
      .filter(({ type }) => !amounts.has(type))
      .map(({ id, type, name, aliases, titles, wikidata = null }) => [
        id,
        {
          ...{ type, names: once([name, ...aliases]), titles: once(titles), countries: once([]), companions: once([]) },
          ...{ wikidata, first: day, last: day },
        },
      ]),
  )
}

/** Archive-wide ids of a story's entities and places, by their ids in the story. */
export interface Ids {
  entities: ReadonlyMap<string, number>
  places: ReadonlyMap<string, number>
}

/** What a story says of each of its events, by its id in the story (`v1`). */
export function eventProfilesOf(story: Story<string>, _text: string, ids: Ids): Map<string, EventProfile> {
  const day = story.published?.slice(0, 10) ?? null
  const known = (names: readonly string[], of: ReadonlyMap<string, number>) =>
    new Set(names.flatMap((name) => of.get(name) ?? []))
  return new Map(
    story.events.map(({ id, type, status, name, participants, locations, dates, topics }) => {
      const when = story.dates.find((date) => dates.includes(date.id) && date.from !== null)
      return [
        id,
        {
          ...{ type, status, name, from: when?.from?.slice(0, 10) ?? null, to: when?.to?.slice(0, 10) ?? null },
          participants: known(participants, ids.entities),
          parties: known(participants, ids.places),
          places: known(locations, ids.places),
          words: new Map(),
          topics: story.topics.filter((topic) => topics.includes(topic.id)),
          ...{ firstTold: day, lastTold: day },
        },
      ]
    }),
  )
}
