import { monthInWords } from '../../../output/page/days.ts'
import type { ArchiveEvent } from '../../archive/questions.ts'
import { dateInWords, shortMonth, shortWeekday, spanInWords } from '../days.ts'
import { type Content, html, joined, type Markup } from '../markup.ts'
import { capital, dayPath, eventPath, partiesOf, placeLink, stories } from './links.ts'
import { drawQuotation } from './quotations.ts'

/** Events under the months in which they begin, as they come. */
export function drawEvents(events: readonly ArchiveEvent[], level: 3 | 4 = 3): Content {
  const months = new Map<string, ArchiveEvent[]>()
  for (const event of events) {
    const month = event.from?.slice(0, 7) ?? ''
    months.set(month, [...(months.get(month) ?? []), event])
  }
  return [...months].map(([month, events]) => [
    heading(level, month === '' ? 'Without a day' : monthInWords(`${month}-01`)),
    html`<ol class="events">${events.map((event) => html`<li>${drawEvent(event, level === 3 ? 4 : 5)}</li>\n`)}</ol>\n`,
  ])
}

/** The same without months: what belongs together already. In short without sentences. */
export const drawEventList = (events: readonly ArchiveEvent[], length: 'whole' | 'short' = 'whole'): Content =>
  html`<ol class="events ${length}">${events.map((event) => html`<li>${drawEvent(event, 3, length)}</li>\n`)}</ol>\n`

const heading = (level: 3 | 4 | 5, content: Content): Markup =>
  level === 3 ? html`<h3>${content}</h3>\n` : level === 4 ? html`<h4>${content}</h4>\n` : html`<h5>${content}</h5>\n`

export const drawStatus = ({ status }: Pick<ArchiveEvent, 'status'>): Markup =>
  html`<span class="badge" data-status="${status}">${status}</span>`

/** An event as a leaf of a calendar with who, where, about what, and the newest sentence that says so. */
function drawEvent(event: ArchiveEvent, level: 3 | 4 | 5, length: 'whole' | 'short' = 'whole'): Markup {
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
          html`<p class="more"><a href="${eventPath(event)}">All ${stories(event.stories)} that tell it<span class="hidden">: ${name}</span></a></p>`,
      ]
    : event.lastTold !== null &&
      html`<p class="more">told ${dateInWords(event.lastTold)}${event.stories > 1 && `, by ${stories(event.stories)}`}</p>`
}
</div>
</article>`
}

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
    return html`<p class="leaf none">told <a href="${dayPath(day)}">${Number(day.slice(8, 10))} ${shortMonth(day.slice(0, 10))} ${day.slice(0, 4)}</a></p>`
  const isWhole = from.endsWith('-01') && to !== null && to.slice(0, 7) === from.slice(0, 7) && Number(to.slice(8)) > 27
  if (isWhole) return html`<p class="leaf"><b>${shortMonth(from)}</b> <span>${from.slice(0, 4)}</span></p>`
  const label = spanInWords(from, to ?? from)
  const last = to === null || to === from ? '' : to.startsWith(from.slice(0, 7)) ? `–${Number(to.slice(8))}` : '…'
  return html`<p class="leaf"><a href="${dayPath(from)}" aria-label="${label}"><span>${last ? shortMonth(from) : shortWeekday(from)}</span> <b${last && html` class="span"`}>${Number(from.slice(8))}${last}</b> <span>${last ? from.slice(0, 4) : `${shortMonth(from)} ${from.slice(0, 4)}`}</span></a></p>`
}
