import type { List, ListItem, Paragraph, PhrasingContent, RootContent, Table, TableRow } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown as write } from 'mdast-util-to-markdown'
import type { Event, Story, Topic } from '../base/story.ts'
import { type About, addressOf } from './about.ts'
import { byId } from './by-id.ts'
import { fitLine } from './fit.ts'
import { daysOf, distinctDates, namesById } from './names.ts'

/**
 * A briefing: who, when, where, and the agenda event by event, as GitHub-flavoured Markdown. What the text says is
 * escaped and stays text.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toMarkdown } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const briefing = toMarkdown(extract(text, { published: '2023-08-30' }))
 * console.log(briefing.includes('### visit to Dhaka (visit, planned)')) // true
 */
export function toMarkdown(story: Story<string>, about: About = {}): string {
  const names = namesById(story)
  const topicsOf = byId(story.topics)
  const url = addressOf(about)
  const children: RootContent[] = [
    heading(1, about.title || 'Briefing'),
    paragraph([
      plain(story.published === null ? 'No date of publication.' : `Published ${story.published}.`),
      ...(url === undefined ? [] : [plain(' '), link(url)]),
    ]),
    heading(2, 'Agenda'),
    ...story.events.flatMap((event) => eventOf(event, topicsOf(event.topics), names)),
    ...looseTopics(story),
    heading(2, 'Who'),
    table(
      ['Name', 'Type', 'Title or value', 'Mentions'],
      story.entities.map(({ name, type, titles, value, mentions }) => [
        ...[name, type, value ? `${value.amount} ${value.unit}` : titles.join(', '), String(mentions.length)],
      ]),
    ),
    heading(2, 'When'),
    table(
      ['Expression', 'Value', 'Days'],
      distinctDates(story.dates).map((date) => [...[date.text, date.value, date.from === null ? '' : daysOf(date)]]),
    ),
    heading(2, 'Where'),
    table(
      ['Place', 'Type', 'Country', 'Latitude, longitude', 'Mentions'],
      story.locations.map(({ name, type, country, coordinates, mentions }) => [
        ...[
          name,
          type,
          country ?? '',
          coordinates ? `${coordinates.lat}, ${coordinates.lon}` : '',
          String(mentions.length),
        ],
      ]),
    ),
    ...(story.warnings.length > 0
      ? [heading(2, 'Warnings'), list(story.warnings.map(({ message, start }) => `${message} (at ${start})`))]
      : []),
  ]
  return write({ type: 'root', children }, { extensions: [gfmTableToMarkdown()], bullet: '-' })
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value: fitLine(value) })
const link = (url: string): PhrasingContent => ({ type: 'link', url, children: [plain(url)] })
const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({ type: 'heading', depth, children: [plain(value)] })

const list = (items: readonly string[]): List => ({
  ...{ type: 'list', ordered: false, spread: false },
  children: items.map((item): ListItem => ({ type: 'listItem', spread: false, children: [paragraph([plain(item)])] })),
})

function table(head: readonly string[], rows: readonly (readonly string[])[]): RootContent {
  if (rows.length === 0) return paragraph([{ type: 'emphasis', children: [plain('None found.')] }])
  const row = (cells: readonly string[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [plain(cell)] })),
  })
  const found: Table = { type: 'table', children: [row(head), ...rows.map(row)] }
  return found
}

const topicLine = ({ label, status, category }: Topic) =>
  `${label} (${[status, category?.name].filter(Boolean).join(', ')})`

function eventOf(event: Event, topics: readonly Topic[], names: (ids: readonly string[]) => string[]): RootContent[] {
  const facts = [
    ['Who', names(event.participants)],
    ['Where', names(event.locations)],
    ['When', names(event.dates)],
  ] as const
  const agenda = topics.map(topicLine)
  const told = facts.filter(([, list]) => list.length > 0).map(([head, names]) => `${head}: ${names.join(', ')}`)
  return [
    heading(3, `${event.name} (${event.type}, ${event.status})`),
    ...(told.length > 0 ? [list(told)] : []),
    ...(agenda.length > 0 ? [paragraph([plain('On the agenda:')]), list(agenda)] : []),
  ]
}

function looseTopics({ topics }: Story<string>): RootContent[] {
  const loose = topics.filter(({ event }) => event === null).map(topicLine)
  return loose.length > 0 ? [heading(3, 'Topics of no event'), list(loose)] : []
}
