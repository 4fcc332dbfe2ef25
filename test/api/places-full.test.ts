import { expect, test } from 'vitest'
import { createExtractor, extract } from '../../src/api/index.ts'
import { fullPlaces } from '../../src/api/places-full.ts'

const { extract: extractFull } = createExtractor({ places: fullPlaces })
const placesIn = (text: string, read = extractFull) =>
  read(text).locations.map(({ name, country, admin }) => `${name} ${admin ?? country}`)

test.each([
  ['He was born in Weiswampach, Luxembourg.', 'Weiswampach LU-CL'],
  ['Two men were held in Hohenschwangau, Germany.', 'Hohenschwangau DE-BY'],
  ['He lives in Giverny, France.', 'Giverny FR-NOR'],
])('a village that only the full pack has: %s', (text, expected) => {
  expect(placesIn(text)).toContain(expected)
  expect(placesIn(text, extract)).not.toContain(expected)
})

test.each([
  'He flew from Paris to London.',
  'Police in Paris, Texas, made an arrest.',
  'Voters in Georgia, Alabama and Florida went to the polls.',
  'NEW YORK, Sept 7 (Reuters) - Shares fell in London and Frankfurt.',
  'The Russian army left Kherson.',
  'Mr. Berlin met Paris Hilton.',
])('what the default pack knows stays: %s', (text) => {
  expect(placesIn(text)).toEqual(placesIn(text, extract))
})

test('a user’s places go first', () => {
  const rules = [{ name: 'own', places: [{ name: 'Weiswampach', type: 'city', country: 'US' }] }] as const
  const own = createExtractor({ rules, places: fullPlaces })
  expect(placesIn('He was born in Weiswampach.', own.extract)).toEqual(['Weiswampach US'])
})

test.each([[1], [null], ['full'], [[]], [{}], [{ kind: 'nutgraf/place-pack' }]])(
  '%j is no pack of places',
  (places) => {
    expect(() => createExtractor({ places: places as never })).toThrow(
      /^createExtractor\.options\.places: expected `fullPlaces` of nutgraf\/places-full, got /,
    )
  },
)

test('extract takes no places', () => {
  expect(() => extract('', { places: fullPlaces } as never)).toThrow(/unknown option/)
})
