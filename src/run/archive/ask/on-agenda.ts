import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { categoriesMeant } from '../../../archive/categories.ts'
import { normalizeName } from '../../../archive/names.ts'
import { stemsOf } from '../../../archive/words.ts'
import type { Database, Engine } from '../database.ts'

/**
 * Ids of the topics of events that are meant: all words stand in their label, or theirs is the category of this name or
 * code, or one within it.
 */
export async function topicsMeant({ db, engine }: Database, topic: string): Promise<number[]> {
  const stems = stemsOf(topic)
  const codes = categoriesMeant(topic)
  const topics = await db
    .selectFrom('topics')
    .select(['id', 'label', 'category_code as code', 'category_name as category'])
    .where('event_id', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('category_code', 'in', [...codes]),
        sql<SqlBool>`lower(category_name) = ${topic.trim().toLowerCase()}`,
        ...(stems.length > 0 ? [eb.and(stems.map((stem) => mayHave(engine, stem)))] : []),
      ]),
    )
    .execute()
  const name = normalizeName(topic)
  const isMeant = ({ label, code, category }: (typeof topics)[number]) =>
    codes.has(code ?? '') || (category !== null && normalizeName(category) === name) || hasAll(label, stems)
  return topics.filter(isMeant).map(({ id }) => id)
}

function hasAll(label: string, stems: readonly string[]): boolean {
  const own = new Set(stemsOf(label))
  return stems.length > 0 && stems.every((stem) => own.has(stem))
}

/** Whether a label may have a word of a stem: letters with accents, and "U.S.", are not as a stem has them. */
function mayHave(engine: Engine, stem: string): RawBuilder<SqlBool> {
  const within = `%${stem.replace(/y$/, '')}%`
  return engine === 'sqlite'
    ? sql<SqlBool>`(label like ${within} or label glob '*[^ --/-~]*')`
    : sql<SqlBool>`(label ilike ${within} or label ~ '[^ --/-~]')`
}
