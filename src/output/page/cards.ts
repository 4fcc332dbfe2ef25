import type { DateExpression, Entity, Event, Location, Mention, Story, Topic } from '../../base/story.ts'
import { identifiersOf, mediaTopic } from '../identifiers.ts'
import type { StoryLayer } from '../mentions.ts'
import { literalMentions } from '../names.ts'
import { countryName } from './countries.ts'
import { daysInWords } from './days.ts'
import { escapeHtml, escapeLine } from './escape.ts'
import { layerNames } from './layers.ts'
import { type Links, linksById } from './links.ts'
import { timesInWords } from './times.ts'

/** Mentions that are shown before the rest is folded. */
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
  const listed = (items: readonly string[]) => `<ul class="mentions">${items.join('')}</ul>`
  const rest = found.length > mostOpen + 1 ? found.splice(mostOpen) : []
  const folded = `<details><summary>${rest.length} more mentions</summary>${listed(rest)}</details>`
  return (
    `<article class="card ${layer}" id="${id}" tabindex="-1"><h4><bdi>${escapeLine(name)}</bdi> <span class="type">${escapeHtml(type)}</span></h4>` +
    `${rows === '' ? '' : `<dl>${rows}</dl>`}${listed(found)}${rest.length > 0 ? folded : ''}</article>\n`
  )
}

/** How often a rule or model of this confidence is right. */
const percent = (confidence: number) => `${Math.round(confidence * 100)}\u00a0%`
const list = (names: readonly string[]) => names.map(escapeLine).join(', ')

const catalogues = [
  ['www.wikidata.org', 'Wikidata'],
  ['sws.geonames.org', 'GeoNames'],
] as const

const elsewhere = (item: Entity<string> | Location): Fact => [
  'More at',
  identifiersOf(item)
    .map((url) => {
      const name = catalogues.find(([host]) => url.includes(host))?.[1] ?? url
      return `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(name)}</a>`
    })
    .join(', '),
]

const entityFacts = (entity: Entity<string>): Fact[] => [
  ['Title', list(entity.titles)],
  ['Also called', list(entity.aliases)],
  ['Value', entity.value && escapeLine(`${entity.value.amount} ${entity.value.unit}`)],
  ['Weight', `${Math.round(entity.salience * 100)}\u00a0% of the story`],
  elsewhere(entity),
]

const dateFacts = (date: DateExpression): Fact[] => [
  ['Days', date.from === null && date.to === null ? 'no certain day' : escapeLine(daysInWords(date))],
  ['TIMEX3', escapeLine(date.modifier ? `${date.value}, ${date.modifier.replaceAll('_', ' ')}` : date.value)],
  ['EDTF', date.edtf === null ? undefined : escapeLine(date.edtf)],
]

const pointOf = { exact: '', city: ', of the town', state: ', of the state', country: ', of the country' }

function placeFacts(place: Location, links: Links): Fact[] {
  const { country, admin, coordinates, precision, within, mentions } = place
  const literal = literalMentions(place)
  return [
    ['Country', country === null ? undefined : escapeLine(countryName(country))],
    ['Division', admin === null ? undefined : escapeLine(admin)],
    ['Lies in', within === null ? undefined : links([within])],
    [
      'Point',
      coordinates
        ? `${coordinates.lat.toFixed(2)}, ${coordinates.lon.toFixed(2)}${pointOf[precision ?? 'exact']}`
        : 'not known',
    ],
    ['Named', namedAs(literal, mentions.length - literal)],
    elsewhere(place),
  ]
}

/** `once as a place, 3 times for its people or government`. */
const namedAs = (place: number, people: number): string =>
  [
    ...(place > 0 ? [`${timesInWords(place)} as a place`] : []),
    ...(people > 0 ? [`${timesInWords(people)} for its people or government`] : []),
  ].join(', ')

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
