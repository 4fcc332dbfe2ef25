import { availableParallelism } from 'node:os'
import { checkRules, createExtractor, type ExtractorOptions } from '../../api/extract.ts'
import { checkKeys } from '../../api/options.ts'
import { openBlocks } from '../../base/blocks.ts'
import { describe, NutgrafError } from '../../base/error.ts'
import type { RuleSet } from '../../rules/define.ts'
import type { Fault } from './input.ts'
import { lengthIn, resultWithout, type TaskName, type Tasks, tasksOf, type WorkerData } from './tasks.ts'
import { ahead, openWorkers, WorkerEnded, type Workers } from './workers.ts'

/**
 * What workers know, and how many there are.
 *
 * @example
 * import { extractAll, type PoolOptions } from 'nutgraf/batch'
 *
 * const pool: PoolOptions = { workers: 0, without: ['english/visit-noun', 'english/stay-noun'] }
 * for await (const outcome of extractAll([{ text: 'His visit to Dhaka ended.' }], pool))
 *   console.log('story' in outcome && outcome.story.events.length) // 0
 */
export interface PoolOptions<Sets extends readonly RuleSet[] = readonly RuleSet[]> extends ExtractorOptions<Sets> {
  /** Worker processes; 0 reads in this thread. As many as the machine has cores where it is not given. */
  workers?: number
  /**
   * Megabytes of heap for each worker, from 128; Node's own limit where it is not given. A story that wants more gives an
   * error, `out-of-memory`, and the others are read. It limits no story that is read in this thread.
   */
  maxMemory?: number
}

/** Batches for each worker: those it has, and one that waits, so that none is idle while another has a long one. */
const held = ahead + 1
/** A worker without rules of a user takes half of it to start. */
const leastMemory = 128

/** @throws NutgrafError `invalid-options` or `invalid-rules` */
export function checkPool(options: PoolOptions, besides: readonly string[] = []) {
  checkKeys(options, 'extractAll', ['rules', 'without', 'workers', 'maxMemory', ...besides])
  const { workers = availableParallelism(), maxMemory, rules = [], without = [] } = options
  if (!Number.isInteger(workers) || workers < 0 || workers > 512)
    throw new NutgrafError(
      'invalid-options',
      'extractAll.options.workers',
      `expected a whole number from 0 to 512, got ${describe(workers)}`,
    )
  if (maxMemory !== undefined && !(Number.isInteger(maxMemory) && maxMemory >= leastMemory))
    throw new NutgrafError(
      'invalid-options',
      'extractAll.options.maxMemory',
      `expected a whole number of megabytes from ${leastMemory}, got ${describe(maxMemory)}`,
    )
  checkRules({ rules, without })
  return { workers, maxMemory, known: { rules, without } }
}

/**
 * Runs a task over items in worker processes; results come in the order of the items. The source is asked for more when
 * results are taken, so that some hundred items at most are held at a time. An item that ends its worker gives an error.
 */
export async function* runInOrder<Name extends TaskName>(
  task: Name,
  items: AsyncIterable<Tasks[Name]['item']> | Iterable<Tasks[Name]['item']>,
  options: PoolOptions,
  signal?: AbortSignal,
): AsyncGenerator<Tasks[Name]['result'], void, undefined> {
  const { workers, maxMemory, known } = checkPool(options)
  if (workers === 0) {
    const run = tasksOf(createExtractor(known))[task] as (items: readonly unknown[]) => Tasks[Name]['result'][]
    for await (const batch of batches(items, lengthIn[task])) {
      signal?.throwIfAborted()
      yield* run(batch)
    }
    return
  }
  const pool = openWorkers(workers, known, maxMemory)
  const careful = openCareful(task, known, maxMemory)
  const stop = () => {
    // What is under way ends with it.
    void pool.close()
    void careful.close()
  }
  signal?.addEventListener('abort', stop, { once: true })
  let canStart: Promise<void> | undefined
  const read = async (batch: Tasks[Name]['item'][]): Promise<Tasks[Name]['result'][]> => {
    try {
      return await pool.run(task, batch)
    } catch {
      signal?.throwIfAborted()
      canStart ??= started(pool, task, maxMemory)
      await canStart
      return careful.read(batch)
    }
  }
  const running: ReturnType<typeof read>[] = []
  try {
    for await (const batch of batches(items, lengthIn[task])) {
      const results = read(batch)
      // A failure is thrown where its batch is taken.
      results.catch(() => undefined)
      running.push(results)
      if (running.length >= workers * held) yield* await running.shift()!
    }
    while (running.length > 0) yield* await running.shift()!
  } finally {
    signal?.removeEventListener('abort', stop)
    await Promise.all([pool.close(), careful.close()])
  }
}

/** @throws NutgrafError where a worker ends before it has read anything */
async function started(pool: Workers, task: TaskName, maxMemory?: number): Promise<void> {
  try {
    await pool.run(task, [])
  } catch (error) {
    if (!isOutOfMemory(error)) throw error
    const limit = maxMemory === undefined ? 'what a worker may take' : `${maxMemory} megabytes`
    throw new NutgrafError(
      'invalid-options',
      'extractAll.options.maxMemory',
      `${limit} is too little to start with these rules; give more`,
    )
  }
}

/**
 * Reads items of which one has ended a worker, one after another in a worker of their own: the one that ends that too, when
 * it is fresh, gives an error.
 */
function openCareful<Name extends TaskName>(task: Name, known: WorkerData, maxMemory: number | undefined) {
  type Result = Tasks[Name]['result']
  let pool: Workers | undefined
  let fresh = true
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  async function readOne(item: Tasks[Name]['item']): Promise<Result> {
    for (;;) {
      const wasFresh = fresh
      try {
        pool ??= openWorkers(1, known, maxMemory)
        const [result] = (await pool.run(task, [item])) as [Result]
        fresh = false
        return result
      } catch (error) {
        if (closed) throw error
        fresh = true
        if (wasFresh) return resultWithout[task](item as never, faultOf(error, maxMemory)) as Result
      }
    }
  }

  async function readAll(batch: readonly Tasks[Name]['item'][]): Promise<Result[]> {
    const results: Result[] = []
    for (const item of batch) results.push(await readOne(item))
    return results
  }

  return {
    read(batch: readonly Tasks[Name]['item'][]): Promise<Result[]> {
      const results = last.then(() => readAll(batch))
      last = results.catch(() => undefined)
      return results
    },
    async close() {
      closed = true
      await pool?.close()
    },
  }
}

const isOutOfMemory = (error: unknown) => error instanceof WorkerEnded && error.outOfMemory

function faultOf(error: unknown, maxMemory: number | undefined): Fault {
  const { message } = error as Error
  if (isOutOfMemory(error)) {
    const limit = maxMemory === undefined ? '' : ` of ${maxMemory} MB`
    return { code: 'out-of-memory', message: `wants more than a worker's memory${limit}; cut it into stories` }
  }
  if (error instanceof WorkerEnded) return { code: 'failed', message }
  return { code: 'invalid-input', message: `expected plain data: ${message}` }
}

/** Items that go to a worker together. What comes before the source fails is a batch of its own. */
async function* batches<T>(items: AsyncIterable<T> | Iterable<T>, lengthOf: (item: T) => number): AsyncGenerator<T[]> {
  const blocks = openBlocks<T>()
  let fault: { error: unknown } | undefined
  try {
    for await (const item of items) {
      const full = blocks.add(item, lengthOf(item))
      if (full) yield full
    }
  } catch (error) {
    fault = { error }
  }
  const last = blocks.rest()
  if (last.length > 0) yield last
  if (fault) throw fault.error
}
