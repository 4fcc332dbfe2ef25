import { type Expression, type SqlBool, sql } from 'kysely'
import type { Engine } from '../database.ts'
import { listOf } from '../rows.ts'

/** Whether a column is one of some ids, however many: a database takes so many parameters, and no more. */
export const oneOf = (engine: Engine, column: string, ids: readonly number[]): Expression<SqlBool> =>
  ids.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${sql.ref(column)} in ${listOf(engine, ids)}`
