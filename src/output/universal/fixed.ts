import { hang, type Node } from './tree.ts'

/** Expressions of which Universal Dependencies take the first word for the head of the others. */
const expressions = [
  ...['as well as', 'because of', 'due to', 'according to', 'such as', 'instead of', 'rather than', 'as of', 'as to'],
  ...[
    'prior to',
    'more than',
    'less than',
    'up to',
    'at least',
    'at most',
    'in order',
    'as if',
    'so that',
    'of course',
  ],
].map((words) => words.split(' '))
/** Relations of words that only serve another: in another use the words are no such expression. */
const serving = new Set(['case', 'mark', 'cc', 'advmod', 'quantmod', 'amod'])

export function joinExpressions(nodes: readonly Node[]): void {
  for (const node of nodes) {
    const words = expressions.find((words) => words.every((word, i) => nodes[node.at + i]?.form.toLowerCase() === word))
    if (words) join(nodes.slice(node.at, node.at + words.length))
  }
}

function join(words: readonly Node[]): void {
  const [first] = words
  const outer = words.filter(({ parent }) => !parent || !words.includes(parent))
  const top = outer.at(-1)!
  const { parent } = top
  if (!first || !parent || outer.some((word) => word.parent !== parent)) return
  if (!words.every(({ label, universal }) => serving.has(universal ?? label))) return
  const { universal, label } = outer.find((word) => word.universal) ?? top
  hang(first, parent)
  first.universal = universal
  first.label = label
  for (const word of words.slice(1)) {
    for (const child of [...word.children]) if (!words.includes(child)) hang(child, parent)
    hang(word, first)
    word.universal = 'fixed'
  }
}
