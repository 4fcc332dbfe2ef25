import type { DateExpression, Entity, Event, Location, Mention, Story, Topic } from '../../base/story.ts'
import { identifiersOf, mediaTopic } from '../identifiers.ts'
import type { StoryLayer } from '../mentions.ts'
import { daysOf, literalMentions } from '../names.ts'
import { escapeHtml, escapeLine } from './escape.ts'
import { layerNames } from './layers.ts'
import { linksById } from './links.ts'

/** More mentions than these are folded. */
const mostOpen = 4

type Fact = [term: string, html: string | undefined]

/** A card for each thing found, under the name of its layer: its normal form, what is known of it, and its mentions with source and confidence. */
export function drawCards(story: Story<string>): string {
  const links = linksById(story)
  const cards: Record<StoryLayer, string[]> = {
    entity: story.entities.map((entity) => card('entity', entity, entity.name, entity.type, entityFacts(entity))),
    date: story.dates.map((date) =>
      card('date', { ...date, mentions: [date] }, `“${date.text}”`, date.type, dateFacts(date)),
    ),
    location: story.locations.map((place) => card('location', place, place.name, place.type, placeFacts(place, links))),
    event: story.events.map((event) =>
      card('event', event, event.name, `${event.type}, ${event.status}`, eventFacts(event, links)),
    ),
    topic: story.topics.map((topic) => card('topic', topic, topic.label, topic.status, topicFacts(topic, links))),
  }
  return (Object.keys(layerNames) as StoryLayer[])
    .filter((layer) => cards[layer].length > 0)
    .map((layer) => `<h3>${layerNames[layer]}</h3>\n${cards[layer].join('')}`)
    .join('')
}

function card(
  layer: StoryLayer,
  { id, mentions }: { id: string; mentions: readonly Mention[] },
  name: string,
  type: string,
  facts: readonly Fact[],
): string {
  const told = facts.filter(([, html]) => html)
  const rows = told.map(([term, html]) => `<div><dt>${term}</dt><dd>${html}</dd></div>`).join('')
  const found = mentions.map(
    ({ text, confidence, source }, nth) =>
      `<li data-mention="${id}.${nth}">“${escapeLine(text)}” <span class="source">${escapeHtml(source)}, ${percent(confidence)}</span></li>`,
  )
  const open = `<ul class="mentions">${found.join('')}</ul>`
  const folded = `<details><summary>${found.length} mentions</summary>${open}</details>`
  return (
    `<article class="card ${layer}" id="${id}" tabindex="-1"><h4><bdi>${escapeLine(name)}</bdi> <span class="type">${escapeHtml(type)}</span></h4>` +
    `${rows === '' ? '' : `<dl>${rows}</dl>`}${found.length > mostOpen ? folded : open}</article>\n`
  )
}

/** How often a rule or model of this confidence is right. */
const percent = (confidence: number) => `${Math.round(confidence * 100)}\u00a0%`
const list = (names: readonly string[]) => names.map(escapeLine).join(', ')

const elsewhere = (item: Entity<string> | Location): Fact => [
  'Elsewhere',
  identifiersOf(item)
    .map((url) => `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(url.replace(/^https?:\/\//, ''))}</a>`)
    .join(', '),
]

const entityFacts = (entity: Entity<string>): Fact[] => [
  ['Title', list(entity.titles)],
  ['Also', list(entity.aliases)],
  ['Value', entity.value && escapeLine(`${entity.value.amount} ${entity.value.unit}`)],
  ['Salience', entity.salience.toFixed(2)],
  elsewhere(entity),
]

const dateFacts = (date: DateExpression): Fact[] => [
  ['Days', date.from === null && date.to === null ? 'none: not on a calendar' : escapeLine(daysOf(date))],
  ['TIMEX3', escapeLine(date.modifier ? `${date.value}, ${date.modifier.replaceAll('_', ' ')}` : date.value)],
  ['EDTF', date.edtf === null ? undefined : escapeLine(date.edtf)],
]

const pointOf = { exact: '', city: ', of the town', state: ', of the state', country: ', of the country' }

function placeFacts(place: Location, links: Links): Fact[] {
  const { country, admin, coordinates, precision, within, mentions } = place
  const literal = literalMentions(place)
  return [
    ['Country', country === null ? undefined : escapeLine(country)],
    ['Division', admin === null ? undefined : escapeLine(admin)],
    ['Lies in', within === null ? undefined : links([within])],
    [
      'Coordinates',
      coordinates ? `${coordinates.lat}, ${coordinates.lon}${pointOf[precision ?? 'exact']}` : 'not resolved',
    ],
    ['Named', `${literal} × as a place, ${mentions.length - literal} × for its people or government`],
    elsewhere(place),
  ]
}

type Links = (ids: readonly string[]) => string

const eventFacts = (event: Event, links: Links): Fact[] => [
  ['Who', links(event.participants)],
  ['Where', links(event.locations)],
  ['When', links(event.dates)],
  ['Agenda', links(event.topics)],
]

function subject({ code, name }: NonNullable<Topic['category']>): string {
  const url = mediaTopic(code)
  return url === undefined ? escapeLine(name) : `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeLine(name)}</a>`
}

const topicFacts = (topic: Topic, links: Links): Fact[] => [
  ['Event', topic.event === null ? undefined : links([topic.event])],
  ['Subject', topic.category ? subject(topic.category) : undefined],
  ['Names', links(topic.entities)],
  ['Evidence', `<q>${escapeLine(topic.evidence.text)}</q>`],
]
