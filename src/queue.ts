export type { StoryInput } from './corpus/input.ts'
export { openQueue, type QueueOptions, type StoryQueue } from './queue/queue.ts'
export { createWorker, type StoryWorker, type StoryWorkerOptions } from './queue/worker.ts'
