import { monthInWords } from '../../../output/page/days.ts'
import type { ArchiveEvent } from '../../archive/questions.ts'
import { shortMonth } from '../days.ts'
import { type Content, html, type Markup } from '../markup.ts'
import { counted } from './links.ts'

/** Bars that fit beside one another on a phone. */
const mostBars = 12
/** Units of a bar before it is scaled. */
const height = 40

/** How many events a month or a year has. */
export interface Bar {
  period: string
  count: number
}

/** Events by the months in which they begin, by years where those are too many; none where they are still. */
export function barsOf(events: readonly ArchiveEvent[]): Bar[] {
  const days = events.flatMap(({ from }) => from ?? [])
  return allOf(days, 7) ?? allOf(days, 4) ?? []
}

/** A bar for each month or year, each of them a link to its events. */
export function drawBars(bars: readonly Bar[], pathOf: (from: string, to: string) => string): Content {
  if (bars.length < 2) return false
  const most = Math.max(...bars.map(({ count }) => count))
  return html`<ol class="bars" aria-label="Events by time">${bars.map((bar) => drawBar(bar, most, pathOf))}</ol>\n`
}

function drawBar({ period, count }: Bar, most: number, pathOf: (from: string, to: string) => string): Markup {
  const tall = Math.round((count / most) * height)
  const bar = html`<svg viewBox="0 0 10 ${height}" preserveAspectRatio="none" aria-hidden="true"><rect y="${height - tall}" width="10" height="${tall}"/></svg>`
  const isMonth = period.length > 4
  const label = html`<span aria-hidden="true">${isMonth ? shortMonth(`${period}-01`) : period}</span><span class="hidden">${isMonth ? monthInWords(`${period}-01`) : period}: ${counted(count, 'event')}</span>`
  return html`<li>${count > 0 ? html`<a href="${pathOf(period, period)}">${bar}${label}</a>` : html`<span>${bar}${label}</span>`}</li>\n`
}

/** All periods from the first to the last, undefined where they are too many. */
function allOf(days: readonly string[], length: 4 | 7): Bar[] | undefined {
  const counts = new Map<string, number>()
  for (const day of days) counts.set(day.slice(0, length), (counts.get(day.slice(0, length)) ?? 0) + 1)
  const periods = [...counts.keys()].sort()
  const bars: Bar[] = []
  for (let period = periods[0] ?? ''; period && period <= periods.at(-1)!; period = after(period)) {
    if (bars.length === mostBars) return undefined
    bars.push({ period, count: counts.get(period) ?? 0 })
  }
  return bars
}

function after(period: string): string {
  const [year = 0, month = 12] = period.split('-').map(Number)
  const next = String(month === 12 ? year + 1 : year).padStart(4, '0')
  return period.length === 4 ? next : `${next}-${String((month % 12) + 1).padStart(2, '0')}`
}
