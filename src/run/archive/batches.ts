import { setTimeout as sleep } from 'node:timers/promises'

/** What comes of a source, some at a time: so many at most, and those alone that come within some milliseconds of the first. */
export async function* inBatches<T>(
  source: AsyncIterable<T> | Iterable<T>,
  { size, patience }: { size: number; patience: number },
): AsyncGenerator<T[], void, undefined> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  let ended = false
  /** What comes next; where it throws while others are worked on, that is told when it is asked for. */
  const ask = () => {
    const asked = Promise.resolve(iterator.next())
    asked.catch(() => undefined)
    return asked
  }
  try {
    let next = ask()
    for (;;) {
      const first = await next
      if (first.done) break
      const batch = [first.value]
      next = ask()
      const late = new AbortController()
      const isLate = sleep(patience, undefined, { signal: late.signal }).catch(() => undefined)
      while (batch.length < size) {
        const one = await Promise.race([next, isLate])
        if (one === undefined || one.done) break
        batch.push(one.value)
        next = ask()
      }
      late.abort()
      yield batch
    }
    ended = true
  } finally {
    if (!ended) await iterator.return?.()
  }
}
