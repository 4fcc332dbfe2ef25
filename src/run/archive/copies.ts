import { sql } from 'kysely'
import { bandsOf, isNearDuplicate, type Signature, signatureOf } from '../../archive/signature.ts'
import type { Writing } from './writing.ts'

/** Stories that are compared with one: those that share the most. */
const compared = 5

/** Keeps what a story is found by where another says nearly the same words. */
export async function writeBands(writing: Writing, story: number, signature: Signature): Promise<void> {
  const bands = bandsOf(signature).map((hash, band) => ({ band, hash, story_id: story }))
  await writing.insert('story_bands', bands)
}

/** The group of the stories that say nearly the same words; a story's own where there are none. */
export async function groupOf({ engine, tx }: Writing, story: number, signature: Signature): Promise<number> {
  const bands = JSON.stringify(bandsOf(signature).map((hash, band) => ({ band, hash })))
  const wanted =
    engine === 'sqlite'
      ? sql`(select value ->> 'band' as band, value ->> 'hash' as hash from json_each(${bands}))`
      : sql`(select band, hash from json_populate_recordset(null::story_bands, ${bands}::json))`
  const { rows } = await sql<{ group_id: number; text: string }>`
    select stories.group_id, stories.text from stories join (
      select story_bands.story_id, count(*) as shared from ${wanted} wanted
      join story_bands on story_bands.band = wanted.band and story_bands.hash = wanted.hash
      group by story_bands.story_id) alike on alike.story_id = stories.id
    where stories.group_id is not null and stories.id <> ${story}
    order by alike.shared desc, stories.id limit ${compared}`.execute(tx)
  return rows.find(({ text }) => isNearDuplicate(signature, signatureOf(text)))?.group_id ?? story
}
