/** Precision, recall and their harmonic mean, each 0 to 1. */
export interface Clustering {
  precision: number
  recall: number
  f1: number
}

/**
 * How well mentions are put together (B-cubed, Bagga & Baldwin 1998): for each mention the share of those put with it that
 * belong there, and of those that belong there the share that is put with it.
 */
export function bCubed(mentions: readonly { gold: string; found: string }[]): Clustering {
  const sizes = { gold: countBy(mentions, ({ gold }) => gold), found: countBy(mentions, ({ found }) => found) }
  const both = countBy(mentions, ({ gold, found }) => `${gold}\n${found}`)
  let [precision, recall] = [0, 0]
  for (const { gold, found } of mentions) {
    const right = both.get(`${gold}\n${found}`)!
    precision += right / sizes.found.get(found)!
    recall += right / sizes.gold.get(gold)!
  }
  const [p, r] = [precision / mentions.length, recall / mentions.length]
  return mentions.length === 0
    ? { precision: 1, recall: 1, f1: 1 }
    : { precision: p, recall: r, f1: (2 * p * r) / (p + r) }
}

function countBy<T>(all: readonly T[], key: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1)
  return counts
}
