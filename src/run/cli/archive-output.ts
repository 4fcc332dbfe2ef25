import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { ArchiveEvent } from '../../api/archive.ts'
import { fileFault, NutgrafError } from '../../base/error.ts'
import { standardStream } from '../sources/files.ts'

/** What lists are printed as; the first where nothing else is said. */
export const listFormats = ['table', 'json', 'ndjson', 'csv'] as const
export const eventFormats = [...listFormats, 'ics', 'geojson'] as const

export type ListFormat = (typeof listFormats)[number]
export type EventFormat = (typeof eventFormats)[number]

export interface Output<Format extends string> {
  format?: Format
  out?: string
  force?: boolean
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** Prints events, or writes them into a file: what they are written as is said, or its name says it. */
export async function writeEvents(events: readonly ArchiveEvent[], output: Output<EventFormat>): Promise<void> {
  const format = formatFor(eventFormats, output)
  switch (format) {
    case 'ics':
      return write((await import('../archive/write/event-calendar.ts')).calendarOf(events), output)
    case 'geojson':
      return write(json((await import('../archive/write/event-map.ts')).mapOf(events)), output)
    case 'csv':
      return write((await import('../archive/write/event-rows.ts')).csvOfEvents(events), output)
    case 'table':
      return write((await import('./archive-table.ts')).tableOfEvents(events), output)
    default:
      return write(format === 'json' ? json(events) : lines(events), output)
  }
}

/** The same of another list, with its own table, and its rows for CSV. */
export async function writeList<Item, Column extends string>(
  items: readonly Item[],
  output: Output<ListFormat>,
  tableOf: (items: readonly Item[]) => string,
  columns: readonly Column[],
  rowOf: (item: Item) => Readonly<Record<Column, unknown>>,
): Promise<void> {
  const format = formatFor(listFormats, output)
  if (format === 'table') return write(tableOf(items), output)
  if (format === 'csv')
    return write((await import('../archive/write/event-rows.ts')).csvOf(columns, items.map(rowOf)), output)
  return write(format === 'json' ? json(items) : lines(items), output)
}

function formatFor<Format extends string>(formats: readonly Format[], { format, out }: Output<Format>): Format {
  const ending = extname(out ?? '').slice(1)
  return format ?? formats.find((one) => one === ending) ?? formats[0]!
}

/** Prints a text, or writes it into a file that is not there yet. */
export async function write(text: string, { out = standardStream, force }: Output<string>): Promise<void> {
  if (out === standardStream) {
    process.stdout.write(text)
    return
  }
  try {
    await writeFile(out, text, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw fileFault('invalid-output', out, error)
    throw new NutgrafError('invalid-output', out, 'it is there already; give another name, or write over it by --force')
  }
}
