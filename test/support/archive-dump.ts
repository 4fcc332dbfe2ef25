import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { openDatabase } from '../../src/run/archive/database.ts'
import type { Tables } from '../../src/run/archive/tables.ts'

const tables = [
  ...['stories', 'story_bands', 'entities', 'entity_names', 'entity_keys', 'entity_clues', 'story_entities'],
  ...['places', 'story_places', 'events', 'event_keys', 'event_sources', 'event_participants', 'event_parties'],
  ...['event_places', 'topics', 'topic_words', 'topic_sources', 'last_ids'],
] as (keyof Tables)[]

/**
 * All that an archive has, as a number of rows and a hash for each table, whatever their order. Left out is when a story was
 * added, and the words of one, which PostgreSQL makes of its text.
 */
export async function dumpOf(location: string): Promise<Record<string, string>> {
  const { db } = openDatabase(location, 'dumpOf')
  const dump: Record<string, string> = {}
  for (const table of tables) {
    const rows = await db.selectFrom(table).selectAll().execute()
    const left = table === 'stories' ? { added: undefined, words: undefined } : {}
    const lines = rows.map((row) => JSON.stringify({ ...row, ...left }, Object.keys({ ...row }).sort())).sort()
    const hash = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)
    dump[table] = `${rows.length} rows ${hash}`
  }
  await db.destroy()
  return dump
}

const counted = [
  ['entities', 'story_entities', 'entity_id'],
  ['places', 'story_places', 'place_id'],
  ['events', 'event_sources', 'event_id'],
  ['topics', 'topic_sources', 'topic_id'],
] as const

/** Records whose number of stories is not that of the stories which tell of them. */
export async function wrongCountsOf(location: string): Promise<string[]> {
  const { db } = openDatabase(location, 'wrongCountsOf')
  const wrong: string[] = []
  for (const [table, told, column] of counted) {
    const { rows } = await sql<{ id: number; stories: number; told: number }>`
      select id, stories, told from ${sql.table(table)} left join
        (select ${sql.ref(column)} as known, count(distinct story_id) as told from ${sql.table(told)} group by 1) counted
      on known = id where told is null or told <> stories`.execute(db)
    wrong.push(...rows.map((row) => `${table} ${row.id}: ${row.stories}, not ${row.told}`))
  }
  await db.destroy()
  return wrong
}
