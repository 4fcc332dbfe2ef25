import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openArchive } from '../../src/api/archive.ts'
import { extract } from '../../src/api/index.ts'
import { mostAlike } from '../../src/run/archive/most-alike.ts'
import { Recent } from '../../src/run/archive/recent.ts'
import { dumpOf } from '../support/archive-dump.ts'
import { archiveStories } from '../support/archive-stories.ts'
import { tale } from '../support/archive-tale.ts'

const folder = mkdtempSync(join(tmpdir(), 'nutgraf-recent-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hostile = [
  'Rice \0 met Tony \ud800 Blair in Rome.',
  'Rice \0 met Tony \ud800 Blair in Oslo.',
  'Rice met 𝐁lair and Ｂlair.',
]
const stories = [
  ...[...tale, ...archiveStories].map(({ text, published, title }) => ({ text, about: { published, title } })),
  ...hostile.map((text) => ({ text, about: { published: '2023-09-09', title: undefined } })),
].map(({ text, about }) => {
  const given = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined))
  const { published } = about as { published?: string }
  return { text, given, story: extract(text, published === undefined ? {} : { published }) }
})

const open = (file: string) => openArchive(file, { workers: 0 })
type Adding = (file: string) => Promise<void>

/** Each remembers less of what it wrote than the one before it. */
const ways: Record<string, Adding> = {
  async 'by one that is open all the time'(file) {
    await using archive = await open(file)
    for (const { story, text, given } of stories) await archive.addStory(story, text, given)
  },
  async 'by two in turn'(file) {
    await using one = await open(file)
    await using other = await open(file)
    for (const [i, { story, text, given }] of stories.entries())
      await (i % 3 === 0 ? one : other).addStory(story, text, given)
  },
  async 'by another for each story'(file) {
    for (const { story, text, given } of stories) {
      await using archive = await open(file)
      await archive.addStory(story, text, given)
    }
  },
}

/** What became of the stories in between: an archive that is open may not go on with what it knew before. */
const changes: Record<string, Adding> = {
  async nothing() {},
  async 'all linked anew'(file) {
    await using archive = await open(file)
    await archive.relink()
  },
  async 'some read by another release'(file) {
    await using archive = await open(file)
    for (const { story, text, given } of stories.slice(0, 9))
      await archive.addStory({ ...story, version: '99', events: [], topics: [] }, text, given)
  },
}

describe.each(Object.keys(changes))('with %s', (change) => {
  test('an archive is the same, whatever those who added to it remember', async () => {
    const dumps = []
    for (const [i, add] of Object.values(ways).entries()) {
      const file = join(folder, `${change} ${i}.db`)
      await add(file)
      await changes[change]!(file)
      dumps.push(await dumpOf(file))
    }
    expect(dumps[0]!.stories).toMatch(`${stories.length} rows`)
    expect(new Set(dumps.map((dump) => JSON.stringify(dump, null, 1)))).toHaveLength(1)
  })
})

test('what is linked anew, or read by another release, is not what was remembered', async () => {
  const dumps = []
  for (const isReopened of [false, true]) {
    const file = join(folder, `mixed ${isReopened}.db`)
    let archive = await open(file)
    for (const [i, { story, text, given }] of stories.entries()) {
      await archive.addStory(story, text, given)
      if (i % 7 === 3) await archive.relink()
      if (i % 2 === 0) await archive.addStory({ ...story, version: '99' }, text, given)
      if (isReopened) {
        await archive.close()
        archive = await open(file)
      }
    }
    await archive.close()
    dumps.push(await dumpOf(file))
  }
  expect(dumps[0]).toEqual(dumps[1])
})

test('a transaction that fails leaves nothing that is remembered', async () => {
  const dumps = []
  for (const fails of [false, true]) {
    const file = join(folder, `failing ${fails}.db`)
    await using archive = await open(file)
    const add = async ({ story, text, given }: (typeof stories)[number]) => archive.addStory(story, text, given)
    for (const one of stories) {
      const { story, text, given } = one
      const [topic] = story.topics
      if (fails && topic) {
        // Topics are written last, and two of one id are refused.
        const broken = archive.addStory({ ...story, topics: [topic, topic] }, text, given)
        await expect(broken).rejects.toThrow(/UNIQUE/)
      }
      await add(one)
    }
    dumps.push(await dumpOf(file))
  }
  expect(dumps[0]).toEqual(dumps[1])
})

test('of those that are added at once some fail, and no other is added otherwise', async () => {
  const dumps = []
  for (const fails of [false, true]) {
    const file = join(folder, `at once ${fails}.db`)
    await using archive = await open(file)
    const adding = stories.flatMap(({ story, text, given }) => {
      const [topic] = story.topics
      const broken = fails && topic ? [{ ...story, topics: [topic, topic] }] : []
      return [...broken, story].map((one) => archive.addStory(one, text, given))
    })
    const settled = await Promise.allSettled(adding)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(stories.length)
    dumps.push(await dumpOf(file))
  }
  expect(dumps[0]).toEqual(dumps[1])
})

test.each<[string, Parameters<typeof mostAlike>[0], number, number[]]>([
  ['all, where there are no more', [3, 1, 2].map((id) => ({ id, shared: 1, weight: null })), 3, [3, 1, 2]],
  ['those that share most', [1, 2, 3].map((id) => ({ id, shared: id, weight: 9 - id })), 2, [3, 2]],
  ['the most told', [1, 2, 3].map((id) => ({ id, shared: 1, weight: id })), 2, [3, 2]],
  ['the last told', ['2023-09-07', null, '2023-09-08'].map((weight, id) => ({ id, shared: 1, weight })), 2, [2, 0]],
  ['those that were made first', [3, 1, 2].map((id) => ({ id, shared: 1, weight: 'a' })), 2, [1, 2]],
])('of candidates are compared %s', (_, candidates, most, ids) => {
  expect(mostAlike(candidates, most, (all) => [...all].sort((a, b) => a - b))).toEqual(ids)
})

test('what is remembered is as it was last written', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('set', 'get', 'delete'), fc.nat(12)), { maxLength: 200 })
  fc.assert(
    fc.property(steps, (given) => {
      const [recent, all] = [new Recent<string>(3), new Map<number, string>()]
      for (const [i, [step, id]] of given.entries()) {
        if (step === 'set') {
          recent.set(id, `${id} ${i}`)
          all.set(id, `${id} ${i}`)
          expect(recent.get(id)).toBe(`${id} ${i}`)
        } else if (step === 'delete') {
          recent.delete(id)
          all.delete(id)
          expect(recent.get(id)).toBeUndefined()
        } else expect([undefined, all.get(id)]).toContain(recent.get(id))
      }
    }),
  )
})

test('no more are remembered than so many, twice; what is asked for again stays', () => {
  const recent = new Recent<number>(3)
  for (let id = 0; id < 100; id++) {
    recent.set(id, id)
    expect(recent.get(0)).toBe(0)
  }
  const kept = [...Array(100).keys()].filter((id) => recent.get(id) !== undefined)
  expect(kept.length).toBeLessThanOrEqual(6)
  expect(kept).toContain(99)
})

test('what a story had said is not remembered when another release has read it', async () => {
  const two = [
    'Sergey Lavrov met Abdul Momen in Dhaka on Thursday and discussed trade.',
    'Sergey Lavrov met Abdul Momen in Dhaka on Thursday. The two ministers smiled.',
  ].map((text) => ({ text, given: { published: '2023-09-08' }, story: extract(text, { published: '2023-09-08' }) }))
  const dumps = []
  for (const isReadTwice of [false, true]) {
    const file = join(folder, `twice ${isReadTwice}.db`)
    await using archive = await open(file)
    for (const { story, text, given } of two) {
      if (isReadTwice) await archive.addStory(story, text, given)
      await archive.addStory({ ...story, version: '99' }, text, given)
    }
    expect(await archive.counts()).toMatchObject({ stories: 2, events: 1 })
    // Why a story's own is which record is another thing where it has found itself.
    const { story_entities: _, event_sources: __, ...records } = await dumpOf(file)
    dumps.push(records)
  }
  expect(dumps[0]).toEqual(dumps[1])
})
