/**
 * What rules cost, as ratios in one run: `npm run bench:rules [-- STORIES.jsonl]`, lines with a `text`; without, the
 * fixtures.
 */
import { readFileSync } from 'node:fs'
import { createExtractor, defineRules, type RuleSet } from '../src/api/index.ts'

const file = process.argv[2]
const stories = file
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => String(JSON.parse(line).text))
  : [readFileSync(new URL('../fixtures/lavrov/article.txt', import.meta.url), 'utf8')]

const letters = 'abcdefghijklmnopqrstuvwxyz'
const word = (n: number) => [n % 26, Math.floor(n / 26) % 26, Math.floor(n / 676) % 26].map((i) => letters[i]).join('')

/** A thousand patterns, each with a verb of its own. */
const patterns: RuleSet = {
  name: 'patterns',
  rules: Array.from({ length: 1000 }, (_, i) => ({
    id: `rule-${i}`,
    match: `(${word(i)}ed|${word(i)}ing) #Adverb? (on|over) [<topic>#NounPhrase]`,
  })),
}
/** A hundred thousand names, many of which share their first word. */
const names: RuleSet = defineRules({
  name: 'names',
  names: {
    vessel: Object.fromEntries(
      Array.from({ length: 100_000 }, (_, i) => [`${i % 2 ? 'MV' : 'Star'} ${word(i)} ${i}`, []]),
    ),
  },
})

const started = performance.now()
const withNames = createExtractor({ rules: [names] })
const compiled = performance.now() - started
const extractors = {
  'no rules': createExtractor(),
  '1,000 rules': createExtractor({ rules: [patterns] }),
  '100,000 names': withNames,
}

const time = Object.fromEntries(Object.keys(extractors).map((name) => [name, Number.POSITIVE_INFINITY]))
const characters = stories.reduce((sum, text) => sum + text.length, 0)
for (let round = 0; round < 7; round++)
  for (const [name, { extract }] of Object.entries(extractors)) {
    const from = performance.now()
    for (const text of stories) extract(text, { published: '2023-08-30' })
    time[name] = Math.min(time[name]!, performance.now() - from)
  }
console.table(
  Object.entries(time).map(([name, ms]) => ({
    name,
    'MB/s': (characters / 1000 / ms).toFixed(2),
    'times no rules': (ms / time['no rules']!).toFixed(2),
  })),
)
console.log(`100,000 names compiled in ${(compiled / 1000).toFixed(2)} s`)
