import { createHash } from 'node:crypto'
import { openDatabase } from '../../src/run/archive/database.ts'
import type { Tables } from '../../src/run/archive/tables.ts'

const tables = [
  ...['stories', 'story_bands', 'entities', 'entity_names', 'entity_keys', 'entity_clues', 'story_entities'],
  ...['places', 'story_places', 'events', 'event_keys', 'event_sources', 'event_participants', 'event_parties'],
  ...['event_places', 'topics', 'topic_sources', 'last_ids'],
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
