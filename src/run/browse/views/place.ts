import { countryName } from '../../../output/page/countries.ts'
import type { ArchiveEvent, PlaceRef } from '../../archive/questions.ts'
import { html } from '../markup.ts'
import { drawEvents, drawFacts } from '../parts/events.ts'
import { drawFilters } from '../parts/filters.ts'
import { capital, placePath } from '../parts/links.ts'
import { drawMapOf } from '../parts/map.ts'
import { drawPaging, type Stretch } from '../parts/paging.ts'
import { questionIn, recordIn } from '../question.ts'
import { choiceKeys, schemasOf } from '../schema.ts'
import { viewOf } from '../view.ts'
import { drawSaving, eventsOf } from './events.ts'

interface PlacePage {
  place: PlaceRef
  events: Stretch<ArchiveEvent>
}

export const place = viewOf<PlacePage>({
  path: '/place/{id}',
  id: 'place',
  summary: 'A place with the events that are held there or that it takes part in',
  shape: 'PlacePage',
  query: schemasOf(choiceKeys),
  async read(asked) {
    const { archive, params } = asked
    const place = await recordIn(params.id!, (id) => archive.place(id), {
      none: 'no place',
      advice: 'search for its name',
    })
    return { place, events: await eventsOf(asked, { where: place.id }) }
  },
  draw({ place, events }, { query }) {
    const { name, type, country, lat, lon } = place
    const path = placePath(place)
    const map = drawMapOf([{ place, events: 1 }])
    const main = html`<h1><bdi>${name}</bdi></h1>
<p class="lead">${capital(type)}</p>
<div class="columns">
<section aria-labelledby="events"><h2 id="events">Events</h2>
<details class="choose"${query.size > 0 && html` open`}><summary>Choose by day, kind or status</summary>
${drawFilters(path, questionIn(query, choiceKeys), ['from', 'to', 'type', 'status'])}</details>
${
  events.items.length > 0
    ? [drawEvents(events.items), drawPaging(events, 'events'), drawSaving(query, { where: String(place.id) })]
    : query.size > 0
      ? html`<p class="none">No events of that kind or then. <a href="${path}">Show all</a>.</p>\n`
      : html`<p class="none">No events are known to be held here. <a href="/search?${new URLSearchParams({ q: name }).toString()}">Stories that name it</a></p>\n`
}</section>
<section aria-labelledby="where"><h2 id="where">Where it is</h2>
${map}${drawFacts([
  ['Country', country !== null && type !== 'country' && countryName(country)],
  ['Lies at', lat !== null && lon !== null && `${lat.toFixed(2)}, ${lon.toFixed(2)}`],
])}</section>
</div>
`
    return { title: name, main }
  },
})
