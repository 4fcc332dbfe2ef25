import { sql } from 'kysely'
import { eventKeys } from '../../archive/events.ts'
import { signatureOf } from '../../archive/signature.ts'
import { groupOf } from './copies.ts'
import { knownEvents } from './events.ts'
import { forgetRecords, type Store } from './store.ts'
import { linkStory } from './stories.ts'
import { dropUntold } from './take-out.ts'
import { type Writing, write } from './transaction.ts'

/** What is linked: its records, the table that says which of them a story's own are, and the column that says it. */
const linked = [
  ['entities', 'story_entities', 'entity_id'],
  ['events', 'event_sources', 'event_id'],
  ['topics', 'topic_sources', 'topic_id'],
] as const

/** Ids beyond all others, for records that wait for theirs. */
const waiting = 2 ** 40

/**
 * Links all stories anew, as one transaction, in the order of their days and hashes, so that it does not matter in which order
 * they came. A record keeps the id of the one that most of what it has was linked to before.
 */
export function relink(store: Store): Promise<void> {
  return write(store, async (writing) => {
    await keepOldLinks(writing)
    await clearLinks(writing)
    await linkAll(writing)
    await dropUntold(writing)
    for (const [table, told, column] of linked) await giveOldIds(writing, table, told, column)
    await keepEventsByKey(writing)
    await sql`drop table old_links`.execute(writing.tx)
  })
}

async function keepOldLinks({ tx }: Writing): Promise<void> {
  await sql`create temporary table old_links
    (kind text not null, story_id bigint not null, local_id text not null, id bigint not null,
    primary key (story_id, kind, local_id))`.execute(tx)
  for (const [table, told, column] of linked)
    await sql`insert into old_links (kind, story_id, local_id, id)
      select ${sql.lit(table)}, story_id, local_id, ${sql.ref(column)} from ${sql.table(told)}`.execute(tx)
}

/** What is said of places depends on no links: they stay, and are counted anew. */
async function clearLinks({ tx }: Writing): Promise<void> {
  for (const [table, told] of [...linked].reverse()) {
    await tx.deleteFrom(told).execute()
    await tx.deleteFrom(table).execute()
  }
  await tx.deleteFrom('story_places').execute()
  await tx.updateTable('places').set({ stories: 0 }).execute()
}

async function linkAll(writing: Writing): Promise<void> {
  const { tx } = writing
  forgetRecords(writing.recent)
  const anew = withOldIds(writing)
  const groups = new Map<number, number>()
  const order = await tx
    .selectFrom('stories')
    .select('id')
    .orderBy(sql`coalesce(published, '')`)
    .orderBy('hash')
    .execute()
  for (const { id } of order) {
    const { text, story, group_id } = await tx
      .selectFrom('stories')
      .select(['text', 'story', 'group_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const group = await groupOf(writing, id, signatureOf(text), groups)
    groups.set(id, group)
    if (group !== group_id) await tx.updateTable('stories').set({ group_id: group }).where('id', '=', id).execute()
    await anew.remember(id)
    await linkStory(anew, id, text, JSON.parse(story))
  }
}

/** What is made new has the id that its story's own was linked to before, where no other has it by then. */
function withOldIds(writing: Writing): Writing & { remember(story: number): Promise<void> } {
  const made = new Map<string, number>()
  let old = new Map<string, number>()
  return {
    ...writing,
    async remember(story) {
      const { rows } = await sql<{ kind: string; local_id: string; id: number }>`
        select kind, local_id, id from old_links where story_id = ${story}`.execute(writing.tx)
      old = new Map(rows.map(({ kind, local_id, id }) => [`${kind} ${local_id}`, id]))
    },
    nextId(table, _, local) {
      const before = old.get(`${table} ${local}`)
      const id = before === undefined || made.has(`${table} ${before}`) ? writing.nextId(table) : before
      made.set(`${table} ${id}`, made.size)
      return id
    },
    inOrder(table, ids) {
      const order = (id: number) => made.get(`${table} ${id}`) ?? id
      return [...ids].sort((a, b) => order(a) - order(b))
    },
  }
}

/** Gives each record the id of the old one that it has most in common with. */
async function giveOldIds(
  { tx, nextId }: Writing,
  table: (typeof linked)[number][0],
  told: string,
  column: string,
): Promise<void> {
  const { rows } = await sql<{ old: number; made: number }>`
    select old_links.id as old, made.${sql.ref(column)} as made, count(*) as shared
    from ${sql.table(told)} made join old_links
      on old_links.kind = ${sql.lit(table)} and old_links.story_id = made.story_id and old_links.local_id = made.local_id
    group by 1, 2 order by shared desc, old, made`.execute(tx)
  const [ids, taken] = [new Map<number, number>(), new Set<number>()]
  for (const { old, made } of rows) {
    if (ids.has(made) || taken.has(old)) continue
    ids.set(made, old)
    taken.add(old)
  }
  const all = new Set(rows.map(({ made }) => made))
  const wrong = [...all].sort((a, b) => a - b).filter((id) => (ids.get(id) ?? (taken.has(id) ? undefined : id)) !== id)
  const rename = (from: number, to: number) => tx.updateTable(table).set({ id: to }).where('id', '=', from).execute()
  for (const id of wrong) await rename(id, waiting + id)
  for (const id of wrong) await rename(waiting + id, ids.get(id) ?? nextId(table))
}

/** Keys of events are made of ids, which may be others now, and of what was known while stories came. */
async function keepEventsByKey(writing: Writing): Promise<void> {
  const { tx } = writing
  await tx.deleteFrom('event_keys').execute()
  const ids = (await tx.selectFrom('events').select('id').orderBy('id').execute()).map(({ id }) => id)
  for (let from = 0; from < ids.length; from += 500) {
    const known = await knownEvents(writing, ids.slice(from, from + 500))
    const keys = [...known].flatMap(([id, event]) =>
      [...new Set(eventKeys(event))].map((key) => ({ key, event_id: id })),
    )
    await writing.insert('event_keys', keys)
  }
}
