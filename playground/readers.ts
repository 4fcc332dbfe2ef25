import type { Answer, Asked, Kind, Reply } from './protocol.ts'

/** A worker that answers in the order of asking. */
export interface Reader {
  ask<K extends Kind>(kind: K, asked: Asked<K>): Promise<Answer<K>>
}

interface Waiting {
  resolve(answer: Answer<Kind>): void
  reject(error: Error): void
}

export function openReader(): Reader {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'nutgraf' })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const question = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failed' in data) question?.reject(new Error(data.failed))
    else question?.resolve(data.answer)
  })
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  })
  return {
    ask<K extends Kind>(kind: K, question: Asked<K>): Promise<Answer<K>> {
      const id = ++asked
      worker.postMessage({ id, kind, asked: question })
      return new Promise((resolve, reject) => {
        // What comes under the number of a question is its answer.
        waiting.set(id, { resolve: resolve as (answer: Answer<Kind>) => void, reject })
      })
    },
  }
}

/** Runs one at a time; of the times that are asked for meanwhile, the last alone. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let isRunning = false
  let again = false
  return async () => {
    again = true
    if (isRunning) return
    isRunning = true
    try {
      while (again) {
        again = false
        await run()
      }
    } finally {
      isRunning = false
    }
  }
}
