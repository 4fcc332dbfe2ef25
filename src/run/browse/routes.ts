import { packageVersion as version } from '../../data/version.ts'
import type { ArchiveEvent } from '../archive/questions.ts'
import { calendarOf } from '../archive/write/event-calendar.ts'
import { mapOf } from '../archive/write/event-map.ts'
import { answer, answerJson, json } from '../serve/exchange.ts'
import { openApi } from '../serve/openapi.ts'
import { commonRoutes, type Route } from '../serve/route.ts'
import { answerFile, answerSheet, type BrowseExchange } from './exchange.ts'
import { icon } from './frame.ts'
import { capital } from './parts/links.ts'
import { mostAtOnce, questionIn } from './question.ts'
import { archiveSchemas, eventKeys, schemasOf } from './schema.ts'
import { archiveScript } from './script.ts'
import { archiveStyle } from './style.ts'
import type { View } from './view.ts'
import { views } from './views.ts'

type Shape = keyof typeof archiveSchemas
type BrowseRoute = Route<BrowseExchange, Shape>

/** A page asks an archive: it can be found wanting, or not be read now. */
const problems = [400, 404, 503]

/** The page of a view, and its data. */
const routesOf = ({ path, id, summary, query, shape, read, draw }: View): BrowseRoute[] => [
  {
    ...{ method: 'GET', path, id, summary, problems, ...(query && { query }) },
    operations: [
      {
        gives: { type: 'text/html', schema: 'Page' },
        async run({ response, asked }) {
          answerSheet(response, asked, draw(await read(asked), asked))
        },
      },
    ],
  },
  {
    ...{ method: 'GET', path: path === '/' ? '/api' : `/api${path}`, id: `${id}Data`, summary, problems },
    ...(query && { query }),
    operations: [
      {
        gives: { type: json, schema: shape as Shape },
        async run(exchange) {
          answerJson(exchange, await read(exchange.asked))
        },
      },
    ],
  },
]

/** A file of the pages. */
const fileRoute = (
  path: string,
  id: string,
  summary: string,
  type: string,
  schema: Shape,
  body: string,
): BrowseRoute => ({
  ...{ method: 'GET', path, id, summary, problems: [] },
  operations: [{ gives: { type, schema }, run: ({ response }) => answerFile(response, type, body) }],
})

/** The events of a question in a format of other programs. */
const formatRoute = (
  name: string,
  summary: string,
  gives: { type: string; schema: Shape },
  write: (events: readonly ArchiveEvent[]) => string,
): BrowseRoute => ({
  ...{ method: 'GET', path: `/api/events.${name}`, id: `events${capital(name)}`, summary, problems },
  query: schemasOf(eventKeys),
  operations: [
    {
      gives,
      async run({ response, asked }) {
        const question = questionIn(asked.query, eventKeys)
        const events = await asked.archive.events({ limit: mostAtOnce, ...question, sources: 1 })
        answer(response, 200, `${gives.type}; charset=utf-8`, write(events))
      },
    },
  ],
})

export const routes: readonly BrowseRoute[] = [
  ...views.flatMap(routesOf),
  formatRoute('ics', 'Events with days as a calendar', { type: 'text/calendar', schema: 'Calendar' }, calendarOf),
  formatRoute('geojson', 'Events by place, for maps', { type: 'application/geo+json', schema: 'Features' }, (events) =>
    JSON.stringify(mapOf(events)),
  ),
  fileRoute('/style.css', 'style', 'The look of the pages', 'text/css', 'StyleSheet', archiveStyle),
  fileRoute('/script.js', 'script', 'Comfort of the pages', 'text/javascript', 'Script', archiveScript),
  fileRoute('/icon.svg', 'icon', 'The icon of the pages', 'image/svg+xml', 'Image', icon),
  {
    ...{ method: 'GET', path: '/health', id: 'health', summary: 'Says how the server is', problems: [] },
    operations: [{ gives: { type: json, schema: 'Health' }, run: answerHealth }],
    others: { 503: { type: json, schema: 'Health' } },
  },
  ...commonRoutes(describe),
]

/** The description of a server of an archive. */
export function describe(): object {
  const summary = 'People, places, days and events of many stories.'
  return openApi({ title: 'nutgraf archive', summary }, routes, archiveSchemas)
}

function answerHealth(exchange: BrowseExchange): void {
  const stopping = exchange.stopping.aborted
  answerJson(exchange, { status: stopping ? 'stopping' : 'ok', version }, stopping ? 503 : 200)
}
