import type { DateExpression, Event, Story } from '../../base/story.ts'
import { eventsWith } from '../by-id.ts'
import { day, instantOf, isDay } from '../event-days.ts'
import { monthInWords } from './days.ts'

/** Dates of the same days, which are one row, in days since 1970. */
export interface Row {
  from: number
  to: number
  dates: DateExpression[]
  events: Event[]
}

/** Rows of one month, or of what lies far from the day of publication. */
export interface Group {
  name: string
  rows: Row[]
  open: boolean
}

/** The dates of a story that have days, in order of time. */
export interface Timeline {
  past: Group[]
  /** What ends after the day of publication, or is planned for it. */
  ahead: Group[]
  /** What the axis is drawn around: the day of publication; without it, of the middle row. */
  middle: number
  first: number
  last: number
}

/** Rows that are shown before the rest is folded. */
const mostOpen = 16
/** Days from the middle beyond which no month has a group of its own. */
const near = 366
const longerStretches = 'Longer stretches'
/** A longer stretch is of no month. */
const longestInMonth = 31

export function timelineOf(story: Story<string>): Timeline | undefined {
  const rows = rowsOf(story)
  if (rows.length === 0) return undefined
  const middle = story.published === null ? rows[rows.length >> 1]!.from : daysSince(story.published, 'first')
  const isAhead = ({ to, events }: Row) =>
    story.published !== null &&
    (to > middle + 1 || (to > middle && events.some(({ status }) => status === 'planned' || status === 'ongoing')))
  const groups = (list: readonly Row[]) => groupsOf(list, middle, rows.length <= mostOpen)
  return {
    ...{ past: groups(rows.filter((row) => !isAhead(row))), ahead: groups(rows.filter(isAhead)), middle },
    first: rows[0]!.from,
    last: rows.reduce((last, { to }) => Math.max(last, to), rows[0]!.to),
  }
}

function rowsOf(story: Story<string>): Row[] {
  const eventsOf = eventsWith(story.events, 'dates')
  const rows = new Map<string, Row>()
  for (const date of story.dates) {
    if (date.from === null || date.to === null) continue
    const [from, to] = [daysSince(date.from, 'first'), daysSince(date.to, 'last')]
    // A year before the first has no place on this calendar.
    if (Number.isNaN(from) || Number.isNaN(to)) continue
    const row = rows.get(`${date.from} ${date.to}`)
    if (row) row.dates.push(date)
    else rows.set(`${date.from} ${date.to}`, { from, to, dates: [date], events: [] })
  }
  for (const row of rows.values()) row.events = eventsOf(row.dates.map(({ id }) => id))
  return [...rows.values()].sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Days since 1970; the last instant of a day is the first of the next one. */
function daysSince(value: string, edge: 'first' | 'last'): number {
  return instantOf(value) / day + (edge === 'last' && isDay(value) ? 1 : 0)
}

function groupsOf(rows: readonly Row[], middle: number, all: boolean): Group[] {
  const groups = new Map<string, Row[]>()
  const long = (row: Row) => groupOf(row, middle) === longerStretches
  for (const row of [...rows.filter((row) => !long(row)), ...rows.filter(long)]) {
    const name = groupOf(row, middle)
    const known = groups.get(name)
    if (known) known.push(row)
    else groups.set(name, [row])
  }
  return [...groups].map(([name, list]) => ({
    ...{ name, rows: list },
    // What has an event, and what lies around the day of publication, is what a reader looks for.
    open: all || (list.length <= mostOpen && list.some((row) => row.events.length > 0 || isAround(row, middle))),
  }))
}

const isAround = ({ from, to }: Row, middle: number) => from < middle + longestInMonth && to > middle - longestInMonth

function groupOf({ from, to, dates }: Row, middle: number): string {
  if (to < middle - near) return 'Earlier'
  if (from > middle + near) return 'Later'
  return to - from > longestInMonth ? longerStretches : monthInWords(dates[0]!.from!)
}
