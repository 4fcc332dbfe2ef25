import type { QueueEvents } from 'bullmq'

/** Waits for jobs until they are done. */
export interface Waiting {
  /** @throws Error where it is not done within some milliseconds */
  until(jobId: string, milliseconds?: number): Promise<void>
  close(): void
}

/** Events may be missed, while a connection is made anew: now and then the jobs themselves are asked. */
const patience = 2000

/** `isDone` is asked after a job is listened for, so that none ends in between unseen. */
export function openWaiting(events: QueueEvents, isDone: (jobId: string) => Promise<boolean>): Waiting {
  const waiting = new Map<string, Set<() => void>>()
  const settle = ({ jobId }: { jobId: string }) => {
    for (const resolve of waiting.get(jobId) ?? []) resolve()
    waiting.delete(jobId)
  }
  const ask = async (jobId: string) => {
    if (await isDone(jobId)) settle({ jobId })
  }
  events.on('completed', settle)
  events.on('failed', settle)
  const timer = setInterval(() => {
    for (const jobId of waiting.keys()) ask(jobId).catch(() => undefined)
  }, patience)
  timer.unref()
  return {
    async until(jobId, milliseconds) {
      let limit: NodeJS.Timeout | undefined
      const done = new Promise<void>((resolve, reject) => {
        const list = waiting.get(jobId) ?? new Set()
        waiting.set(jobId, list.add(resolve))
        if (milliseconds === undefined) return
        limit = setTimeout(() => {
          list.delete(resolve)
          reject(new Error(`${jobId} is not done after ${milliseconds} ms`))
        }, milliseconds)
      })
      try {
        await Promise.all([done, ask(jobId)])
      } finally {
        clearTimeout(limit)
      }
    },
    close: () => clearInterval(timer),
  }
}
