import { availableParallelism } from 'node:os'
import { checkRules, type ExtractorOptions } from '../../api/extract.ts'
import { checkKeys } from '../../api/options.ts'
import { describe, NutgrafError } from '../../base/error.ts'
import type { RuleSet } from '../../rules/define.ts'
import type { WorkerData } from './tasks.ts'

/**
 * What workers know, and how many there are.
 *
 * @example
 * import { createPool, type PoolOptions } from 'nutgraf/batch'
 *
 * const options: PoolOptions = { workers: 1, without: ['english/visit-noun', 'english/stay-noun'], timeLimit: 20_000 }
 * await using pool = createPool(options)
 * console.log((await pool.extract('His visit to Dhaka ended.')).events.length) // 0
 */
export interface PoolOptions<Sets extends readonly RuleSet[] = readonly RuleSet[]> extends ExtractorOptions<Sets> {
  /** Worker processes; 0 reads in this thread. As many as the machine has cores where it is not given. */
  workers?: number
  /**
   * Megabytes of heap for each worker, from 128; Node's own limit where it is not given. A story that wants more gives an
   * error, `out-of-memory`, and the others are read. It limits no story that is read in this thread.
   */
  maxMemory?: number
  /**
   * Milliseconds that a story may take in its worker; one that takes longer gives an error, `time-limit`, and the others are
   * read. Stories with a limit are read one by one, which takes a fifth longer than in blocks. It needs workers.
   */
  timeLimit?: number
  /** Stories that may wait for a worker; with so many, `extract` of a pool throws `busy`. As many as memory holds where it is not given. */
  maxWaiting?: number
}

/** What is left of the options where all are well. */
export interface CheckedPool {
  workers: number
  maxMemory: number | undefined
  timeLimit: number | undefined
  maxWaiting: number
  known: WorkerData
}

/** A worker without rules of a user takes half of it to start. */
const leastMemory = 128
/** Timers take no longer. */
const longestLimit = 2 ** 31 - 1

const sizes = {
  workers: [0, 512, 'a whole number from 0 to 512'],
  maxMemory: [leastMemory, Number.MAX_SAFE_INTEGER, `a whole number of megabytes from ${leastMemory}`],
  timeLimit: [1, longestLimit, 'a whole number of milliseconds from 1'],
  maxWaiting: [1, Number.MAX_SAFE_INTEGER, 'a whole number of stories from 1'],
} as const

/** @throws NutgrafError `invalid-options` or `invalid-rules` */
export function checkPool(options: PoolOptions, caller: string, besides: readonly string[] = []): CheckedPool {
  checkKeys(options, caller, ['rules', 'without', 'places', 'workers', 'maxMemory', 'timeLimit', ...besides])
  const { workers = availableParallelism(), maxMemory, maxWaiting = Number.POSITIVE_INFINITY } = options
  const { rules = [], without = [], places } = options
  for (const name of Object.keys(sizes) as (keyof typeof sizes)[]) checkSize(options[name], name, caller)
  checkTimeLimit(options.timeLimit, workers, caller)
  checkRules({ rules, without, ...(places && { places }) })
  // What a module exports can't be sent as it is.
  const pack = places && { ...places, columns: { ...places.columns } }
  return {
    ...{ workers, maxMemory, timeLimit: options.timeLimit, maxWaiting },
    known: { rules, without, ...(pack && { places: pack }) },
  }
}

/** @throws NutgrafError `invalid-options` where it is no time, or nothing could end what runs over it */
export function checkTimeLimit(timeLimit: unknown, workers: number, caller: string): void {
  checkSize(timeLimit, 'timeLimit', caller)
  if (timeLimit !== undefined && workers === 0)
    throw new NutgrafError(
      'invalid-options',
      `${caller}.options.timeLimit`,
      'it needs workers: in this thread nothing can end a story; give `workers` from 1',
    )
}

function checkSize(size: unknown, name: keyof typeof sizes, caller: string): void {
  const [least, most, expected] = sizes[name]
  if (size === undefined || (Number.isInteger(size) && (size as number) >= least && (size as number) <= most)) return
  throw new NutgrafError('invalid-options', `${caller}.options.${name}`, `expected ${expected}, got ${describe(size)}`)
}
