import { countryName } from '../../../output/page/countries.ts'
import type { Archive } from '../../archive/archive.ts'
import type { ArchiveEntity, ArchiveEvent, EntityRef, PlaceRef, SearchHit } from '../../archive/questions.ts'
import { type Content, html, joined } from '../markup.ts'
import { drawEventList } from '../parts/events.ts'
import { stories as countStories, entityLink, list, placeLink } from '../parts/links.ts'
import { drawPaging, type Stretch, stretchOf } from '../parts/paging.ts'
import { drawStories } from '../parts/stories.ts'
import { number, only, valuesIn } from '../question.ts'
import { searchSchemas } from '../schema.ts'
import { viewOf } from '../view.ts'

/** As many as are shown above the stories. */
const few = 6

interface Found {
  words: string
  entities: readonly ArchiveEntity[]
  /** Who is named most with each of those that have one name, by id. */
  company: Readonly<Record<string, readonly EntityRef[]>>
  places: readonly PlaceRef[]
  events: readonly ArchiveEvent[]
  stories: Stretch<SearchHit>
}

export const search = viewOf<Found>({
  path: '/search',
  id: 'search',
  summary: 'Finds people, places, events and stories by words',
  shape: 'Found',
  query: searchSchemas,
  async read({ archive, query, path }) {
    const given = valuesIn(query, ['q', 'offset'])
    const words = only(given.get('q') ?? [''], 'q')
    if (words === '')
      return {
        words,
        entities: [],
        company: {},
        places: [],
        events: [],
        stories: { items: [], before: null, next: null },
      }
    const offset = number(only(given.get('offset') ?? ['0'], 'offset'), 'offset', 0, 1e9)
    const [entities, places, stories] = await Promise.all([
      archive.entities(words, { limit: few }),
      archive.places(words),
      stretchOf({ path, query }, { offset }, (range) => archive.search(words, range)),
    ])
    const [events, company] = await Promise.all([
      eventsAbout(archive, words, entities[0], places[0]),
      companyOf(archive, entities),
    ])
    return { words, entities, company, places: places.slice(0, few), events, stories }
  },
  draw({ words, entities, company, places, events, stories }) {
    const isNothing = [entities, places, events, stories.items].every((list) => list.length === 0)
    const main: Content = [
      html`<h1>${words === '' ? 'Search' : html`Found for “<bdi>${words}</bdi>”`}</h1>\n`,
      words === '' && html`<p>Type words or a name into the box above: “Lavrov”, “nuclear power plant”, “Dhaka”.</p>\n`,
      words !== '' &&
        isNothing &&
        html`<p>Nothing was found. Look at the spelling, try fewer words, or <a href="/events">choose events</a> by day and kind.</p>\n`,
      entities.length > 0 && section('names', 'Who', drawEntities(entities, company)),
      places.length > 0 &&
        section(
          'places',
          'Where',
          list(
            places.map((place) => [placeLink(place), kindOf(place)]),
            'names',
          ),
        ),
      events.length > 0 && section('events', 'Events', drawEventList(events)),
      stories.items.length > 0 &&
        section('stories', 'Stories', [
          drawStories(stories.items, ({ snippet }) => html`<p class="snippet" dir="auto">${drawSnippet(snippet)}</p>`),
          drawPaging(stories, 'stories'),
        ]),
    ]
    return { title: words === '' ? 'Search' : `${words} – search`, main, words }
  },
})

const section = (id: string, title: string, content: Content): Content =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${content}</section>\n`

const kindOf = ({ type, country }: PlaceRef) =>
  html` <span class="quiet">${type}${country !== null && type !== 'country' && ` in ${countryName(country)}`}</span>`

const drawEntities = (entities: readonly ArchiveEntity[], company: Found['company']): Content =>
  list(
    entities.map((entity) => [
      entityLink(entity),
      html` <span class="quiet">${entity.titles[0]?.title ?? entity.type}, ${countStories(entity.stories)}${yearsOf(entity)}${
        company[entity.id] &&
        html`, named with ${joined(company[entity.id]!.map(({ name }) => html`<bdi>${name}</bdi>`))}`
      }</span>`,
    ]),
    'names',
  )

const yearsOf = ({ firstDay, lastDay }: ArchiveEntity): string => {
  const [first = '', last = ''] = [firstDay?.slice(0, 4), lastDay?.slice(0, 4)]
  if (first === '') return ''
  return first === last ? ` in ${first}` : ` from ${first} to ${last}`
}

/** What tells namesakes apart where their titles may not. */
async function companyOf(archive: Archive, entities: readonly ArchiveEntity[]): Promise<Found['company']> {
  const namesakes = entities.filter(({ id, name }) => entities.some((other) => other.id !== id && other.name === name))
  const company = await Promise.all(namesakes.map(({ id }) => archive.coOccurrence(id, { limit: 2 })))
  return Object.fromEntries(
    namesakes.flatMap(({ id }, i) => (company[i]!.length > 0 ? [[id, company[i]!.map(({ entity }) => entity)]] : [])),
  )
}

/** What was found stands in brackets. */
const drawSnippet = (snippet: string): Content =>
  snippet.split(/\[([^[\]]*)\]/).map((part, i) => (i % 2 === 1 ? html`<mark class="hit">${part}</mark>` : part))

/** The last events about some words, and those of whom or where they name. */
async function eventsAbout(
  archive: Archive,
  topic: string,
  who: ArchiveEntity | undefined,
  where: PlaceRef | undefined,
): Promise<ArchiveEvent[]> {
  const questions = [{ topic }, ...(who ? [{ who: who.id }] : []), ...(where ? [{ where: where.id }] : [])]
  const found = await Promise.all(
    questions.map((question) => archive.events({ ...question, order: 'latest', limit: few, sources: 1 })),
  )
  return [...new Map(found.flat().map((event) => [event.id, event])).values()].slice(0, few)
}
