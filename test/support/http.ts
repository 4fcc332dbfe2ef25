import { type IncomingMessage, type RequestOptions, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** An answer, with its body as it is and, where it is JSON, as what it says. */
export interface Answered {
  status: number
  type: string | undefined
  headers: IncomingMessage['headers']
  body: string
  json: unknown
}

export async function answered(response: IncomingMessage): Promise<Answered> {
  const body = await text(response)
  const { statusCode = 0, headers } = response
  const type = headers['content-type']
  return { status: statusCode, type, headers, body, json: /json$/.test(type ?? '') && body ? parsed(body) : undefined }
}

/** A stream of JSON is a list. */
function parsed(body: string): unknown {
  const lines = body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return body.endsWith('\n') ? lines : lines[0]
}

/** Opens a request whose body the caller writes. */
export function open(address: string, options: RequestOptions = {}) {
  const sent = request(address, options)
  sent.flushHeaders()
  const response = new Promise<IncomingMessage>((resolve, reject) =>
    sent.once('response', resolve).once('error', reject),
  )
  return { sent, response }
}

export async function send(
  address: string,
  { body, ...options }: RequestOptions & { body?: string | Uint8Array } = {},
): Promise<Answered> {
  const sent = request(address, options)
  const response = new Promise<IncomingMessage>((resolve, reject) =>
    sent.once('response', resolve).once('error', reject),
  )
  sent.end(body)
  return answered(await response)
}
