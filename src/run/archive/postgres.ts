import { createRequire } from 'node:module'
import { type Dialect, PostgresDialect } from 'kysely'
import type * as pg from 'pg'
import { fromPackage } from '../../base/error.ts'

const require = createRequire(import.meta.url)

const loadPostgres = (caller: string): typeof pg =>
  fromPackage(
    () => require('pg'),
    caller,
    'an archive on PostgreSQL is reached by pg, which is not installed: npm install pg',
  )

/** PostgreSQL's numbers of types that pg gives as text, since not all of their numbers are exact. Ours are. */
const exactNumbers = new Set([20, 1700])

/** Milliseconds until a server that says nothing is given up. */
const patience = 10_000

/** @throws NutgrafError `missing-package` */
export function openPostgres(location: string, caller: string, readOnly: boolean): Dialect {
  const { Pool, types } = loadPostgres(caller)
  const pool = new Pool({
    connectionString: location,
    ...{ application_name: 'nutgraf', connectionTimeoutMillis: patience, keepAlive: true },
    ...(readOnly && { options: '-c default_transaction_read_only=on' }),
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        exactNumbers.has(type) ? Number : types.getTypeParser(type, format as 'text'),
    } as pg.CustomTypesConfig,
  })
  // A connection that breaks while nobody uses it is made anew when it is wanted.
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool })
}
