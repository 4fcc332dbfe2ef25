import type { IncomingMessage, ServerResponse } from 'node:http'
import { bytesOf } from '../sources/bytes.ts'
import { Problem } from './problem.ts'

/** How much a request may send, and how long it may be silent. */
export interface BodyLimits {
  /** Bytes of a story. */
  maxSize: number
  /** Milliseconds in which a body, or a line of a stream, has to come. */
  patience: number
}

/** A request whose body is read. */
interface Sent {
  request: IncomingMessage
  response: ServerResponse
}

/** Tells a client that asked whether to send its body that it is wanted: before anything else, or it takes that for a no. */
export function askForBody({ request, response }: Sent): void {
  if (request.headers.expect !== undefined) response.writeContinue()
}

/** The chunks of a body. What is left of it, when nobody wants more, stays in the connection, which can still be answered. */
export const chunksOf = ({ request }: Sent): AsyncIterable<Buffer> =>
  request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>

/** All bytes of a body. @throws Problem where they are too many, or come too slowly */
export async function readBody(sent: Sent, { maxSize, patience }: BodyLimits): Promise<Buffer> {
  if (Number(sent.request.headers['content-length'] ?? 0) > maxSize) throw tooLarge(maxSize)
  askForBody(sent)
  const until = Date.now() + patience
  const bytes = await bytesOf(
    inTime(chunksOf(sent), () => until - Date.now()),
    maxSize,
  )
  if (!bytes) throw tooLarge(maxSize)
  return bytes
}

export const tooLarge = (maxSize: number) =>
  new Problem(
    413,
    `a story has ${maxSize} bytes at most here; cut it into stories, or start the server with --max-size`,
  )

/** Items as they come. @throws Problem where one takes too long, or nobody wants more of them */
export async function* inTime<T>(
  items: AsyncIterable<T>,
  patience: () => number,
  enough?: AbortSignal,
): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await within(iterator.next(), patience(), enough)
      if (done) return
      yield value
    }
  } finally {
    // Not waited for: it ends behind what has not come.
    void iterator.return?.()
  }
}

function within<T>(promise: Promise<T>, milliseconds: number, enough?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        clearTimeout(timer)
        enough?.removeEventListener('abort', stop)
        settle(value)
      }
    const refuse = end(reject)
    const stop = () => refuse(new Problem(503, 'the server stops'))
    const timer = setTimeout(() => refuse(new Problem(408, tooSlow)), Math.max(0, milliseconds))
    enough?.addEventListener('abort', stop)
    if (enough?.aborted) stop()
    promise.then(end(resolve), refuse)
  })
}

const tooSlow = 'what was sent came too slowly; send it again, without a pause'
