import { existsSync, type Stats, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import type { default as BetterSqlite } from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type SqliteDriver as Driver,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely'
import { fromPackage, NutgrafError } from '../../base/error.ts'

const require = createRequire(import.meta.url)

const loadSqlite = (caller: string): typeof BetterSqlite =>
  fromPackage(
    () => require('better-sqlite3'),
    caller,
    'an archive in a file is kept by SQLite, which is not installed: npm install better-sqlite3@12',
  )

/** Milliseconds that a writer waits for its turn, while others of this program go on. */
const patience = 30_000
/** Milliseconds that a single statement waits, in which nothing else of this program goes on. */
const shortPatience = 1_000

/** SQLite in a file, or in memory. @throws NutgrafError `missing-package`, and `invalid-archive` where there is nothing to read */
export function openSqlite(location: string, caller: string, readOnly: boolean): Dialect {
  const Sqlite = loadSqlite(caller)
  if (readOnly && !existsSync(location))
    throw new NutgrafError(
      'invalid-archive',
      caller,
      `${location}: there is no such file; correct its path, or add stories to it`,
    )
  if (fileAt(location)?.isDirectory())
    throw new NutgrafError('invalid-output', caller, `${location}: it is a folder; give a file in it, as news.db`)
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () =>
      new WaitingDriver(location, { database: async () => keepStatements(await connect(Sqlite, location, readOnly)) }),
  }
}

function fileAt(location: string): Stats | undefined {
  try {
    return statSync(location, { throwIfNoEntry: false })
  } catch {
    // Who may not look at it is told so by SQLite.
    return undefined
  }
}

async function connect(Sqlite: typeof BetterSqlite, location: string, readonly: boolean) {
  const file = new Sqlite(location, { timeout: shortPatience, readonly })
  try {
    if (readonly) return file
    // Who reads waits for nobody, and who writes for one writer; what is committed is on the disk.
    await inTurn(() => file.pragma('journal_mode = WAL'))
    for (const setting of [
      'synchronous = FULL',
      'foreign_keys = ON',
      'cache_size = -64000',
      'temp_store = MEMORY',
      'wal_autocheckpoint = 10000',
    ])
      file.pragma(setting)
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

/** Statements that are kept for the next time: preparing one takes longer than running it. */
const kept = 200

function keepStatements(file: BetterSqlite.Database) {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => file.close(),
    prepare(sql: string): SqliteStatement {
      const known = statements.get(sql)
      if (known) return known
      const statement = forEachRow(file.prepare(sql))
      if (statements.size >= kept) statements.delete(statements.keys().next().value!)
      statements.set(sql, statement)
      return statement
    },
  }
}

/** A statement that is run once for each row, where its parameters are rows. */
const forEachRow = (statement: BetterSqlite.Statement): SqliteStatement => ({
  reader: statement.reader,
  all: (parameters) => statement.all(...parameters),
  iterate: (parameters) => statement.iterate(...parameters) as IterableIterator<unknown>,
  run(parameters) {
    if (!Array.isArray(parameters[0])) return statement.run(...parameters)
    for (const row of parameters) statement.run(...(row as unknown[]))
    return { changes: parameters.length, lastInsertRowid: 0 }
  },
})

/** A transaction that may write takes its turn at once: one that has read already could not go on after another's. */
class WaitingDriver extends SqliteDriver implements Driver {
  readonly #location: string
  #file: number | undefined

  constructor(location: string, config: ConstructorParameters<typeof SqliteDriver>[0]) {
    super(config)
    this.#location = location
  }

  override async init(): Promise<void> {
    await super.init()
    this.#file = fileAt(this.#location)?.ino
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // What is written to a file that is deleted is gone when it is closed, and SQLite says nothing of it.
    if (fileAt(this.#location)?.ino !== this.#file)
      throw Object.assign(new Error('another file, or none, has its name'), { code: 'SQLITE_READONLY_DBMOVED' })
    await inTurn(() => connection.executeQuery(CompiledQuery.raw('begin immediate')))
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      // SQLite has taken it back by itself, as it does on a full disk: what is told is why.
      if (!(error as Error).message.includes('no transaction is active')) throw error
    }
  }
}

/** What is refused while another writes is tried again, a little later each time. */
async function inTurn<T>(run: () => T | Promise<T>): Promise<T> {
  for (let [waited, pause] = [0, 2]; ; waited += pause, pause = Math.min(pause * 2, 100)) {
    try {
      return await run()
    } catch (error) {
      if (!isLocked(error) || waited >= patience) throw error
      await sleep(pause)
    }
  }
}

const isLocked = (error: unknown) => String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')
