import { csvLines } from '../../../output/csv.ts'
import type { ArchiveEvent, Quotation } from '../questions.ts'

const named = (items: readonly { name: string }[]) => items.map(({ name }) => name).join('; ')

/** What a table says of an event. */
export const cellsOf = (event: ArchiveEvent) => ({
  ...{ id: event.id, type: event.type, status: event.status, name: event.name, from: event.from, to: event.to },
  participants: named([...event.participants, ...event.parties]),
  places: named(event.places),
  topics: event.topics.map(({ label }) => label).join('; '),
  ...{ stories: event.stories, firstTold: event.firstTold, lastTold: event.lastTold },
  ...sourceCells(event.sources.at(-1)),
})

/** The newest of the sentences that were asked for. */
const sourceCells = (source: Quotation | undefined) => ({
  quote: source?.text ?? null,
  published: source?.published ?? null,
  publisher: source?.publisher ?? null,
  url: source?.url ?? null,
})

export type EventCells = ReturnType<typeof cellsOf>

/** Columns of {@link csvOfEvents}; a table without rows has them too. */
const columns = [
  ...(['id', 'type', 'status', 'name', 'from', 'to', 'participants', 'places', 'topics', 'stories'] as const),
  ...(['firstTold', 'lastTold', 'quote', 'published', 'publisher', 'url'] as const),
] satisfies (keyof EventCells)[]

/** A row for each event, with a header. */
export const csvOfEvents = (events: readonly ArchiveEvent[]): string => csvOf(columns, events.map(cellsOf))

/** Rows of cells with a header. */
export const csvOf = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, unknown>>[],
): string => csvLines([[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))])
