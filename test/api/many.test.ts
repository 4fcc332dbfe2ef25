import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createExtractor, extract, extractMany, NutgrafError, type StoryText } from '../../src/api/index.ts'

const about = { published: '2023-08-30' }
const texts = [
  ...readFileSync(new URL('../../train/corpora/agenda-voa.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .slice(20, 60)
    .map((line): string => JSON.parse(line).text),
  '',
  'Talks begin today. \ud800',
  'x'.repeat(120_000),
  'Iran and Pakistan held talks in Islamabad on Monday on a gas pipeline. '.repeat(2000),
]
const alone = texts.map((text) => JSON.stringify(extract(text, about)))

test('blocks of any size and order give the stories that are read one by one', { timeout: 120_000 }, () => {
  const orders = fc.array(fc.nat(texts.length - 1), { maxLength: 80 })
  fc.assert(
    fc.property(orders, (order) => {
      const stories = [
        ...extractMany(
          order.map((i) => texts[i]!),
          about,
        ),
      ]
      expect(stories.map((story) => JSON.stringify(story))).toEqual(order.map((i) => alone[i]))
    }),
    { numRuns: 15 },
  )
})

test('an extractor with rules reads many as it reads one', () => {
  const vessels = createExtractor({
    rules: [{ name: 'ships', names: { vessel: { 'MV Ursa Major': ['Ursa Major'] } } }],
  })
  const fleet = ['The Ursa Major sank.', 'She left Oslo.', 'The MV Ursa Major will be raised on Friday.']
  expect([...vessels.extractMany(fleet, about)]).toEqual(fleet.map((text) => vessels.extract(text, about)))
})

const today = 'Talks begin today, on 07/09/2023.'
test.each<[string, string | StoryText, string]>([
  ['the options for all', today, '2023-09-06 2023-07-09'],
  ['its own besides', { text: today, dayFirst: true }, '2023-09-06 2023-09-07'],
  ['its own first', { text: today, published: '2023-09-05' }, '2023-09-05 2023-07-09'],
  [
    'those for all where its own are undefined',
    { text: today, published: undefined as never },
    '2023-09-06 2023-07-09',
  ],
])('a story has %s', (_, story, values) => {
  const [first] = extractMany([story], { published: '2023-09-06' })
  expect(first!.dates.map(({ value }) => value).join(' ')).toBe(values)
})

const thrownBy = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}

test.each<[string, unknown, string]>([
  ['no text', 42, 'invalid-text extractMany.70.text: expected a string, got number 42'],
  ['nothing', undefined, 'invalid-text extractMany.70.text: expected a string, got undefined'],
  ['an object without one', { body: 'x' }, 'invalid-text extractMany.70.text: expected a string, got undefined'],
  [
    'a wrong day',
    { text: '', published: 'yesterday' },
    'invalid-published extractMany.70.options.published: expected a date as "2023-08-30" (ISO 8601), got "yesterday"',
  ],
  [
    'an unknown option',
    { text: '', date: '2023-08-30' },
    'invalid-options extractMany.70.options.date: unknown option; known are published, timeZone, dayFirst, home, sentences, minConfidence, layers',
  ],
  [
    'a getter that throws',
    {
      get text(): string {
        throw new TypeError('read')
      },
    },
    "invalid-options extractMany.70.options: can't be read: a getter or proxy of it throws",
  ],
])('%s is told of in its place, after the stories before it', (_, wrong, message) => {
  const before = Array.from({ length: 70 }, (_, i) => `Rice met Blair for talk no. ${i}.`)
  const stories: unknown[] = []
  const error = thrownBy(() => {
    for (const story of extractMany([...before, wrong as string, 'Rice left.'])) stories.push(story)
  })
  expect(error).toBeInstanceOf(NutgrafError)
  expect(`${(error as NutgrafError).code} ${(error as NutgrafError).message}`).toBe(message)
  expect(stories).toEqual(before.map((text) => extract(text)))
})

test.each<[string, () => unknown, string]>([
  ['no list', () => extractMany(7 as never), 'extractMany.stories: expected a list of texts, got number 7'],
  ['nothing', () => extractMany(undefined as never), 'extractMany.stories: expected a list of texts, got undefined'],
  ['one text', () => extractMany('Rice left.'), 'extractMany.stories: expected a list of texts, got "Rice left."'],
  [
    'wrong options',
    () => extractMany([], { date: 1 } as never),
    'extractMany.options.date: unknown option; known are published, timeZone, dayFirst, home, sentences, minConfidence, layers',
  ],
])('%s is refused before anything is asked for', (_, run, message) => {
  expect(thrownBy(run)).toMatchObject({ name: 'NutgrafError', message })
})

test('the source is asked for a block at a time, and told when nobody wants more', () => {
  let asked = 0
  let ended = false
  function* endless(length: number) {
    try {
      for (;;) {
        asked++
        yield 'x '.repeat(length / 2)
      }
    } finally {
      ended = true
    }
  }
  const askedFor = (length: number, taken: number) => {
    asked = 0
    ended = false
    const stories = extractMany(endless(length))
    for (let i = 0; i < taken; i++) stories.next()
    const held = asked - taken
    stories.return()
    return { held, ended }
  }
  expect(askedFor(10, 0)).toEqual({ held: 0, ended: false })
  expect(askedFor(10, 1).held).toBeLessThan(64)
  expect(askedFor(10, 100)).toMatchObject({ ended: true })
  // Of long texts fewer are held.
  expect(askedFor(40_000, 1).held).toBeLessThan(4)
})

test('what a source gave before it failed is read', () => {
  const fault = new Error('the disk is gone')
  function* failing() {
    yield 'Rice left.'
    throw fault
  }
  const stories = extractMany(failing())
  expect(stories.next().value).toEqual(extract('Rice left.'))
  expect(thrownBy(() => stories.next())).toBe(fault)
})
