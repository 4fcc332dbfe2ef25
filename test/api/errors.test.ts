import { expect, test } from 'vitest'
import { formatStory } from '../../src/api/formats.ts'
import { createExtractor, defineRules, explain, extract, NutgrafError } from '../../src/api/index.ts'
import { lookup } from '../../src/api/places.ts'

const thrown = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof NutgrafError) return `${error.code} ${error.message}`
    throw error
  }
  return 'nothing'
}
const withMatch = (match: string) => () =>
  createExtractor({ rules: [{ name: 'arctic', rules: [{ id: 'port-call', match }] }] })
const { proxy: revoked, revoke } = Proxy.revocable<never>({} as never, {})
revoke()
const unreadable = {
  get published(): string {
    throw new TypeError('read')
  },
}

test.each<[string, () => unknown]>([
  ["invalid-options extract.options: can't be read: a getter or proxy of it throws", () => extract('', unreadable)],
  ["invalid-options extract.options: can't be read: a getter or proxy of it throws", () => extract('', revoked)],
  ["invalid-options extract.options: can't be read: a getter or proxy of it throws", () => explain('a', 0, unreadable)],
  [
    "invalid-options createExtractor.options: can't be read: a getter or proxy of it throws",
    () => createExtractor(revoked),
  ],
  ['invalid-text extract.text: expected a string, got an object', () => extract(revoked)],
  ['invalid-text extract.text: expected a string, got number 42', () => extract(42 as never)],
  ['invalid-text extract.text: expected a string, got null', () => extract(null as never)],
  ['invalid-text lookup.name: expected a string, got undefined', () => lookup(undefined as never)],
  [
    'invalid-text formatStory.text: expected the text that the story is of, got undefined',
    () => formatStory('html', extract(''), undefined as never),
  ],
  ['invalid-options extract.options: expected an object, got "2023-08-30"', () => extract('', '2023-08-30' as never)],
  [
    'invalid-options extract.options.date: unknown option; known are published, timeZone, dayFirst, home, sentences, minConfidence, layers',
    () => extract('', { date: 1 } as never),
  ],
  [
    'invalid-published extract.options.published: expected a date as "2023-08-30" (ISO 8601), got "yesterday"',
    () => extract('', { published: 'yesterday' }),
  ],
  [
    'invalid-published extract.options.published: expected a date as "2023-08-30" (ISO 8601), got "2023-02-30"',
    () => extract('', { published: '2023-02-30' }),
  ],
  [
    'invalid-published extract.options.published: expected a date as "2023-08-30" (ISO 8601), got "2023-08-30T25:61"',
    () => extract('', { published: '2023-08-30T25:61' }),
  ],
  [
    'invalid-published extract.options.published: expected a date as "2023-08-30" (ISO 8601), got "2023-08-30T10:00+24:00"',
    () => extract('', { published: '2023-08-30T10:00+24:00', timeZone: 'UTC' }),
  ],
  [
    'invalid-options extract.options.timeZone: expected an IANA time zone as "Europe/Berlin", got "Mars/Olympus"',
    () => extract('', { timeZone: 'Mars/Olympus' }),
  ],
  [
    'invalid-options extract.options.dayFirst: expected true or false, got "yes"',
    () => extract('', { dayFirst: 'yes' as never }),
  ],
  [
    'invalid-options extract.options.sentences: expected true or false, got number 1',
    () => extract('', { sentences: 1 as never }),
  ],
  [
    'invalid-options extract.options.minConfidence: expected a number from 0 to 1, got number 1.5',
    () => extract('', { minConfidence: 1.5 }),
  ],
  [
    'invalid-options extract.options.minConfidence: expected a number from 0 to 1, got number NaN',
    () => extract('', { minConfidence: Number.NaN }),
  ],
  [
    'invalid-options extract.options.minConfidence: expected a number from 0 to 1, got "0.5"',
    () => extract('', { minConfidence: '0.5' as never }),
  ],
  [
    'invalid-options extract.options.layers: expected an array of entities, dates, locations, events, topics, got "dates"',
    () => extract('', { layers: 'dates' as never }),
  ],
  [
    'invalid-options extract.options.layers.1: expected one of entities, dates, locations, events, topics, got "places"',
    () => extract('', { layers: ['dates', 'places' as never] }),
  ],
  [
    'invalid-options createExtractor.options.rules: expected an array of rule sets, got an object',
    () => createExtractor({ rules: {} as never }),
  ],
  [
    'invalid-rules arctic: unknown key "nmes"; known are name, names, places, dates, categories, ignore, links, rules',
    () => defineRules({ name: 'arctic', nmes: {} } as never),
  ],
  [
    'invalid-rules arctic.rules.0: unknown key "pattern"; known are id, match, status, yes, no',
    () => defineRules({ name: 'arctic', rules: [{ id: 'a', match: 'b', pattern: 'c' }] } as never),
  ],
  [
    'invalid-rules arctic.places.0.country: expected ISO 3166-1 alpha-2, as BD, got "Bangladesh"',
    () => defineRules({ name: 'arctic', places: [{ name: 'Rooppur', type: 'city', country: 'Bangladesh' }] }),
  ],
  [
    'invalid-rules arctic.dates.Leap Day: expected a day that is on a calendar, as XXXX-05-09, got "XXXX-02-31"',
    () => defineRules({ name: 'arctic', dates: { 'Leap Day': 'XXXX-02-31' } }),
  ],
  ['invalid-match arctic.rules.0.match: missing ")" for the "(" at 0 in "(on #Date"', withMatch('(on #Date')],
  ['invalid-match arctic.rules.0.match: missing "]" for the "[" at 0 in "[<visit>call"', withMatch('[<visit>call')],
  ['invalid-match arctic.rules.0.match: "}" at 4 closes nothing in "call}"', withMatch('call}')],
  [
    'invalid-match arctic.rules.0.match: (a && b) is not supported; see "Match language" in the README',
    withMatch('(call && #Noun)'),
  ],
])('%s', (message, run) => {
  expect(thrown(run)).toBe(message)
})

const issuesOf = (run: () => unknown): [code: string, message: string, issues: string[]] => {
  try {
    run()
  } catch (error) {
    if (!(error instanceof NutgrafError)) throw error
    expect(error.path).toBe(error.issues[0]?.path)
    return [error.code, error.message, error.issues.map(({ path, message }) => `${path}: ${message.slice(0, 40)}`)]
  }
  return ['none', '', []]
}
const rule = (match: unknown, more: object = {}) => ({ id: 'ice', match, ...more })
const withRules = (name: string, ...rules: unknown[]) => ({
  name,
  rules: rules.map((one, i) => (typeof one === 'object' ? { ...one, id: `ice-${i}` } : one)),
})
const checked = (...sets: unknown[]) => issuesOf(() => createExtractor({ rules: sets as never }))

test.each<[string, unknown[], string, string[]]>([
  [
    'one',
    [withRules('arctic', rule('(a'))],
    'invalid-match',
    ['arctic.rules.0.match: missing ")" for the "(" at 0 in "(a"'],
  ],
  [
    'patterns alone, each with all that is unknown in it',
    [withRules('arctic', rule('(a'), rule('[<topic>ice]'), rule('[<vesel>#Persn] #Dat'))],
    'invalid-match',
    [
      'arctic.rules.0.match: missing ")" for the "(" at 0 in "(a"',
      'arctic.rules.2.match: unknown group <vesel>; a type of your ow',
      'arctic.rules.2.match: unknown tag #Persn, did you mean #Person',
      'arctic.rules.2.match: unknown tag #Dat, did you mean #Date?',
    ],
  ],
  [
    'shapes and patterns, in the order of their numbers',
    [
      {
        ...withRules('arctic', ...Array(10).fill(rule('[<topic>ice]')), rule('{} [<topic>'), rule(5), 'none'),
        ...{ ignore: [''], nmes: {}, dates: { Feast: 'May 5' } },
      },
    ],
    'invalid-rules',
    [
      'arctic: unknown key "nmes"; known are name, name',
      'arctic.dates.Feast: expected YYYY-MM-DD, as XXXX-05-09, got ',
      'arctic.ignore.0: expected a name, not an empty one, got "',
      'arctic.rules.10.match: missing "]" for the "[" at 3 in "{} [<to',
      'arctic.rules.11.match: expected a string, got number 5',
      'arctic.rules.12: expected an object, got "none"',
    ],
  ],
  [
    'of each set, in the order of the sets',
    [withRules('beta', rule('(a')), { name: 'alpha', ignore: 5 }, { names: 5, rules: [rule('#Alpha [<topic>ice]')] }],
    'invalid-rules',
    [
      'beta.rules.0.match: missing ")" for the "(" at 0 in "(a"',
      'alpha.ignore: expected an array, got number 5',
      'rules.name: expected a string, got undefined',
      'rules.names: expected an object, got number 5',
      'rules.rules.0.match: unknown tag #Alpha; known are #Adjective',
    ],
  ],
  [
    'what is no data, told once',
    [{ name: 'arctic', names: () => 1, ignore: [Symbol('x'), '', 5n], rules: [rule(() => 1), rule('[<topic>a')] }],
    'invalid-rules',
    [
      'arctic.ignore.0: expected plain data, as from JSON.parse,',
      'arctic.ignore.1: expected a name, not an empty one, got "',
      'arctic.ignore.2: expected plain data, as from JSON.parse,',
      'arctic.names: expected plain data, as from JSON.parse,',
      'arctic.rules.0.match: expected plain data, as from JSON.parse,',
      'arctic.rules.1.id: "ice" is the id of rule 0 too; give each',
      'arctic.rules.1.match: missing "]" for the "[" at 0 in "[<topic',
    ],
  ],
  [
    'names given twice, beside the rest',
    [{ name: 'arctic' }, withRules('arctic', rule('(a'))],
    'invalid-rules',
    ['arctic: two rule sets have this name; sources wo', 'arctic.rules.0.match: missing ")" for the "(" at 0 in "(a"'],
  ],
  // Near misses: what names the type of a set beside it, and a set without faults.
  ['none', [{ name: 'a', names: { vessel: {} } }, withRules('b', rule('#Vessel [<topic>ice]'))], 'none', []],
])('all faults of rule sets: %s', (_, sets, code, issues) => {
  const [gotCode, , got] = checked(...sets)
  expect([gotCode, got]).toEqual([code, issues])
})

test('the message has the first faults, and how many more there are', () => {
  const [, message] = checked(withRules('arctic', ...Array(5).fill(rule('(a'))))
  const line = (i: number) => `arctic.rules.${i}.match: missing ")" for the "(" at 0 in "(a"`
  expect(message).toBe([line(0), line(1), line(2), 'and 2 more'].join('\n'))
  expect(checked(withRules('arctic', ...Array(3).fill(rule('(a'))))[1]).toBe([line(0), line(1), line(2)].join('\n'))
})

test('defineRules tells all faults of the shape', () => {
  const [code, , issues] = issuesOf(() => defineRules({ name: 'arctic', ignore: ['', ' '], rules: [rule(5)] } as never))
  expect([code, issues.length]).toEqual(['invalid-rules', 3])
})

test('an error of another kind has one issue, itself', () => {
  expect(issuesOf(() => extract(5 as never))).toEqual([
    ...['invalid-text', 'extract.text: expected a string, got number 5'],
    ['extract.text: expected a string, got number 5'],
  ])
})

test('a wide set that lies within itself is refused at once', () => {
  const wide: unknown[] = []
  for (let i = 0; i < 200; i++) wide.push(wide)
  expect(checked({ name: 'arctic', ignore: wide })[2]).toEqual([
    'arctic.ignore.0.0.0.0.0.0: is nested too deeply, or lies within its',
  ])
})
