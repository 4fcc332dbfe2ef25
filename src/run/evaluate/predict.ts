import type { Story } from '../../base/story.ts'
import type { ScoredLayer } from './layers.ts'
import type { Gold, Prediction } from './schema.ts'

/**
 * A story in the words of annotated sets: a record for each mention, of topics and events a record with its mentions.
 * Some sets have demonyms among their toponyms, others have not.
 */
export function predictionOf(id: Gold['id'], story: Story<string>, layer: ScoredLayer, demonyms = true): Prediction {
  const { entities, dates, locations, events, topics } = story
  switch (layer) {
    case 'entities':
      // A demonym is a group, and what lies inside of a name is a part of it: neither is a place here.
      return {
        id,
        entities: [
          ...entities.flatMap(({ type, mentions }) => mentions.map(({ start, end }) => ({ start, end, type }))),
          ...locations.flatMap(({ mentions }) =>
            mentions.flatMap(({ start, end, form }) => (form === 'name' ? [{ start, end, type: 'location' }] : [])),
          ),
        ],
      }
    case 'dates':
      return { id, dates: dates.map(({ start, end, type, value }) => ({ start, end, type, value })) }
    case 'locations':
      return {
        id,
        locations: locations.flatMap(({ mentions, coordinates }) =>
          mentions.flatMap(({ start, end, form }) =>
            demonyms || form !== 'demonym' ? [{ start, end, ...coordinates }] : [],
          ),
        ),
      }
    case 'agenda': {
      const mentionsOf = new Map([...entities, ...locations].map(({ id, mentions }) => [id, mentions]))
      return {
        id,
        topics: topics.map(({ mentions, status, event }) => ({ mentions, status, event })),
        events: events.map(({ id, type, status, mentions, participants }) => ({
          ...{ id, type, status, mentions },
          participants: participants.flatMap((who) => ({ mentions: mentionsOf.get(who) ?? [] })),
        })),
      }
    }
  }
}
