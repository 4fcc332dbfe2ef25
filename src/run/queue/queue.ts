import type { BackendFactory, ConnectionOptions, Job, QueueEvents, RedisQueueBackend } from 'bullmq'
import { loadBullmq } from '#bullmq'
import { checkRules, type ExtractorOptions, versionWith } from '../../api/extract.ts'
import type { CoreType, Story } from '../../base/story.ts'
import type { RuleSet, TypesOf } from '../../rules/define.ts'
import type { ArchiveInput } from '../archive/archive.ts'
import { checkInput } from '../archive/input.ts'
import { jobIdOf, queueVersion } from './version.ts'
import { openWaiting, type Waiting } from './waiting.ts'

/**
 * Where the queue is, and what its workers know. The same for those who fill it and those who work on it.
 *
 * @example
 * import { openQueue, type QueueOptions } from 'nutgraf/queue'
 *
 * const options: QueueOptions = { connection: { host: '127.0.0.1', port: 6379 }, name: 'archive' }
 * const queue = openQueue(options)
 * console.log(queue.name.split('-')[0]) // archive
 * await queue.close()
 */
export interface QueueOptions<Sets extends readonly RuleSet[] = readonly RuleSet[]> extends ExtractorOptions<Sets> {
  /** As BullMQ takes it: `{ host, port }` of Redis or Valkey, or what the `backend` takes. */
  connection: ConnectionOptions | object | string
  /** Another engine of BullMQ's: `createPostgresBackend` from `bullmq` for PostgreSQL. */
  // biome-ignore lint/suspicious/noExplicitAny: BullMQ's own default for any backend
  backend?: BackendFactory<any, any>
  /** The beginning of the queue's name; after it comes the version of the rules. */
  name?: string
}

/**
 * A queue of stories that workers read, on this machine or others.
 *
 * @example
 * import { openQueue, type StoryQueue } from 'nutgraf/queue'
 *
 * const idsOf = (queue: StoryQueue) => queue.enqueue([{ text: 'Rice left.' }, { text: 'Rice left.' }])
 * const queue = openQueue({ connection: { host: '127.0.0.1', port: 6379 } })
 * const [first, second] = await idsOf(queue)
 * console.log(first === second) // true
 * await queue.close()
 */
export interface StoryQueue<Type extends string = string> {
  /** As BullMQ calls it: `nutgraf-3f2a9c1be0d4`. Workers with other rules, or of another release, have another queue. */
  readonly name: string
  /**
   * Adds stories; the ids of their jobs come in the same order. A job is known by text, options and rules: a story that is
   * in the queue or done is not added again. Its title, URL and publisher, which an archive keeps, make it another one.
   *
   * @throws NutgrafError for a wrong input; those before it have been added
   */
  enqueue(stories: AsyncIterable<ArchiveInput> | Iterable<ArchiveInput>): Promise<string[]>
  /** The story of a job, null where it is not done yet. @throws Error where it failed, or no such job is known */
  story(jobId: string): Promise<Story<Type> | null>
  /** The story of a job, once it is done. @throws Error where it fails, or is not done within some milliseconds */
  wait(jobId: string, milliseconds?: number): Promise<Story<Type>>
  /** Leaves the queue; what is in it stays. */
  close(): Promise<void>
}

const together = 100

/** Kept with the job until somebody removes it; a worker that dies costs an attempt. */
const jobOptions = { attempts: 3, backoff: { type: 'exponential', delay: 500 } }

/**
 * Opens a queue on BullMQ, an optional peer dependency (`npm i bullmq ioredis`).
 *
 * @example
 * import { createWorker, openQueue } from 'nutgraf/queue'
 *
 * const connection = { host: '127.0.0.1', port: 6379 }
 * const queue = openQueue({ connection })
 * const [job] = await queue.enqueue([{ id: 'a', text: 'Rice arrived in Beirut on Friday.', published: '2006-02-23' }])
 * // On this machine or another:
 * const worker = createWorker({ connection, threads: 1 })
 * console.log((await queue.wait(job!)).events[0]?.name) // visit to Beirut
 * await worker.close()
 * await queue.close()
 * @throws NutgrafError `invalid-options` or `invalid-rules`, for wrong rule sets; `missing-package` without BullMQ
 */
export function openQueue<const Sets extends readonly RuleSet[] = []>(
  options: QueueOptions<Sets>,
): StoryQueue<CoreType | TypesOf<Sets[number]>> {
  type Found = Story<CoreType | TypesOf<Sets[number]>>
  const { version, name, settings } = queueOf(options)
  const { Queue, QueueEvents } = loadBullmq('openQueue')
  const queue = new Queue<ArchiveInput, Found>(name, { ...settings, defaultJobOptions: jobOptions }, backendOf(options))
  let events: QueueEvents | undefined
  let waiting: Waiting | undefined

  async function stateOf(jobId: string) {
    const job: Job<ArchiveInput, Found> | undefined = await queue.getJob(jobId)
    if (!job) throw new Error(`${name} has no job ${jobId}`)
    const state = await job.getState()
    return { job, state, done: state === 'completed' || state === 'failed' }
  }

  async function story(jobId: string): Promise<Found | null> {
    const { job, state } = await stateOf(jobId)
    if (state === 'failed') throw new Error(`${jobId} failed: ${job.failedReason}`)
    return state === 'completed' ? job.returnvalue : null
  }

  return {
    name,
    async enqueue(stories) {
      const ids: string[] = []
      let waiting: Parameters<typeof queue.addBulk>[0] = []
      const send = async () => {
        const jobs = waiting
        waiting = []
        await queue.addBulk(jobs)
      }
      try {
        for await (const story of stories) {
          const { input, about } = checkInput(story, `enqueue.${ids.length}`)
          const data = { ...input, ...about }
          const jobId = jobIdOf(data, version)
          ids.push(jobId)
          waiting.push({ name: 'story' as never, data: data as never, opts: { jobId } })
          if (waiting.length >= together) await send()
        }
      } finally {
        if (waiting.length > 0) await send()
      }
      return ids
    },
    story,
    async wait(jobId, milliseconds) {
      events ??= new QueueEvents(name, settings, backendOf(options))
      await events.waitUntilReady()
      waiting ??= openWaiting(events, async (id) => (await stateOf(id)).done)
      await waiting.until(jobId, milliseconds)
      return (await story(jobId))!
    },
    async close() {
      waiting?.close()
      await events?.close()
      await queue.close()
    },
  }
}

/** What a queue and its workers have in common. */
export function queueOf({ connection, name = 'nutgraf', rules = [], without = [] }: QueueOptions) {
  checkRules({ rules, without })
  const version = versionWith({ rules, without })
  return {
    version,
    name: `${name}-${queueVersion(version)}`,
    settings: { connection: connection as ConnectionOptions },
  }
}

/** The backend under the type of the one for Redis, which BullMQ's classes have where none is named. */
export const backendOf = ({ backend }: QueueOptions) => backend as BackendFactory<RedisQueueBackend, ConnectionOptions>
