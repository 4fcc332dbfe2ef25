import type { ArchiveEvent } from '../../archive/questions.ts'
import { type Content, html } from '../markup.ts'
import { drawEventList, drawEvents } from '../parts/events.ts'
import { drawFilters } from '../parts/filters.ts'
import { drawPaging, type Stretch, stretchOf } from '../parts/paging.ts'
import { questionIn } from '../question.ts'
import { eventKeys, schemasOf } from '../schema.ts'
import { type Asked, viewOf } from '../view.ts'

export const events = viewOf<Stretch<ArchiveEvent>>({
  path: '/events',
  id: 'events',
  summary: 'Events by who, where, when, about what, kind and status',
  shape: 'Events',
  query: schemasOf(eventKeys),
  async read({ archive, query, path }) {
    const question = questionIn(query, eventKeys)
    return stretchOf({ path, query }, question, (range) => archive.events({ ...question, ...range }))
  },
  draw(found, asked) {
    const question = questionIn(asked.query, eventKeys)
    const isNewest = question.order === 'newest'
    const main: Content = [
      html`<h1>Events</h1>\n`,
      drawFilters('/events', question, ['who', 'where', 'topic', 'from', 'to', 'type', 'status', 'order']),
      drawSaving(asked.query),
      found.items.length === 0
        ? html`<p class="none">No such events. Leave something out, or take more days.</p>\n`
        : isNewest
          ? drawEventList(found.items, 'whole', 2)
          : drawEvents(found.items, 2),
      drawPaging(found, 'events'),
    ]
    return { title: 'Events', main }
  },
})

/** Links to the same events for other programs. */
export function drawSaving(query: URLSearchParams, more: Readonly<Record<string, string>> = {}): Content {
  const to = new URLSearchParams(query)
  for (const name of ['limit', 'offset']) to.delete(name)
  for (const [name, value] of Object.entries(more)) to.set(name, value)
  const words = to.size > 0 ? `?${to}` : ''
  const planned = new URLSearchParams(to)
  planned.set('status', 'planned')
  return html`<p class="saving quiet">Save: <a href="/api/events.ics?${planned.toString()}">what is planned, for a calendar</a> · <a href="/api/events.geojson${words}">places, for a map (GeoJSON)</a> · <a href="/api/events${words}">all of it (JSON)</a></p>\n`
}

/** A stretch of the events of somebody or of a place, as its page is asked for them. */
export function eventsOf({ archive, query, path }: Asked, whose: { who: number } | { where: number }) {
  const question = questionIn(query, ['from', 'to', 'type', 'status', 'order', 'limit', 'offset'])
  return stretchOf({ path, query }, question, (range) =>
    archive.events({ order: 'latest', ...question, ...whose, ...range, sources: 1 }),
  )
}
