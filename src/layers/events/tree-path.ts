import type { SentenceTree } from '../../syntax/sentence-tree.ts'

/** Steps of a way; conjuncts, of which a list may have dozens, count as none, up to so many. */
const farthest = { steps: 6, tokens: 24 }

/** The way from one token of a tree to another, as the names of relations. */
interface TreePath {
  /** "nsubj > dobj"; a list is one step. */
  whole: string
  up: string
  down: string | undefined
}

const noPath: TreePath = { whole: 'none', up: 'none', down: undefined }

/** Relations from the token that a way begins at up to where the two ways meet, and from there down to the other's. */
export function pathBetween(tree: SentenceTree, from: readonly number[], to: readonly number[]): TreePath {
  const meets = from.findIndex((token) => to.includes(token))
  if (meets < 0) return noPath
  const up = relationsOf(tree, from, meets)
  const down = relationsOf(tree, to, to.indexOf(from[meets]!))
  return { whole: `${up} > ${down}`, up, down }
}

/** The relations of the first tokens of a way; conjuncts in a row are one. */
function relationsOf(tree: SentenceTree, way: readonly number[], length: number): string {
  let names = ''
  let last = ''
  for (let i = 0; i < length; i++) {
    const name = tree.relation(way[i]!)
    if (name !== 'conj' || last !== name) names += names === '' ? name : ` ${name}`
    last = name
  }
  return names
}

/** A token and those that it hangs on, the nearest first. */
export function ancestors(tree: SentenceTree, token: number): number[] {
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
