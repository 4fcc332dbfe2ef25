import { sql } from 'kysely'
import { phrasesIn } from '../../../archive/words.ts'
import type { Story } from '../../../base/story.ts'
import type { Database } from '../database.ts'
import type { ArchiveStory, SearchHit, WholeStory } from '../questions.ts'
import { listOf } from '../rows.ts'
import { checkCount, checkId, checkOffset, checkQuestion, checkWords, type Days, dayAfter, daysOf } from './checks.ts'
import { holdsPhrases } from './full-text.ts'
import { headlineOf } from './quotations.ts'
import { snippetOf } from './snippet.ts'

interface StoriesAsked {
  from?: string
  to?: string
  limit?: number
  offset?: number
}

/** What is checked of a question for stories. */
function checkStories(question: StoriesAsked, caller: string, otherwise: number) {
  checkQuestion(question, ['from', 'to', 'limit', 'offset'], caller)
  return {
    days: daysOf(question, caller),
    limit: checkCount(question.limit, `${caller}.limit`, otherwise),
    offset: checkOffset(question.offset, `${caller}.offset`),
  }
}

/** Stories by their days of publication, the newest first. */
export async function findStories(archive: Database, question: StoriesAsked = {}): Promise<ArchiveStory[]> {
  const { days, limit, offset } = checkStories(question, 'archive.stories', 100)
  const rows = await published(archive, days).select(columns).limit(limit).offset(offset).execute()
  return withCopies(archive, rows)
}

/** The stories that have all words and phrases, the newest first. */
export async function searchStories(
  archive: Database,
  words: string,
  question: StoriesAsked = {},
): Promise<SearchHit[]> {
  const caller = 'archive.search'
  const { days, limit, offset } = checkStories(question, caller, 20)
  const phrases = phrasesIn(checkWords(words, `${caller}.words`))
  if (phrases.length === 0) return []
  const rows = await published(archive, days)
    .select([...columns, 'text'])
    .where(holdsPhrases(archive.engine, phrases))
    .limit(limit)
    .offset(offset)
    .execute()
  const texts = new Map(rows.map(({ id, text }) => [id, text]))
  const hits = await withCopies(archive, rows)
  return hits.map((hit) => ({ ...hit, snippet: snippetOf(texts.get(hit.id)!, phrases) }))
}

/** A story with all that is in it. */
export async function findStory(archive: Database, id: number): Promise<WholeStory | null> {
  const { db } = archive
  const row = await db
    .selectFrom('stories')
    .select([...columns, 'text', 'story'])
    .where('id', '=', checkId(id, 'archive.story.id'))
    .executeTakeFirst()
  if (!row) return null
  const [[about], ids] = await Promise.all([withCopies(archive, [row]), idsIn(archive, id)])
  return { ...about!, text: row.text, story: JSON.parse(row.story) as Story<string>, ids }
}

const columns = [
  ...(['id', 'source_id as sourceId', 'published', 'title', 'url', 'publisher', 'group_id as group'] as const),
  sql<string>`substr(text, 1, 300)`.as('beginning'),
] as const

const published = ({ db }: Database, { first, last }: Days) => {
  let query = db.selectFrom('stories')
  if (first !== undefined) query = query.where('published', '>=', first)
  if (last !== undefined) query = query.where('published', '<', dayAfter(last))
  return query.orderBy('published', (by) => by.desc().nullsLast()).orderBy('id', 'desc')
}

interface StoryRow extends Omit<ArchiveStory, 'copies' | 'headline'> {
  /** Of the text. */
  beginning: string
  group: number | null
}

/** Stories with the ids of those that say nearly the same. */
async function withCopies({ db, engine }: Database, rows: readonly StoryRow[]): Promise<ArchiveStory[]> {
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))]
  const members = await db
    .selectFrom('stories')
    .select(['id', 'group_id as group'])
    .where('group_id', 'in', listOf(engine, groups))
    .orderBy('id')
    .execute()
  const copies = new Map<number | null, number[]>(groups.map((group) => [group, []]))
  for (const { id, group } of members) copies.get(group)!.push(id)
  return rows.map(({ id, sourceId, published, title, url, publisher, group, beginning }) => ({
    ...{ id, sourceId, published, title, headline: headlineOf(title, beginning), url, publisher },
    copies: group === null ? [id] : copies.get(group)!,
  }))
}

/** The ids that the items of a story have in the archive. */
async function idsIn({ db }: Database, story: number): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('story_entities')
    .select(['local_id as local', 'entity_id as id'])
    .where('story_id', '=', story)
    .unionAll(
      db.selectFrom('story_places').select(['local_id as local', 'place_id as id']).where('story_id', '=', story),
    )
    .unionAll(
      db.selectFrom('event_sources').select(['local_id as local', 'event_id as id']).where('story_id', '=', story),
    )
    .unionAll(
      db.selectFrom('topic_sources').select(['local_id as local', 'topic_id as id']).where('story_id', '=', story),
    )
    .execute()
  return Object.fromEntries(rows.map(({ local, id }) => [local, id]))
}
