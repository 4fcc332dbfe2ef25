import type { Event, Story, Topic } from '../../base/story.ts'
import { byId } from '../by-id.ts'
import { escapeHtml } from './escape.ts'
import { linksById } from './links.ts'
import { drawHead, drawTable } from './table.ts'

/** The agenda as a table: a row for each event with who, where, when and its topics; topics of no event at the end. */
export function drawAgenda(story: Story<string>): string {
  const { events, topics } = story
  const links = linksById(story)
  const topicsOf = byId(topics)
  const loose = topics.filter(({ event }) => event === null)
  if (events.length === 0 && loose.length === 0) return '<p class="none">No events and no topics found.</p>\n'
  const rows = events.map((event) => eventRow(event, topicsOf(event.topics), links))
  if (loose.length > 0)
    rows.push(
      `<tr><th scope="row">of no event</th><td></td><td></td><td></td><td>${topicList(loose, links)}</td></tr>\n`,
    )
  const head = ['Event', 'Who', 'Where', 'When', 'On the agenda'].map((name) => drawHead(name)).join('')
  return drawTable('agenda', 'Table of events', head, rows)
}

type Links = (ids: readonly string[]) => string

function eventRow(event: Event, topics: readonly Topic[], links: Links): string {
  const { id, type, status, participants, locations, dates } = event
  return (
    `<tr><th scope="row">${links([id])}<br><span class="type">${escapeHtml(type)}</span> ${badge(status)}</th>` +
    `<td>${links(participants)}</td><td>${links(locations)}</td><td>${links(dates)}</td><td>${topicList(topics, links)}</td></tr>\n`
  )
}

const badge = (status: string) => `<span class="status ${status}">${status}</span>`

const topicList = (topics: readonly Topic[], links: Links) =>
  topics.length === 0
    ? ''
    : `<ul>${topics.map(({ id, status }) => `<li>${links([id])} ${badge(status)}</li>`).join('')}</ul>`
