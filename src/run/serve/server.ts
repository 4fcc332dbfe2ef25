import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { BodyLimits } from './body.ts'
import { operationFor, routeOf } from './dispatch.ts'
import { answerProblem, type Exchange } from './exchange.ts'
import { type Log, logToStandardError, placeOf } from './log.ts'
import { openMetrics } from './metrics.ts'
import { type PageReader, pagesHere } from './pages.ts'
import { detailsOf, Problem, problemOf } from './problem.ts'
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
/** What a client still sends when it has its answer is thrown away for so long: one that is cut may lose the answer. */
const lingering = 5_000

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
    const note = noteOf(request, path)
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

  /** Counts and logs a request when its answer has been sent, or its client has left. */
  function noteOf(request: IncomingMessage, path: string) {
    const started = performance.now()
    const { bytesWritten } = request.socket
    return (response: ServerResponse) => {
      const { statusCode, writableFinished } = response
      // Nobody was answered: the status that others log then.
      const status = response.headersSent ? statusCode : 499
      const milliseconds = performance.now() - started
      metrics.request(methodOf(request), routeOf(routes, path)?.path ?? 'other', status, milliseconds / 1000)
      log({
        method: request.method,
        path: path.slice(0, longestLogged),
        status,
        ms: Math.round(milliseconds * 10) / 10,
        bytes: request.socket.bytesWritten - bytesWritten,
        ...(!writableFinished && { left: true }),
      })
    }
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

const longestLogged = 200
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const methodOf = ({ method = '' }: IncomingMessage) => (methods.has(method) ? method : 'other')

function addressOf({ url = '/' }: IncomingMessage): { path: string; query: URLSearchParams } {
  const [path = '/', query = ''] = url.split(/\?(.*)/s)
  return { path, query: new URLSearchParams(query) }
}

/** Waits for a client to take its answer, and throws away what it still sends. */
function letFinish(request: IncomingMessage, response: ServerResponse, patience: number): void {
  if (!response.writableFinished) response.setTimeout(patience, () => response.destroy())
  if (request.complete) return
  const timer = setTimeout(() => request.destroy(), lingering)
  request.once('close', () => clearTimeout(timer))
  request.resume()
}

/** Answers what is no request of HTTP, or one whose head does not come. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400
  const details = detailsOf(new Problem(status, headFaults[status]!))
  const body = JSON.stringify(details)
  socket.end(
    `HTTP/1.1 ${status} ${details.title}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

const headFaults: Record<number, string> = {
  400: 'this is no request of HTTP/1.1',
  408: 'the head of the request came too slowly; send it again, without a pause',
  431: 'the head of the request is longer than 16 KB; send options in a body of JSON',
}
