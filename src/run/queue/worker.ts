import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Worker, WorkerOptions } from 'bullmq'
import { loadBullmq } from '#bullmq'
import type { NutgrafError } from '../../base/error.ts'
import { StorySchema } from '../../base/schema.ts'
import type { Story } from '../../base/story.ts'
import type { RuleSet } from '../../rules/define.ts'
import type { Archive, ArchiveInput } from '../archive/archive.ts'
import { openArchive } from '../archive/open.ts'
import { createPool } from '../batch/pool.ts'
import { warnOfLoss } from './durability.ts'
import { backendOf, type QueueOptions, queueOf } from './queue.ts'

/**
 * Where the queue is, what the worker knows, and how many stories it reads at a time.
 *
 * @example
 * import { createWorker, type StoryWorkerOptions } from 'nutgraf/queue'
 *
 * const options: StoryWorkerOptions = {
 *   connection: { host: '127.0.0.1', port: 6379 },
 *   ...{ threads: 1, bullmq: { lockDuration: 60_000 } },
 * }
 * const worker = createWorker(options)
 * console.log(worker.name.split('-')[0]) // nutgraf
 * await worker.close()
 */
export interface StoryWorkerOptions<Sets extends readonly RuleSet[] = readonly RuleSet[]> extends QueueOptions<Sets> {
  /** Stories read at a time, each in a process of its own. As many as the machine has cores where it is not given. */
  threads?: number
  /**
   * Where stories are added as they are read: `postgres://…`, which many workers may fill at once, or a file as `openArchive` of
   * nutgraf/archive takes it. A story is there before its job is done.
   */
  archive?: string
  /** Settings of BullMQ's worker, as `lockDuration`: after so many milliseconds a dead worker's story goes to another. */
  bullmq?: Partial<Omit<WorkerOptions, 'connection' | 'concurrency'>>
}

/**
 * A worker that reads stories of a queue until it is closed.
 *
 * @example
 * import { createWorker, type StoryWorker } from 'nutgraf/queue'
 *
 * const closeOnEnd = (worker: StoryWorker) => process.once('SIGTERM', () => worker.close())
 * const worker = createWorker({ connection: { host: '127.0.0.1', port: 6379 }, threads: 1 })
 * closeOnEnd(worker)
 * await worker.close()
 */
export interface StoryWorker {
  /** The name of its queue. */
  readonly name: string
  /** BullMQ's worker, for its events: `completed`, `failed`, `error`. */
  readonly worker: Worker<ArchiveInput, Story<string>>
  /** Finishes the stories under way, and leaves. */
  close(): Promise<void>
}

/** How often a story may be under way in a worker that dies before it is given up. */
const maxStalledCount = 5

/**
 * Works on the queue of the same rules until it is closed. Stories are read in processes of their own, so that a long
 * one keeps its lock; a story is kept with its job only if it is valid, as `extract` gives it, byte for byte. Warns
 * (`NUTGRAF_NO_APPENDONLY`) where a Redis server keeps no append-only file: it would lose stories when it ends.
 *
 * @example
 * import { createWorker } from 'nutgraf/queue'
 *
 * const worker = createWorker({ connection: { host: '127.0.0.1', port: 6379 }, threads: 1 })
 * worker.worker.on('failed', (job, error) => console.error(job?.id, error.message))
 * await worker.close()
 * @throws NutgrafError `invalid-options` or `invalid-rules`, for wrong rule sets; `missing-package` without BullMQ
 */
export function createWorker<const Sets extends readonly RuleSet[] = []>(
  options: StoryWorkerOptions<Sets>,
): StoryWorker {
  const { threads = availableParallelism(), rules = [], without = [], bullmq, archive: location } = options
  const { name, settings } = queueOf(options)
  const { UnrecoverableError, Worker } = loadBullmq('createWorker')
  const pool = createPool({ rules, without, workers: threads })
  const archive = location === undefined ? undefined : whenWanted(() => openArchive(location, { rules, workers: 0 }))
  const worker = new Worker<ArchiveInput, Story<string>>(
    name,
    async ({ data }) => {
      const { id: _, text, title: __, url: ___, publisher: ____, ...about } = data
      const story = await pool.extract(text, about).catch((error: NutgrafError) => {
        // A wrong story would be as wrong when it is read again.
        throw error.code === 'failed' ? error : new UnrecoverableError(error.message)
      })
      // What comes of parsing has its keys in the order of the schema.
      StorySchema.parse(story)
      await archive?.add(story, data)
      return story
    },
    { maxStalledCount, ...bullmq, ...settings, concurrency: threads },
    backendOf(options),
  )
  void warnOfLoss(worker.backend)
  return {
    name,
    worker: worker as never,
    async close() {
      archive?.leave()
      await worker.close()
      await pool.close()
      await archive?.close()
    },
  }
}

/** Codes of what is over by itself: a story waits for it. */
const passing = new Set(['unreachable', 'busy'])
/** Milliseconds between tries, from the first on. */
const pauses = { first: 500, longest: 30_000 }

/** An archive that is opened by the first story. While its server is away, stories wait, and their jobs stay under way. */
function whenWanted(openOnce: () => Promise<Archive>) {
  let opened: Promise<Archive> | undefined
  const leaving = new AbortController()
  const open = () => {
    opened ??= openOnce().catch((error) => {
      opened = undefined
      throw error
    })
    return opened
  }
  return {
    async add(story: Story<string>, input: ArchiveInput): Promise<void> {
      for (let pause = pauses.first; ; pause = Math.min(pause * 2, pauses.longest))
        try {
          await (await open()).addStory(story, input.text, input)
          return
        } catch (error) {
          if (!passing.has((error as NutgrafError).code) || leaving.signal.aborted) throw error
          await sleep(pause, undefined, { signal: leaving.signal }).catch(() => undefined)
        }
    },
    /** Stories that wait are given up: their jobs go to another worker. */
    leave: () => leaving.abort(),
    close: async () => (await opened)?.close(),
  }
}
