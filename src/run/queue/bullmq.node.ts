import { createRequire } from 'node:module'
import type * as bullmq from 'bullmq'
import { NutgrafError } from '../../base/error.ts'

const require = createRequire(import.meta.url)

/** BullMQ, loaded when a queue is opened: who has it not is told what to install. */
export function loadBullmq(caller: string): typeof bullmq {
  try {
    return require('bullmq')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    throw new NutgrafError(
      'missing-package',
      caller,
      'queues are kept by BullMQ, which is not installed: npm install bullmq ioredis',
    )
  }
}
