import { bandsOf, isNearDuplicate, type Signature, signatureOf } from '../../archive/signature.ts'
import type { Writing } from './transaction.ts'

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

/**
 * The group of a story before this one that says nearly the same words; a story's own where there is none. Where all are grouped
 * anew, `groups` has those before it.
 */
export async function groupOf(
  { tx, list }: Writing,
  story: number,
  signature: Signature,
  groups?: ReadonlyMap<number, number>,
): Promise<number> {
  const rows = await tx
    .selectFrom('story_bands')
    .select(({ fn }) => ['story_id', fn.countAll<number>().as('shared')])
    .where('hash', 'in', list(bandsOf(signature)))
    .groupBy('story_id')
    .orderBy('shared', 'desc')
    .orderBy('story_id')
    .execute()
  const alike = rows.map(({ story_id }) => story_id).filter((id) => id !== story && (groups?.has(id) ?? true))
  for (const id of alike.slice(0, compared)) {
    const other = await tx.selectFrom('stories').select(['group_id', 'text']).where('id', '=', id).executeTakeFirst()
    if (other && isNearDuplicate(signature, signatureOf(other.text))) return groups?.get(id) ?? other.group_id ?? id
  }
  return story
}
