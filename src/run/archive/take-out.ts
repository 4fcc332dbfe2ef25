import { sql } from 'kysely'
import { joinEvents } from '../../archive/events.ts'
import type { EventProfile } from '../../archive/profile.ts'
import { eventProfilesOf, profilesOf } from '../../archive/story-profiles.ts'
import type { Story } from '../../base/story.ts'
import { knownEntities, partEntities, saveEntities } from './entities.ts'
import { saveEvents } from './events.ts'
import { withSentences } from './sentences.ts'
import { forgetRecords } from './store.ts'
import type { Writing } from './transaction.ts'

/** Takes out what a story says; records that no other tells stay, so that it may find them again. */
export async function takeOut(writing: Writing, id: number): Promise<void> {
  const { text, story } = await storyOf(writing, id)
  await takeOutEntities(writing, id, text, story)
  await takeOutPlaces(writing, id)
  await takeOutEvents(writing, id)
  await takeOutTopics(writing, id)
  forgetRecords(writing.recent)
}

async function storyOf({ tx }: Writing, id: number): Promise<{ text: string; story: Story<string> }> {
  const { text, story } = await tx
    .selectFrom('stories')
    .select(['text', 'story'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { text, story: withSentences(JSON.parse(story), text) }
}

async function takeOutEntities(writing: Writing, id: number, text: string, story: Story<string>): Promise<void> {
  const { tx, list } = writing
  const rows = await tx
    .selectFrom('story_entities')
    .select(['local_id', 'entity_id'])
    .where('story_id', '=', id)
    .execute()
  const profiles = profilesOf(story, text)
  const known = await knownEntities(writing, [...new Set(rows.map(({ entity_id }) => entity_id))])
  const now = new Map(known)
  for (const { local_id, entity_id } of rows) {
    const told = profiles.get(local_id)
    if (told) now.set(entity_id, partEntities(now.get(entity_id)!, told))
  }
  await tx.deleteFrom('story_entities').where('story_id', '=', id).execute()
  const days = await tx
    .selectFrom('story_entities')
    .innerJoin('stories', 'stories.id', 'story_id')
    .select(({ fn }) => ['entity_id', fn.min('published').as('first'), fn.max('published').as('last')])
    .where('entity_id', 'in', list([...known.keys()]))
    .groupBy('entity_id')
    .execute()
  const told = new Map(days.map((day) => [day.entity_id, day]))
  for (const [entity, profile] of now) {
    const { first = null, last = null } = told.get(entity) ?? {}
    now.set(entity, { ...profile, first: first?.slice(0, 10) ?? null, last: last?.slice(0, 10) ?? null })
  }
  await saveEntities(writing, now, known, -1)
}

async function takeOutPlaces({ tx, list }: Writing, id: number): Promise<void> {
  const rows = await tx.selectFrom('story_places').select('place_id').distinct().where('story_id', '=', id).execute()
  const ids = rows.map(({ place_id }) => place_id)
  await tx.deleteFrom('story_places').where('story_id', '=', id).execute()
  await tx.updateTable('places').set({ stories: sql`stories - 1` }).where('id', 'in', list(ids)).execute()
}

async function takeOutEvents(writing: Writing, id: number): Promise<void> {
  const { tx, list } = writing
  const rows = await tx.selectFrom('event_sources').select('event_id').distinct().where('story_id', '=', id).execute()
  const ids = rows.map(({ event_id }) => event_id)
  await tx.deleteFrom('event_sources').where('story_id', '=', id).execute()
  for (const table of ['event_participants', 'event_parties', 'event_places', 'event_keys'] as const)
    await tx.deleteFrom(table).where('event_id', 'in', list(ids)).execute()
  await tx.updateTable('events').set({ stories: 0 }).where('id', 'in', list(ids)).execute()
  for (const event of ids) await makeEvent(writing, event)
}

/** Makes an event of what its stories say, in the order in which they tell it. */
async function makeEvent(writing: Writing, event: number): Promise<void> {
  const sources = await writing.tx
    .selectFrom('event_sources')
    .select(['story_id', 'local_id'])
    .where('event_id', '=', event)
    .orderBy('told')
    .orderBy('story_id')
    .orderBy('local_id')
    .execute()
  let made: EventProfile | undefined
  const stories = new Set<number>()
  const counted = { participants: new Map<number, Set<number>>(), parties: new Map(), places: new Map() }
  for (const { story_id, local_id } of sources) {
    const { text, story } = await storyOf(writing, story_id)
    const told = eventProfilesOf(story, text, await idsOf(writing, story_id)).get(local_id)
    if (!told) continue
    stories.add(story_id)
    made = made ? joinEvents(made, told) : told
    for (const role of ['participants', 'parties', 'places'] as const)
      for (const one of told[role]) counted[role].set(one, new Set<number>(counted[role].get(one)).add(story_id))
  }
  if (!made) return
  await saveEvents(writing, new Map([[event, made]]), stories.size)
  const rowsOf = <Key extends string>(role: keyof typeof counted, key: Key) =>
    [...counted[role]].map(([one, told]) => ({ event_id: event, [key]: one, stories: told.size })) as never
  await writing.insert('event_participants', rowsOf('participants', 'entity_id'))
  await writing.insert('event_parties', rowsOf('parties', 'place_id'))
  await writing.insert('event_places', rowsOf('places', 'place_id'))
}

/** Archive-wide ids of a story that was linked. */
async function idsOf({ tx }: Writing, story: number) {
  const entities = await tx
    .selectFrom('story_entities')
    .select(['local_id', 'entity_id'])
    .where('story_id', '=', story)
    .execute()
  const places = await tx
    .selectFrom('story_places')
    .select(['local_id', 'place_id'])
    .where('story_id', '=', story)
    .execute()
  return {
    entities: new Map(entities.map(({ local_id, entity_id }) => [local_id, entity_id])),
    places: new Map(places.map(({ local_id, place_id }) => [local_id, place_id])),
  }
}

async function takeOutTopics({ tx, list }: Writing, id: number): Promise<void> {
  const rows = await tx.selectFrom('topic_sources').select('topic_id').distinct().where('story_id', '=', id).execute()
  const ids = rows.map(({ topic_id }) => topic_id)
  await tx.deleteFrom('topic_sources').where('story_id', '=', id).execute()
  await sql`update topics set
    stories = (select count(distinct story_id) from topic_sources where topic_id = topics.id),
    status = coalesce((select topic_sources.status from topic_sources join stories on stories.id = story_id
      where topic_id = topics.id order by stories.published desc, story_id desc limit 1), status)
    where id in ${list(ids)}`.execute(tx)
}

/** Lets go of what no story tells any longer. */
export async function dropUntold({ tx, recent }: Writing): Promise<void> {
  forgetRecords(recent)
  for (const table of ['topics', 'events', 'entities', 'places'] as const)
    await tx.deleteFrom(table).where('stories', '<=', 0).execute()
}
