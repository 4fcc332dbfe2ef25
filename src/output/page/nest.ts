import { byPosition, type Span } from '../../base/span.ts'

/** A stretch that lies within its parent and over its children. */
export interface Nested<T extends Span> extends Span {
  of: T
  children: Nested<T>[]
  /** How many lie within one another below it. */
  height: number
}

/** Spans within one another as a tree; where two cross, the later one is cut at the end of the earlier one. */
export function nest<T extends Span>(spans: readonly T[]): Nested<T>[] {
  const roots: Nested<T>[] = []
  const open: Nested<T>[] = []
  const close = () => {
    const { height } = open.pop()!
    const parent = open.at(-1)
    if (parent) parent.height = Math.max(parent.height, height + 1)
  }
  const queue = [...spans].sort(byPosition).map((of) => ({ of, start: of.start, end: of.end }))
  for (let i = 0; i < queue.length; i++) {
    const { of, start, end } = queue[i]!
    while (open.length > 0 && open.at(-1)!.end <= start) close()
    const parent = open.at(-1)
    const node: Nested<T> = { of, start, end: Math.min(end, parent?.end ?? end), children: [], height: 0 }
    if (parent) parent.children.push(node)
    else roots.push(node)
    open.push(node)
    if (node.end === end) continue
    // The rest takes its place among those to come.
    const rest = { of, start: node.end, end }
    let at = i + 1
    while (at < queue.length && byPosition(queue[at]!, rest) < 0) at++
    queue.splice(at, 0, rest)
  }
  while (open.length > 0) close()
  return roots
}
