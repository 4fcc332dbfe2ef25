import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LinkedInMemory } from '../../scripts/link-in-memory.ts'
import { extractMany } from '../../src/api/index.ts'
import { bCubed } from '../../src/run/evaluate/b-cubed.ts'

interface Labelled {
  id: string
  published: string
  text: string
  entities: { start: number; end: number; key: string }[]
  events: { start: number; end: number; key: string }[]
}

const stories = readFileSync(new URL('../../fixtures/linking/dev.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Labelled)
  .sort((a, b) => (`${a.published} ${a.id}` < `${b.published} ${b.id}` ? -1 : 1))
  .slice(0, 80)

test('most of what is labelled is linked as it should be', () => {
  const archive = new LinkedInMemory()
  const pairs = { entities: [] as { gold: string; found: string }[], events: [] as { gold: string; found: string }[] }
  const read = [...extractMany(stories.map(({ text, published }) => ({ text, published })))]
  stories.forEach(({ id, text, ...labels }, i) => {
    const story = read[i]!
    const linked = archive.add(story, text)
    for (const list of ['entities', 'events'] as const) {
      const records: readonly { id: string; mentions: { start: number; end: number }[] }[] = story[list]
      for (const { start, end, key } of labels[list]) {
        const local = records.find(({ mentions }) => mentions.some((one) => one.start === start && one.end === end))?.id
        pairs[list].push({ gold: key, found: String((local && linked[list].get(local)) ?? `${id} ${start}`) })
      }
    }
  })
  expect(bCubed(pairs.entities).f1).toBeGreaterThan(0.97)
  expect(bCubed(pairs.events).f1).toBeGreaterThan(0.88)
}, 120_000)

test.each([
  ['all as they should be', 'a a b', '1 1 2', 1, 1],
  ['all apart', 'a a b b', '1 2 3 4', 1, 0.5],
  ['all one', 'a a b b', '1 1 1 1', 0.5, 1],
  ['nothing', '', '', 1, 1],
])('B-cubed: %s', (_, gold, found, precision, recall) => {
  const [golds, founds] = [gold, found].map((row) => row.split(' ').filter(Boolean)) as [string[], string[]]
  expect(bCubed(golds.map((key, i) => ({ gold: key, found: founds[i]! })))).toMatchObject({ precision, recall })
})
