import type { DateExpression, Story } from '../../story.ts'
import { daysOf } from '../names.ts'
import { escapeHtml } from './escape.ts'
import { linksById } from './links.ts'

/** Dates of the same days, which are one row. */
interface Row {
  from: number
  to: number
  dates: DateExpression[]
}

const day = 24 * 3600 * 1000

/**
 * The dates that have days as rows in order of time, each with a bar and its events. The axis is logarithmic on both
 * sides of the day of publication, so that the next week and the last century fit on it; without that day, of the
 * middle one.
 */
export function drawTimeline(story: Story<string>): string {
  const rows = rowsOf(story.dates)
  if (rows.length === 0) return '<p class="none">No date with days on a calendar found.</p>\n'
  const links = linksById(story)
  const eventsOf = eventsByDate(story)
  const middle = story.published === null ? rows[rows.length >> 1]!.from : instantOf(story.published, 'first')
  const place = scaleOf(rows, middle)
  const ticks = ticksOf(story, middle, place)
  const drawn = rows.map(({ from, to, dates }) => {
    const [left, right] = [place(from), place(to)]
    const texts = [...new Map(dates.map(({ text, id }) => [text, id]))]
    return (
      `<tr><th scope="row">${escapeHtml(daysOf(dates[0]!))}</th>` +
      `<td class="track"><span class="bar" style="left:${left}%;width:${(right - left).toFixed(2)}%"></span></td>` +
      `<td>${texts.map(([text, id]) => `<a href="#${id}">“${escapeHtml(text.replace(/\s+/g, ' '))}”</a>`).join(', ')}</td>` +
      `<td>${links([...new Set(dates.flatMap(({ id }) => eventsOf.get(id) ?? []))])}</td></tr>\n`
    )
  })
  return (
    `<div class="scroll" role="region" aria-label="Table of days" tabindex="0"><table class="timeline" style="--middle:${place(middle)}%">\n` +
    '<thead><tr><th scope="col">Days</th>' +
    `<th scope="col" class="track"><span class="quiet">On the axis</span>${ticks}</th><th scope="col">In the text</th><th scope="col">Events</th></tr></thead>\n` +
    `<tbody>\n${drawn.join('')}</tbody></table></div>\n`
  )
}

/** Ids of events by those of their dates. */
function eventsByDate({ events }: Story<string>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, dates } of events) for (const date of dates) found.set(date, [...(found.get(date) ?? []), id])
  return found
}

function rowsOf(dates: readonly DateExpression[]): Row[] {
  const rows = new Map<string, Row>()
  for (const date of dates) {
    if (date.from === null || date.to === null) continue
    const [from, to] = [instantOf(date.from, 'first'), instantOf(date.to, 'last')]
    // A year before the first has no place on this calendar.
    if (Number.isNaN(from) || Number.isNaN(to)) continue
    const row = rows.get(`${date.from} ${date.to}`)
    if (row) row.dates.push(date)
    else rows.set(`${date.from} ${date.to}`, { from, to, dates: [date] })
  }
  return [...rows.values()].sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Days since 1970; the last instant of a day is the first of the next one. */
function instantOf(value: string, edge: 'first' | 'last'): number {
  if (value.length > 10) return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`) / day
  return Date.parse(`${value}T00:00:00Z`) / day + (edge === 'last' ? 1 : 0)
}

/** From days to a place from 0 to 100 on the axis. */
function scaleOf(rows: readonly Row[], middle: number): (at: number) => number {
  const log = (at: number) => Math.sign(at - middle) * Math.log1p(Math.abs(at - middle) / 3)
  const low = log(Math.min(rows[0]!.from, middle - 3))
  const high = log(rows.reduce((last, { to }) => Math.max(last, to), middle + 3))
  return (at) => Number((((log(at) - low) / (high - low)) * 100).toFixed(2))
}

type Tick = [place: number, name: string]

const steps = [
  [36_525, '100 years'],
  [3652, '10 years'],
  [365, '1 year'],
  [30, '1 month'],
  [7, '1 week'],
] as const

function ticksOf(story: Story<string>, middle: number, place: (at: number) => number): string {
  const center: Tick = [
    place(middle),
    story.published === null ? new Date(middle * day).toISOString().slice(0, 10) : 'published',
  ]
  const others = steps.flatMap(([days, name]): Tick[] => [
    [place(middle - days), `−${name}`],
    [place(middle + days), `+${name}`],
  ])
  // Those that would stand in one another's way are left out, that in the middle never.
  const shown = [center]
  for (const tick of others)
    if (tick[0] >= 0 && tick[0] <= 100 && shown.every(([at]) => Math.abs(at - tick[0]) >= 18)) shown.push(tick)
  return shown
    .map(([at, name]) => {
      const edge = at < 8 ? ' low' : at > 92 ? ' high' : ''
      return `<span class="tick${edge}" style="left:${at}%" aria-hidden="true">${name}</span>`
    })
    .join('')
}
