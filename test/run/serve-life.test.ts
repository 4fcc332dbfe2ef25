import { once } from 'node:events'
import { connect } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { NutgrafError, type NutgrafErrorCode } from '../../src/api/index.ts'
import { bodySchemas } from '../../src/run/serve/schema.ts'
import { answered, open, send } from '../support/http.ts'
import {
  gated,
  health,
  json,
  line,
  listening,
  logged,
  ndjson,
  published,
  reader,
  story,
  text,
} from '../support/story-server.ts'

const maxSize = 2000
const { address, ask, port, stop } = await listening(reader, { maxSize })
afterAll(stop)

test.each<[name: string, type: string, body: string]>([
  ['a story', 'application/json', JSON.stringify({ text: 'a' })],
  ['a stream', 'application/x-ndjson', line({ text: 'a' })],
])('a client that leaves ends the reading of %s', async (_, type, body) => {
  const { reader, next } = gated()
  const { address, stop } = await listening(reader)
  const { sent, response } = open(`${address}/extract`, { method: 'POST', headers: { 'content-type': type } })
  response.catch(() => undefined)
  sent.end(body)
  const { signal } = await next()
  expect(signal?.aborted).toBe(false)
  const ended = once(signal!, 'abort')
  sent.destroy()
  await ended
  await stop()
  expect(logged.at(-1)).toMatchObject({ path: '/extract', left: true })
})

test.each<[code: NutgrafErrorCode, status: number]>([
  ['time-limit', 504],
  ['busy', 503],
  ['out-of-memory', 413],
  ['failed', 500],
])('a story that ends with %s is answered by %i', async (code, status) => {
  const secret = 'the text of a story'
  const { address, stop } = await listening({
    health,
    extract: () => Promise.reject(new NutgrafError(code, 'pool.extract', `gone: ${secret}`)),
  })
  const { json, headers, ...answer } = await send(`${address}/extract`, {
    ...{ method: 'POST', headers: { 'content-type': 'text/plain' }, body: secret },
  })
  expect(answer.status).toBe(status)
  expect(json).toMatchObject({ status, code })
  expect(headers['retry-after']).toBe(code === 'busy' ? '1' : undefined)
  await stop()
  expect(logged.some(({ event, error }) => event === 'error' && error === 'NutgrafError')).toBe(status === 500)
  expect(JSON.stringify(logged)).not.toContain(secret)
  logged.length = 0
})

test.each<[name: string, type: string]>([
  ['a story', 'text/plain'],
  ['a line', 'application/x-ndjson'],
])('%s that does not come is not waited for', async (_, type) => {
  const { address, stop } = await listening(reader, { patience: 1 })
  const { sent, response } = open(`${address}/extract`, { method: 'POST', headers: { 'content-type': type } })
  const { status, body } = await answered(await response)
  expect(status).toBe(type === 'text/plain' ? 408 : 200)
  expect(body).toContain('"code":"request-timeout"')
  expect(body).toContain('came too slowly')
  sent.destroy()
  await stop()
})

test('who asks first whether a body may be sent is told', async () => {
  const ask = (length: number) => {
    const headers = { 'content-type': 'text/plain', 'content-length': length, expect: '100-continue' }
    return open(`${address}/extract`, { method: 'POST', headers })
  }
  const small = ask(text.length)
  await once(small.sent, 'continue')
  small.sent.end(text)
  expect((await answered(await small.response)).status).toBe(200)
  const large = ask(maxSize + 1)
  large.sent.once('continue', () => expect.unreachable())
  expect((await answered(await large.response)).status).toBe(413)
  large.sent.destroy()
})

test.each<[name: string, body: string]>([
  ['comes late', 'late'],
  ['is too long', 'x'.repeat(5_000_000)],
])('what is left of a body that %s keeps no request behind it waiting', async (_, body) => {
  const { port, stop } = await listening(reader, { maxSize, patience: 100 })
  const socket = connect(port, '127.0.0.1')
  socket.write('POST /extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n')
  if (body === 'late') await once(socket, 'data')
  socket.write(`${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`)
  socket.write('GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  expect(await textOf(socket)).toContain('"status":"ok"')
  await stop()
})

test('the address of a request may name the server', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.write('GET http://stories.example:80/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 200 /)
})

test.each<[name: string, sent: string, status: number]>([
  ['what is no HTTP', 'hello\r\n\r\n', 400],
  ['a head without end', `GET /health HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is a problem as well', async (_, sent, status) => {
  const socket = connect(port, '127.0.0.1')
  socket.write(sent)
  const [head, body] = (await textOf(socket)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*\r\nContent-Type: application/problem\\+json`, 's'))
  expect(bodySchemas.Problem.parse(JSON.parse(body!)).status).toBe(status)
})

test('metrics count requests and stories', async () => {
  const { address, stop } = await listening(reader)
  const type = { method: 'POST', headers: { 'content-type': 'text/plain' } }
  await send(`${address}/extract`, { ...type, body: text })
  await send(`${address}/extract?published=x`, { ...type, body: text })
  await send(`${address}/one-of-many`)
  await send(`${address}/extract`, { ...ndjson, body: line({ text }) + line({ text, published: 'x' }) })
  const { body, type: media } = await send(`${address}/metrics`, {
    headers: { accept: 'application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1' },
  })
  expect(media).toMatch(/^text\/plain; version=0\.0\.4/)
  const samples = body.split('\n')
  expect(samples).toEqual(
    expect.arrayContaining([
      'nutgraf_http_requests_total{method="POST",path="/extract",status="200"} 2',
      'nutgraf_http_requests_total{method="POST",path="/extract",status="400"} 1',
      'nutgraf_http_requests_total{method="GET",path="other",status="404"} 1',
      'nutgraf_http_request_duration_seconds_count{method="POST",path="/extract"} 3',
      'nutgraf_stories_total{outcome="read"} 2',
      'nutgraf_pool_waiting 0',
    ]),
  )
  await stop()
})

test('a line of the log for each request, without a word of it', async () => {
  logged.length = 0
  await ask(json({ text, published }, '?home=GB'))
  await ask({ path: '/extrakt?secret=1' })
  await expect.poll(() => logged.length).toBe(2)
  const [first, second] = logged
  expect(Object.keys(first!)).toEqual(['method', 'path', 'status', 'ms', 'bytes'])
  expect(first).toMatchObject({ method: 'POST', path: '/extract', status: 200, ms: expect.any(Number) })
  expect(first!.bytes).toBeGreaterThan(JSON.stringify(story).length)
  expect(second).toMatchObject({ method: 'GET', path: '/extrakt', status: 404 })
})

test('a server that stops answers what is under way, and takes no more', async () => {
  const { reader, next } = gated()
  const { address, stop } = await listening(reader)
  const under = send(`${address}/extract`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'a' })
  const { sent, response } = open(`${address}/extract`, ndjson)
  sent.write(line({ id: 1, text: 'b' }))
  const streamed = response.then(answered)
  const asked = [await next(), await next()]
  const stopped = stop()
  await expect(send(`${address}/health`)).rejects.toThrow('ECONNREFUSED')
  for (const { give } of asked) give()
  expect((await under).status).toBe(200)
  expect((await streamed).json).toEqual([
    { id: 1, story: expect.anything() },
    { id: null, error: { code: 'unavailable', message: 'the server stops; nothing behind line 1 was read' } },
  ])
  await stopped
  sent.destroy()
})

test('health of a server that stops, on a connection that is still open', async () => {
  const { reader, next } = gated()
  const { port, stop, address } = await listening(reader)
  const under = send(`${address}/extract`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'a' })
  const { give } = await next()
  const socket = connect(port, '127.0.0.1')
  socket.write('GET /health HTTP/1.1\r\nHost: a\r\n')
  await once(socket, 'connect')
  // The server knows of the connection when it has answered another that was made after it.
  await send(`${address}/health`)
  const stopped = stop()
  socket.write('\r\n')
  expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 503 .*connection: close.*"status":"stopping"/is)
  give()
  await Promise.all([under, stopped])
})
