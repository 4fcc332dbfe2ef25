import { checkGiven, checkKeys, type ExtractOptions, optionKeys } from '../../api/options.ts'
import { blockSize } from '../../base/blocks.ts'
import { NutgrafError, type NutgrafErrorCode } from '../../base/error.ts'
import type { CoreType, Story } from '../../base/story.ts'
import type { RuleSet, TypesOf } from '../../rules/define.ts'
import { abortedBy, checkAborted, checkFlow, checkSource, type FlowOptions, flow } from './flow.ts'
import type { Fault, Outcome, StoryInput } from './input.ts'
import { type CheckedPool, checkPool, checkTimeLimit, type PoolOptions } from './pool-options.ts'
import { ahead, openScheduler, type PoolCounts, type Scheduler } from './scheduler.ts'
import { lengthIn, type TaskName, type Tasks } from './tasks.ts'

/**
 * What is known of a story besides its words, how long it may take, and what ends it.
 *
 * @example
 * import { createPool, type PoolExtractOptions } from 'nutgraf/batch'
 *
 * await using pool = createPool({ workers: 1 })
 * const options: PoolExtractOptions = { published: '2006-02-23', timeLimit: 60_000, signal: new AbortController().signal }
 * const story = await pool.extract('Rice arrived in Beirut on Friday.', options)
 * console.log(story.dates[0]?.value) // 2006-02-17
 */
export interface PoolExtractOptions extends ExtractOptions {
  /** Milliseconds that it may take in its worker, instead of the pool's. */
  timeLimit?: number
  /** Rejects it: `aborted`, with the signal's reason as its `cause`. */
  signal?: AbortSignal
}

/**
 * How outcomes flow, and how long a story may take.
 *
 * @example
 * import { createPool, type PoolManyOptions } from 'nutgraf/batch'
 *
 * await using pool = createPool({ workers: 2 })
 * const options: PoolManyOptions = { ordered: false, timeLimit: 60_000 }
 * const ids: unknown[] = []
 * for await (const { id } of pool.extractMany([{ id: 1, text: 'Rice left.' }, { id: 2, text: 'Rice met.' }], options))
 *   ids.push(id)
 * console.log(ids.sort()) // [ 1, 2 ]
 */
export interface PoolManyOptions extends FlowOptions {
  /** Milliseconds that each story may take in its worker, instead of the pool's. */
  timeLimit?: number
}

/**
 * Workers that stay: what they know is loaded once, and a story that waits for none of them takes what it takes to read it.
 *
 * @example
 * import { createPool, type Pool } from 'nutgraf/batch'
 *
 * const placesOf = async (pool: Pool, text: string) => (await pool.extract(text)).locations.map(({ name }) => name)
 * await using pool = createPool({ workers: 1 })
 * console.log(await placesOf(pool, 'Rice flew from Beirut to Cairo.')) // [ 'Beirut', 'Cairo' ]
 */
export interface Pool<Type extends string = CoreType> {
  /**
   * The story of a text. Waiting for it is the way not to ask for more than the workers can read; with `maxWaiting`, what is
   * too much is refused.
   *
   * @throws NutgrafError what `extract` throws; `out-of-memory`, `time-limit`, `aborted` or `closed`, where it was not read;
   * `busy`, where as many wait as may; `failed`, where a worker has ended for another reason
   */
  extract(text: string, options?: PoolExtractOptions): Promise<Story<Type>>
  /**
   * Outcomes as they are ready, one for each story, in the order of the stories. The source is asked for some hundred stories
   * ahead at most, and never waited for while there are outcomes. Leaving the loop drops what has not been read.
   *
   * @throws NutgrafError `invalid-options` at once; `aborted` or `closed` in the loop
   */
  extractMany(
    stories: AsyncIterable<StoryInput> | Iterable<StoryInput>,
    options?: PoolManyOptions,
  ): AsyncGenerator<Outcome<Type>, void, undefined>
  /** Counts, as plain data. */
  health(): PoolCounts & { closed: boolean }
  /**
   * Takes no more stories, reads those that it has, and ends the workers. With `force` it ends at once: what has not been read
   * is rejected, `closed`. A pool that is not closed does not keep a program from ending when all is read.
   */
  close(options?: { force?: boolean }): Promise<void>
  /** Closes it at the end of the block: `await using pool = createPool()`. */
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Starts worker processes that stay until the pool is closed. A story that takes too much memory or time, or ends its worker
 * in another way, is an error; its worker has another in its place, and all other stories are read.
 *
 * @example
 * import { createPool } from 'nutgraf/batch'
 *
 * await using pool = createPool({ workers: 2, timeLimit: 60_000 })
 * const { events } = await pool.extract('Rice arrived in Beirut on Friday.', { published: '2006-02-23' })
 * console.log(events[0]?.name) // visit to Beirut
 * @throws NutgrafError `invalid-options` or `invalid-rules`
 */
export function createPool<const Sets extends readonly RuleSet[] = []>(
  options: PoolOptions<Sets> = {},
): Pool<CoreType | TypesOf<Sets[number]>> {
  type Type = CoreType | TypesOf<Sets[number]>
  const checked = checkPool(options as PoolOptions, 'createPool', ['maxWaiting'])
  const { workers, maxWaiting } = checked
  const scheduler = openScheduler('stories', checked, 'createPool')
  let closed = false
  if (workers > 0) scheduler.start()

  async function extract(text: string, options: PoolExtractOptions = {}): Promise<Story<string>> {
    const { timeLimit = checked.timeLimit, signal, about } = splitOptions(options, workers)
    const given = checkGiven(text, about, 'pool.extract')
    checkAborted(signal, 'pool.extract')
    if (!scheduler.hasRoom(maxWaiting))
      throw new NutgrafError('busy', 'pool.extract', `${maxWaiting} stories wait already; try again later`)
    const job = scheduler.add({ text, ...given.about }, timeLimit)
    const drop = () => job.drop(abortedBy(signal!, 'pool.extract'))
    signal?.addEventListener('abort', drop, { once: true })
    try {
      const outcome = await job.result
      if ('error' in outcome) throw thrownOf(outcome.error)
      return outcome.story
    } finally {
      signal?.removeEventListener('abort', drop)
    }
  }

  return {
    extract: extract as Pool<Type>['extract'],
    extractMany(stories, options = {}) {
      const how = checkMany(checked, options)
      const { timeLimit = checked.timeLimit } = options
      checkSource(stories, 'pool.extractMany')
      return runFlow(
        scheduler,
        'stories',
        stories,
        { ...checked, timeLimit },
        how,
        'pool.extractMany',
      ) as AsyncGenerator<Outcome<Type>>
    },
    health: () => ({ ...scheduler.counts(), closed }),
    async close({ force = false } = {}) {
      closed = true
      await scheduler.close(force)
    },
    async [Symbol.asyncDispose]() {
      await this.close()
    },
  }
}

/** Blocks that are held for each worker: those it has, and one that waits, so that none is idle while another has a long one. */
const heldBlocks = ahead + 1

/** Results of a scheduler, as much at a time as its workers have use for. */
function runFlow<Name extends TaskName>(
  scheduler: Scheduler<Name>,
  task: Name,
  items: AsyncIterable<Tasks[Name]['item']> | Iterable<Tasks[Name]['item']>,
  { workers, timeLimit }: CheckedPool,
  options: FlowOptions,
  caller: string,
): AsyncGenerator<Tasks[Name]['result'], void, undefined> {
  const blocks = workers === 0 ? 1 : workers * heldBlocks
  const room = { items: blocks * blockSize.stories, characters: blocks * blockSize.characters }
  // A long story is a block: no other has to wait until it is read.
  const lengthOf = (item: Tasks[Name]['item']) => Math.min(lengthIn[task](item as never), blockSize.characters)
  return flow(items, (item) => scheduler.add(item, timeLimit), lengthOf, room, options, caller)
}

/** The same with workers of its own, which end with it. */
export async function* runOnce<Name extends TaskName>(
  task: Name,
  items: AsyncIterable<Tasks[Name]['item']> | Iterable<Tasks[Name]['item']>,
  checked: CheckedPool,
  options: FlowOptions,
  caller: string,
): AsyncGenerator<Tasks[Name]['result'], void, undefined> {
  const scheduler = openScheduler(task, checked, caller)
  try {
    yield* runFlow(scheduler, task, items, checked, options, caller)
  } finally {
    await scheduler.close(true)
  }
}

function splitOptions(options: unknown, workers: number) {
  const caller = 'pool.extract'
  checkKeys(options, caller, ['timeLimit', 'signal', ...optionKeys])
  const { timeLimit, signal, ...about } = options as PoolExtractOptions
  checkTimeLimit(timeLimit, workers, caller)
  checkFlow({ signal }, caller)
  return { timeLimit, signal, about }
}

function checkMany({ workers }: CheckedPool, options: PoolManyOptions) {
  const caller = 'pool.extractMany'
  checkKeys(options, caller, ['timeLimit', 'ordered', 'signal'])
  checkTimeLimit(options.timeLimit, workers, caller)
  return checkFlow(options, caller)
}

/** What is wrong with a story, as it is thrown: options are those of the call. */
function thrownOf({ code, message }: Fault): NutgrafError {
  const [, at = '', said = message] = /^story(\.[\w.]+): (.*)$/s.exec(message) ?? []
  return new NutgrafError(code as NutgrafErrorCode, `pool.extract${at}`, said)
}
