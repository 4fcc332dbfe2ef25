/** A record that shares keys with one of a story: how many, and what says which of those that share as many come first. */
interface Candidate {
  id: number
  shared: number
  weight: number | string | null
}

/** Ids of so many at most: those that share most, then those of most weight, then those that were made first. */
export function mostAlike(
  candidates: readonly Candidate[],
  most: number,
  inOrder: (ids: readonly number[]) => readonly number[],
): readonly number[] {
  const ids = candidates.map(({ id }) => id)
  if (ids.length <= most) return ids
  const about = new Map(candidates.map((one) => [one.id, one]))
  return inOrder(ids)
    .map((id) => about.get(id)!)
    .sort((a, b) => b.shared - a.shared || descending(a.weight ?? '', b.weight ?? ''))
    .slice(0, most)
    .map(({ id }) => id)
}

const descending = (a: number | string, b: number | string): number => (a < b ? 1 : a > b ? -1 : 0)
