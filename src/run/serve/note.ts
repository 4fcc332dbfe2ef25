import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

const longestPath = 200
/** Others are counted together: who sends them could fill the memory with names. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Begins to watch a request; what is returned counts and logs it, when its answer has been sent or its client has left. */
export function noteOf(request: IncomingMessage, path: string, route: string, metrics: Metrics, log: Log) {
  const started = performance.now()
  const { method = '', socket } = request
  const { bytesWritten } = socket
  return ({ headersSent, statusCode, writableFinished }: ServerResponse): void => {
    // Nobody was answered: the status that others log then.
    const status = headersSent ? statusCode : 499
    const milliseconds = performance.now() - started
    metrics.request(methods.has(method) ? method : 'other', route, status, milliseconds / 1000)
    log({
      method,
      path: path.slice(0, longestPath),
      status,
      ms: Math.round(milliseconds * 10) / 10,
      bytes: socket.bytesWritten - bytesWritten,
      ...(!writableFinished && { left: true }),
    })
  }
}
