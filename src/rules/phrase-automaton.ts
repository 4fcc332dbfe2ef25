/** A phrase of a list that ends at a word of a text: how many words it has, and what it stands for. */
export interface Ending<T> {
  words: number
  values: readonly T[]
  /** The longest phrase of at most so many words that ends at the same word. */
  within(words: number): Ending<T> | undefined
}

/** A list of phrases, found in one pass over the words of a text, whatever its length and theirs. */
export interface Phrases<T> {
  /** Calls back at each word where phrases end, with the longest of them. */
  find(words: readonly { text: string }[], found: (at: number, longest: Ending<T>) => void): void
}

/** No node: the root, where no phrase ends. */
const noNode = 0

/**
 * The automaton of Aho and Corasick ("Efficient string matching", 1975) over words. A node is a beginning of phrases; its
 * failure link leads to the longest other beginning that ends it, so that no word is read twice.
 */
export function phraseAutomaton<T>(list: Iterable<readonly [words: readonly string[], value: T]>): Phrases<T> {
  const ids = new Map<string, number>()
  const edges = new Edges()
  const values = new Map<number, T[]>()
  const nodes: { parent: number; word: number; depth: number }[] = [{ parent: noNode, word: 0, depth: 0 }]
  for (const [words, value] of list) {
    let node = noNode
    for (const text of words) {
      const word = ids.get(text) ?? ids.size
      ids.set(text, word)
      let next = edges.get(node, word)
      if (next === noNode) {
        next = nodes.length
        nodes.push({ parent: node, word, depth: nodes[node]!.depth + 1 })
        edges.set(node, word, next)
      }
      node = next
    }
    const known = values.get(node)
    if (known) known.push(value)
    else if (node !== noNode) values.set(node, [value])
  }

  const failure = new Int32Array(nodes.length)
  const step = (from: number, word: number): number => {
    for (let node = from; ; node = failure[node]!) {
      const next = edges.get(node, word)
      if (next !== noNode || node === noNode) return next
    }
  }
  /** The longest phrase that ends a node, the node itself among them. */
  const longest = new Int32Array(nodes.length)
  /** The next shorter phrase that ends a phrase, and one further down: from each to any is a logarithm of leaps. */
  const shorter = new Int32Array(nodes.length)
  const leap = new Int32Array(nodes.length)
  const rank = new Int32Array(nodes.length)
  for (const node of byDepth(nodes)) {
    const { parent, word } = nodes[node]!
    failure[node] = parent === noNode ? noNode : step(failure[parent]!, word)
    const below = longest[failure[node]!]!
    longest[node] = values.has(node) ? node : below
    if (!values.has(node)) continue
    shorter[node] = below
    rank[node] = rank[below]! + 1
    // Skew-binary jump pointers (E. Myers, "An applicative random-access stack", 1983).
    const far = leap[below]!
    leap[node] = rank[below]! - rank[far]! === rank[far]! - rank[leap[far]!]! ? leap[far]! : below
  }
  const depths = Int32Array.from(nodes, ({ depth }) => depth)

  const endingAt = (node: number): Ending<T> => ({
    words: depths[node]!,
    values: values.get(node)!,
    within(words) {
      let at = node
      while (at !== noNode && depths[at]! > words) at = depths[leap[at]!]! > words ? leap[at]! : shorter[at]!
      return at === noNode ? undefined : endingAt(at)
    },
  })
  return {
    find(words, found) {
      let node = noNode
      for (let at = 0; at < words.length; at++) {
        const word = ids.get(words[at]!.text)
        node = word === undefined ? noNode : step(node, word)
        if (longest[node] !== noNode) found(at, endingAt(longest[node]!))
      }
    },
  }
}

/** All nodes but the root, those of fewer words first. */
function byDepth(nodes: readonly { depth: number }[]): number[] {
  const levels: number[][] = []
  nodes.forEach(({ depth }, node) => {
    const level = levels[depth]
    if (level) level.push(node)
    else levels[depth] = [node]
  })
  return levels.slice(1).flat()
}

/** From a node by a word to a node, in a hash table of three numbers a row: a Map for each node takes ten times the room. */
class Edges {
  #rows = new Int32Array(3 * 64)
  #size = 0

  get(node: number, word: number): number {
    return this.#rows[this.#rowOf(node, word) + 2]!
  }

  set(node: number, word: number, to: number): void {
    if (2 * ++this.#size > this.#rows.length / 3) this.#grow()
    this.#rows.set([node, word, to], this.#rowOf(node, word))
  }

  /** Where the edge is, or would be put. */
  #rowOf(node: number, word: number): number {
    const rows = this.#rows
    const last = rows.length / 3 - 1
    const hash = Math.imul(Math.imul(node, 0x9e3779b1) ^ (word + 1), 0x85ebca6b)
    let row = (hash ^ (hash >>> 15)) & last
    while (rows[3 * row + 2] !== noNode && (rows[3 * row] !== node || rows[3 * row + 1] !== word))
      row = (row + 1) & last
    return 3 * row
  }

  #grow(): void {
    const old = this.#rows
    this.#rows = new Int32Array(2 * old.length)
    for (let row = 0; row < old.length; row += 3)
      if (old[row + 2] !== noNode) this.#rows.set(old.subarray(row, row + 3), this.#rowOf(old[row]!, old[row + 1]!))
  }
}
