import { blockSize } from '../../base/blocks.ts'

/** What a line has to know of those who wait in it. */
export interface Waits {
  length: number
  /** Milliseconds that it may take: it is read alone, so that it is known which story takes them. */
  limit: number | undefined
  /** With others; alone, since one of its block ended a worker; or alone in a worker that has read nothing. */
  wants: 'block' | 'alone' | 'fresh'
}

/** Those who wait for a worker, first come, first served. */
export interface Line<T extends Waits> {
  add(one: T): void
  /** Those that a worker had when it ended go before all others. */
  putBack(one: T): void
  /** Takes one out, if it is there. */
  take(one: T): void
  first(): T | undefined
  all(): T[]
  size(): number
  /** Whether there are enough for a whole block. */
  fillsBlock(): boolean
  /** The first, with as many as may be read with it. */
  block(most: number): T[]
}

export function openLine<T extends Waits>(): Line<T> {
  const [again, others] = [new Set<T>(), new Set<T>()]
  let characters = 0
  const addTo = (line: Set<T>, one: T) => {
    line.add(one)
    characters += one.length
  }
  const size = () => again.size + others.size

  function* inOrder() {
    yield* again
    yield* others
  }

  function block(most: number): T[] {
    const taken: T[] = []
    let length = 0
    for (const one of inOrder()) {
      if (taken.length > 0 && !canShare(one)) break
      taken.push(one)
      length += one.length
      if (!canShare(one) || taken.length >= most || length >= blockSize.characters) break
    }
    return taken
  }

  return {
    add: (one) => addTo(others, one),
    putBack: (one) => addTo(again, one),
    take(one) {
      if (again.delete(one) || others.delete(one)) characters -= one.length
    },
    first: () => inOrder().next().value ?? undefined,
    all: () => [...inOrder()],
    size,
    fillsBlock: () => size() >= blockSize.stories || characters >= blockSize.characters,
    block,
  }
}

export const canShare = ({ wants, limit }: Waits): boolean => wants === 'block' && limit === undefined
