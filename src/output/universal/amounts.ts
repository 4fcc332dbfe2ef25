import { hang, type Node, raise } from './tree.ts'

/** What makes up a number, and does not modify the sum. */
const counting = new Set(['compound', 'quantmod', 'nummod'])

/** ClearNLP hangs "$" on its number; here the number modifies it, as it does "euros". */
export function raiseCurrencies(nodes: readonly Node[]): void {
  for (const node of nodes) {
    const { tag, parent, children } = node
    if (tag !== '$' || parent?.pos !== 'NUM' || children.length > 0) continue
    const counted = parent.children.filter((child) => child !== node && counting.has(child.label))
    raise(node, parent)
    parent.universal = 'nummod'
    for (const child of counted) hang(child, parent)
  }
}
