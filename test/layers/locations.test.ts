import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

const places = (text: string) =>
  extract(text).locations.map(
    ({ name, type, country, mentions }) =>
      `${name} (${type} ${country}) ${mentions.map(({ form, sense }) => `${form} ${sense}`).join(', ')}`,
  )

test.each<[string, ...string[]]>([
  ['He flew to Dhaka.', 'Dhaka (city BD) name literal'],
  ['He flew to New Delhi.', 'New Delhi (city IN) name literal'],
  ['He flew to Jakarta.', 'Jakarta (city ID) name literal'],
  ['They live in the US.', 'United States (country US) name literal'],
  [
    'They live in the U.S. and in Europe.',
    'United States (country US) name literal',
    'Europe (continent null) name literal',
  ],
  ['The Russian army left.', 'Russia (country RU) demonym associative'],
  ['Moscow views this as a threat.', 'Moscow (city RU) name associative'],
  ['He was born in Paris, Texas.', 'Paris (city US) name literal', 'Texas (state US) name literal'],
  [
    'NEW YORK, Sept 7 (Reuters) - Shares fell in London.',
    'New York City (city US) name literal',
    'London (city GB) name literal',
  ],
  ['The Washington Post reported it.', 'Washington (city US) inside associative'],
  // Near misses.
  ['It paid 500 million U.S. dollars.'],
  ['It paid 500 U.S. soldiers.', 'United States (country US) name associative'],
  ['Give us a chance.'],
  ['The turkey was good.'],
])('%s', (text, ...expected) => {
  expect(places(text)).toEqual(expected)
})

test.each([
  ['Dhaka', 23.7, 90.4, 1185241],
  ['Moscow', 55.75, 37.6, 524901],
  ['Bangladesh', 24, 90, 1210997],
])('%s has its GeoNames id and point', (name, lat, lon, geonames) => {
  const [place] = extract(`He went to ${name}.`).locations
  expect(place?.geonames).toBe(geonames)
  expect(place?.coordinates?.lat).toBeCloseTo(lat, 0)
  expect(place?.coordinates?.lon).toBeCloseTo(lon, 0)
})
