import { CompiledQuery, type Insertable, type Kysely, type RawBuilder, sql } from 'kysely'
import { wellFormed } from '../../base/well-formed.ts'
import type { Engine } from './database.ts'
import type { Tables } from './tables.ts'

/** Where statements run: in a transaction, or outside of any. */
export type Connection = Kysely<Tables>

/** What becomes of a row whose key is there already: counts are added, other columns taken, or it stays as it is. */
export interface Conflict<Row> {
  key: readonly (keyof Row & string)[]
  add?: readonly (keyof Row & string)[]
  take?: readonly (keyof Row & string)[]
}

/**
 * JSON that either database reads: PostgreSQL has no zero in its texts, and neither half of a pair of surrogates. What stands
 * instead is as long, so that offsets hold.
 */
const jsonOf = (value: unknown): string => {
  const json = JSON.stringify(value)
  return json.includes('\\u')
    ? json.replace(/\\(?:u(?:0000|d[89a-f][0-9a-f]{2})|.)/g, (code) => (code.length === 6 ? '\\ufffd' : code))
    : json
}

/** Numbers or texts as a list for `in`, however many: one parameter, so that the statement is the same. */
export function listOf<T extends number | string>(engine: Engine, values: readonly T[]): RawBuilder<T> {
  // Of an empty one PostgreSQL would have to be told the type.
  if (values.length === 0) return sql`(null)`
  const json = jsonOf(values)
  if (engine === 'sqlite') return sql`(select value from json_each(${json}))`
  return typeof values[0] === 'number'
    ? sql`(select value::bigint from json_array_elements_text(${json}::json))`
    : sql`(select value from json_array_elements_text(${json}::json))`
}

/**
 * Adds rows, however many, with a statement that is the same each time: on SQLite once for each row, on PostgreSQL, where each
 * time is a way to the server and back, once for all.
 */
export async function insertRows<Name extends keyof Tables & string>(
  tx: Connection,
  engine: Engine,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
  conflict?: Conflict<Insertable<Tables[Name]>>,
): Promise<void> {
  const [first] = rows as readonly Readonly<Record<string, unknown>>[]
  if (first === undefined) return
  const columns = Object.keys(first)
  const statement = insertInto(engine, table, columns, conflict as Conflict<Record<string, unknown>>)
  const given = rows as readonly Readonly<Record<string, unknown>>[]
  const parameters =
    engine === 'postgres' ? [jsonOf(rows)] : given.map((row) => columns.map((column) => cellOf(row[column])))
  await tx.executeQuery(CompiledQuery.raw(statement, parameters))
}

const cellOf = (value: unknown): unknown => (typeof value === 'string' ? wellFormed(value) : value)

const quoted = (name: string) => `"${name}"`

function insertInto(
  engine: Engine,
  table: string,
  columns: readonly string[],
  conflict?: Conflict<Record<string, unknown>>,
): string {
  const names = columns.map(quoted).join(', ')
  const values =
    engine === 'sqlite'
      ? `values (${columns.map(() => '?').join(', ')})`
      : `select ${names} from json_populate_recordset(null::${quoted(table)}, $1::json)`
  return `insert into ${quoted(table)} (${names}) ${values}${conflict ? onConflict(table, conflict) : ''}`
}

function onConflict(table: string, { key, add = [], take = [] }: Conflict<Record<string, unknown>>): string {
  const changes = [
    ...add.map((name) => `${quoted(name)} = ${quoted(table)}.${quoted(name)} + excluded.${quoted(name)}`),
    ...take.map((name) => `${quoted(name)} = excluded.${quoted(name)}`),
  ]
  const what = changes.length > 0 ? `update set ${changes.join(', ')}` : 'nothing'
  return ` on conflict (${key.map(quoted).join(', ')}) do ${what}`
}
