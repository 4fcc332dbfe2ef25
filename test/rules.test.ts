import nlp from 'compromise'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { readDocument } from '../src/document/read.ts'
import { agenda } from '../src/english/agenda.ts'
import { createExtractor, defineRules, NutgrafError } from '../src/index.ts'
import { compilePattern } from '../src/rules/compile.ts'
import { matchAll, wordsOf } from '../src/rules/match.ts'
import { failuresOf, testRules } from '../src/testing.ts'

const published = '2023-08-30'

test('every built-in rule takes what its yes marks, and nothing of its no', () => {
  expect(failuresOf(agenda, createExtractor(), false)).toEqual([])
})

test('every built-in rule has an id of its own, a yes and a no', () => {
  const rules = agenda.rules ?? []
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const { id, yes = [], no = [] } of rules) expect([id, yes.length > 0, no.length > 0]).toEqual([id, true, true])
})

describe('a pattern matches what it matches in compromise', () => {
  const sentences = [
    'they signed agreement on trade',
    'they signed big fat deals today',
    'he signed deals',
    'the talks were held on trade and on oil',
    'they will not sign it again again again',
    'oil oil oil',
  ]
  const patterns = [
    'signed agreement',
    'signed? agreement',
    'signed . on',
    'signed .? deals',
    '(signed|held) (on|deals)',
    'signed (big|fat)+ deals',
    'signed (big|fat)* deals',
    'signed (big|fat){0,3} deals',
    'again{2,3}',
    'oil{2}',
    '^they (signed|will)',
    'oil$',
    '^oil$',
    'on (trade|oil) (and on)?',
    '{sign/Verb} (it|deals|agreement)',
    'will !be sign',
    '/^ag/',
    'the . were * oil',
  ]
  test.each(patterns.flatMap((pattern) => sentences.map((sentence) => [pattern, sentence] as const)))(
    '%s in "%s"',
    (pattern, sentence) => {
      const doc = readDocument(sentence)
      const ours = matchAll(compilePattern(pattern, 'test'), wordsOf(doc, doc.sentences[0]!, []))
      expect(ours.map(({ start, end }) => sentence.slice(start, end))).toEqual(
        nlp(sentence).match(pattern).out('array'),
      )
    },
  )
})

test.each([
  ['(a (b|c))', '"(" at 3 stands inside another "(": compromise does not read nested ones'],
  ['~talks~', 'fuzzy words (~word~) are not supported'],
  ['@hasComma', 'methods (@method) are not supported'],
  ['', 'Too small: expected string to have >=1 characters'],
])('%s is refused', (match, message) => {
  expect(() => createExtractor({ rules: [{ name: 'arctic', rules: [{ id: 'a', match }] }] })).toThrow(message)
})

const shipping = defineRules({
  name: 'shipping',
  names: {
    vessel: { 'MV Ursa Major': ['Ursa Major'] },
    organization: { Sovcomflot: ['SCF Group'] },
  },
  places: [{ name: 'Rooppur', type: 'city', country: 'BD', coordinates: { lat: 24.07, lon: 89.05 } }],
  dates: { 'Victory Day': 'XXXX-05-09' },
  categories: [{ code: 'medtop:20000653', name: 'nuclear power', words: ['reactor', 'uranium'] }],
  ignore: ['May Day Parade Ltd'],
  rules: [
    {
      id: 'tanker',
      match: '(tanker|freighter|vessel) [<vessel>#ProperNoun+]',
      yes: ['The tanker [vessel Sparta] left on Friday.'],
      no: ['The tanker left Sparta.'],
    },
    {
      id: 'port-call',
      match: '[<who>#Vessel] will [<visit>{call}] at [<where>#Location] (on? [<when>#Date+])?',
      status: 'planned',
      yes: ['The [who Ursa Major] will [visit call] at [where Murmansk] on [when Friday].'],
      no: ['The Ursa Major called at Murmansk.'],
    },
    {
      id: 'haggle',
      match: '{haggle} over [<topic>#NounPhrase]',
      status: 'discussed',
      yes: ['They haggled over [topic grain prices].'],
      no: ['They haggled.'],
    },
  ],
})
const { extract } = createExtractor({ rules: [shipping] })

test('the sentences of a set are its test', () => {
  testRules(shipping)
  expect(() =>
    testRules({ name: 'arctic', rules: [{ id: 'ice', match: 'ice [<topic>#Noun]', yes: ['They met [topic ice].'] }] }),
  ).toThrow(
    new NutgrafError(
      'failed-rules',
      'arctic',
      'arctic.rules.0.yes.0: expected "They met [topic ice].", got "They met ice."',
    ),
  )
})

test('an added entity type is in the TypeScript type', () => {
  const type = extract('The Ursa Major sailed.').entities[0]?.type
  expectTypeOf(type).toEqualTypeOf<
    | 'person'
    | 'organization'
    | 'group'
    | 'facility'
    | 'event'
    | 'work'
    | 'product'
    | 'law'
    | 'misc'
    | 'money'
    | 'percent'
    | 'quantity'
    | 'vessel'
    | undefined
  >()
  expect(type).toBe('vessel')
})

test.each([
  ['The Ursa Major sailed.', 'vessel MV Ursa Major <shipping/names>'],
  ['SCF Group owns it.', 'organization Sovcomflot <shipping/names>'],
  ['The tanker Sparta left.', 'vessel Sparta <shipping/tanker>'],
  ['May Day Parade Ltd was closed.'],
])('%s', (text, ...expected) => {
  const { entities } = extract(text)
  expect(entities.map(({ type, name, mentions }) => `${type} ${name} <${mentions[0]!.source}>`)).toEqual(expected)
})

test('places and dates of a set', () => {
  const { locations, dates } = extract('It left Rooppur on Victory Day.', { published })
  expect(locations[0]).toMatchObject({ name: 'Rooppur', country: 'BD', coordinates: { lat: 24.07, lon: 89.05 } })
  expect(dates[0]).toMatchObject({ value: '2023-05-09', source: 'shipping/dates' })
})

test('an event by a rule, with its roles', () => {
  const { events } = extract('The Ursa Major will call at Murmansk on Friday.', { published })
  expect(events).toMatchObject([
    { type: 'visit', status: 'planned', participants: ['e1'], locations: ['l1'], dates: ['d1'] },
  ])
})

test('a topic by a rule, with its category', () => {
  const { topics } = extract('They haggled over uranium prices.')
  expect(topics).toMatchObject([
    { label: 'uranium prices', status: 'discussed', category: { name: 'nuclear power' }, event: null },
  ])
})

test('a set taken from JSON does the same', () => {
  const again = createExtractor({ rules: [JSON.parse(JSON.stringify(shipping))] })
  const text = 'The Ursa Major will call at Murmansk on Friday. They haggled over grain.'
  expect(again.extract(text)).toEqual(extract(text))
})
