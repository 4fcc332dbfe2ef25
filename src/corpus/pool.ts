import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import { describe, NutgrafError } from '../error.ts'
import { checkRules, createExtractor, type ExtractorOptions } from '../extract.ts'
import type { RuleSet } from '../rules/define.ts'
import { type TaskName, tasksOf, type WorkerData } from './tasks.ts'

/**
 * What workers know, and how many there are.
 *
 * @example
 * import { extractAll, type PoolOptions } from 'nutgraf/batch'
 *
 * const pool: PoolOptions = { workers: 0, without: ['english/visit-noun'] }
 * for await (const outcome of extractAll([{ text: 'His visit to Dhaka ended.' }], pool))
 *   console.log('story' in outcome && outcome.story.events.length) // 0
 */
export interface PoolOptions<Sets extends readonly RuleSet[] = readonly RuleSet[]> extends ExtractorOptions<Sets> {
  /** Worker threads; 0 reads in this thread. As many as the machine has cores where it is not given. */
  workers?: number
}

/** Items that go to a worker together: sending costs as much for one as for some. */
const batchSize = 32
/** Batches under way for each worker: one that it reads, and one that waits. */
const ahead = 2

/**
 * Runs a task over items in worker threads; results come in the order of the items. The source is asked for more when
 * results are taken, so that some hundred items at most are held at a time.
 */
export async function* runInOrder<In, Out>(
  items: AsyncIterable<In> | Iterable<In>,
  task: TaskName,
  options: PoolOptions,
): AsyncGenerator<Out, void, undefined> {
  const { workers = availableParallelism(), rules = [], without = [] } = options
  if (!Number.isInteger(workers) || workers < 0 || workers > 512)
    throw new NutgrafError(
      'invalid-options',
      'extractAll.options.workers',
      `expected a whole number from 0 to 512, got ${describe(workers)}`,
    )
  if (workers === 0) {
    const run = tasksOf(createExtractor({ rules, without }))[task] as (items: readonly In[]) => Out[]
    for await (const item of items) yield* run([item])
    return
  }
  checkRules({ rules, without })
  const pool = openPool(workers, { rules, without })
  const running: Promise<Out[]>[] = []
  try {
    for await (const batch of batches(items)) {
      const results: Promise<Out[]> = pool.run(batch, { name: task })
      // A failure is thrown where its batch is taken.
      results.catch(() => undefined)
      running.push(results)
      if (running.length >= workers * ahead) yield* await running.shift()!
    }
    while (running.length > 0) yield* await running.shift()!
  } finally {
    await pool.destroy()
  }
}

/** Worker threads that know some rules. */
export const openPool = (threads: number, workerData: WorkerData): Tinypool =>
  new Tinypool({
    filename: new URL('./batch-worker.js', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
    // The next batch lies ready in a worker when it has done one.
    concurrentTasksPerWorker: ahead,
    workerData,
  })

async function* batches<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
