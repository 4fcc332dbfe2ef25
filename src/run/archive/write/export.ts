import { createWriteStream } from 'node:fs'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { fileFault, NutgrafError } from '../../../base/error.ts'
import { csvLines } from '../../../output/csv.ts'
import { type Cell, type ColumnType, openParquetTable } from '../../sinks/parquet.ts'
import { type Database, openDatabase } from '../database.ts'
import { told } from '../faults.ts'
import { migrate } from '../migrations.ts'
import type { Tables } from '../tables.ts'

export type ExportFormat = 'parquet' | 'csv'

type Columns<Row> = { [Column in keyof Row & string]?: ColumnType }
type Table<Row> = { key: readonly (keyof Row & string)[]; columns: Columns<Row> }

const [text, whole, real] = ['STRING', 'INT32', 'DOUBLE'] as const
const days = { from_day: text, to_day: text }
const link = { key: ['event_id', 'place_id'], columns: { event_id: whole, place_id: whole, stories: whole } } as const

/** What is written of an archive, in the order of its keys; what it only looks things up by stays. */
const tables = {
  stories: {
    key: ['id'],
    columns: {
      ...{ id: whole, source_id: text, published: text, title: text, url: text, publisher: text, group_id: whole },
      ...{ hash: text, version: text, added: text, text, story: text },
    },
  },
  entities: {
    key: ['id'],
    columns: { id: whole, type: text, name: text, wikidata: text, stories: whole, first_day: text, last_day: text },
  },
  entity_names: { key: ['entity_id', 'name'], columns: { entity_id: whole, name: text, norm: text, stories: whole } },
  entity_clues: {
    key: ['entity_id', 'kind', 'value'],
    columns: { entity_id: whole, kind: text, value: text, stories: whole },
  },
  story_entities: {
    key: ['story_id', 'local_id'],
    columns: {
      ...{ story_id: whole, local_id: text, entity_id: whole, name: text, mentions: whole, start: whole, end: whole },
      ...{ salience: real, evidence: text },
    },
  },
  places: {
    key: ['id'],
    columns: {
      ...{ id: whole, key: text, geonames: whole, name: text, type: text, country: text, admin: text, lat: real },
      ...{ lon: real, stories: whole },
    },
  },
  story_places: {
    key: ['story_id', 'local_id'],
    columns: { story_id: whole, local_id: text, place_id: whole, mentions: whole, start: whole, end: whole },
  },
  events: {
    key: ['id'],
    columns: {
      ...{ id: whole, type: text, status: text, name: text, ...days, stories: whole },
      ...{ first_told: text, last_told: text },
    },
  },
  event_sources: {
    key: ['story_id', 'local_id'],
    columns: {
      ...{ story_id: whole, local_id: text, event_id: whole, type: text, status: text, name: text, ...days },
      ...{ told: text, start: whole, end: whole, quote_start: whole, quote_end: whole, evidence: text },
    },
  },
  event_participants: {
    key: ['event_id', 'entity_id'],
    columns: { event_id: whole, entity_id: whole, stories: whole },
  },
  event_parties: link,
  event_places: link,
  topics: {
    key: ['id'],
    columns: {
      ...{ id: whole, event_id: whole, label: text, category_code: text, category_name: text, status: text },
      ...{ stories: whole },
    },
  },
  topic_sources: {
    key: ['story_id', 'local_id'],
    columns: {
      ...{ story_id: whole, local_id: text, topic_id: whole, label: text, status: text },
      ...{ quote_start: whole, quote_end: whole },
    },
  },
} as const satisfies { [Name in keyof Tables]?: Table<Tables[Name]> }

type TableName = keyof typeof tables

/** Rows that are asked for at once. */
const together = 2000

/**
 * Writes a file for each table of an archive into a folder, all as they are at one moment; stories may be added meanwhile.
 *
 * @throws NutgrafError `invalid-output` where a file is there already and `force` is not given, or can't be written
 */
export async function exportArchive(
  location: string,
  folder: string,
  format: ExportFormat,
  { force = false, signal }: { force?: boolean; signal?: AbortSignal } = {},
): Promise<{ file: string; rows: number }[]> {
  const fileOf = (name: string) => join(folder, `${name}.${format}`)
  const names = Object.keys(tables) as TableName[]
  if (!force) for (const name of names) await refuseThere(fileOf(name))
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw fileFault('invalid-output', folder, error)
  })
  const database = openDatabase(location, 'exportArchive')
  try {
    return await told(database, 'exportArchive', async () => {
      await migrate(database, 'exportArchive')
      return await atOneMoment(database, async (now) => {
        const written = []
        for (const name of names)
          written.push({ file: fileOf(name), rows: await writeTable(now, name, fileOf(name), format, signal) })
        return written
      })
    })
  } finally {
    await database.db.destroy()
  }
}

async function refuseThere(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  if (isThere)
    throw new NutgrafError(
      'invalid-output',
      file,
      'it is there already; give another folder, or write over what is in it by --force',
    )
}

/** What is read within sees nothing of what others write meanwhile, and nobody waits for it. */
function atOneMoment<T>({ db, engine, place }: Database, read: (now: Database) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql.raw(engine === 'sqlite' ? 'begin' : 'begin isolation level repeatable read read only').execute(connection)
    try {
      return await read({ db: connection, engine, place })
    } finally {
      await sql`commit`.execute(connection)
    }
  })
}

async function writeTable(
  now: Database,
  name: TableName,
  file: string,
  format: ExportFormat,
  signal: AbortSignal | undefined,
): Promise<number> {
  // A file that was not written to its end has no name that anybody would take for a whole one.
  const part = `${file}.part`
  const stream = createWriteStream(part)
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => undefined)
  const append = (bytes: Uint8Array) =>
    Promise.race([failed, new Promise<void>((resolve) => stream.write(bytes, () => resolve()))])
  try {
    const columns = Object.entries(tables[name].columns)
    const table = format === 'parquet' ? openParquetTable(columns, append) : openCsvTable(columns, append)
    let rows = 0
    for await (const cells of rowsOf(now, name)) {
      signal?.throwIfAborted()
      await table.add(cells)
      rows++
    }
    await table.end()
    await Promise.race([failed, new Promise<void>((resolve) => stream.end(() => resolve()))])
    await rename(part, file)
    return rows
  } catch (error) {
    stream.destroy()
    await rm(part, { force: true })
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : fileFault('invalid-output', file, error)
  }
}

/** The rows of a table, some at a time, each time those behind the last one. */
async function* rowsOf({ db }: Database, name: TableName): AsyncGenerator<Cell[]> {
  const { key, columns } = tables[name]
  const names = Object.keys(columns)
  const refs = (list: readonly string[]) => sql.join(list.map((column) => sql.ref(column)))
  for (let last: Record<string, Cell> | undefined; ; ) {
    const behind = last
    const where = behind ? sql`where (${refs(key)}) > (${sql.join(key.map((column) => behind[column]))})` : sql``
    const { rows } = await sql<Record<string, Cell>>`
      select ${refs(names)} from ${sql.table(name)} ${where} order by ${refs(key)} limit ${together}`.execute(db)
    for (const row of rows) yield names.map((column) => row[column] ?? null)
    if (rows.length < together) return
    last = rows.at(-1)
  }
}

function openCsvTable(columns: readonly (readonly [name: string, type: ColumnType])[], append: Append) {
  let held: unknown[][] = [columns.map(([name]) => name)]
  const flush = async () => {
    await append(Buffer.from(csvLines(held)))
    held = []
  }
  return {
    async add(cells: readonly Cell[]) {
      held.push(cells.map((cell) => cell ?? ''))
      if (held.length >= together) await flush()
    },
    async end() {
      if (held.length > 0) await flush()
    },
  }
}

type Append = (bytes: Uint8Array) => Promise<void>
