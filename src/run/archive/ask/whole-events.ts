import { type Selectable, sql } from 'kysely'
import type { Event, Topic } from '../../../base/story.ts'
import type { Database } from '../database.ts'
import type { ArchiveEvent, ArchiveTopic } from '../questions.ts'
import { listOf } from '../rows.ts'
import type { Tables } from '../tables.ts'
import { quote, storiesOf } from './quotations.ts'
import { placeColumns } from './where.ts'

export type EventRow = Selectable<Tables['events']> & Pick<Event, 'type' | 'status'>

/** Events with who takes part, where, about what, and what their stories say: six queries, however many they are. */
export async function wholeEvents(
  archive: Database,
  rows: readonly EventRow[],
  sources: number,
): Promise<ArchiveEvent[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [participants, parties, places, topics, told] = await Promise.all([
    participantsOf(archive, ids),
    placesOf(archive, 'event_parties', ids),
    placesOf(archive, 'event_places', ids),
    topicsOf(archive, ids),
    sourcesOf(archive, ids, sources),
  ])
  return rows.map(({ id, type, status, name, from_day: from, to_day: to, stories, ...row }) => ({
    ...{ id, type, status, name, from, to },
    participants: participants.get(id) ?? [],
    parties: parties.get(id) ?? [],
    places: places.get(id) ?? [],
    topics: topics.get(id) ?? [],
    stories,
    ...{ firstTold: row.first_told, lastTold: row.last_told },
    sources: told.get(id) ?? [],
  }))
}

/** What belongs to each event, in the order of the rows. */
function byEvent<Row extends { event: number }, Item>(rows: readonly Row[], itemOf: (row: Row) => Item) {
  const lists = new Map<number, Item[]>()
  for (const row of rows) {
    const list = lists.get(row.event)
    if (list) list.push(itemOf(row))
    else lists.set(row.event, [itemOf(row)])
  }
  return lists
}

async function participantsOf({ db, engine }: Database, ids: readonly number[]) {
  const rows = await db
    .selectFrom('event_participants as p')
    .innerJoin('entities as e', 'e.id', 'p.entity_id')
    .select(['p.event_id as event', 'e.id', 'e.type', 'e.name'])
    .where('p.event_id', 'in', listOf(engine, ids))
    .orderBy('p.stories', 'desc')
    .orderBy('e.id')
    .execute()
  return byEvent(rows, ({ event: _, ...entity }) => entity)
}

async function placesOf({ db, engine }: Database, table: 'event_parties' | 'event_places', ids: readonly number[]) {
  const rows = await db
    .selectFrom(db.selectFrom(table).selectAll().as('at'))
    .innerJoin('places', 'places.id', 'at.place_id')
    .select(['at.event_id as event', ...placeColumns])
    .where('at.event_id', 'in', listOf(engine, ids))
    .orderBy('at.stories', 'desc')
    .orderBy('places.id')
    .execute()
  return byEvent(rows, ({ event: _, ...place }) => place)
}

async function topicsOf({ db, engine }: Database, ids: readonly number[]) {
  const rows = await db
    .selectFrom('topics')
    .select(['event_id as event', 'id', 'label', 'category_code', 'category_name', 'status', 'stories'])
    .where('event_id', 'in', listOf(engine, ids))
    .orderBy('stories', 'desc')
    .orderBy('id')
    .execute()
  return byEvent(
    rows.map(({ event, ...row }) => ({ event: event!, ...row })),
    ({ id, label, category_code: code, category_name: name, status, stories }): ArchiveTopic => {
      const category = code === null || name === null ? null : { code, name }
      return { id, label, category, status: status as Topic['status'], stories }
    },
  )
}

/** The sentences that tell each event as it stands, the newest of them before others, given in order of publication. */
async function sourcesOf(archive: Database, ids: readonly number[], most: number) {
  const { db, engine } = archive
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('event_sources as s')
        .innerJoin('events as e', 'e.id', 's.event_id')
        .select(['s.event_id as event', 's.story_id as story', 's.quote_start as start', 's.quote_end as end'])
        .select([
          // What was planned and is held is told by those who say that it was.
          sql<number>`row_number() over (partition by s.event_id order by case when s.status = e.status then 0 else 1 end, s.told desc nulls last, s.story_id, s.quote_start, s.local_id)`.as(
            'choice',
          ),
          sql<number>`row_number() over (partition by s.event_id order by s.told nulls last, s.story_id, s.quote_start, s.local_id)`.as(
            'nth',
          ),
        ])
        .where('s.event_id', 'in', listOf(engine, ids))
        .as('sources'),
    )
    .selectAll()
    .where('choice', '<=', most)
    .orderBy('event')
    .orderBy('nth')
    .execute()
  const stories = await storiesOf(
    archive,
    rows.map(({ story }) => story),
  )
  return byEvent(rows, ({ story, start, end }) => quote(stories.get(story)!, { start, end }))
}
