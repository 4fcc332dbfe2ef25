import { packageVersion as version } from '../../data/version.ts'
import { answer, answerJson, type Exchange, json, ndjson } from './exchange.ts'
import { openApi } from './openapi.ts'
import type { bodySchemas } from './schema.ts'
import { answerJsonStory, answerPage, answerText } from './story.ts'
import { answerLines } from './stream.ts'

/** A body, by its media type and the name of its shape. */
export interface Body {
  type: string
  schema: keyof typeof bodySchemas
}

/** One way to use a route: what comes in, what goes out. */
export interface Operation {
  takes?: Body
  gives: Body
  /** Other names of the media type that comes in. */
  aliases?: readonly string[]
  run(exchange: Exchange): void | Promise<void>
}

/** A path with all that can be done there: requests are led by it, and the description of the server is written from it. */
export interface Route {
  method: 'GET' | 'POST'
  path: string
  /** What it is called by in programs that are made from the description. */
  id: string
  summary: string
  description?: string
  /** Whether options may stand in the query. */
  hasOptions?: boolean
  operations: readonly [Operation, ...Operation[]]
  /** Answers of another status that are no problems. */
  others?: Readonly<Record<number, Body>>
  /** Statuses of answers that are problems, besides those of every route. */
  problems: readonly number[]
}

export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/extract',
    id: 'extract',
    summary: 'Reads a story, or a stream of them',
    description:
      'Options stand in the body of JSON, or in the query; those of the body win. The answer to a page holds its article: ' +
      'offsets are into its text. A stream has a story a line and is answered a line each, in order, while it comes; what is ' +
      'wrong with a line is the answer to it, and stops nothing.',
    hasOptions: true,
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
  {
    method: 'GET',
    path: '/openapi.json',
    id: 'describe',
    summary: 'Describes the server: OpenAPI 3.1',
    operations: [
      { gives: { type: json, schema: 'Description' }, run: (exchange) => answerJson(exchange, openApi(routes)) },
    ],
    problems: [],
  },
  {
    method: 'GET',
    path: '/metrics',
    id: 'metrics',
    summary: "Counts, in Prometheus' text format",
    operations: [
      {
        gives: { type: 'text/plain', schema: 'Metrics' },
        async run({ response, metrics }) {
          answer(response, 200, metrics.type, await metrics.text())
        },
      },
    ],
    problems: [],
  },
]

function answerHealth(exchange: Exchange): void {
  const { closed: _, ...counts } = exchange.reader.health()
  const stopping = exchange.stopping.aborted
  answerJson(exchange, { status: stopping ? 'stopping' : 'ok', version, ...counts }, stopping ? 503 : 200)
}
