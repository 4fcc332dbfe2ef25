import { checkGiven, checkKeys, type ExtractOptions, optionKeys } from '../../api/options.ts'
import { blockSize } from '../../base/blocks.ts'
import { NutgrafError, type NutgrafErrorCode } from '../../base/error.ts'
import type { CoreType, Story } from '../../base/story.ts'
import type { RuleSet, TypesOf } from '../../rules/define.ts'
import { abortedBy, checkAborted, checkFlow, checkSource, type FlowOptions, flow } from './flow.ts'
import type { Fault, Outcome, StoryInput } from './input.ts'
import { type CheckedPool, checkPool, checkTimeLimit, type PoolOptions } from './pool-options.ts'
import { ahead, type Counts, openScheduler, type Scheduler } from './scheduler.ts'
import { lengthIn, type TaskName, type Tasks } from './tasks.ts'

/** What is known of a story besides its words, how long it may take, and what ends it. */
export interface PoolExtractOptions extends ExtractOptions {
  timeLimit?: number
  signal?: AbortSignal
}

/** How outcomes flow, and how long a story may take. */
export interface PoolManyOptions extends FlowOptions {
  timeLimit?: number
}

export interface PoolHealth extends Counts {
  closed: boolean
}

export interface Pool<Type extends string = CoreType> {
  extract(text: string, options?: PoolExtractOptions): Promise<Story<Type>>
  extractMany(
    stories: AsyncIterable<StoryInput> | Iterable<StoryInput>,
    options?: PoolManyOptions,
  ): AsyncGenerator<Outcome<Type>, void, undefined>
  health(): PoolHealth
  close(options?: { force?: boolean }): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

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
export function runFlow<Name extends TaskName>(
  scheduler: Scheduler<Name>,
  task: Name,
  items: AsyncIterable<Tasks[Name]['item']> | Iterable<Tasks[Name]['item']>,
  { workers, timeLimit }: CheckedPool,
  options: FlowOptions,
  caller: string,
): AsyncGenerator<Tasks[Name]['result'], void, undefined> {
  const blocks = workers === 0 ? 1 : workers * heldBlocks
  const room = { items: blocks * blockSize.stories, characters: blocks * blockSize.characters }
  return flow(items, (item) => scheduler.add(item, timeLimit), lengthIn[task], room, options, caller)
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
