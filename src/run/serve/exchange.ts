import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BodyLimits } from './body.ts'
import type { Metrics, StoryMetrics } from './metrics.ts'
import type { PageReader } from './pages.ts'
import { detailsOf, type Problem } from './problem.ts'
import type { StoryReader } from './reader.ts'

/** A request under way. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  path: string
  /** What stands in the path at the names of its route: `id` of `/story/{id}`. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** The client has left: what is done for it can end. */
  left: AbortSignal
  /** The server stops: no more than what has come is answered. */
  stopping: AbortSignal
  metrics: Metrics
}

/** One of a server that reads stories, with all that answering it takes. */
export interface StoryExchange extends Exchange {
  limits: BodyLimits
  reader: StoryReader
  pages: PageReader
  metrics: StoryMetrics
}

export const json = 'application/json'
export const ndjson = 'application/x-ndjson'

/** Answers with a whole body. */
export function answer(response: ServerResponse, status: number, type: string, body: string): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length }).end(bytes)
}

export const answerJson = ({ response }: Pick<Exchange, 'response'>, value: unknown, status = 200): void =>
  answer(response, status, json, JSON.stringify(value))

/** Answers with what was wrong; an answer that has begun can only be cut. */
export function answerProblem({ response }: Pick<Exchange, 'response'>, problem: Problem): void {
  if (response.headersSent) return void response.destroy()
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value)
  answer(response, problem.status, 'application/problem+json', JSON.stringify(detailsOf(problem)))
}
