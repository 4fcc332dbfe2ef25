import { Kysely } from 'kysely'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** The two databases that an archive may lie in. */
export type Engine = 'sqlite' | 'postgres'

/** An open database, whatever engine it has. */
export interface Database {
  readonly engine: Engine
  /** As it may be shown: without a password. */
  readonly place: string
  readonly db: Kysely<Tables>
}

const isServer = (location: string) => /^postgres(?:ql)?:\/\//i.test(location)

/** `news.db`, `:memory:` or `postgres://user@host/database`. What each needs is loaded when it is opened. */
export function openDatabase(location: string, caller: string, readOnly = false): Database {
  const engine = isServer(location) ? 'postgres' : 'sqlite'
  const dialect =
    engine === 'postgres' ? openPostgres(location, caller, readOnly) : openSqlite(location, caller, readOnly)
  return { engine, place: placeOf(location), db: new Kysely<Tables>({ dialect }) }
}

/** A location as messages have it: a password is nobody's business. */
export function placeOf(location: string): string {
  if (!isServer(location)) return location
  const [address = ''] = location.split('?')
  const at = address.lastIndexOf('@')
  const colon = address.indexOf(':', address.indexOf('://') + 3)
  return colon < 0 || colon > at ? address : address.slice(0, colon) + address.slice(at)
}
