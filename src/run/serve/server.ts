import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { BodyLimits } from './body.ts'
import { letFinish, refuse } from './connection.ts'
import { operationFor, routeOf } from './dispatch.ts'
import { answerProblem, type Exchange } from './exchange.ts'
import { type Log, logToStandardError, placeOf } from './log.ts'
import { openMetrics } from './metrics.ts'
import { noteOf } from './note.ts'
import { type PageReader, pagesHere } from './pages.ts'
import { problemOf } from './problem.ts'
import type { StoryReader } from './reader.ts'
import { routes } from './routes.ts'

/** What a server may be told besides who reads its stories. */
export interface StoryServerOptions extends Partial<BodyLimits> {
  /** Who reads the articles of pages; without, this thread does. */
  pages?: PageReader
  log?: Log
}

/** A server of stories that can be stopped in order. */
export interface StoryServer {
  server: Server
  /** Takes no more requests, and is done when those under way are answered. */
  stop(): Promise<void>
}

/** Milliseconds in which the head of a request has to come, and in which a body has to. */
const headPatience = 10_000
const bodyPatience = 30_000
/** Longer than those who share out requests keep a connection that is not used. */
const idle = 65_000

/** A server over those who read stories; it listens when it is told to. */
export function createStoryServer(reader: StoryReader, options: StoryServerOptions = {}): StoryServer {
  const { maxSize = 1 << 20, patience = bodyPatience, pages = pagesHere, log = logToStandardError } = options
  const metrics = openMetrics(reader)
  const stop = new AbortController()
  const stopping = stop.signal
  let underWay = 0

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, query } = addressOf(request)
    const left = new AbortController()
    underWay++
    if (stopping.aborted) response.setHeader('connection', 'close')
    const note = noteOf(request, path, routeOf(routes, path)?.path ?? 'other', metrics, log)
    response.once('close', () => {
      left.abort()
      note(response)
      underWay--
      if (stopping.aborted) server.closeIdleConnections()
      if (stopping.aborted && underWay === 0) server.closeAllConnections()
    })
    const limits = { maxSize, patience }
    const exchange: Exchange = { request, response, query, left: left.signal, stopping, limits, reader, pages, metrics }
    try {
      const operation = operationFor(request, path, routes)
      await operation.run(exchange)
    } catch (error) {
      if (left.signal.aborted) return
      const problem = problemOf(error)
      if (problem.status === 500) log({ event: 'error', path, ...placeOf(error) })
      answerProblem(response, problem)
    }
    letFinish(request, response, patience)
  }

  const server = createServer(
    // How long a body may take, depends on what it is.
    { headersTimeout: headPatience, connectionsCheckingInterval: 5000, requestTimeout: 0, keepAliveTimeout: idle },
    handle,
  )
  server.on('checkContinue', handle)
  server.on('clientError', refuse)
  return {
    server,
    stop: () =>
      new Promise((resolve) => {
        stop.abort()
        server.close(() => resolve())
        if (underWay === 0) server.closeAllConnections()
      }),
  }
}

function addressOf({ url = '/' }: IncomingMessage): { path: string; query: URLSearchParams } {
  // Proxies may send the whole address.
  const [path = '/', query = ''] = url.replace(/^https?:\/\/[^/?]*/i, '').split(/\?(.*)/s)
  return { path, query: new URLSearchParams(query) }
}
