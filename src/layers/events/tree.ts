import { pennTags } from '../../syntax/penn.ts'
import { relations } from '../../syntax/relations.ts'
import type { Syntax } from '../../syntax/syntax.ts'
import type { Document, Sentence } from '../../text/document.ts'

/** How far a dependent is looked for from its head: a head may have hundreds. */
const reach = 30

/** The tree of a sentence by tokens of the document; -1 is no token. */
export interface TreeView {
  sentence: Sentence
  head(token: number): number
  relation(token: number): string
  tag(token: number): string
  word(token: number): string
  /** The nearest dependent that stands in one of the relations. */
  child(token: number, fits: ReadonlySet<string>): number
  children(token: number, fits: ReadonlySet<string>): number[]
}

export type TreeOf = (sentence: Sentence) => TreeView

export const isVerbTag = (tag: string): boolean => tag.startsWith('VB')

/** Reads trees of sentences; each is asked for once. */
export function treeReader({ tokens }: Document, syntax: Syntax): TreeOf {
  const known = new Map<Sentence, TreeView>()
  return (sentence) => {
    let tree = known.get(sentence)
    if (!tree) {
      tree = treeOf(sentence)
      known.set(sentence, tree)
    }
    return tree
  }

  function treeOf(sentence: Sentence): TreeView {
    const { first, last } = sentence
    const { heads, tags, relations: numbers } = syntax(sentence)
    const head = (token: number) => {
      const own = heads[token - first]! + first
      return own === token ? -1 : own
    }
    const relation = (token: number) => relations[numbers[token - first]!]!
    const children = (token: number, fits: ReadonlySet<string>, most = Number.POSITIVE_INFINITY) => {
      const found: number[] = []
      for (let gap = 1; gap <= reach && found.length < most; gap++)
        for (const at of [token - gap, token + gap])
          if (at >= first && at < last && heads[at - first]! + first === token && fits.has(relation(at))) found.push(at)
      return found
    }
    return {
      sentence,
      head,
      relation,
      tag: (token) => pennTags[tags[token - first]!]!,
      word: (token) => tokens[token]?.normal ?? '',
      child: (token, fits) => children(token, fits, 1)[0] ?? -1,
      children,
    }
  }
}

/** Steps of a way; conjuncts, of which a list may have dozens, count as none, up to so many. */
const farthest = { steps: 6, tokens: 24 }

/** Relations from one token up to where the way to another begins, and down to that: "nsubj > dobj"; a list is one step. */
export function pathBetween(tree: TreeView, from: number, to: number): string {
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

function ancestors(tree: TreeView, token: number): number[] {
  const found: number[] = []
  for (
    let at = token, steps = 0;
    at >= 0 && steps <= farthest.steps && found.length < farthest.tokens;
    at = tree.head(at)
  ) {
    found.push(at)
    if (tree.relation(at) !== 'conj') steps++
  }
  return found
}
