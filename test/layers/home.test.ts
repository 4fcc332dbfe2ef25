import { expect, test } from 'vitest'
import { extract, extractMany } from '../../src/api/index.ts'

const divisions = (text: string, home?: string | { lat: number; lon: number }) =>
  extract(text, home === undefined ? {} : { home })
    .locations.map(({ country, admin }) => (/^(?:US|CA|GB)-/.test(admin ?? '') ? admin : country))
    .join()

test.each([
  ['A fire broke out in Athens.', undefined, 'GR'],
  ['A fire broke out in Athens.', 'US-OH', 'US-OH'],
  ['A fire broke out in Athens.', 'US-GA', 'US-GA'],
  ['Police in Cambridge said so.', 'GB', 'GB-ENG'],
  ['Police in Cambridge said so.', 'US', 'US-MA'],
  ['Police in Birmingham said so.', 'US-AL', 'US-AL'],
  ['Voters in London chose.', 'Ontario, Canada', 'CA-ON'],
  ['Voters in London chose.', 'London, Ontario', 'CA-ON'],
  ['Voters in Manchester chose.', 'US-NH', 'US-NH'],
  ['Protests were held in Hyderabad.', 'PK', 'PK'],
  ['Protests were held in Hyderabad.', 'IN', 'IN'],
  ['Flooding hit Perth on Friday.', 'Dundee, Scotland', 'GB-SCT'],
  ['Two died in Richmond.', { lat: 37.9, lon: -122.3 }, 'US-CA'],
  ['Two died in Richmond.', { lat: 37.5, lon: -77.4 }, 'US-VA'],
])('%s at home in %s', (text, home, expected) => {
  expect(divisions(text, home)).toBe(expected)
})

test.each([
  ['The Louvre in Paris opened again.', 'US-OH', /FR/],
  ['The Louvre in Paris opened again.', 'US-TX', /FR/],
  ['Paris, Berlin and Moscow agreed.', 'US-TX', /^(?!.*US)/],
  ['He was born in Athens, Greece.', 'US-GA', /^(?!.*US)/],
  ['A crash in Lebanon killed two.', 'US-PA', /LB/],
  ['Talks were held in Moscow and Kyiv.', 'US-ID', /^(?!.*US)/],
  ['He flew to Rome and met the pope.', 'US-GA', /IT/],
])('near miss: %s at home in %s', (text, home, expected) => {
  for (const { country } of extract(text, { home }).locations) expect(country ?? '').toMatch(expected)
})

test.each(['XX', 'US-QQ', 'Nowhereville', 'Dublin, Mars', '', 5, { lat: 100, lon: 0 }, { lat: 1 }, null])(
  'no home: %j',
  (home) => {
    const options = { home: home as string }
    expect(() => extract('', options)).toThrow('extract.options.home: expected a place as "GB"')
    expect(() => [...extractMany([''], options)]).toThrow('extractMany.options.home: expected a place as "GB"')
    expect(() => [...extractMany([{ text: '', ...options }])]).toThrow('extractMany.0.options.home: expected')
  },
)
