import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Engine } from './database.ts'

/** What people ask most often, as views: `select * from who_met_whom where who = 'Sergey Lavrov'`. */
export async function makeViews(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of Object.values(views(engine))) await statement.execute(db)
}

const views = (engine: Engine): Record<string, RawBuilder<unknown>> => {
  const join = sql.raw(engine === 'sqlite' ? 'group_concat' : 'string_agg')
  /** The names of what belongs to an event, the most often told first: `Sergey Lavrov, Abdul Momen`. */
  const names = (link: string, target: string, id: string) => sql`(
    select ${join}(name, ', ') from (
      select t.name from ${sql.table(link)} l join ${sql.table(target)} t on t.id = l.${sql.ref(id)}
      where l.event_id = e.id order by l.stories desc, t.id) named)`
  return {
    /** Each event with its names in one row. */
    event_list: sql`create view event_list as
      select e.id, e.type, e.status, e.name, e.from_day, e.to_day,
        ${names('event_participants', 'entities', 'entity_id')} as participants,
        ${names('event_parties', 'places', 'place_id')} as parties,
        ${names('event_places', 'places', 'place_id')} as places,
        (select ${join}(label, '; ') from (
          select label from topics where event_id = e.id order by stories desc, id) labels) as topics,
        e.stories, e.first_told, e.last_told
      from events e`,
    /** A row for each two who take part in an event, in either order. */
    who_met_whom: sql`create view who_met_whom as
      select a.id as who_id, a.name as who, b.id as whom_id, b.name as whom,
        e.id as event_id, e.type, e.status, e.name as event, e.from_day, e.to_day,
        ${names('event_places', 'places', 'place_id')} as places, e.stories
      from events e
      join event_participants pa on pa.event_id = e.id
      join event_participants pb on pb.event_id = e.id and pb.entity_id <> pa.entity_id
      join entities a on a.id = pa.entity_id
      join entities b on b.id = pb.entity_id`,
    /** Events with a place of theirs in each row: for a map. */
    event_map: sql`create view event_map as
      select e.id as event_id, e.type, e.status, e.name as event, e.from_day, e.to_day,
        p.id as place_id, p.name as place, p.country, p.lat, p.lon, e.stories
      from events e
      join event_places l on l.event_id = e.id
      join places p on p.id = l.place_id`,
    /** What is to be talked about, and at which event. */
    agenda: sql`create view agenda as
      select t.id as topic_id, t.label as topic, t.category_code, t.category_name, t.status,
        e.id as event_id, e.type, e.name as event, e.status as event_status, e.from_day, e.to_day,
        ${names('event_participants', 'entities', 'entity_id')} as participants,
        ${names('event_places', 'places', 'place_id')} as places, t.stories
      from topics t
      left join events e on e.id = t.event_id
      where t.status = 'planned' or e.status = 'planned'`,
    /** Who is named with whom, and in how many stories. */
    co_occurrence: sql`create view co_occurrence as
      select a.id as who_id, a.name as who, b.id as with_id, b.name as with_whom, b.type as with_type,
        count(distinct sa.story_id) as stories
      from story_entities sa
      join story_entities sb on sb.story_id = sa.story_id and sb.entity_id <> sa.entity_id
      join entities a on a.id = sa.entity_id
      join entities b on b.id = sb.entity_id
      group by a.id, a.name, b.id, b.name, b.type`,
    /** Which story names whom, how it writes the name, and how often. */
    mentions: sql`create view mentions as
      select e.id as entity_id, e.type, e.name, m.name as written, m.mentions, m.salience,
        s.id as story_id, s.source_id, s.published, s.title, s.url, s.publisher
      from story_entities m
      join entities e on e.id = m.entity_id
      join stories s on s.id = m.story_id`,
  }
}
