import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod'
import { readHtml } from '../../src/api/html.ts'
import { extract } from '../../src/api/index.ts'

import { openPages } from '../../src/run/serve/pages.ts'
import { describe, routes } from '../../src/run/serve/routes.ts'
import { bodySchemas } from '../../src/run/serve/schema.ts'
import {
  json,
  listening,
  page,
  paragraph,
  post,
  published,
  type Row,
  reader,
  story,
  text,
} from '../support/story-server.ts'

const maxSize = 2000
const { ask, stop } = await listening(reader, { maxSize })
afterAll(stop)

test.each<[name: string, Row, expected: unknown]>([
  ['JSON', json({ text, published }), story],
  ['JSON with null for what is not known', json({ text, published, timeZone: null, id: 7 }), story],
  ['JSON with an option in the query', json({ text }, `?published=${published}`), story],
  ['JSON whose own option wins', json({ text, published }, '?published=2020-01-01'), story],
  ['JSON with a byte order mark', post('application/json', `\ufeff${JSON.stringify({ text, published })}`), story],
  ['text', post('text/plain', text, `?published=${published}`), story],
  [
    'text in no encoding',
    post('text/plain', text, `?published=${published}`, { 'content-encoding': 'Identity' }),
    story,
  ],
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

type Refused = [name: string, Row, status: number, problem: { code: string; path?: string; detail: RegExp }]
test.each<Refused>([
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
  ...['toString', '__proto__'].map(
    (name): Refused => [
      `an option called ${name}`,
      post('text/plain', text, `?${name}=1`),
      400,
      { code: 'invalid-options', path: `query.${name}`, detail: /unknown option/ },
    ],
  ),
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

test('health, for those who share out requests', async () => {
  const { status, json } = await ask({ path: '/health' })
  expect(status).toBe(200)
  expect(bodySchemas.Health.parse(json)).toMatchObject({ status: 'ok', waiting: 0 })
  const { status: head, body } = await ask({ path: '/health', method: 'HEAD' })
  expect([head, body]).toEqual([200, ''])
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
  const { components } = describe() as { components: { schemas: Record<string, object> } }
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
  const waiting = expect(pages.read(given, gone.signal)).rejects.toThrow('aborted')
  gone.abort()
  await Promise.all([left, waiting])
  expect(await pages.read(given, signal)).toEqual(readHtml(page))
  await pages.close()
})
