import type { DateExpression, Story } from '../../base/story.ts'
import { eventsWith } from '../by-id.ts'
import { day, instantOf, isDay } from '../event-days.ts'
import { daysOf } from '../names.ts'
import { escapeHtml, escapeLine } from './escape.ts'
import { linksById } from './links.ts'
import { drawHead, drawTable } from './table.ts'

/** Dates of the same days, which are one row. */
interface Row {
  from: number
  to: number
  dates: DateExpression[]
}

/**
 * The dates that have days as rows in order of time, each with a bar and its events. The axis is logarithmic on both
 * sides of the day of publication, so that the next week and the last century fit on it; without that day, of the
 * middle one.
 */
export function drawTimeline(story: Story<string>): string {
  const rows = rowsOf(story.dates)
  if (rows.length === 0) return '<p class="none">No date with days on a calendar found.</p>\n'
  const links = linksById(story)
  const eventsOf = eventsWith(story.events, 'dates')
  const middle = story.published === null ? rows[rows.length >> 1]!.from : daysSince(story.published, 'first')
  const place = scaleOf(rows, middle)
  const ticks = ticksOf(story, middle, place)
  const drawn = rows.map(({ from, to, dates }) => {
    const [left, right] = [place(from), place(to)]
    const texts = [...new Map(dates.map(({ text, id }) => [text, id]))]
    return (
      `<tr><th scope="row">${escapeHtml(daysOf(dates[0]!))}</th>` +
      `<td class="track"><span class="bar" style="left:${left}%;width:${(right - left).toFixed(2)}%"></span></td>` +
      `<td>${texts.map(([text, id]) => `<a href="#${id}">“${escapeLine(text)}”</a>`).join(', ')}</td>` +
      `<td>${links(eventsOf(dates.map(({ id }) => id)).map(({ id }) => id))}</td></tr>\n`
    )
  })
  const axis = drawHead(`<span class="quiet">On the axis</span>${ticks}`, 'track')
  const head = drawHead('Days') + axis + drawHead('In the text') + drawHead('Events')
  return drawTable('timeline', 'Table of days', head, drawn, `--middle:${place(middle)}%`)
}

function rowsOf(dates: readonly DateExpression[]): Row[] {
  const rows = new Map<string, Row>()
  for (const date of dates) {
    if (date.from === null || date.to === null) continue
    const [from, to] = [daysSince(date.from, 'first'), daysSince(date.to, 'last')]
    // A year before the first has no place on this calendar.
    if (Number.isNaN(from) || Number.isNaN(to)) continue
    const row = rows.get(`${date.from} ${date.to}`)
    if (row) row.dates.push(date)
    else rows.set(`${date.from} ${date.to}`, { from, to, dates: [date] })
  }
  return [...rows.values()].sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Days since 1970; the last instant of a day is the first of the next one. */
function daysSince(value: string, edge: 'first' | 'last'): number {
  return instantOf(value) / day + (edge === 'last' && isDay(value) ? 1 : 0)
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
