import type { Word } from './words.ts'

/** A word on its way from one scheme to the other. */
export interface Node extends Word {
  at: number
  /** Null for the root. */
  parent: Node | null
  children: Node[]
  /** The relation that it has in Universal Dependencies, where a step has settled it; else that of `label` is. */
  universal: string | undefined
  /** The relation that it has in ClearNLP, or took over from the word that it now stands above. */
  label: string
}

/** The words of a sentence as nodes, in order of position. */
export function plant(words: readonly Word[]): Node[] {
  const nodes = words.map(
    (word, at): Node => ({
      ...{ ...word, at, parent: null, children: [], universal: undefined, label: word.relation },
    }),
  )
  replant(nodes, ({ head, at }) => (head === at ? null : nodes[head]!))
  return nodes
}

/** Hangs all nodes anew, each on the one that is told of it. */
export function replant(nodes: readonly Node[], parentOf: (node: Node) => Node | null): void {
  const parents = nodes.map(parentOf)
  for (const node of nodes) node.children = []
  for (const node of nodes) {
    node.parent = parents[node.at]!
    node.parent?.children.push(node)
  }
}

/** Hangs a node on another; never one that stands below it. */
export function hang(node: Node, parent: Node | null): void {
  if (node.parent) node.parent.children = node.parent.children.filter((child) => child !== node)
  node.parent = parent
  if (!parent) return
  const next = parent.children.findIndex(({ at }) => at > node.at)
  parent.children.splice(next < 0 ? parent.children.length : next, 0, node)
}

/** Turns a head and its dependent round: the dependent takes the place, the label and all dependents of the head. */
export function raise(node: Node, over: Node): void {
  hang(node, over.parent)
  node.label = over.label
  node.universal = over.universal
  for (const child of [...over.children]) hang(child, node)
  hang(over, node)
}

/** All nodes, dependents before their heads. */
export function upwards(nodes: readonly Node[]): Node[] {
  const downwards = nodes.filter(({ parent }) => parent === null)
  for (const node of downwards) downwards.push(...node.children)
  return downwards.reverse()
}
