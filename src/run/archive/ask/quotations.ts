import { titleOf } from '../../../output/about.ts'
import type { Database } from '../database.ts'
import type { Quotation } from '../questions.ts'
import { listOf } from '../rows.ts'

/** Stories as quotations name them, with their texts: one query, however many. */
export async function storiesOf({ db, engine }: Database, ids: readonly number[]) {
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'source_id', 'published', 'title', 'url', 'publisher', 'text'])
    .where('id', 'in', listOf(engine, [...new Set(ids)]))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

type QuotedStory = Awaited<ReturnType<typeof storiesOf>> extends Map<number, infer Row> ? Row : never

/** The words of a story from one offset to another. */
export const quote = (
  { id, source_id: sourceId, published, title, url, publisher, text }: QuotedStory,
  { start, end }: { start: number; end: number },
): Quotation => ({
  ...{ story: id, sourceId, published, title, headline: headlineOf(title, text), url, publisher },
  ...{ start, end, text: text.slice(start, end) },
})

/** What a list calls a story. */
export const headlineOf = (title: string | null, text: string): string =>
  titleOf(text, title === null ? {} : { title }) || 'A story without text'
