import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { type Row, rowsOf } from '../../output/rows.ts'
import { type Append, type Found, nameOf, type Sink } from './format.ts'

export type Cell = string | number | null
export type ColumnType = 'STRING' | 'INT32' | 'DOUBLE'

const cell =
  (name: keyof Row) =>
  (row: Row): Cell =>
    row[name] ?? null

/** Columns, each of one type: what is a number in one row and a word in another is two. */
const columns: readonly (readonly [name: string, type: ColumnType, cellOf: (row: Row, found: Found) => Cell])[] = [
  ['line', 'INT32', (_, { line }) => line],
  ['story', 'STRING', (_, found) => nameOf(found)],
  ['published', 'STRING', (_, { story }) => story.published],
  ...(['layer', 'id', 'type', 'name', 'text'] as const).map((name) => [name, 'STRING', cell(name)] as const),
  ...(['start', 'end'] as const).map((name) => [name, 'INT32', cell(name)] as const),
  ['confidence', 'DOUBLE', cell('confidence')],
  ['source', 'STRING', cell('source')],
  ['value', 'STRING', ({ layer, value }) => (layer === 'date' ? (value ?? null) : null)],
  ['amount', 'DOUBLE', ({ layer, value }) => (layer === 'entity' ? (value ?? null) : null)],
  ...(['unit', 'from', 'to', 'country', 'admin'] as const).map((name) => [name, 'STRING', cell(name)] as const),
  ['geonames', 'INT32', cell('geonames')],
  ...(['lat', 'lon'] as const).map((name) => [name, 'DOUBLE', cell(name)] as const),
  ...(['sense', 'status', 'event', 'precision', 'within', 'form'] as const).map(
    (name) => [name, 'STRING', cell(name)] as const,
  ),
]

/** A row for each mention, in the columns of CSV; they have types, and amounts a column of their own. */
export async function openParquet(append: Append): Promise<Sink> {
  const table = openParquetTable(
    columns.map(([name, type]) => [name, type]),
    append,
  )
  return {
    async add(found) {
      for (const row of rowsOf(found.story)) await table.add(columns.map(([, , cellOf]) => cellOf(row, found)))
    },
    end: table.end,
  }
}

/** Rows that are written together; so many are held. */
const rowGroupSize = 20_000
/** And no more letters than so many. */
const rowGroupLetters = 1 << 25

/** A table of Parquet that is being written, row by row. */
export function openParquetTable(
  columns: readonly (readonly [name: string, type: ColumnType])[],
  append: Append,
): { add(cells: readonly Cell[]): Promise<void>; end(): Promise<void> } {
  let held: Cell[][] = columns.map(() => [])
  let letters = 0
  const bytes = new ByteWriter()
  const schema = schemaFromColumnData({ columnData: columns.map(([name, type]) => ({ name, type, data: [] })) })
  const table = new ParquetWriter({ writer: bytes, schema, createdBy: 'nutgraf' })

  async function flush(): Promise<void> {
    // What is written of a file is not needed again: the writer counts on.
    const written = bytes.getBytes().slice()
    bytes.index = 0
    await append(written)
  }

  async function writeRows(): Promise<void> {
    table.write({ columnData: columns.map(([name], i) => ({ name, data: held[i]! })), rowGroupSize })
    held = columns.map(() => [])
    letters = 0
    await flush()
  }

  return {
    async add(cells) {
      for (const [i, cell] of cells.entries()) {
        held[i]!.push(cell)
        if (typeof cell === 'string') letters += cell.length
      }
      if (held[0]!.length >= rowGroupSize || letters >= rowGroupLetters) await writeRows()
    },
    async end() {
      if (held[0]!.length > 0) await writeRows()
      await table.finish()
      await flush()
    },
  }
}
