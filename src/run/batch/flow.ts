import { describe, NutgrafError } from '../../base/error.ts'
import type { Job } from './scheduler.ts'

/**
 * In which order outcomes come, and what ends them.
 *
 * @example
 * import { extractAll, type FlowOptions } from 'nutgraf/batch'
 *
 * const options: FlowOptions = { signal: AbortSignal.abort(new Error('enough')) }
 * const next = extractAll([{ text: 'Rice left.' }], { workers: 0, ...options }).next()
 * await next.catch(({ code, cause }) => console.log(code, cause.message)) // aborted enough
 */
export interface FlowOptions {
  /** False gives outcomes as they are ready; else they come in the order of their stories. */
  ordered?: boolean
  /** Ends them: `aborted` is thrown, with the signal's reason as its `cause`, and what is under way is dropped. */
  signal?: AbortSignal
}

/** How much is held: items that are read, and results that wait to be taken. */
export interface Room {
  items: number
  characters: number
}

/**
 * The results of items, each as soon as it is ready; the source is asked for more as long as there is room. What the source
 * throws is thrown after the results of the items before it.
 */
export async function* flow<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  read: (item: Item) => Job<Result>,
  lengthOf: (item: Item) => number,
  room: Room,
  { ordered = true, signal }: FlowOptions,
  caller: string,
): AsyncGenerator<Result, void, undefined> {
  interface Held {
    job: Job<Result>
    length: number
    take?: () => Result
  }
  const source = iteratorOf(items)
  const underWay = new Set<Held>()
  /** In the order in which they are given: with `ordered` all that are held, else those that are ready. */
  const line: Held[] = []
  const changed = openBell()
  let [held, characters] = [0, 0]
  let [asking, ended, left] = [false, false, false]
  let fault: { error: unknown } | undefined

  function hold(item: Item): void {
    const one: Held = { job: read(item), length: lengthOf(item) }
    held++
    characters += one.length
    underWay.add(one)
    if (ordered) line.push(one)
    const ready = (take: () => Result) => {
      underWay.delete(one)
      one.take = take
      if (!ordered) line.push(one)
      changed.ring()
    }
    one.job.result.then(
      (result) => ready(() => result),
      (error) =>
        ready(() => {
          throw error
        }),
    )
  }

  async function fill(): Promise<void> {
    try {
      while (!left) {
        if (held >= room.items || characters >= room.characters) {
          await changed.rung()
          continue
        }
        asking = true
        const next = await source.next()
        asking = false
        if (next.done) break
        if (!left) hold(next.value)
      }
    } catch (error) {
      fault = { error }
    }
    ended = true
    changed.ring()
  }

  signal?.addEventListener('abort', changed.ring)
  try {
    checkAborted(signal, caller)
    void fill()
    for (;;) {
      const take = line[0]?.take
      if (take) {
        const { length } = line.shift()!
        held--
        characters -= length
        changed.ring()
        yield take()
      } else if (ended && held === 0) break
      else await changed.rung()
      checkAborted(signal, caller)
    }
    if (fault) throw fault.error
  } finally {
    left = true
    signal?.removeEventListener('abort', changed.ring)
    for (const { job } of underWay) job.drop(new NutgrafError('aborted', caller, 'nobody takes its story'))
    changed.ring()
    if (!ended) {
      const over = source.return?.()
      // A source that is silent may be so for ever.
      if (asking) over?.catch(() => undefined)
      else await over
    }
  }
}

/** @throws NutgrafError `invalid-options` */
export function checkFlow({ ordered, signal }: { ordered?: unknown; signal?: unknown }, caller: string): FlowOptions {
  if (ordered !== undefined && typeof ordered !== 'boolean')
    throw new NutgrafError(
      'invalid-options',
      `${caller}.options.ordered`,
      `expected true or false, got ${describe(ordered)}`,
    )
  if (signal !== undefined && !(signal instanceof AbortSignal))
    throw new NutgrafError(
      'invalid-options',
      `${caller}.options.signal`,
      `expected the signal of an AbortController, got ${describe(signal)}`,
    )
  return { ...(ordered !== undefined && { ordered }), ...(signal && { signal }) }
}

/** @throws NutgrafError `invalid-input` where there is nothing to be asked for stories */
export function checkSource(stories: unknown, caller: string): void {
  const { [Symbol.asyncIterator]: many, [Symbol.iterator]: list } = Object(stories)
  if (typeof stories === 'string' || (typeof many !== 'function' && typeof list !== 'function'))
    throw new NutgrafError(
      'invalid-input',
      `${caller}.stories`,
      `expected a list, a generator or a stream of stories, got ${describe(stories)}`,
    )
}

/** @throws NutgrafError `aborted`, with the signal's reason as its cause */
export function checkAborted(signal: AbortSignal | undefined, caller: string): void {
  if (signal?.aborted) throw abortedBy(signal, caller)
}

export const abortedBy = ({ reason }: AbortSignal, caller: string): NutgrafError =>
  new NutgrafError('aborted', caller, `it was aborted: ${reason instanceof Error ? reason.message : String(reason)}`, {
    cause: reason,
  })

/** Wakes all who wait. */
function openBell() {
  let waiting: (() => void)[] = []
  return {
    ring() {
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
    rung: () => new Promise<void>((resolve) => waiting.push(resolve)),
  }
}

/** One for both kinds of source; promises of a list are waited for. */
function iteratorOf<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncIterator<Item, unknown, undefined> {
  if (Symbol.asyncIterator in items) return items[Symbol.asyncIterator]()
  const source = items[Symbol.iterator]()
  return {
    async next() {
      const next = source.next()
      return next.done ? next : { done: false, value: await next.value }
    },
    async return() {
      source.return?.()
      return { done: true, value: undefined }
    },
  }
}
