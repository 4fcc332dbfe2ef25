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
    'invalid-rules arctic: unknown key "nmes"; known are name, names, places, dates, categories, ignore, rules',
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
