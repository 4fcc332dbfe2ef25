import { bandsOf, isNearDuplicate, type Signature, signatureOf } from '../../archive/signature.ts'
import type { Writing } from './writing.ts'

/** Stories that are compared with one: those that share the most. */
const compared = 5

/** Keeps what a story is found by where another says nearly the same words. */
export async function writeBands(writing: Writing, story: number, signature: Signature): Promise<void> {
  const hashes = [...new Set(bandsOf(signature))]
  await writing.insert(
    'story_bands',
    hashes.map((hash) => ({ hash, story_id: story })),
  )
}

/** The group of the stories that say nearly the same words; a story's own where there are none. */
export async function groupOf({ tx, list }: Writing, story: number, signature: Signature): Promise<number> {
  const alike = await tx
    .selectFrom('story_bands')
    .select(({ fn }) => ['story_id', fn.countAll<number>().as('shared')])
    .where('hash', 'in', list(bandsOf(signature)))
    .groupBy('story_id')
    .orderBy('shared', 'desc')
    .orderBy('story_id')
    .limit(compared)
    .execute()
  for (const { story_id } of alike) {
    const other = await tx
      .selectFrom('stories')
      .select(['group_id', 'text'])
      .where('id', '=', story_id)
      .executeTakeFirst()
    if (other?.group_id && isNearDuplicate(signature, signatureOf(other.text))) return other.group_id
  }
  return story
}
