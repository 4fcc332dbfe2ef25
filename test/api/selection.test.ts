import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createExtractor, type ExtractOptions, extract, extractMany, type Story } from '../../src/api/index.ts'
import { type Layer, layers } from '../../src/base/types.ts'
import { check } from '../support/story-check.ts'

const read = (path: string) => readFileSync(new URL(path, new URL('../../', import.meta.url)), 'utf8')
const about = { published: '2018-06-12' }
/** People who are called like months win over dates: to know them, names are needed. */
const months = [
  'Theresa May will meet Emmanuel Macron in May. May said that the talks of May 5 had failed. They end on May 9.',
  'Mrs May and Senator August Pfluger left in August, and June Harlow, 58, in June. April Jones was born in April.',
  'In May the minister met May, and March met April on March 4 in April. Prime Minister May left on Friday.',
  'President August Monday left on Monday. Singer June Tabor sang on June 3 and in the June of that year.',
]
const texts = [
  read('fixtures/lavrov/article.txt'),
  ...read('train/corpora/agenda-voa.jsonl')
    .split('\n')
    .slice(100, 108)
    .map((line): string => JSON.parse(line).text),
  ...months,
  '',
  'x'.repeat(1000),
]
const subsets = Array.from({ length: 2 ** layers.length }, (_, bits) => layers.filter((_, i) => bits & (1 << i)))

/** The lists of a whole story that are asked for, without what refers to others. */
function partOf({ version, published, warnings, ...whole }: Story<string>, asked: readonly Layer[]): object {
  const given = new Set(asked.flatMap((layer) => whole[layer].map(({ id }) => id)))
  const known = (value: unknown) =>
    Array.isArray(value) && value.every((id) => /^[edlvt]\d+$/.test(id)) ? value.filter((id) => given.has(id)) : value
  const whereKnown = ([key, value]: [string, unknown]) => [
    key,
    (key === 'within' || key === 'event') && !given.has(String(value)) ? null : known(value),
  ]
  const lists = layers.map((layer) => [
    layer,
    asked.includes(layer) ? whole[layer].map((item) => Object.fromEntries(Object.entries(item).map(whereKnown))) : [],
  ])
  return { version, published, warnings, ...Object.fromEntries(lists) }
}

const sets = [
  {
    name: 'shipping',
    names: { vessel: { 'May Day': ['First of May'] } },
    dates: { 'Victory Day': 'XXXX-05-09' },
    rules: [{ id: 'season', match: '[<vessel>(#Person|minister)] met [<organization>#Date]' }],
  },
] as const

test.each([
  ['the built-in rules', extract, texts],
  ['rules that find names', createExtractor({ rules: sets }).extract, texts.slice(-8)],
] as const)(
  'each list that is asked for is that of the whole story, with %s',
  { timeout: 120_000 },
  (_, extract, texts) => {
    for (const text of texts) {
      const whole = extract(text, about)
      for (const asked of subsets) {
        const part = extract(text, { ...about, layers: asked })
        expect(part).toEqual(partOf(whole, asked))
        check(text, part)
      }
    }
  },
)

test('names win over the dates of a reading for dates alone', () => {
  const dates = (text: string, layers?: Layer[]) =>
    extract(text, { ...about, ...(layers && { layers }) }).dates.map(({ text }) => text)
  expect(dates(months[0]!, ['dates'])).toEqual(['May', 'May 5', 'May 9'])
  for (const text of months) expect(dates(text, ['dates'])).toEqual(dates(text))
})

type Mentioned = Exclude<Layer, 'dates'>
const mentionsOf = (story: Story, layer: Layer) =>
  layer === 'dates' ? story.dates : story[layer as Mentioned].flatMap(({ mentions }) => mentions)
const spans = (found: readonly { start: number; end: number; confidence: number }[], least = 0) =>
  found
    .filter(({ confidence }) => confidence >= least)
    .map(({ start, end }) => `${start}-${end}`)
    .sort()

test.each([0, 0.3, 0.6, 0.8, 0.9, 0.95, 1])('mentions that are less sure than %d are left out', (minConfidence) => {
  for (const text of texts) {
    const whole = extract(text, about)
    const sure = extract(text, { ...about, minConfidence })
    check(text, sure)
    for (const layer of layers)
      expect(spans(mentionsOf(sure, layer))).toEqual(spans(mentionsOf(whole, layer), minConfidence))
  }
})

test('what has no mention left goes, with references to it, and ids are in order again', () => {
  const text = 'Lavrov visited Dhaka on Monday. Sergey Lavrov said that the Grazna forum would be in Oslo.'
  const whole = extract(text, about)
  const confidences = [...whole.entities, ...whole.locations].flatMap(({ mentions }) =>
    mentions.map((m) => m.confidence),
  )
  const least = Math.max(...confidences)
  const sure = extract(text, { ...about, minConfidence: least })
  check(text, sure)
  expect([...sure.entities, ...sure.locations]).toHaveLength(1)
  expect([...sure.entities, ...sure.locations][0]!.id).toMatch(/^[el]1$/)
  expect(extract(text, { ...about, minConfidence: 0 })).toEqual(whole)
})

test('sentences are given where they are asked for', () => {
  const text = 'Mr. Lavrov left.  “He flew to Dhaka.”\n\nTalks end today'
  expect(extract(text).sentences).toBeUndefined()
  expect('sentences' in extract(text, { sentences: false })).toBe(false)
  expect(extract(text, { sentences: true, layers: [] }).sentences).toEqual(
    ['Mr. Lavrov left.', '“He flew to Dhaka.”', 'Talks end today'].map((sentence) => ({
      start: text.indexOf(sentence),
      end: text.indexOf(sentence) + sentence.length,
      text: sentence,
    })),
  )
  for (const text of texts) check(text, extract(text, { sentences: true }))
})

test.each<[string, ExtractOptions]>([
  ['layers', { layers: ['dates'] }],
  ['sentences', { sentences: true }],
  ['minConfidence', { minConfidence: 0.9 }],
])('many are read with %s as one is, beside others without', (_, options) => {
  const stories = texts.flatMap((text) => [{ text, ...options }, { text }])
  expect([...extractMany(stories, about)]).toEqual(
    texts.flatMap((text) => [extract(text, { ...about, ...options }), extract(text, about)]),
  )
})

test('what is explained is the whole story', () => {
  const { explain } = createExtractor()
  const text = 'Lavrov will visit Dhaka on September 7.'
  const options = { ...about, layers: [], minConfidence: 1 }
  expect(explain(text, 0, options)).toEqual(explain(text, 0, about))
})
