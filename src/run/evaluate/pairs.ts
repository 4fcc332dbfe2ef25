import { oneLine, overlaps, type Span } from '../../base/span.ts'

/** Two things that may belong together, by their places in two lists; the higher the score, the better they fit. */
export type ScoredPair = readonly [first: number, second: number, score: number]

/** One to one, best first; of equals the earlier. */
export function pairBest(candidates: readonly ScoredPair[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const [i, j] of [...candidates].sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1])) {
    if (pairs.has(i) || taken.has(j)) continue
    pairs.set(i, j)
    taken.add(j)
  }
  return pairs
}

/** All that overlap, in one sweep over both lists; `score` says how well two fit, 0 not at all. */
export function overlapping<A extends Span, B extends Span>(
  first: readonly A[],
  second: readonly B[],
  score: (a: A, b: B) => number,
): ScoredPair[] {
  const inOrder = (list: readonly Span[]) => [...list.keys()].sort((a, b) => list[a]!.start - list[b]!.start)
  const waiting = inOrder(second)
  const found: ScoredPair[] = []
  let next = 0
  let open: number[] = []
  for (const i of inOrder(first)) {
    const a = first[i]!
    while (next < waiting.length && second[waiting[next]!]!.start < a.end) open.push(waiting[next++]!)
    open = open.filter((j) => second[j]!.end > a.start)
    for (const j of open) {
      const b = second[j]!
      const fits = overlaps(a, b) ? score(a, b) : 0
      if (fits > 0) found.push([i, j, fits])
    }
  }
  return found
}

/** A stretch with what stands around it, on one line. */
export function inContext(text: string, { start, end }: Span): string {
  return oneLine(`${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`)
}
