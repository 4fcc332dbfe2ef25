import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { extract, NutgrafError } from '../../src/api/index.ts'
import { bodySchemas } from '../../src/run/serve/schema.ts'
import { answered, open, send } from '../support/http.ts'
import { gated, line, listening, ndjson, published, reader, story, text } from '../support/story-server.ts'

const maxSize = 2000
const { address, stop } = await listening(reader, { maxSize })
afterAll(stop)

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
  const { status, type, ...answer } = await send(`${address}/extract${query}`, { ...ndjson, body })
  expect([status, type]).toEqual([200, 'application/x-ndjson'])
  expect(body === '' ? [] : answer.json).toEqual(outcomes)
  for (const outcome of outcomes.length > 0 ? (answer.json as unknown[]) : []) bodySchemas.Outcome.parse(outcome)
})

test('a stream in no UTF-8 has an error in the place of the line', async () => {
  const body = Buffer.concat([Buffer.from('{"text":"Zürich"}\n', 'latin1'), Buffer.from(line({ text, published }))])
  const { json } = await send(`${address}/extract`, { ...ndjson, body })
  expect(json).toEqual([
    { id: null, error: { code: 'invalid-input', message: expect.stringMatching(/UTF-8/) } },
    { id: null, story },
  ])
})

test('an answer comes before the next line is sent', async () => {
  const { sent, response } = open(`${address}/extract`, ndjson)
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

test('a stream whose client asks first whether it may be sent', async () => {
  const headers = { ...ndjson.headers, expect: '100-continue' }
  const { sent, response } = open(`${address}/extract`, { ...ndjson, headers })
  const told: string[] = []
  for (const event of ['continue', 'response']) sent.once(event, () => told.push(event))
  await once(sent, 'continue')
  sent.end(line({ text, published }))
  expect((await answered(await response)).json).toEqual([{ id: null, story }])
  // A head that comes first tells the client to send nothing.
  expect(told).toEqual(['continue', 'response'])
})
