import type { Evidence } from '../../../archive/profile.ts'
import type { Database } from '../database.ts'
import type { Quotation } from '../questions.ts'
import { sentenceAround } from '../sentences.ts'
import { checkCount, checkId, checkQuestion, checkWords } from './checks.ts'
import { idOf } from './entities.ts'
import { quote, storiesOf } from './quotations.ts'

/** The sentence of each story in which somebody is named first, in order of publication. */
export async function findMentions(
  archive: Database,
  who: string | number,
  options: { limit?: number } = {},
): Promise<Quotation[]> {
  const caller = 'archive.mentions'
  checkQuestion(options, ['limit'], caller)
  const limit = checkCount(options.limit, `${caller}.limit`, 100)
  const id = await idOf(archive, who, `${caller}.who`)
  if (id === undefined) return []
  const rows = await archive.db
    .selectFrom('story_entities')
    .innerJoin('stories', 'stories.id', 'story_id')
    .select(['story_id as story', 'start', 'end'])
    .where('entity_id', '=', id)
    .orderBy('published', (by) => by.asc().nullsLast())
    .orderBy('story_id')
    .orderBy('start')
    .limit(limit)
    .execute()
  const stories = await storiesOf(
    archive,
    rows.map(({ story }) => story),
  )
  return rows.map(({ story, ...span }) => {
    const told = stories.get(story)!
    return quote(told, sentenceAround(told.text, span))
  })
}

/** Why a mention of a story is linked to an entity; null where it is not. */
export async function findReason(
  { db }: Database,
  entity: number,
  mention: { story: number; local: string },
): Promise<Evidence | null> {
  const caller = 'archive.why'
  checkQuestion(mention, ['story', 'local'], `${caller}.mention`)
  checkId(entity, `${caller}.entity`)
  checkId(mention.story, `${caller}.mention.story`)
  const local = checkWords(mention.local, `${caller}.mention.local`)
  const row = await db
    .selectFrom('story_entities')
    .select('evidence')
    .where('story_id', '=', mention.story)
    .where('local_id', '=', local)
    .where('entity_id', '=', entity)
    .executeTakeFirst()
  return row ? (JSON.parse(row.evidence) as Evidence) : null
}
