import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../src/', import.meta.url).pathname
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const imports = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^']+)'/g)].map((match) => [
    file,
    match[1]!.startsWith('.') ? normalize(join(dirname(file), match[1]!)) : match[1]!,
  ]),
) as [from: string, to: string][]

const area = (file: string) => (file.includes('/') ? file.split('/')[0]! : file.replace('.ts', ''))
const base = [
  'span',
  'error',
  'story',
  'schema',
  'marks',
  'data',
  'pack',
  'hash',
  'recent',
  'types',
  'calendar',
  'weights',
]
const may: Record<string, string[]> = {
  span: [],
  error: [],
  schema: ['types'],
  types: [],
  story: ['schema', 'types'],
  marks: ['span'],
  data: [],
  pack: [],
  hash: [],
  recent: [],
  calendar: [],
  weights: ['hash', 'pack'],
  tagger: ['span', 'hash', 'weights', 'document'],
  options: ['error', 'calendar'],
  document: [...base],
  rules: [...base, 'document'],
  english: ['rules'],
  dates: [...base, 'document'],
  entities: [...base, 'document', 'english', 'tagger'],
  locations: [...base, 'document'],
  agenda: [...base, 'document', 'rules', 'english'],
  assemble: [...base, 'rules'],
  explain: [
    ...base,
    'document',
    'rules',
    'dates',
    'entities',
    'locations',
    'agenda',
    'options',
    'assemble',
    'knowledge',
  ],
  knowledge: [...base, 'document', 'rules', 'english', 'entities', 'locations', 'agenda', 'tagger'],
  extract: [
    ...base,
    'knowledge',
    'explain',
    'document',
    'rules',
    'english',
    'dates',
    'entities',
    'locations',
    'agenda',
    'options',
    'assemble',
    'tagger',
  ],
  index: [...base, 'explain', 'extract', 'options', 'rules'],
  places: ['error', 'locations'],
  sentences: [...base, 'extract', 'rules'],
  testing: [...base, 'extract', 'rules', 'sentences'],
  version: [],
  corpus: [...base, 'extract', 'options', 'rules'],
  batch: ['corpus'],
  queue: [...base, 'corpus', 'extract', 'rules', 'version'],
  formats: [...base, 'document'],
  html: [...base, 'options'],
  evaluate: [...base],
  cli: [...base, 'batch', 'evaluate', 'formats', 'html', 'index', 'rules', 'testing', 'version'],
}

test.each(imports.filter(([, to]) => to.endsWith('.ts')))('%s may import %s', (from, to) => {
  expect([area(from), ...may[area(from)]!]).toContain(area(to))
})

test.each([
  ['wink-nlp', []],
  ['wink-eng-lite-web-model', []],
  ['chrono-node/en', ['dates/chrono.ts']],
  ['#engine', ['rules/compile.ts', 'rules/compromise.ts', 'rules/schema.ts']],
  ['compromise', ['rules/engine.browser.ts', 'rules/engine.node.ts']],
  ['re2js', ['rules/engine.browser.ts', 'rules/engine.node.ts']],
  ['bullmq', ['queue/queue.ts', 'queue/waiting.ts', 'queue/worker.ts']],
  [
    'commander',
    ['batch', 'evaluate', 'explain', 'extract', 'options', 'program', 'rules'].map((file) => `cli/${file}.ts`),
  ],
  ['cli-progress', ['cli/batch.ts']],
  ['@mozilla/readability', ['html/article.ts']],
  ['linkedom', ['html/article.ts']],
  ['htmlparser2', ['html/bound.ts']],
  ['d3-geo', ['formats/page/map.ts', 'formats/page/projection.ts', 'formats/page/spots.ts']],
  ['topojson-client', ['formats/page/map.ts']],
  ['html-escaper', ['formats/page/escape.ts']],
  ['ical-generator', ['formats/calendar.ts']],
  ['mdast-util-to-markdown', ['formats/markdown.ts']],
  ['papaparse', ['formats/csv.ts']],
  ['saxes', ['evaluate/xml.ts']],
])('%s is imported by %s alone', (engine, files) => {
  expect(
    imports
      .filter(([, to]) => to === engine)
      .map(([from]) => from)
      .sort(),
  ).toEqual(files)
})

test('zod runs in the schemas of the story and of annotated sets, and where a rule set is checked', () => {
  expect(
    imports
      .filter(
        ([from, to]) =>
          to === 'zod' &&
          !/import type/.test(readFileSync(join(root, from), 'utf8').split("from 'zod'")[0]!.split('\n').at(-1)!),
      )
      .map(([from]) => from)
      .sort(),
  ).toEqual(['evaluate/schema.ts', 'rules/engine.browser.ts', 'schema.ts'])
})
