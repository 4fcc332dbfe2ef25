import { daysOfPeriod } from '../../../base/calendar.ts'
import { monthInWords } from '../../../output/page/days.ts'
import type { ArchiveEvent } from '../../archive/questions.ts'
import { dateInWords, shortMonth, shortWeekday, spanInWords } from '../days.ts'
import { type Content, html, joined, type Markup } from '../markup.ts'
import { capital, dayPath, eventPath, partiesOf, placeLink, stories } from './links.ts'
import { drawQuotation } from './quotations.ts'

/** Events under the months or years in which they begin, as they come. */
export function drawEvents(events: readonly ArchiveEvent[], level: 2 | 3 = 3): Content {
  const periods: { name: string; events: ArchiveEvent[] }[] = []
  for (const event of events) {
    const name = periodOf(event)
    const last = periods.at(-1)
    if (last?.name === name) last.events.push(event)
    else periods.push({ name, events: [event] })
  }
  return periods.map(({ name, events }) => [
    level === 2 ? html`<h2 class="period">${name}</h2>\n` : html`<h3 class="period">${name}</h3>\n`,
    html`<ol class="events">${events.map((event) => html`<li>${drawEvent(event, level === 2 ? 3 : 4)}</li>\n`)}</ol>\n`,
  ])
}

/** What has no day goes by that on which it was told. */
function periodOf({ from, to, firstTold }: ArchiveEvent): string {
  const day = from ?? firstTold
  if (day === null) return 'Without a day'
  return from !== null && isWhole(from, to, 4) ? from.slice(0, 4) : monthInWords(day)
}

/** Whether days are those of a whole month (7 letters of a day) or year (4). */
function isWhole(from: string, to: string | null, length: 4 | 7): boolean {
  const days = daysOfPeriod(from.slice(0, length))
  return days !== undefined && days.first === from && days.last === to
}

/** The same without months: what belongs together already. In short without sentences. */
export const drawEventList = (
  events: readonly ArchiveEvent[],
  length: 'whole' | 'short' = 'whole',
  level: 2 | 3 = 3,
): Content =>
  html`<ol class="events ${length}">${events.map((event) => html`<li>${drawEvent(event, level, length)}</li>\n`)}</ol>\n`

type Level = 2 | 3 | 4

/** The head of an event, below those that are above it on its page. */
const heading = (level: Level, content: Content): Markup => {
  if (level === 2) return html`<h2>${content}</h2>\n`
  return level === 3 ? html`<h3>${content}</h3>\n` : html`<h4>${content}</h4>\n`
}

export const drawStatus = ({ status }: Pick<ArchiveEvent, 'status'>): Markup =>
  html`<span class="badge" data-status="${status}">${status}</span>`

/** An event as a leaf of a calendar with who, where, about what, and the newest sentence that says so. */
function drawEvent(event: ArchiveEvent, level: Level, length: 'whole' | 'short' = 'whole'): Markup {
  const { name, participants, parties, places, topics, sources } = event
  const who = partiesOf(event)
  const newest = sources.at(-1)
  const names = [...participants, ...parties].map(({ name }) => name)
  // Who hears the headings alone is told of whom, too.
  const whose = names.length > 0 && html`<span class="hidden"> of ${names.join(', ')}</span>`
  return html`<article class="entry" data-status="${event.status}">
${drawLeaf(event)}
<div class="body">
${heading(level, html`<a href="${eventPath(event)}"><bdi>${capital(name)}</bdi>${whose}</a> ${drawStatus(event)}`)}
${who.length > 0 && html`<p class="who">${joined(who)}</p>`}
${
  length === 'whole'
    ? [
        drawFacts([
          ['When', event.from !== null && event.from !== event.to && drawSpan(event)],
          ['Where', places.length > 0 && joined(places.map(placeLink))],
          ['About', topics.length > 0 && joined(topics.map(({ label }) => html`<bdi>${label}</bdi>`))],
        ]),
        newest && drawQuotation(newest),
        event.stories > 1 &&
          html`<p class="more"><a href="${eventPath(event)}">All ${stories(event.stories)} that tell of it<span class="hidden">: ${name}</span></a></p>`,
      ]
    : [
        (places.length > 0 || topics.length > 0) && html`<p class="gist">${drawGist(event)}</p>`,
        event.lastTold !== null &&
          html`<p class="more">told ${dateInWords(event.lastTold)}${event.stories > 1 && `, by ${stories(event.stories)}`}</p>`,
      ]
}
</div>
</article>`
}

/** More topics than these are for the page of the event. */
const mostTopics = 3

/** `in Ottawa, about steel tariffs`. */
const drawGist = ({ places, topics }: ArchiveEvent): Content =>
  joined(
    [
      places.length > 0 && ['in ', joined(places.map(placeLink))],
      topics.length > 0 && [
        'about ',
        joined(topics.slice(0, mostTopics).map(({ label }) => html`<bdi>${label}</bdi>`)),
        topics.length > mostTopics && ' and more',
      ],
    ].filter((part) => part !== false),
  )

/** Terms and what is known of them; what is not known is left out. */
export function drawFacts(facts: readonly (readonly [term: string, Content])[]): Content {
  const told = facts.filter(([, content]) => content)
  return (
    told.length > 0 &&
    html`<dl class="facts">${told.map(([term, content]) => html`<div><dt>${term}</dt><dd>${content}</dd></div>`)}</dl>`
  )
}

export const drawSpan = ({ from, to }: Pick<ArchiveEvent, 'from' | 'to'>): Content =>
  from !== null && html`<time datetime="${from}">${spanInWords(from, to ?? from)}</time>`

/** The day as a calendar on a wall has it; what lasts longer begins on it, what has no day has none. */
function drawLeaf({ from, to, firstTold }: ArchiveEvent): Markup {
  const day = from ?? firstTold
  if (day === null) return html`<p class="leaf none">no day</p>`
  if (from === null)
    return html`<p class="leaf none">told <a href="${dayPath(day)}">${Number(day.slice(8, 10))} ${shortMonth(day)} ${day.slice(0, 4)}</a></p>`
  const [year, month, date] = [from.slice(0, 4), shortMonth(from), Number(from.slice(8))]
  if (isWhole(from, to, 4)) return html`<p class="leaf"><b class="span">${year}</b></p>`
  if (isWhole(from, to, 7)) return html`<p class="leaf"><b>${month}</b> <span>${year}</span></p>`
  const [above, middle, below] =
    to === null || to === from
      ? [shortWeekday(from), date, `${month} ${year}`]
      : [month, to.startsWith(from.slice(0, 7)) ? `${date}–${Number(to.slice(8))}` : `${date}…`, year]
  // Who hears it is told the day in words.
  return html`<p class="leaf"><a href="${dayPath(from)}"><span class="hidden">${spanInWords(from, to ?? from)}</span><span aria-hidden="true"><span>${above}</span> <b${typeof middle === 'string' && html` class="span"`}>${middle}</b> <span>${below}</span></span></a></p>`
}
