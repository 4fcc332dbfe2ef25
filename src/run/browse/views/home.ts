import type { ArchiveEvent, ArchiveStory } from '../../archive/questions.ts'
import { dateInWords } from '../days.ts'
import { html } from '../markup.ts'
import { drawEventList, drawEvents } from '../parts/events.ts'
import { counted, stories as countStories } from '../parts/links.ts'
import { drawStories } from '../parts/stories.ts'
import { valuesIn } from '../question.ts'
import { type Asked, viewOf } from '../view.ts'

/** As many as the first page shows of each. */
const few = 8

interface Home {
  counts: { stories: number; entities: number; places: number; events: number; topics: number }
  since: string | null
  ahead: readonly ArchiveEvent[]
  newest: readonly ArchiveEvent[]
  stories: readonly ArchiveStory[]
}

export const home = viewOf<Home>({
  path: '/',
  id: 'home',
  summary: 'What is ahead, and what is new',
  shape: 'Home',
  async read({ archive, query, today }) {
    valuesIn(query, [])
    const [counts, told, stories] = await Promise.all([
      archive.counts(),
      archive.events({ order: 'newest', limit: 2 * few, sources: 1 }),
      archive.stories({ limit: few }),
    ])
    const { since, ahead } = await aheadOf(archive, today, stories[0]?.published ?? null)
    const shown = new Set(ahead.map(({ id }) => id))
    return { counts, since, ahead, newest: told.filter(({ id }) => !shown.has(id)).slice(0, few), stories }
  },
  draw({ counts, since, ahead, newest, stories }, { name, today }) {
    const main = html`<h1>${name}</h1>
<p class="lead">${counted(counts.events, 'event')}, ${counted(counts.entities, 'name')} and ${counted(counts.places, 'place')} in ${countStories(counts.stories)}.</p>
${
  ahead.length === 0 &&
  html`<section aria-labelledby="ahead"><h2 id="ahead">Ahead</h2>
<p class="none">Nothing is planned from today on. <a href="/events?status=planned&amp;order=latest">What was planned</a></p></section>\n`
}<div class="columns">
${
  ahead.length > 0 &&
  html`<section aria-labelledby="ahead">
<h2 id="ahead">Ahead</h2>
<p class="quiet">${since === today ? 'Planned from today on' : html`Nothing is planned from today on; planned from ${dateInWords(since!)} on, the day of the newest story`} · <a href="/events?status=planned&amp;from=${since}">all</a> · <a href="/api/events.ics?status=planned&amp;from=${since}">calendar</a></p>
${drawEvents(ahead)}</section>
<div>
`
}<section aria-labelledby="newest">
<h2 id="newest">Told last</h2>
${newest.length > 0 ? drawEventList(newest, 'short') : html`<p class="none">No events yet. Put stories in with <code>nutgraf archive add</code>.</p>\n`}<p class="more"><a href="/events?order=newest">All events</a></p>
</section>
<section aria-labelledby="stories">
<h2 id="stories">Newest stories</h2>
${drawStories(stories)}</section>
${ahead.length > 0 && html`</div>\n`}</div>
`
    return { title: name, main }
  },
})

/** What is planned from today on, without what began months ago ("in 2023"); of an archive of the past, from the day of its newest story. */
async function aheadOf(archive: Asked['archive'], today: string, newest: string | null) {
  for (const since of [today, ...(newest !== null && newest < today ? [newest.slice(0, 10)] : [])]) {
    const found = await archive.events({ status: 'planned', from: since, limit: 4 * few, sources: 1 })
    const ahead = found.filter(({ from }) => from === null || from.slice(0, 7) >= since.slice(0, 7)).slice(0, few)
    if (ahead.length > 0) return { since, ahead }
  }
  return { since: null, ahead: [] }
}
