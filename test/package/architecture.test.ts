import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../../src/', import.meta.url).pathname
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const imports = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^']+)'/g)].map((match) => [
    file,
    match[1]!.startsWith('.') ? normalize(join(dirname(file), match[1]!)) : match[1]!,
  ]),
) as [from: string, to: string][]

/** Rooms of the house; a layer, and what is run, is a room of its own. */
const room = (file: string) => {
  const [first = '', second = ''] = file.split('/')
  return first === 'layers' || first === 'run' ? `${first}/${second}` : first
}

const ground = ['base', 'data', 'model']
const may: Record<string, string[]> = {
  base: [],
  data: [],
  model: ['base', 'data'],
  text: [...ground, 'english'],
  syntax: [...ground, 'text'],
  rules: [...ground, 'text'],
  english: ['base', 'rules'],
  'layers/dates': [...ground, 'text'],
  'layers/amounts': [...ground, 'text', 'english'],
  'layers/names': [...ground, 'text', 'syntax', 'english'],
  'layers/entities': [...ground, 'text', 'english', 'layers/names', 'layers/amounts'],
  'layers/locations': [...ground, 'text', 'syntax', 'english'],
  'layers/events': [...ground, 'text', 'syntax', 'rules', 'english'],
  'layers/topics': [...ground, 'text', 'syntax', 'rules', 'english'],
  api: [...ground, 'text', 'rules', 'english', 'layers/dates', 'layers/amounts', 'layers/names', 'layers/entities'],
  output: [...ground, 'text'],
  archive: [...ground, 'text', 'english'],
  'run/html': [...ground, 'api'],
  'run/sources': [...ground, 'run/html'],
  'run/sinks': [...ground, 'output', 'run/sources'],
  'run/batch': [...ground, 'api', 'rules', 'run/sources', 'run/sinks'],
  'run/queue': [...ground, 'api', 'rules', 'run/batch', 'run/archive'],
  'run/archive': [...[...ground, 'text', 'archive', 'api', 'rules', 'output', 'run/batch', 'run/sinks', 'run/sources']],
  'run/evaluate': ground,
  'run/serve': [...ground, 'api', 'run/batch', 'run/html', 'run/sources'],
  'run/browse': [...ground, 'output', 'run/archive', 'run/serve'],
  'run/mcp': [...ground, 'api', 'run/serve'],
  'run/cli': [
    ...[...ground, 'api', 'rules', 'output', 'run/evaluate', 'run/html', 'run/mcp', 'run/serve'],
    ...['run/sources', 'run/sinks', 'run/archive', 'run/browse'],
  ],
}
// What is published is the way in to all: it names what it hands out.
may.api!.push(
  'syntax',
  'layers/locations',
  'layers/events',
  'layers/topics',
  'output',
  'run/html',
  'run/batch',
  'run/sinks',
  'run/queue',
  'archive',
  'run/archive',
)

test.each(imports.filter(([, to]) => to.endsWith('.ts')))('%s may import %s', (from, to) => {
  expect([room(from), ...may[room(from)]!]).toContain(room(to))
})

test.each([
  ['wink-nlp', ['syntax/lemma.ts', 'syntax/wink.browser.ts']],
  ['wink-eng-lite-web-model', ['syntax/wink.browser.ts']],
  ['#wink', ['syntax/lemma.ts']],
  ['chrono-node/en', ['chrono.browser', 'chrono.node', 'chrono'].map((file) => `layers/dates/${file}.ts`)],
  ['#chrono', ['layers/dates/chrono.ts']],
  [
    '#packed',
    [
      ...['api/resources.ts', 'layers/events/classifier.ts', 'layers/locations/gazetteer.ts'],
      ...['layers/names/name-lexicon.ts', 'layers/topics/classifier.ts', 'syntax/syntax.ts', 'text/tagging.ts'],
    ],
  ],
  ['#engine', ['rules/compile.ts', 'rules/compromise.ts', 'rules/schema.ts']],
  ['compromise/two', ['rules/engine.browser.ts', 'rules/engine.node.ts']],
  ['re2js', ['rules/engine.browser.ts', 'rules/engine.node.ts']],
  ['bullmq', ['bullmq.bundled', 'bullmq.node', 'queue', 'waiting', 'worker'].map((file) => `run/queue/${file}.ts`)],
  ['#bullmq', ['run/queue/queue.ts', 'run/queue/worker.ts']],
  ['better-sqlite3', ['run/archive/sqlite.ts']],
  ['pg', ['run/archive/postgres.ts']],
  ['#html', ['run/batch/story-of-line.ts']],
  [
    'commander',
    [
      'archive-add',
      'archive-serve',
      'archive',
      'batch',
      'evaluate',
      'explain',
      'extract',
      'listen',
      'mcp',
      'options',
      'program',
      'rules',
      'serve',
    ].map((file) => `run/cli/${file}.ts`),
  ],
  ['cli-progress', ['run/cli/progress-bar.ts']],
  ['feedsmith', ['run/sources/feed.ts']],
  ['warcio', ['run/sources/warc.ts']],
  ['hyparquet-writer', ['run/sinks/parquet.ts']],
  ['prom-client', ['run/serve/metrics.ts']],
  ['negotiator', ['run/browse/exchange.ts', 'run/serve/dispatch.ts']],
  ['@mozilla/readability', ['run/html/article.ts']],
  ['linkedom', ['run/html/article.ts', 'run/html/fragment.ts']],
  ['htmlparser2', ['run/html/bound.ts']],
  ['d3-geo', ['countries', 'map', 'projection', 'seen'].map((file) => `output/page/${file}.ts`)],
  ['topojson-client', ['output/page/countries.ts']],
  ['html-escaper', ['output/page/escape.ts']],
  ['ical-generator', ['output/calendar.ts']],
  ['mdast-util-to-markdown', ['output/markdown.ts']],
  ['papaparse', ['output/csv.ts']],
  ['saxes', ['run/evaluate/xml.ts', 'run/sources/sitemap.ts']],
])('%s is imported by %s alone', (engine, files) => {
  expect(
    imports
      .filter(([, to]) => to === engine)
      .map(([from]) => from)
      .sort(),
  ).toEqual(files)
})

test('zod runs in the schemas of the story, of syntax, of annotated sets, of a server and of tools, and where a rule set is checked', () => {
  expect(
    imports
      .filter(
        ([from, to]) =>
          to === 'zod' &&
          !/import type/.test(readFileSync(join(root, from), 'utf8').split("from 'zod'")[0]!.split('\n').at(-1)!),
      )
      .map(([from]) => from)
      .sort(),
  ).toEqual([
    'base/schema.ts',
    'base/syntax-schema.ts',
    'rules/engine.browser.ts',
    'run/browse/schema.ts',
    'run/evaluate/schema.ts',
    'run/mcp/schema.ts',
    'run/serve/openapi.ts',
    'run/serve/schema.ts',
  ])
})
