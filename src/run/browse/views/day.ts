import { dayBeside } from '../../../base/calendar.ts'
import type { ArchiveEvent, ArchiveStory } from '../../archive/questions.ts'
import { spanInWords } from '../days.ts'
import { html } from '../markup.ts'
import { drawEventList } from '../parts/events.ts'
import { dayPath } from '../parts/links.ts'
import { drawMapOf, spotsOf } from '../parts/map.ts'
import { drawStories } from '../parts/stories.ts'
import { dayIn, mostAtOnce, valuesIn } from '../question.ts'
import { viewOf } from '../view.ts'

interface DayPage {
  day: string
  before: string | null
  after: string | null
  /** What is held, or was to be. */
  events: readonly ArchiveEvent[]
  /** What stories of that day tell besides. */
  told: readonly ArchiveEvent[]
  stories: readonly ArchiveStory[]
}

export const day = viewOf<DayPage>({
  path: '/day/{day}',
  id: 'day',
  summary: 'What happens on a day, and what was told on it',
  shape: 'DayPage',
  async read({ archive, params, query }) {
    valuesIn(query, [])
    const day = dayIn(params.day!)
    const range = { limit: mostAtOnce, sources: 1 }
    const [touching, toldThen, stories] = await Promise.all([
      archive.events({ from: day, to: day, ...range }),
      archive.events({ toldFrom: day, toldTo: day, ...range }),
      archive.stories({ from: day, to: day, limit: mostAtOnce }),
    ])
    // One without days goes by that on which it is told.
    const events = touching.filter(({ from }) => from !== null)
    const known = new Set(events.map(({ id }) => id))
    const told = toldThen.filter(({ id }) => !known.has(id))
    return { day, before: dayBeside(day, -1), after: dayBeside(day, 1), events, told, stories }
  },
  draw({ day, before, after, events, told, stories }) {
    const map = drawMapOf(spotsOf(events))
    const main = html`<h1>${spanInWords(day, day)}</h1>
<nav class="paging" aria-label="Days">${before !== null && html`<a href="${dayPath(before)}" rel="prev">← Day before</a>`} ${after !== null && html`<a href="${dayPath(after)}" rel="next">Day after →</a>`}</nav>
<div class="columns">
<section aria-labelledby="held"><h2 id="held">On this day</h2>
${events.length > 0 ? drawEventList(events) : html`<p class="none">No events that are known. <a href="/events?from=${day}">Events from then on</a></p>\n`}</section>
<div>
${map && html`<section aria-label="Map">${map}</section>\n`}${
  told.length > 0 &&
  html`<section aria-labelledby="told"><h2 id="told">Told on this day</h2>\n${drawEventList(told, 'short')}</section>\n`
}<section aria-labelledby="stories"><h2 id="stories">Stories of this day</h2>
${drawStories(stories)}</section>
</div>
</div>
`
    return { title: spanInWords(day, day), main }
  },
})
