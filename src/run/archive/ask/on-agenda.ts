import { type ExpressionBuilder, sql } from 'kysely'
import { categoriesMeant } from '../../../archive/categories.ts'
import { stemsOf } from '../../../archive/words.ts'
import type { Tables } from '../tables.ts'

/**
 * Ids of the events at whose topics a question is aimed: all words stand in the label of one, or its category is that of this
 * name or code, or one within it.
 */
export function eventsAbout(eb: ExpressionBuilder<Tables, 'events'>, topic: string) {
  const stems = [...new Set(stemsOf(topic))]
  const events = () =>
    eb.selectFrom('topics').select('event_id').where('event_id', 'is not', null).$castTo<{ event_id: number }>()
  const ofCategory = events()
    .where('category_code', 'in', [...categoriesMeant(topic)])
    // Rule sets have categories of their own.
    .union(events().where(sql`lower(category_name)`, '=', topic.trim().toLowerCase()))
  if (stems.length === 0) return ofCategory
  return ofCategory.union(
    events().where('id', 'in', (words) =>
      words
        .selectFrom('topic_words')
        .select('topic_id')
        .where('word', 'in', stems)
        .groupBy('topic_id')
        .having(({ fn }) => fn.countAll(), '=', stems.length),
    ),
  )
}
