import type { Insertable, RawBuilder } from 'kysely'
import { sql, type Transaction } from 'kysely'
import type { Engine } from './database.ts'
import { type Conflict, insertRows, listOf } from './rows.ts'
import { forgetRecords, type Store } from './store.ts'
import type { Tables } from './tables.ts'

type Numbered = 'stories' | 'entities' | 'places' | 'events' | 'topics'

/** A transaction that alone writes to the archive, with the ids that it gives. */
export interface Writing extends Store {
  readonly tx: Transaction<Tables>
  /** An id for what a story's own of some id has made new. */
  nextId(table: Numbered, story?: number, local?: string): number
  /** Ids of records in the order in which they were made. */
  inOrder(table: Numbered, ids: readonly number[]): readonly number[]
  insert<Name extends keyof Tables & string>(
    table: Name,
    rows: readonly Insertable<Tables[Name]>[],
    conflict?: Conflict<Insertable<Tables[Name]>>,
  ): Promise<void>
  list<T extends number | string>(values: readonly T[]): RawBuilder<T>
}

/** The lock that writers of an archive on PostgreSQL take in turn: `nutgraf` in digits. */
const writersLock = 6884472

/**
 * Runs what writes as one transaction, one writer at a time: all of it is done, or nothing. Ids are given in order, without
 * gaps, so that an archive is the same whether or not its writers were stopped on the way.
 */
export async function write<T>(store: Store, run: (writing: Writing) => Promise<T>): Promise<T> {
  const { db, engine, recent } = store
  const writer = Symbol()
  const { done, version } = await db.transaction().execute(async (tx) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(tx)
    const version = await versionOf(tx, engine)
    // What one that has not ended well has left there is not in the database.
    if (recent.writer || version === undefined || version !== recent.version) forgetRecords(recent)
    recent.writer = writer
    return { done: await inTransaction(store, tx, run), version }
  })
  // The next may have begun.
  if (recent.writer === writer) Object.assign(recent, { writer: undefined, version })
  return done
}

/** A number that is another once another connection has written. PostgreSQL has none: there each transaction reads anew. */
async function versionOf(tx: Transaction<Tables>, engine: Engine): Promise<number | undefined> {
  if (engine === 'postgres') return undefined
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(tx)
  return rows[0]?.data_version
}

async function inTransaction<T>(
  store: Store,
  tx: Transaction<Tables>,
  run: (writing: Writing) => Promise<T>,
): Promise<T> {
  const { engine } = store
  const last = new Map((await tx.selectFrom('last_ids').selectAll().execute()).map(({ kind, id }) => [kind, id]))
  const given = new Set<string>()
  const done = await run({
    ...store,
    tx,
    nextId(table) {
      const id = (last.get(table) ?? 0) + 1
      last.set(table, id)
      given.add(table)
      return id
    },
    inOrder: (_, ids) => [...ids].sort((a, b) => a - b),
    insert: (table, rows, conflict) => insertRows(tx, engine, table, rows, conflict),
    list: (values) => listOf(engine, values),
  })
  const changed = [...given].map((kind) => ({ kind, id: last.get(kind)! }))
  await insertRows(tx, engine, 'last_ids', changed, { key: ['kind'], take: ['id'] })
  return done
}
