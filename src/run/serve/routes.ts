import { packageVersion as version } from '../../data/version.ts'
import { answerJson, json, ndjson, type StoryExchange } from './exchange.ts'
import { openApi } from './openapi.ts'
import { commonRoutes, type Route } from './route.ts'
import { bodySchemas, querySchemas } from './schema.ts'
import { answerJsonStory, answerPage, answerText } from './story.ts'
import { answerLines } from './stream.ts'

export const routes: readonly Route<StoryExchange, keyof typeof bodySchemas>[] = [
  {
    method: 'POST',
    path: '/extract',
    id: 'extract',
    summary: 'Reads a story, or a stream of them',
    description:
      'Options stand in the body of JSON, or in the query; those of the body win. The answer to a page holds its article: ' +
      'offsets are into its text. A stream has a story a line and is answered a line each, in order, while it comes; what is ' +
      'wrong with a line is the answer to it, and stops nothing.',
    query: querySchemas,
    operations: [
      { takes: { type: json, schema: 'StoryRequest' }, gives: { type: json, schema: 'Story' }, run: answerJsonStory },
      { takes: { type: 'text/plain', schema: 'Text' }, gives: { type: json, schema: 'Story' }, run: answerText },
      { takes: { type: 'text/html', schema: 'Page' }, gives: { type: json, schema: 'PageStory' }, run: answerPage },
      {
        takes: { type: ndjson, schema: 'StoryLine' },
        aliases: ['application/ndjson', 'application/jsonl', 'application/x-jsonlines'],
        gives: { type: ndjson, schema: 'Outcome' },
        run: answerLines,
      },
    ],
    problems: [400, 408, 413, 415, 422, 503, 504],
  },
  {
    method: 'GET',
    path: '/health',
    id: 'health',
    summary: 'Says how the server is',
    operations: [{ gives: { type: json, schema: 'Health' }, run: answerHealth }],
    // Who shares out requests sends none to a server that stops.
    others: { 503: { type: json, schema: 'Health' } },
    problems: [],
  },
  ...commonRoutes(describe),
]

/** The description of a server that reads stories. */
export function describe(): object {
  const summary = 'Entities, dates, locations, agenda topics and events of English news.'
  return openApi({ title: 'nutgraf', summary }, routes, bodySchemas)
}

function answerHealth(exchange: StoryExchange): void {
  const { closed: _, ...counts } = exchange.reader.health()
  const stopping = exchange.stopping.aborted
  answerJson(exchange, { status: stopping ? 'stopping' : 'ok', version, ...counts }, stopping ? 503 : 200)
}
