import { createRequire } from 'node:module'
import type * as bullmq from 'bullmq'
import { fromPackage } from '../../base/error.ts'

const require = createRequire(import.meta.url)

/** BullMQ, loaded when a queue is opened: who has it not is told what to install. */
export const loadBullmq = (caller: string): typeof bullmq =>
  fromPackage(
    () => require('bullmq'),
    caller,
    'queues are kept by BullMQ, which is not installed: npm install bullmq ioredis',
  )
