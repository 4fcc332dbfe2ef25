import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontCoded } from '../../data/front-coded.ts'
import { lettersOf, levelOf, marksOf, packMarks, packNames, packPoints, packSizes } from '../../data/place-columns.ts'
import {
  countriesOf,
  readMarks,
  readNames,
  readPoints,
  readSizes,
  withMarks,
} from '../../src/layers/locations/place-columns.ts'

// Three countries, of one division, of two hundred and of more than a group.
const countries = countriesOf(['AA', ...Array(200).fill('BB'), ...Array(300).fill('CC')])
const place = fc.record({
  ...{ division: fc.nat(countries.length - 1), kind: fc.nat(2), level: fc.nat(71) },
  ...{ latitude: fc.nat(18_000), longitude: fc.nat(36_000), id: fc.nat(13_000_000) },
})

test('columns come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const sizes = {
        divisions: Uint16Array.from(places, ({ division }) => division),
        kinds: Uint8Array.from(places, ({ kind }) => kind),
        levels: Uint8Array.from(places, ({ level }) => level),
      }
      const points = {
        latitudes: Uint16Array.from(places, ({ latitude }) => latitude),
        longitudes: Uint16Array.from(places, ({ longitude }) => longitude),
        ids: Uint32Array.from(places, ({ id }) => id),
      }
      expect(readSizes(packSizes(sizes, countries.length), places.length, countries.length)).toEqual(sizes)
      expect(readPoints(packPoints(points, sizes.divisions, countries), sizes, countries)).toEqual(points)
    }),
    { numRuns: 30 },
  )
})

test.each([
  ['Krakow', 'Kraków'],
  ['Lodz', 'Łódź'],
  ["'Aiea", '‘Aiea'],
  ['Bekescsaba', 'Békéscsaba'],
])('%s is written %s', (key, name) => {
  const { marked, marks, markLetters } = packMarks([undefined, marksOf(name, key)])
  const read = readMarks(marks, marked, markLetters)
  expect([0, 1, 2].map((place) => withMarks(key, read(place)))).toEqual([key, name, key])
})

test.each([
  ['Paris', 'Paris'],
  ['Saint Louis', 'St. Louis'],
  ['Weissenfels', 'Weißenfels'],
])('%s is no key of %s with marks', (key, name) => {
  expect(marksOf(name, key)).toBeUndefined()
})

test.each([
  [{ population: 0, capital: false }, 0],
  [{ population: 13_000, capital: false }, 19],
  [{ population: 13_000, capital: true }, 55],
  [{ population: 90, capital: true }, 9],
])('%o is of level %i', (town, level) => {
  expect(levelOf(town)).toBe(level)
})

test('names come out as they went in, letter by letter', () => {
  const name = fc.string({ unit: fc.constantFrom(...'aeiou bcdXYZ-éл'), minLength: 1, maxLength: 80 })
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 50 }), (given) => {
      const names = [...given].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      const letters = lettersOf(names)
      expect(readNames(packNames(names, letters), names.length, letters)).toBe(frontCoded(names))
    }),
    { numRuns: 50 },
  )
})
