import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { detailsOf, Problem } from './problem.ts'

/** What a client still sends when it has its answer is thrown away for so long: one that is cut may lose the answer. */
const lingering = 5_000

/** Waits for a client to take its answer, and throws away what it still sends. */
export function letFinish(request: IncomingMessage, response: ServerResponse, patience: number): void {
  if (!response.writableFinished) response.setTimeout(patience, () => response.destroy())
  if (request.complete) return
  const timer = setTimeout(() => request.destroy(), lingering).unref()
  request.once('close', () => clearTimeout(timer))
  // It flows as soon as nobody reads it otherwise, which `resume` alone does not see to.
  request.on('data', () => undefined).resume()
}

/** Answers what is no request of HTTP, or one whose head does not come. */
export function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
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
  400: 'this is no request of HTTP/1.1; where it is one of HTTPS, send it as HTTP',
  408: 'the head of the request came too slowly; send it again, without a pause',
  431: 'the head of the request is longer than 16 KB; send options in a body of JSON',
}
