import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { EntityRef } from '../questions.ts'
import { checkCount, checkQuestion, checkWords, dayAfter, daysOf } from './checks.ts'
import { idOf } from './entities.ts'
import { touches } from './events.ts'

/** With whom somebody is told of, in stories and in events. */
export async function findCoOccurrence(
  archive: Database,
  who: string | number,
  options: { type?: string; from?: string; to?: string; limit?: number } = {},
): Promise<{ entity: EntityRef; stories: number; events: number }[]> {
  const caller = 'archive.coOccurrence'
  checkQuestion(options, ['type', 'from', 'to', 'limit'], caller)
  const days = daysOf(options, caller)
  const limit = checkCount(options.limit, `${caller}.limit`, 100)
  const type = options.type === undefined ? undefined : checkWords(options.type, `${caller}.type`)
  const id = await idOf(archive, who, `${caller}.who`)
  if (id === undefined) return []
  const { db } = archive
  const { first, last } = days
  const inStories = db
    .selectFrom('story_entities as own')
    .innerJoin('story_entities as other', 'other.story_id', 'own.story_id')
    .select([
      'other.entity_id as entity',
      sql<number>`count(distinct own.story_id)`.as('stories'),
      sql<number>`0`.as('events'),
    ])
    .where('own.entity_id', '=', id)
    .where('other.entity_id', '<>', id)
    .$if(first !== undefined || last !== undefined, (query) =>
      query.where('own.story_id', 'in', (eb) => {
        let told = eb.selectFrom('stories').select('id')
        if (first !== undefined) told = told.where('published', '>=', first)
        if (last !== undefined) told = told.where('published', '<', dayAfter(last))
        return told
      }),
    )
    .groupBy('other.entity_id')
  const atEvents = db
    .selectFrom('event_participants as own')
    .innerJoin('event_participants as other', 'other.event_id', 'own.event_id')
    .innerJoin('events', 'events.id', 'own.event_id')
    .select(['other.entity_id as entity', sql<number>`0`.as('stories'), sql<number>`count(*)`.as('events')])
    .where('own.entity_id', '=', id)
    .where('other.entity_id', '<>', id)
    .where((eb) => eb.and(touches(days)))
    .groupBy('other.entity_id')
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom(inStories.unionAll(atEvents).as('both'))
        .select((both) => [
          'entity',
          both.fn.sum<number>('stories').as('stories'),
          both.fn.sum<number>('events').as('events'),
        ])
        .groupBy('entity')
        .as('together'),
    )
    .innerJoin('entities', 'entities.id', 'together.entity')
    .select(['entities.id', 'entities.type', 'entities.name', 'together.stories', 'together.events'])
    .$if(type !== undefined, (query) => query.where('entities.type', '=', type!))
    .orderBy('together.stories', 'desc')
    .orderBy('together.events', 'desc')
    .orderBy('entities.id')
    .limit(limit)
    .execute()
  return rows.map(({ stories, events, ...entity }) => ({ entity, stories, events }))
}
