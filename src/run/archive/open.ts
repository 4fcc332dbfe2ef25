import { checkKeys } from '../../api/options.ts'
import { correctionsOf } from '../../archive/corrections.ts'
import { describe, NutgrafError } from '../../base/error.ts'
import type { RuleSet } from '../../rules/define.ts'
import { checkPool, type PoolOptions } from '../batch/pool-options.ts'
import { addingTo } from './adding.ts'
import { type Answers, answersOf } from './answers.ts'
import type { Archive } from './archive.ts'
import { openDatabase } from './database.ts'
import { told } from './faults.ts'
import { checkTables, migrate } from './migrations.ts'
import type { Store } from './store.ts'

/**
 * What the stories of an archive are read with, and by how many workers.
 *
 * @example
 * import { type ArchiveOptions, openArchive } from 'nutgraf/archive'
 *
 * const options: ArchiveOptions = { workers: 0 }
 * await using archive = await openArchive(':memory:', options)
 * console.log((await archive.counts()).stories) // 0
 */
export interface ArchiveOptions<Sets extends readonly RuleSet[] = readonly RuleSet[]>
  extends Pick<PoolOptions<Sets>, 'rules' | 'without' | 'places' | 'workers' | 'maxMemory' | 'timeLimit'> {
  /** Asks and never writes: what is no archive yet is refused, and not made. */
  readOnly?: boolean
}

const optionNames = ['rules', 'without', 'places', 'workers', 'maxMemory', 'timeLimit', 'readOnly'] as const

/**
 * Opens an archive of stories, and makes it where there is none: a file of SQLite (`news.db`, or `:memory:` for as long as the
 * program runs), or a database of PostgreSQL (`postgres://user:password@host/database`), which many programs may fill at once.
 * They are optional peers: `npm install better-sqlite3@12`, or `npm install pg`.
 *
 * @example
 * import { openArchive } from 'nutgraf/archive'
 *
 * await using archive = await openArchive(':memory:', { workers: 0 })
 * await archive.add('Sergey Lavrov will visit Dhaka on September 7.', { published: '2023-08-30' })
 * const [visit] = await archive.events({ who: 'Lavrov', from: '2023-09' })
 * console.log(visit?.name, visit?.from, visit?.status) // visit to Dhaka 2023-09-07 planned
 * @throws NutgrafError `invalid-archive` where it is none, or of a newer release; `unreachable`, `busy` or `invalid-output`
 *   where it can't be opened; `missing-package` without its database; `invalid-options` or `invalid-rules`
 */
export async function openArchive<const Sets extends readonly RuleSet[] = []>(
  location: string,
  options: ArchiveOptions<Sets> = {},
): Promise<Archive> {
  const caller = 'openArchive'
  if (typeof location !== 'string' || location === '')
    throw new NutgrafError(
      'invalid-input',
      `${caller}.location`,
      `expected a file as "news.db", or "postgres://…", got ${describe(location)}`,
    )
  checkKeys(options, caller, optionNames)
  const { readOnly = false, ...reading } = options
  checkPool(reading as PoolOptions, caller)
  if (typeof readOnly !== 'boolean')
    throw new NutgrafError('invalid-options', `${caller}.readOnly`, `expected true or false, got ${describe(readOnly)}`)
  const database = openDatabase(location, caller, readOnly)
  const store: Store = { ...database, corrections: correctionsOf((reading.rules ?? []) as readonly object[]) }
  await told(store, caller, () => (readOnly ? checkTables : migrate)(store, caller)).catch(async (error) => {
    await store.db.destroy().catch(() => undefined)
    throw error
  })
  const adding = addingTo(store, reading as PoolOptions)
  return {
    ...inWords(store, answersOf(store)),
    ...adding,
    async [Symbol.asyncDispose]() {
      await adding.close()
    },
  }
}

/** The same answers, with errors of the database as people read them. */
const inWords = (store: Store, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, ask]: [string, (...given: never[]) => Promise<unknown>]) => [
      name,
      (...given: never[]) => told(store, `archive.${name}`, () => ask(...given)),
    ]),
    // Each has the name and the arguments that it had.
  ) as unknown as Answers
