import { addressOf, titleOf } from '../../../output/about.ts'
import type { MentionOf } from '../../../output/mentions.ts'
import { drawLegend, drawWarnings } from '../../../output/page/page.ts'
import { drawText } from '../../../output/page/text.ts'
import type { ArchiveEvent, WholeStory } from '../../archive/questions.ts'
import { html, joined, Markup } from '../markup.ts'
import { drawEventList } from '../parts/events.ts'
import { dayPath, entityPath, eventPath, placePath } from '../parts/links.ts'
import { drawByline } from '../parts/stories.ts'
import { recordIn, valuesIn } from '../question.ts'
import { viewOf } from '../view.ts'

interface StoryPage extends WholeStory {
  events: readonly ArchiveEvent[]
}

export const story = viewOf<StoryPage>({
  path: '/story/{id}',
  id: 'story',
  summary: 'A story, with what was found in it',
  shape: 'StoryPage',
  async read({ archive, params, query }) {
    valuesIn(query, [])
    const whole = await recordIn(params.id!, (id) => archive.story(id), {
      none: 'no story',
      advice: 'search for its words',
    })
    const ids = new Set(whole.story.events.flatMap(({ id }) => whole.ids[id] ?? []))
    const events = await Promise.all([...ids].map((id) => archive.event(id)))
    return { ...whole, events: events.filter((event) => event !== null).map(inShort) }
  },
  draw(page) {
    const { text, story, url, copies, id, events, ids } = page
    const title = titleOf(text, { ...(page.title !== null && { title: page.title }) }) || `Story ${id}`
    const original = addressOf({ ...(url !== null && { url }) })
    const others = copies.filter((copy) => copy !== id)
    const marked = drawText(story, text, (mention) => pathOf(mention, ids))
    const main = html`<h1 dir="auto">${title}</h1>
<p class="lead">${drawByline({ ...page, copies: [] })}${original !== undefined && html` · <a href="${original}" rel="noreferrer">original</a>`}</p>
${others.length > 0 && html`<p class="quiet">Nearly the same words: ${joined(others.map((copy) => html`<a href="/story/${copy}">story ${copy}</a>`))}</p>\n`}${new Markup(drawWarnings(story))}
<div class="columns">
<section aria-label="Text">
${new Markup(drawLegend())}<div class="story">
${new Markup(marked)}</div>
</section>
<section aria-labelledby="events"><h2 id="events">Events</h2>
${events.length > 0 ? drawEventList(events, 'short') : html`<p class="none">It tells of no events.</p>\n`}</section>
</div>
`
    return { title, main }
  },
})

/** Beside the text its sentences need not be told again. */
const inShort = (event: ArchiveEvent): ArchiveEvent => ({ ...event, sources: [] })

/** The page of what a mention is of: its record in the archive, or its day. */
function pathOf({ layer, item }: MentionOf, ids: WholeStory['ids']): string | undefined {
  if (layer === 'date') return item.from === null ? undefined : dayPath(item.from)
  if (layer === 'topic')
    return item.event !== null && item.event in ids ? eventPath({ id: ids[item.event]! }) : undefined
  const id = ids[item.id]
  if (id === undefined) return undefined
  if (layer === 'entity') return entityPath({ id, type: item.type })
  return layer === 'event' ? eventPath({ id }) : placePath({ id })
}
