export type { StoryInput } from '../run/batch/input.ts'
export { openQueue, type QueueOptions, type StoryQueue } from '../run/queue/queue.ts'
export { createWorker, type StoryWorker, type StoryWorkerOptions } from '../run/queue/worker.ts'
