import type { DateExpression, Story } from '../../base/story.ts'
import { day } from '../event-days.ts'
import { daysInWords } from './days.ts'
import { escapeLine } from './escape.ts'
import { type Links, linksById } from './links.ts'
import type { Sentences } from './quotes.ts'
import { type Group, type Row, type Timeline, timelineOf } from './time.ts'

/**
 * The dates that have days in order of time, by months that fold, what is ahead of the day of publication apart from what
 * is past: each row with a bar, its events and the sentences that name it. The axis is logarithmic on both sides of that
 * day, so that the next week and the last century fit on it.
 */
export function drawTimeline(story: Story<string>, sentences?: Sentences): string {
  const timeline = timelineOf(story)
  if (!timeline) return '<p class="none">No date in this story can be placed on a calendar.</p>\n'
  const place = scaleOf(timeline)
  const links = linksById(story)
  const drawn = (groups: readonly Group[], kind: string) =>
    groups.map((group) => drawGroup(group, kind, place, links, sentences)).join('')
  const { published } = story
  const line =
    published === null
      ? ''
      : `<p class="published">Published ${escapeLine(daysInWords({ from: published, to: published, text: published }))}</p>\n`
  return (
    `<figure class="timeline" style="--middle:${place(timeline.middle)}%">\n` +
    `<p class="axis" aria-hidden="true"><span class="track">${ticksOf(story, timeline, place)}</span></p>\n` +
    `${drawn(timeline.past, 'past')}${line}${drawn(timeline.ahead, 'ahead')}</figure>\n`
  )
}

type Place = (at: number) => number

function drawGroup(
  { name, rows, open }: Group,
  kind: string,
  place: Place,
  links: Links,
  sentences: Sentences | undefined,
): string {
  const count = rows.length > 1 ? ` <span class="quiet">${rows.length} dates</span>` : ''
  const items = rows.map((row) => drawRow(row, place, links, sentences)).join('')
  return `<details class="${kind}"${open ? ' open' : ''}><summary>${escapeLine(name)}${count}</summary>\n<ul>\n${items}</ul></details>\n`
}

function drawRow({ from, to, dates, events }: Row, place: Place, links: Links, sentences: Sentences | undefined) {
  const [left, right] = [place(from), place(to)]
  const happens = links(events.map(({ id }) => id))
  return (
    `<li><span class="when">${escapeLine(daysInWords(dates[0]!))}</span> ` +
    `<span class="track"><span class="bar" style="left:${left}%;width:${(right - left).toFixed(2)}%"></span></span>` +
    `<span class="what">${happens && `<b>${happens}</b> `}${drawWords(dates, sentences)}</span></li>\n`
  )
}

/** Sentences of a day that are shown; where it is named in more, its words lead to their cards. */
const mostQuoted = 3

function drawWords(dates: readonly DateExpression[], sentences: Sentences | undefined): string {
  const link = ({ id }: DateExpression, words: string) => `<a href="#${id}">${words}</a>`
  const apart = [...new Map(dates.map((date) => [sentences?.around(date)?.start ?? date.text, date])).values()]
  const quoted = sentences ? apart.slice(0, mostQuoted) : []
  const rest = apart.slice(quoted.length).map((date) => link(date, `“${escapeLine(date.text)}”`))
  return (
    quoted.map((date) => `<q>${sentences!.quote(date, (words) => link(date, words))}</q>`).join('') +
    (rest.length === 0 ? '' : `<span>${quoted.length > 0 ? 'also ' : ''}${rest.join(', ')}</span>`)
  )
}

/** From days to a place from 0 to 100 on the axis. */
function scaleOf({ first, last, middle }: Timeline): Place {
  const log = (at: number) => Math.sign(at - middle) * Math.log1p(Math.abs(at - middle) / 3)
  const low = log(Math.min(first, middle - 3))
  const high = log(Math.max(last, middle + 3))
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

/** Percent of the axis that the name of a tick takes. */
const tickWidth = 24

function ticksOf({ published }: Story<string>, { middle }: Timeline, place: Place): string {
  const center: Tick = [
    place(middle),
    published === null ? new Date(middle * day).toISOString().slice(0, 10) : 'published',
  ]
  const others = steps.flatMap(([days, name]): Tick[] => [
    [place(middle - days), name],
    [place(middle + days), name],
  ])
  // Those that would stand in one another's way are left out, that in the middle never.
  const shown = [center]
  for (const tick of others)
    if (tick[0] >= 0 && tick[0] <= 100 && shown.every((other) => Math.abs(leftOf(tick) - leftOf(other)) >= tickWidth))
      shown.push(tick)
  return shown.map((tick) => `<span class="tick" style="left:${leftOf(tick)}%">${tick[1]}</span>`).join('')
}

/** Where the name of a tick begins: in the middle of it, within the axis. */
const leftOf = ([at]: Tick) => Number(Math.max(0, Math.min(at - tickWidth / 2, 100 - tickWidth)).toFixed(2))
