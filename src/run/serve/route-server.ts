import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { letFinish, refuse } from './connection.ts'
import { matchOf, operationFor } from './dispatch.ts'
import { answerProblem as answerProblemJson, type Exchange } from './exchange.ts'
import { type Log, logToStandardError, placeOf } from './log.ts'
import type { Metrics } from './metrics.ts'
import { noteOf } from './note.ts'
import { type Problem, problemOf } from './problem.ts'
import type { Route } from './route.ts'

/** What a server answers, and with what. */
export interface RouteServerOptions<Ex extends Exchange> {
  routes: readonly Route<Ex>[]
  metrics: Metrics
  /** What its routes want of a request besides. */
  exchangeOf(exchange: Exchange): Ex
  /** Milliseconds in which a client has to take its answer. */
  patience: number
  log?: Log
  /** Answers with what was wrong: in JSON, where nothing else is given. */
  answerProblem?(exchange: Exchange, problem: Problem): void
}

/** A server that can be stopped in order. */
export interface RouteServer {
  server: Server
  /** Takes no more requests, and is done when those under way are answered. */
  stop(): Promise<void>
}

/** Milliseconds in which the head of a request has to come. */
const headPatience = 10_000
/** Longer than those who share out requests keep a connection that is not used. */
const idle = 65_000

/** A server of some routes; it listens when it is told to. */
export function createRouteServer<Ex extends Exchange>(options: RouteServerOptions<Ex>): RouteServer {
  const { routes, metrics, exchangeOf, patience, log = logToStandardError, answerProblem = answerProblemJson } = options
  const stop = new AbortController()
  const stopping = stop.signal
  let underWay = 0

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, query } = addressOf(request)
    const left = new AbortController()
    underWay++
    if (stopping.aborted) response.setHeader('connection', 'close')
    const match = matchOf(routes, path)
    const note = noteOf(request, path, match?.route.path ?? 'other', metrics, log)
    response.once('close', () => {
      left.abort()
      note(response)
      underWay--
      if (stopping.aborted) server.closeIdleConnections()
      if (stopping.aborted && underWay === 0) server.closeAllConnections()
    })
    const params = match?.params ?? {}
    const exchange: Exchange = { request, response, path, params, query, left: left.signal, stopping, metrics }
    try {
      await operationFor(request, match?.route, routes).run(exchangeOf(exchange))
    } catch (error) {
      if (left.signal.aborted) return
      const problem = problemOf(error)
      if (problem.status === 500) log({ event: 'error', path, ...placeOf(error) })
      answerProblem(exchange, problem)
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
