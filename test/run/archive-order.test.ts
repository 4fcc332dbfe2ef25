import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/api/archive.ts'
import { extract } from '../../src/api/index.ts'
import type { Archive } from '../../src/run/archive/archive.ts'

/** A small world in which much may be linked in two ways: namesakes, one event on several days, a plan and what became of it. */
const stories = [
  ['2006-02-20', 'Secretary of State Condoleezza Rice will visit Beirut on Thursday, the State Department said.'],
  ['2006-02-23', 'Rice arrived in Beirut on Thursday for talks with Prime Minister Fuad Siniora about the peace plan.'],
  ['2006-02-24', 'Condoleezza Rice met Fuad Siniora in Beirut on Thursday and discussed the peace plan.'],
  ['2006-02-24', 'Susan Rice met Kofi Annan in New York on Thursday. Rice spoke about Sudan.'],
  ['2006-02-24', 'Rice met Annan.'],
  [undefined, 'President George Bush called Tony Blair. Bush spoke about Iraq.'],
  ['2006-02-25', 'Former President George H.W. Bush visited Islamabad on Saturday.'],
  ['2006-02-25', 'A visit of Condoleezza Rice to Ankara that was planned for Monday has been cancelled.'],
].map(([published, text]) => ({ text: text!, ...(published !== undefined && { published }) }))
const read = stories.map(({ text, ...about }) => ({ text, about, story: extract(text, about) }))

/** What an archive says, without ids, which are given in the order in which stories came. */
async function saidBy(archive: Archive): Promise<string[]> {
  const said: string[] = []
  for (const { id } of await archive.stories()) {
    const { text, published, ids, story } = (await archive.story(id))!
    for (const { id: local } of story.entities) {
      const { id: _, ...entity } = (await archive.entity(ids[local]!))!
      said.push(JSON.stringify([published, text, local, entity]))
    }
  }
  for (const event of await archive.events({ sources: 100 }))
    said.push(
      JSON.stringify({
        ...{ ...event, id: 0 },
        participants: event.participants.map(({ name }) => name).sort(),
        parties: event.parties.map(({ name }) => name).sort(),
        places: event.places.map(({ name }) => name).sort(),
        topics: event.topics.map(({ label, status, stories }) => [label, status, stories]).sort(),
        sources: event.sources.map(({ text }) => text).sort(),
      }),
    )
  return said.sort()
}

async function linked(order: readonly (typeof read)[number][]): Promise<string[]> {
  await using archive = await openArchive(':memory:', { workers: 0 })
  for (const { text, about, story } of order) await archive.addStory(story, text, about)
  await archive.relink()
  return await saidBy(archive)
}

test('stories that came in any order say the same, once they are linked anew', { timeout: 60_000 }, async () => {
  const said = await linked(read)
  expect(said.length).toBeGreaterThan(read.length)
  const orders = fc.shuffledSubarray(read, { minLength: read.length })
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      expect(await linked(order)).toEqual(said)
    }),
    { numRuns: 12, seed: 29 },
  )
})

test('links of a rule set are followed when all is linked anew, and no story is read again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-links-'))
  const file = join(folder, 'news.db')
  const given = [
    { text: 'Bill Clinton visited Paris on Friday.', published: '2006-02-24' },
    { text: 'Jefferson Blythe visited Rome on Friday.', published: '2006-02-24' },
  ]
  const links = { same: [['Bill Clinton', 'Jefferson Blythe']] } as const
  try {
    for (const [rules, people] of [
      [[], 2],
      [[{ name: 'desk', links }], 1],
      [[], 2],
    ] as const) {
      await using archive = await openArchive(file, { workers: 0, rules })
      const before = await archive.counts()
      const { added, known } = await archive.addAll(given)
      expect([added, known]).toEqual(before.stories === 0 ? [2, 0] : [0, 2])
      await archive.relink()
      const ids = new Set(
        [await archive.entity('Bill Clinton'), await archive.entity('Jefferson Blythe')].map((one) => one?.id),
      )
      expect(ids.size).toBe(people)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
