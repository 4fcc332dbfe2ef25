import { expect, test } from 'vitest'
import * as courts from '../../examples/courts.ts'
import * as energy from '../../examples/energy.ts'
import * as shipping from '../../examples/shipping.ts'
import { createExtractor } from '../../src/api/index.ts'
import { testRules } from '../../src/api/testing.ts'

const sets = [shipping.shipping, energy.energy, courts.courts]

test.each(sets)('the sentences of $name', (set) => {
  testRules(set)
})

test.each<[string, (typeof sets)[number], string, string, string[]]>([
  [
    'shipping',
    shipping.shipping,
    shipping.text,
    '2005-10-13',
    [
      'vessel Miltzow <shipping/ship-name>',
      'vessel Miltzow <shipping/ship-name>',
      'vessel Torgelow <shipping/ship-name>',
      'vessel Torgelow <shipping/ship-name>',
      'vessel Semlow <shipping/ship-name>',
      'topic hijacking of another ship <shipping/condemn>',
    ],
  ],
  [
    'energy',
    energy.energy,
    energy.text,
    '2006-01-21',
    [
      'fuel natural gas <energy/names>',
      'fuel gas <energy/names>',
      'price $95 per 1000 cubic meters <energy/price>',
      'signing signing <energy/signing-noun>',
      'topic controversial natural gas deal <energy/signing-noun>',
    ],
  ],
  [
    'courts',
    courts.courts,
    courts.text,
    '2006-11-07',
    [
      'charge disputing crimes against humanity <courts/charges-of>',
      'penalty one-year prison sentence <courts/prison-sentence>',
    ],
  ],
])('what %s takes from a real paragraph', (name, set, text, published, expected) => {
  const story = createExtractor({ rules: [set] }).extract(text, { published })
  const taken = [
    ...[...story.entities, ...story.events].map((item) => [item.type, item] as const),
    ...story.topics.map((topic) => ['topic', topic] as const),
    ...story.locations.map((place) => ['place', place] as const),
  ].flatMap(([type, { mentions }]) => {
    const own = mentions.filter(({ source }) => source.startsWith(`${name}/`))
    return own.map((mention) => `${type} ${mention.text} <${mention.source}>`)
  })
  expect(taken).toEqual(expected)
})
