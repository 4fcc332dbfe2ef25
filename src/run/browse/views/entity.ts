import { identifiersOf } from '../../../output/identifiers.ts'
import type { ArchiveEntity, ArchiveEvent, EntityRef, Quotation } from '../../archive/questions.ts'
import { dateInWords } from '../days.ts'
import { type Content, html, joined } from '../markup.ts'
import { drawEvents, drawFacts } from '../parts/events.ts'
import { drawFilters } from '../parts/filters.ts'
import { capital, counted, entityLink, entityPath, stories } from '../parts/links.ts'
import { drawSpots, type Spot, spotsOf } from '../parts/map.ts'
import { type Bar, barsOf, drawBars } from '../parts/months.ts'
import { drawPaging, type Stretch } from '../parts/paging.ts'
import { drawQuotations } from '../parts/quotations.ts'
import { mostAtOnce, questionIn, recordIn } from '../question.ts'
import { choiceKeys, schemasOf } from '../schema.ts'
import { type View, viewOf } from '../view.ts'
import { drawSaving, eventsOf } from './events.ts'

interface EntityPage {
  entity: ArchiveEntity
  events: Stretch<ArchiveEvent>
  company: readonly { entity: EntityRef; stories: number; events: number }[]
  places: readonly Spot[]
  mentions: readonly Quotation[]
  bars: readonly Bar[]
}

/** As many of each as a page has room for. */
const few = 12

/** A page of a person, or of another who is named. */
const pageOf = (path: string, id: string, summary: string): View =>
  viewOf<EntityPage>({
    ...{ path, id, summary },
    shape: 'EntityPage',
    query: schemasOf(choiceKeys),
    async read(asked) {
      const { archive, params } = asked
      const entity = await recordIn(params.id!, (id) => archive.entity(id), {
        none: 'nobody',
        advice: 'search for the name',
      })
      const who = entity.id
      const [events, all, company, mentions] = await Promise.all([
        eventsOf(asked, { who }),
        archive.events({ who, limit: mostAtOnce, sources: 0 }),
        archive.coOccurrence(who, { limit: few }),
        archive.mentions(who, { limit: few }),
      ])
      return { entity, events, company, places: spotsOf(all), mentions, bars: barsOf(all) }
    },
    draw(page, asked) {
      const { entity, events, company, places, mentions, bars } = page
      const path = entityPath(entity)
      const chosen = questionIn(asked.query, choiceKeys)
      const main = html`<h1><bdi>${entity.name}</bdi></h1>
<p class="lead">${capital(entity.titles[0]?.title ?? entity.type)}</p>
<div class="columns">
<section aria-labelledby="events"><h2 id="events">Events</h2>
${drawBars(bars, (from, to) => `${path}?from=${from}&to=${to}#events`)}${
  bars.length > 0 || asked.query.size > 0
    ? html`<details class="choose"${asked.query.size > 0 && html` open`}><summary>Choose by day, kind or status</summary>
${drawFilters(path, chosen, ['from', 'to', 'type', 'status'])}</details>
`
    : ''
}${
  events.items.length > 0
    ? [drawEvents(events.items), drawPaging(events, 'events'), drawSaving(asked.query, { who: String(entity.id) })]
    : html`<p class="none">No events${asked.query.size > 0 && html` of that kind or then. <a href="${path}">Show all</a>`}.</p>
`
}</section>
<div>
<section aria-labelledby="about"><h2 id="about">What is known</h2>
${drawKnown(entity)}</section>
${
  company.length > 0 &&
  html`<section aria-labelledby="company"><h2 id="company">Named with</h2>
${drawCompany(company)}</section>
`
}
${
  places.length > 0 &&
  html`<section aria-labelledby="where"><h2 id="where">Where</h2>
${drawSpots(places)}</section>
`
}
${
  mentions.length > 0 &&
  html`<section aria-labelledby="words"><h2 id="words">What stories say</h2>
${drawQuotations(mentions)}</section>
`
}
</div>
</div>
`
      return { title: entity.name, main }
    },
  })

export const person = pageOf('/person/{id}', 'person', 'A person with events, company, places and words')
export const entity = pageOf('/entity/{id}', 'entity', 'Who or what is named, with events, company, places and words')

function drawKnown(entity: ArchiveEntity): Content {
  const { type, name, names, titles, stories: count, firstDay, lastDay, wikidata } = entity
  const others = names.filter((one) => one.name !== name)
  const spoken = withoutCase(titles)
  const many = (items: readonly { stories: number }[], word: (i: number) => string): Content =>
    items.length > 0 &&
    joined(
      items
        .slice(0, few)
        .map(({ stories: count }, i) => html`<bdi>${word(i)}</bdi> <span class="quiet">(${stories(count)})</span>`),
    )
  return drawFacts([
    ['Type', type],
    ['Names', many(others, (i) => others[i]!.name)],
    ['Title', many(spoken, (i) => spoken[i]!.title)],
    ['Stories', [count, firstDay !== null && lastDay !== null && `, ${between(firstDay, lastDay)}`]],
    [
      'Wikidata',
      wikidata !== null &&
        identifiersOf({ wikidata }).map((url) => html`<a href="${url}" rel="noreferrer">${wikidata}</a>`),
    ],
  ])
}

/** `President` and `president` are one to who reads them: as it is written most. */
const withoutCase = (titles: ArchiveEntity['titles']): ArchiveEntity['titles'] => {
  const first = new Map(titles.map((one) => [one.title.toLowerCase(), one] as const).reverse())
  return titles.filter((one) => first.get(one.title.toLowerCase()) === one)
}

const between = (first: string, last: string) =>
  first.slice(0, 10) === last.slice(0, 10) ? dateInWords(first) : `${dateInWords(first)} to ${dateInWords(last)}`

/** Those named in the same stories, each with a bar. */
function drawCompany(company: EntityPage['company']): Content {
  const most = Math.max(...company.map(({ stories }) => stories))
  return html`<ul class="company">${company.map(
    ({
      entity,
      stories: count,
      events,
    }) => html`<li>${entityLink(entity)} <span class="quiet">${stories(count)}${events > 0 && `, ${counted(events, 'event')}`}</span>
<svg viewBox="0 0 ${most} 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${count}" height="1"/></svg></li>
`,
  )}</ul>
`
}
