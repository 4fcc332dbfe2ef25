import type { SentenceTree } from '../../syntax/sentence-tree.ts'

/** Steps of a way; conjuncts, of which a list may have dozens, count as none, up to so many. */
const farthest = { steps: 6, tokens: 24 }

/** Relations from one token up to where the way to another begins, and down to that: "nsubj > dobj"; a list is one step. */
export function pathBetween(tree: SentenceTree, from: number, to: number): string {
  const up = ancestors(tree, from)
  const down = ancestors(tree, to)
  const meets = up.findIndex((token) => down.includes(token))
  if (meets < 0) return 'none'
  const names = (tokens: readonly number[]) =>
    tokens
      .map(tree.relation)
      .filter((name, i, all) => name !== 'conj' || all[i - 1] !== name)
      .join(' ')
  return `${names(up.slice(0, meets))} > ${names(down.slice(0, down.indexOf(up[meets]!)))}`
}

function ancestors(tree: SentenceTree, token: number): number[] {
  const found: number[] = []
  for (
    let at = token, steps = 0;
    at >= 0 && steps <= farthest.steps && found.length < farthest.tokens;
    at = tree.parentOf(at)
  ) {
    found.push(at)
    if (tree.relation(at) !== 'conj') steps++
  }
  return found
}
