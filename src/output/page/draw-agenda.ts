import type { Story, Topic } from '../../base/story.ts'
import { byId } from '../by-id.ts'
import { toCalendar } from '../calendar.ts'
import { type AgendaItem, agendaOf } from './agenda.ts'
import { escapeHtml, escapeLine } from './escape.ts'
import { type Links, linksById } from './links.ts'
import type { Sentences } from './quotes.ts'

/**
 * What is to come, what is past and what was called off, a card for each event: when, who, where, about what, with the
 * sentence that says so. What is to come and has a day can be saved to a calendar. Topics of no event are at the end.
 */
export function drawAgenda(story: Story<string>, sentences?: Sentences): string {
  const { groups, loose } = agendaOf(story, sentences)
  if (groups.length === 0 && loose.length === 0)
    return '<p class="none">Nothing in this story is an event or stands on an agenda.</p>\n'
  const links = linksById(story)
  const alone = storiesOf(story)
  const cards = groups.map(
    ({ name, items }) =>
      `<h3>${name}</h3>\n<div class="plans">\n${items.map((item) => drawItem(item, alone(item), links, sentences)).join('')}</div>\n`,
  )
  if (loose.length === 0) return cards.join('')
  const quoted = loose.map((topic) => `<li>${drawTopic(topic)}<q>${escapeLine(topic.evidence.text)}</q></li>\n`)
  return `${cards.join('')}<h3>Other topics</h3>\n<ul class="loose">\n${quoted.join('')}</ul>\n`
}

function drawItem(item: AgendaItem, story: Story<string>, links: Links, sentences: Sentences | undefined): string {
  const { event, topics, mention } = item
  const facts = [
    ['When', links(event.dates)],
    ['Who', links(event.participants)],
    ['Where', links(event.locations)],
    ['About', topics.length === 0 ? '' : `<ul>${topics.map((topic) => `<li>${drawTopic(topic)}</li>`).join('')}</ul>`],
  ]
  const rows = facts
    .filter(([, html]) => html !== '')
    .map(([term, html]) => `<div><dt>${term}</dt><dd>${html}</dd></div>`)
    .join('')
  const quote = sentences && mention ? `<q>${sentences.quote(mention, (words) => `<b>${words}</b>`)}</q>` : ''
  // "Visit to Dhaka" says its kind.
  const type = event.name.toLowerCase().includes(event.type)
    ? ''
    : ` <span class="type">${escapeHtml(event.type)}</span>`
  return (
    `<article class="plan ${event.status}"><h4>${links([event.id])}${type}</h4>` +
    `${rows === '' ? '' : `<dl>${rows}</dl>`}${quote}${drawSave(item, story, sentences?.text)}</article>\n`
  )
}

/** That a topic of a meeting is discussed goes without saying, what came of it does not. */
const drawTopic = ({ id, label, status }: Topic) =>
  `<a href="#${id}"><bdi>${escapeLine(label)}</bdi></a>${status === 'agreed' || status === 'refused' ? ` <span class="status">${status}</span>` : ''}`

/** Stories of one event each, with no more than what it names. */
function storiesOf(story: Story<string>): (item: AgendaItem) => Story<string> {
  const [entitiesOf, locationsOf] = [byId(story.entities), byId(story.locations)]
  return ({ event, dates, topics }) => ({
    ...{ ...story, events: [event], dates, topics },
    entities: entitiesOf(event.participants),
    locations: locationsOf([...event.locations, ...event.participants]),
  })
}

/** A link that gives the event to a calendar; it is in the page, and loads nothing. */
function drawSave({ event }: AgendaItem, story: Story<string>, text: string | undefined): string {
  if (event.status !== 'planned' && event.status !== 'ongoing') return ''
  const calendar = toCalendar(story, { title: event.name }, text)
  // A line of its own: an event may be called so.
  if (!calendar.includes('\r\nBEGIN:VEVENT\r\n')) return ''
  const address = `data:text/calendar;charset=utf-8,${encodeURIComponent(calendar)}`
  const label = `Save to a calendar: ${escapeLine(event.name)}`
  return `<p class="save"><a href="${escapeHtml(address)}" download="${event.id}.ics" aria-label="${label}">Save to a calendar</a></p>`
}
