import { workerData } from 'node:worker_threads'
import { createExtractor } from '../extract.ts'
import { tasksOf, type WorkerData } from './tasks.ts'

// tinypool puts data of its own before ours.
const [, { rules, without }] = workerData as [unknown, WorkerData]

/** The tasks of a worker thread, by the names under which the pool calls them. */
export const { stories, lines } = tasksOf(createExtractor({ rules, without }))
