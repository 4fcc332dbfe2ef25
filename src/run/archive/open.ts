import { checkKeys } from '../../api/options.ts'
import { correctionsOf } from '../../archive/corrections.ts'
import { describe, NutgrafError } from '../../base/error.ts'
import type { RuleSet } from '../../rules/define.ts'
import { checkPool, type PoolOptions } from '../batch/pool-options.ts'
import { addingTo } from './adding.ts'
import { type Answers, answersOf } from './answers.ts'
import type { Archive } from './archive.ts'
import { openDatabase, placeOf } from './database.ts'
import { closedSaid, told } from './faults.ts'
import { checkTables, migrate } from './migrations.ts'
import { noRecords, type Store } from './store.ts'

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
  checkLocation(location, caller)
  checkKeys(options, caller, optionNames)
  const { readOnly = false, ...reading } = options
  checkPool(reading as PoolOptions, caller)
  if (typeof readOnly !== 'boolean')
    throw new NutgrafError(
      'invalid-options',
      `${caller}.options.readOnly`,
      `expected true or false, got ${describe(readOnly)}`,
    )
  const database = openDatabase(location, caller, readOnly)
  const store: Store = {
    ...database,
    corrections: correctionsOf((reading.rules ?? []) as readonly object[]),
    recent: noRecords(),
  }
  await told(store, caller, () => (readOnly ? checkTables : migrate)(store, caller)).catch(async (error) => {
    await store.db.destroy().catch(() => undefined)
    throw error
  })
  const { close, ...adding } = addingTo(store, reading as PoolOptions)
  return untilClosed(store, { ...withFaults(store, answersOf(store)), ...adding }, close)
}

/** Another scheme than those of PostgreSQL; `C:\\news.db` has none. */
const otherScheme = /^(?!postgres(?:ql)?:)[a-z][a-z0-9+.-]+:\/\//i

function checkLocation(location: unknown, caller: string): asserts location is string {
  // SQLite would take what is blank, or blank up to a zero, as a database that is gone when it is closed.
  const isFile = typeof location === 'string' && location.trim() !== '' && !location.includes('\0')
  if (!isFile || otherScheme.test(location))
    throw new NutgrafError(
      'invalid-input',
      `${caller}.location`,
      `expected a file as "news.db", or "postgres://…", got ${describe(location)}`,
    )
  if (/^postgres(?:ql)?:/i.test(location) && !URL.canParse(location))
    throw new NutgrafError(
      'invalid-input',
      `${caller}.location`,
      `expected a URL as "postgres://user:password@host:5432/news", got ${describe(placeOf(location))}`,
    )
}

/** An archive that answers until it is closed: what is under way then is waited for, but for stories that are still to be read. */
function untilClosed(
  store: Store,
  methods: Omit<Archive, 'close' | typeof Symbol.asyncDispose>,
  stopReading: () => Promise<void>,
): Archive {
  const underWay = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined
  const run = (name: string, start: () => Promise<unknown>) => {
    if (closing) return Promise.reject(new NutgrafError('closed', `archive.${name}`, `${store.place}: ${closedSaid}`))
    const result = start()
    // Who adds many may wait for a source that never ends.
    if (name === 'addAll') return result
    underWay.add(result)
    const forget = () => underWay.delete(result)
    result.then(forget, forget)
    return result
  }
  const close = () =>
    (closing ??= (async () => {
      await stopReading()
      await Promise.allSettled(underWay)
      await store.db.destroy()
    })())
  const named = Object.entries<(...given: never[]) => Promise<unknown>>(methods)
  const guarded = named.map(([name, start]) => [name, (...given: never[]) => run(name, () => start(...given))])
  return { ...(Object.fromEntries(guarded) as typeof methods), close, [Symbol.asyncDispose]: close }
}

/** Answers whose errors of the database are as people read them. */
function withFaults(store: Store, answers: Answers): Answers {
  const named = Object.entries<(...given: never[]) => Promise<unknown>>(answers)
  return Object.fromEntries(
    named.map(([name, ask]) => [name, (...given: never[]) => told(store, `archive.${name}`, () => ask(...given))]),
  ) as unknown as Answers
}
