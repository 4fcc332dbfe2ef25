import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { createInterface } from 'node:readline'
import { text as textOf } from 'node:stream/consumers'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { createPool } from '../../src/api/batch.ts'
import { readHtml } from '../../src/api/html.ts'
import { extract, NutgrafError, type NutgrafErrorCode, type Story } from '../../src/api/index.ts'
import { openApi } from '../../src/run/serve/openapi.ts'
import { openPages } from '../../src/run/serve/pages.ts'
import type { StoryReader } from '../../src/run/serve/reader.ts'
import { routes } from '../../src/run/serve/routes.ts'
import { bodySchemas } from '../../src/run/serve/schema.ts'
import { createStoryServer, type StoryServerOptions } from '../../src/run/serve/server.ts'
import { answered, open, send } from '../support/http.ts'

const counts = { workers: 1, busy: 0, waiting: 0, reading: 0, done: 0, failed: 0, dropped: 0, restarted: 0 }
const health = () => ({ ...counts, closed: false })
// Reads in this process.
const reader = createPool({ workers: 0 })

/** What servers logged, in order. */
let logged: Record<string, unknown>[] = []
const log = (fields: Readonly<Record<string, unknown>>) => void logged.push(fields)

async function listening(from: StoryReader, options: StoryServerOptions = {}) {
  const { server, stop } = createStoryServer(from, { log, ...options })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { server, stop, port, address: `http://127.0.0.1:${port}` }
}

const maxSize = 2000
let served: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  served = await listening(reader, { maxSize })
})
afterAll(() => served.stop())

const text = 'Lavrov will visit Dhaka on September 7.'
const published = '2023-08-30'
const story = extract(text, { published })
const paragraph =
  'Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7, diplomats told reporters on Sunday in Zürich.'
const page = `<title>Lavrov to visit Dhaka</title><meta name="date" content="${published}"><article><p>${paragraph}</p></article>`

interface Row {
  path?: string
  method?: string
  type?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

const post = (type: string, body: string | Uint8Array, query = '', headers = {}): Row => ({
  ...{ method: 'POST', type, body, path: `/extract${query}`, headers },
})
const json = (value: unknown, query = '') => post('application/json', JSON.stringify(value), query)

const ask = ({ path = '/extract', method = 'GET', type, headers, body }: Row) =>
  send(served.address + path, {
    method,
    headers: { ...(type !== undefined && { 'content-type': type }), ...headers },
    ...(body !== undefined && { body }),
  })

test.each<[name: string, Row, expected: unknown]>([
  ['JSON', json({ text, published }), story],
  ['JSON with null for what is not known', json({ text, published, timeZone: null, id: 7 }), story],
  ['JSON with an option in the query', json({ text }, `?published=${published}`), story],
  ['JSON whose own option wins', json({ text, published }, '?published=2020-01-01'), story],
  ['JSON with a byte order mark', post('application/json', `\ufeff${JSON.stringify({ text, published })}`), story],
  ['text', post('text/plain', text, `?published=${published}`), story],
  ['text with a charset', post('text/plain; charset="UTF-8"', text, `?published=${published}`), story],
  [
    'text as an answer that any type may be',
    post('text/plain', text, '', { accept: 'text/html, */*;q=0.1' }),
    extract(text),
  ],
  [
    'text with an answer in a charset',
    post('text/plain', '', '', { accept: 'application/json; charset=utf-8' }),
    extract(''),
  ],
  [
    'options',
    post('text/plain', 'It began on 07/09/2023 in Athens.', '?dayFirst=true&home=US-OH'),
    extract('It began on 07/09/2023 in Athens.', { dayFirst: true, home: 'US-OH' }),
  ],
  [
    'a point',
    post('text/plain', 'Fire in Athens.', '?home=39.33,-82.1'),
    extract('Fire in Athens.', { home: { lat: 39.33, lon: -82.1 } }),
  ],
  [
    'what is wanted of it',
    post('text/plain', text, '?sentences=true&minConfidence=0.5&layers=dates,locations'),
    extract(text, { sentences: true, minConfidence: 0.5, layers: ['dates', 'locations'] }),
  ],
  [
    'the same as JSON',
    json({ text, sentences: true, layers: ['dates'] }),
    extract(text, { sentences: true, layers: ['dates'] }),
  ],
  ['half a surrogate', json({ text: '\ud800 "{}" \u2028' }), extract('\ud800 "{}" \u2028')],
])('the story of %s', async (_, row, expected) => {
  const { status, type, body } = await ask(row)
  expect([status, type]).toEqual([200, 'application/json'])
  expect(body).toBe(JSON.stringify(expected))
})

test.each<[name: string, Row, published: string]>([
  ['a page', post('text/html', page), published],
  ['a page with another day', post('text/html; charset=utf-8', page, '?published=2024-09-01'), '2024-09-01'],
  [
    'a page in the charset of its head',
    post('text/html', Buffer.from(`<meta charset="latin1">${page}`, 'latin1')),
    published,
  ],
  [
    'a page in the charset of the request',
    post('text/html; charset=iso-8859-1', Buffer.from(page, 'latin1')),
    published,
  ],
])('the article and the story of %s', async (_, row, expected) => {
  const { status, json } = await ask(row)
  expect(status).toBe(200)
  const { article, story } = bodySchemas.PageStory.parse(json)
  expect(article).toMatchObject({
    title: 'Lavrov to visit Dhaka',
    published,
    text: `Lavrov to visit Dhaka\n\n${paragraph}`,
  })
  expect(story).toEqual(extract(article.text, { published: expected }))
})

test.each<[name: string, Row, status: number, problem: { code: string; path?: string; detail: RegExp }]>([
  ['no such path', { path: '/extrakt' }, 404, { code: 'not-found', detail: /known are POST \/extract, GET \/health,/ }],
  ['no such method', { path: '/extract' }, 405, { code: 'method-not-allowed', detail: /is for POST/ }],
  [
    'a method of another route',
    { path: '/health', method: 'DELETE' },
    405,
    { code: 'method-not-allowed', detail: /is for GET and HEAD/ },
  ],
  [
    'an answer that there is not',
    post('text/plain', text, '', { accept: 'text/html' }),
    406,
    { code: 'not-acceptable', detail: /the answer is application\/json/ },
  ],
  [
    'no type',
    { method: 'POST', body: text },
    415,
    {
      code: 'unsupported-media-type',
      detail: /send application\/json, text\/plain, text\/html, application\/x-ndjson as Content-Type/,
    },
  ],
  [
    'another type',
    post('application/xml', text),
    415,
    { code: 'unsupported-media-type', detail: /^"application\/xml" is not read/ },
  ],
  ['no type at all', post('json', text), 415, { code: 'unsupported-media-type', detail: /^"json" is not read/ }],
  [
    'an encoding',
    post('text/plain', text, '', { 'content-encoding': 'gzip' }),
    415,
    { code: 'unsupported-media-type', detail: /"gzip" is not read; send it as it is/ },
  ],
  [
    'text in a charset',
    post('text/plain; charset=latin1', text),
    415,
    { code: 'unsupported-media-type', detail: /send it in UTF-8/ },
  ],
  [
    'no UTF-8',
    post('text/plain', Buffer.from('Zürich', 'latin1')),
    400,
    { code: 'invalid-input', detail: /expected text in UTF-8/ },
  ],
  [
    'a page in an unknown charset',
    post('text/html; charset=x-mine', page),
    400,
    { code: 'invalid-input', path: 'charset', detail: /encoding that is not known, "x-mine"/ },
  ],
  [
    'a page without an article',
    post('text/html', '<a href="/">Home</a>'),
    422,
    { code: 'no-article', detail: /^the page has no article/ },
  ],
  ['no JSON', post('application/json', '{"text":'), 400, { code: 'invalid-json', detail: /^not JSON: / }],
  [
    'another JSON',
    json([text]),
    400,
    { code: 'invalid-input', detail: /expected an object as \{"text":"…".*got an array/ },
  ],
  [
    'no text',
    json({ published }),
    400,
    { code: 'invalid-text', path: 'text', detail: /^text: expected a string, got undefined/ },
  ],
  [
    'a wrong day',
    json({ text, published: 'last week' }),
    400,
    {
      code: 'invalid-published',
      path: 'published',
      detail: /^published: expected a date as "2023-08-30" \(ISO 8601\), got "last week"/,
    },
  ],
  [
    'a key that is not known',
    json({ text, publshed: published }),
    400,
    { code: 'invalid-options', path: 'publshed', detail: /^publshed: unknown option; known are published,/ },
  ],
  [
    'a wrong day in the query',
    post('text/plain', text, '?published=x'),
    400,
    { code: 'invalid-published', path: 'query.published', detail: /^query\.published: / },
  ],
  [
    'a switch that is none',
    post('text/plain', text, '?dayFirst=1'),
    400,
    { code: 'invalid-options', path: 'query.dayFirst', detail: /expected true or false, got "1"/ },
  ],
  [
    'an option that is not known',
    post('text/plain', text, '?lang=en'),
    400,
    { code: 'invalid-options', path: 'query.lang', detail: /unknown option/ },
  ],
  [
    'a number that is none',
    post('text/plain', text, '?minConfidence=high'),
    400,
    { code: 'invalid-options', path: 'query.minConfidence', detail: /expected a number from 0 to 1, got "high"/ },
  ],
  [
    'an unknown list',
    post('text/plain', text, '?layers=dates,names'),
    400,
    { code: 'invalid-options', path: 'query.layers.1', detail: /^query\.layers\.1: expected one of entities,/ },
  ],
  [
    'an option twice',
    post('text/plain', text, '?home=GB&home=US'),
    400,
    { code: 'invalid-input', path: 'query.home', detail: /given twice/ },
  ],
  [
    'a home that is nowhere',
    json({ text, home: 'Nowhere at all' }),
    400,
    { code: 'invalid-options', path: 'home', detail: /^home: expected a place/ },
  ],
  [
    'too long a body',
    post('text/plain', 'x'.repeat(maxSize + 1)),
    413,
    { code: 'too-large', detail: /2000 bytes at most here; .*--max-size/ },
  ],
  [
    'too long a body, of a length not told',
    post('text/plain', 'x'.repeat(maxSize + 1), '', { 'transfer-encoding': 'chunked' }),
    413,
    { code: 'too-large', detail: /2000 bytes/ },
  ],
])('%s is a problem that says what to do', async (_, row, status, { detail, ...problem }) => {
  const { type, json, ...rest } = await ask(row)
  expect([rest.status, type]).toEqual([status, 'application/problem+json'])
  const told = bodySchemas.Problem.parse(json)
  expect(told).toEqual({
    ...problem,
    type: 'about:blank',
    title: expect.any(String),
    status,
    detail: expect.stringMatching(detail),
  })
})

/** Stories that are read when the test says so. */
function gated() {
  const open: { text: string; give(): void; signal: AbortSignal | undefined }[] = []
  const come: (() => void)[] = []
  const reader: StoryReader = {
    health,
    extract: (text, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const entry = { text, signal, give: () => resolve({ ...extract(''), published: text } as Story) }
        open.push(entry)
        come.shift()?.()
        signal?.addEventListener('abort', () => reject(new NutgrafError('invalid-input', 'extract', 'aborted')))
      }),
  }
  return {
    reader,
    open,
    /** The next story that is asked for. */
    async next() {
      if (open.length === 0) await new Promise<void>((resolve) => come.push(resolve))
      return open.shift()!
    },
  }
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`
const ndjson = { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } }

test.each<[name: string, body: string, query: string, outcomes: unknown[]]>([
  ['nothing', '', '', []],
  [
    'stories',
    line({ id: 'a', text, published }) + line({ id: 7, text: '' }),
    '',
    [
      { id: 'a', story },
      { id: 7, story: extract('') },
    ],
  ],
  [
    'a last line without its end, and lines that are blank',
    `\n${line({ text, published })}\r\n{"text":""}`,
    '',
    [
      { id: null, story },
      { id: null, story: extract('') },
    ],
  ],
  [
    'options for all',
    line({ text }) + line({ text, published: '2020-01-01' }),
    `?published=${published}`,
    [
      { id: null, story },
      { id: null, story: extract(text, { published: '2020-01-01' }) },
    ],
  ],
  [
    'other keys, as corpora have them',
    line({ text, published, url: 'https://example.org' }),
    '',
    [{ id: null, story }],
  ],
  [
    'wrong lines, which stop nothing',
    `{"text"\n${line({ id: 1, text: 7 })}${line({ id: 2, text, published: 'x' })}${line({ id: 3, text: 'x'.repeat(maxSize) })}${line({ text, published })}`,
    '',
    [
      { id: null, error: { code: 'invalid-json', message: expect.stringMatching(/^not JSON: /) } },
      { id: 1, error: { code: 'invalid-text', message: 'text: expected a string, got number 7' } },
      { id: 2, error: { code: 'invalid-published', message: expect.stringMatching(/^published: expected a date/) } },
      { id: null, error: { code: 'too-large', message: expect.stringMatching(/2000 bytes/) } },
      { id: null, story },
    ],
  ],
])('a stream of %s', async (_, body, query, outcomes) => {
  const { status, type, ...answer } = await send(`${served.address}/extract${query}`, { ...ndjson, body })
  expect([status, type]).toEqual([200, 'application/x-ndjson'])
  expect(body === '' ? [] : answer.json).toEqual(outcomes)
  for (const outcome of outcomes.length > 0 ? (answer.json as unknown[]) : []) bodySchemas.Outcome.parse(outcome)
})

test('a stream in no UTF-8 has an error in the place of the line', async () => {
  const body = Buffer.concat([Buffer.from('{"text":"Zürich"}\n', 'latin1'), Buffer.from(line({ text, published }))])
  const { json } = await send(`${served.address}/extract`, { ...ndjson, body })
  expect(json).toEqual([
    { id: null, error: { code: 'invalid-input', message: expect.stringMatching(/UTF-8/) } },
    { id: null, story },
  ])
})

test('an answer comes before the next line is sent', async () => {
  const { sent, response } = open(`${served.address}/extract`, ndjson)
  const lines = createInterface({ input: await response })[Symbol.asyncIterator]()
  for (const id of [1, 2, 3]) {
    sent.write(line({ id, text, published }))
    expect(JSON.parse((await lines.next()).value)).toEqual({ id, story })
  }
  sent.end()
  expect((await lines.next()).done).toBe(true)
})

test('answers of a stream come in order, and no more lines are read than workers are busy with', async () => {
  const { reader, next, open: asked } = gated()
  const { address, stop } = await listening(reader)
  const { sent, response } = open(`${address}/extract`, ndjson)
  sent.end(Array.from({ length: 100 }, (_, id) => line({ id, text: String(id) })).join(''))
  const lines = createInterface({ input: await response })[Symbol.asyncIterator]()
  const [first, second] = [await next(), await next()]
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toEqual([])
  second.give()
  first.give()
  const ids = [JSON.parse((await lines.next()).value).id, JSON.parse((await lines.next()).value).id]
  expect(ids).toEqual([0, 1])
  expect((await next()).text).toBe('2')
  sent.destroy()
  await stop()
})

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

test('lines of a stream wait where there is no room', async () => {
  let busy = 2
  const { address, stop } = await listening({
    ...reader,
    async extract(text, options) {
      if (busy-- > 0) throw new NutgrafError('busy', 'pool.extract', '100 stories wait already; try again later')
      return reader.extract(text, options)
    },
  })
  const { json } = await send(`${address}/extract`, { ...ndjson, body: line({ text, published }) })
  expect(json).toEqual([{ id: null, story }])
  await stop()
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
  logged = []
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
    return open(`${served.address}/extract`, { method: 'POST', headers })
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

test.each<[name: string, sent: string, status: number]>([
  ['what is no HTTP', 'hello\r\n\r\n', 400],
  ['a head without end', `GET /health HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is a problem as well', async (_, sent, status) => {
  const socket = connect(served.port, '127.0.0.1')
  socket.write(sent)
  const [head, body] = (await textOf(socket)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*\r\nContent-Type: application/problem\\+json`, 's'))
  expect(bodySchemas.Problem.parse(JSON.parse(body!)).status).toBe(status)
})

test('health, for those who share out requests', async () => {
  const { status, json } = await ask({ path: '/health' })
  expect(status).toBe(200)
  expect(bodySchemas.Health.parse(json)).toMatchObject({ status: 'ok', waiting: 0 })
  const { status: head, body } = await ask({ path: '/health', method: 'HEAD' })
  expect([head, body]).toEqual([200, ''])
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
  logged = []
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

test('the description is OpenAPI 3.1 of the routes as they are', async () => {
  const { json } = await ask({ path: '/openapi.json' })
  const { openapi, paths, components } = Description.parse(json)
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(components.schemas)).toEqual(Object.keys(bodySchemas))
  // What is pointed to is there.
  const refs = [...JSON.stringify(json).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!)
  expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(refs))
  for (const { path, method, operations } of routes) {
    const described = paths[path]![method.toLowerCase() as 'get']!
    expect(Object.keys(described.requestBody?.content ?? {})).toEqual(
      operations.flatMap(({ takes }) => takes?.type ?? []),
    )
    for (const { takes } of operations) {
      const { status, type = '' } = await ask({ path, method, ...(takes && { type: takes.type, body: page }) })
      expect(Object.keys(described.responses[status]!.content).some((known) => type.startsWith(known))).toBe(true)
    }
  }
})

const content = z.record(z.string().regex(/^\w+\/[\w+-]+$/), z.strictObject({ schema: z.looseObject({}) }))
const Operation = z.strictObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.strictObject({
        ...{ name: z.string(), in: z.literal('query'), required: z.literal(false) },
        ...{ description: z.string(), schema: z.looseObject({}) },
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.literal(true), content }).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), z.strictObject({ description: z.string(), content })),
})
const Description = z.strictObject({
  openapi: z.string(),
  info: z.strictObject({
    ...{ title: z.string(), version: z.string(), summary: z.string() },
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.strictObject({ get: Operation.optional(), post: Operation.optional() }),
  ),
  components: z.strictObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})) }),
})

test('its schemas are those that answers have, for a checker that is not ours', async () => {
  const { components } = openApi(routes) as { components: { schemas: Record<string, object> } }
  const ajv = new Ajv2020({ strict: false })
  ajv.addSchema({ $id: 'https://nutgraf.test/', components })
  const fits = (name: string) => ajv.compile({ $ref: `https://nutgraf.test/#/components/schemas/${name}` })
  for (const name of Object.keys(components.schemas)) fits(name)
  expect(fits('Story')(story)).toBe(true)
  expect(fits('Story')({ ...story, dates: 7 })).toBe(false)
  expect(fits('Outcome')({ id: 7, story })).toBe(true)
  expect(fits('Outcome')({ id: 7 })).toBe(false)
  expect(fits('PageStory')((await ask(post('text/html', page))).json)).toBe(true)
  expect(fits('Health')((await ask({ path: '/health' })).json)).toBe(true)
  expect(fits('Problem')((await ask({})).json)).toBe(true)
  expect(fits('StoryRequest')({ text, published, home: { lat: 1, lon: 2 } })).toBe(true)
  expect(fits('StoryRequest')({ text, publshed: published })).toBe(false)
})

test('pages are read in threads, and a limit ends that of a page alone', async () => {
  const file = new URL('../../dist/page-worker.js', import.meta.url)
  const given = { bytes: Buffer.from(page), charset: undefined }
  const { signal } = new AbortController()
  // No thread starts in a millisecond.
  const hurried = openPages(1, 1, file)
  const late = [hurried.read(given, signal), hurried.read(given, signal)]
  for (const one of late)
    await expect(one).rejects.toMatchObject({ code: 'time-limit', message: expect.stringMatching(/send its text$/) })
  await hurried.close()
  const pages = openPages(1, 600_000, file)
  const articles = await Promise.all([pages.read(given, signal), pages.read(given, signal)])
  expect(articles).toEqual([readHtml(page), readHtml(page)])
  const none = { bytes: Buffer.from('<p>'), charset: 'x-mine' }
  await expect(pages.read(none, signal)).rejects.toMatchObject({ code: 'invalid-input', path: 'body.charset' })
  const gone = new AbortController()
  const left = expect(pages.read(given, gone.signal)).rejects.toThrow('aborted')
  gone.abort()
  await left
  expect(await pages.read(given, signal)).toEqual(readHtml(page))
  await pages.close()
})
