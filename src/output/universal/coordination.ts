import { hang, type Node } from './tree.ts'

/** ClearNLP hangs each conjunct on the one before; here all hang on the first, and "and" and commas on what they are before. */
export function gatherConjuncts(nodes: readonly Node[]): void {
  for (const node of nodes)
    if (isConjunct(node)) while (node.parent && isConjunct(node.parent)) hang(node, node.parent.parent)
  for (const node of nodes) {
    const { parent, at } = node
    if (!parent || !(node.label === 'cc' || isComma(node))) continue
    const first = isConjunct(parent) ? parent.parent! : parent
    const next = first.children.find((child) => child.at > at && !(child.label === 'cc' || child.label === 'punct'))
    if (next && isConjunct(next) && at > parent.at) hang(node, next)
  }
}

const isConjunct = ({ label, universal }: Node) => label === 'conj' && universal === undefined

const isComma = ({ label, form }: Node) => label === 'punct' && (form === ',' || form === ';')
