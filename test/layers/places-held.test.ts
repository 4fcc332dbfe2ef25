import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

/** What lies in what: "Press Street (city) in New Orleans". */
function held(text: string): string[] {
  const { locations } = extract(text)
  const nameOf = new Map(locations.map(({ id, name }) => [id, name]))
  return locations.flatMap(({ name, precision, within }) =>
    within === null ? [] : [`${name} (${precision}) in ${nameOf.get(within)}`],
  )
}

test.each([
  ['Fire broke out on Press Street in New Orleans.', 'Press Street (city) in New Orleans'],
  ['They met in Hyde Park in London.', 'Hyde Park (city) in London'],
  ['He ran through Central Park in New York City.', 'Central Park (city) in New York City'],
  ['The park in Gezi Square, Istanbul, was closed.', 'Gezi Square (city) in Istanbul'],
  ['Police closed Interstate 4 in Florida.', 'Interstate 4 (state) in Florida'],
  ['The school lies in Little Wobbleton, Ohio.', 'Little Wobbleton (state) in Ohio'],
  ['It happened in Al-Qartaba in northern Iraq.', 'Al-Qartaba (country) in Iraq'],
  ['He was born in Paris, Texas.', 'Paris (exact) in Texas'],
  ['He flew to Geneva in Switzerland.', 'Genève (exact) in Switzerland'],
  ['He lives in Brixton, London.', 'Brixton (exact) in London'],
])('%s', (text, expected) => {
  expect(held(text)).toEqual([expected])
})

test.each([
  'Talks with Moscow in Geneva ended.',
  'A crowd filled Tahrir Square.',
  'He visited Paris, London and Rome.',
  'He lives in Wobbleton, Leeds and York.',
  'Flights from Texas, Paris and Rome were late.',
])('nothing is said to lie in anything: %s', (text) => {
  expect(held(text)).toEqual([])
})

test.each([
  ['LONDON, Sept 7 (Reuters) - Police closed Baker Street on Monday.', 'Baker Street', 'city', 'GB'],
  ['Police closed Baker Street on Monday.', 'Baker Street', null, null],
])('a street is in the town of the dateline: %s', (text, street, precision, country) => {
  expect(extract(text).locations.find(({ name }) => name === street)).toMatchObject({
    precision,
    country,
    within: null,
  })
})

test.each([
  ['Shots were fired on Memphis Avenue.', ['Memphis Avenue']],
  ['He lives at 1200 E. Broad St. and works there.', ['E. Broad St.']],
  ['Police closed 42nd Street.', ['42nd Street']],
  // Near misses.
  ['The Street was closed.', []],
  ['Linkin Park played new songs.', []],
])('streets: %s', (text, names) => {
  expect(extract(text).locations.map(({ name }) => name)).toEqual(names)
})
