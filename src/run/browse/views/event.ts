import { dayBeside } from '../../../base/calendar.ts'
import { mediaTopic } from '../../../output/identifiers.ts'
import type { ArchiveEvent, ArchiveTopic } from '../../archive/questions.ts'
import { dateInWords } from '../days.ts'
import { type Content, html, joined } from '../markup.ts'
import { drawFacts, drawSpan, drawStatus } from '../parts/events.ts'
import { capital, dayPath, nameOfEvent, partiesOf, placeLink, stories } from '../parts/links.ts'
import { drawMapOf } from '../parts/map.ts'
import { drawQuotations } from '../parts/quotations.ts'
import { recordIn, valuesIn } from '../question.ts'
import { viewOf } from '../view.ts'

export const event = viewOf<ArchiveEvent>({
  path: '/event/{id}',
  id: 'event',
  summary: 'An event with all that stories say of it',
  shape: 'Event',
  async read({ archive, params, query }) {
    valuesIn(query, [])
    return recordIn(params.id!, (id) => archive.event(id), { none: 'no event', advice: 'search for who takes part' })
  },
  draw(event) {
    const { name, type, places, parties, topics, sources } = event
    const who = partiesOf(event)
    const map = drawMapOf((places.length > 0 ? places : parties).map((place) => ({ place, events: 1 })))
    const main = html`<h1><bdi>${capital(name)}</bdi></h1>
<p class="lead">${capital(type)} ${drawStatus(event)}</p>
<div class="columns of-event">
<div>
${drawFacts([
  ['When', drawDays(event)],
  ['Who', who.length > 0 && joined(who)],
  ['Where', places.length > 0 && joined(places.map(placeLink))],
  ['Told', drawTold(event)],
])}
${
  topics.length > 0 &&
  html`<section aria-labelledby="topics"><h2 id="topics">On the agenda</h2>
<ul class="topics">${topics.map((topic) => html`<li>${drawTopic(topic)}</li>\n`)}</ul>
</section>`
}
</div>
${map && html`<section aria-label="Map">${map}</section>`}
<section aria-labelledby="sources"><h2 id="sources">What stories say</h2>
${sources.length > 0 ? drawQuotations(sources) : html`<p class="none">No sentences.</p>`}</section>
</div>
`
    return { title: nameOfEvent(event), main }
  },
})

/** Its days, and what happened about them. */
function drawDays({ from, to }: ArchiveEvent): Content {
  if (from === null) return 'no day is told'
  const span = drawSpan({ from, to })
  return to === null || to === from
    ? html`<a href="${dayPath(from)}">${span}</a>`
    : html`${span} <span class="quiet">(<a href="/events?from=${dayBeside(from, -3) ?? from}&amp;to=${dayBeside(to, 3) ?? to}">all about then</a>)</span>`
}

function drawTold({ firstTold, lastTold, stories: count }: ArchiveEvent): Content {
  const told = (day: string) => html`<a href="${dayPath(day)}">${dateInWords(day)}</a>`
  if (firstTold === null || lastTold === null) return `by ${stories(count)}`
  return firstTold.slice(0, 10) === lastTold.slice(0, 10)
    ? html`by ${stories(count)} on ${told(firstTold)}`
    : html`by ${stories(count)}, first on ${told(firstTold)}, last on ${told(lastTold)}`
}

function drawTopic({ label, category, status, stories: count }: ArchiveTopic): Content {
  const url = category && mediaTopic(category.code)
  return html`<bdi>${label}</bdi> <span class="badge" data-status="${status}">${status}</span>${count > 1 && html` <span class="quiet">${stories(count)}</span>`}${
    category &&
    html` <span class="quiet">· ${url ? html`<a href="${url}" rel="noreferrer">${category.name}</a>` : category.name}</span>`
  }`
}
