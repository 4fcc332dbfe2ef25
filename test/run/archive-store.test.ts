import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as ArchiveEntry from '../../src/api/archive.ts'
import type * as Nutgraf from '../../src/api/index.ts'
import { openDatabase } from '../../src/run/archive/database.ts'
import { dumpOf, wrongCountsOf } from '../support/archive-dump.ts'
import { hasPostgres, skippedPostgres, startPostgres } from '../support/postgres.ts'
import { shortStories } from '../support/short-stories.ts'

const dist = new URL('../../dist/', import.meta.url)
// The built library: its workers are files of the package.
const { openArchive } = (await import(new URL('archive.js', dist).href)) as typeof ArchiveEntry
const { extract } = (await import(new URL('index.js', dist).href)) as typeof Nutgraf

const folder = mkdtempSync(join(tmpdir(), 'nutgraf-archive-'))
let server: Awaited<ReturnType<typeof startPostgres>> | undefined
beforeAll(async () => {
  if (hasPostgres) server = await startPostgres()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server?.stop()
})

let number = 0
/** A place where no archive is yet. */
const engines = {
  sqlite: async () => join(folder, `${++number}.db`),
  async postgres() {
    const name = `n${++number}`
    const { db } = openDatabase(server!.url, 'test')
    const { sql } = await import('kysely')
    await sql`create database ${sql.table(name)}`.execute(db)
    await db.destroy()
    return server!.urlOf(name)
  },
}

const text = 'Sergey Lavrov will visit Dhaka on September 7 for talks with Abdul Momen about grain exports.'
const about = { published: '2023-08-30' }

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  const test_ = test.skipIf(engine === 'postgres' && !hasPostgres)
  const skipped = engine === 'postgres' ? skippedPostgres : ''
  const place = engines[engine]

  test_(`the same input is one story, and another is another${skipped}`, async () => {
    await using archive = await openArchive(await place(), { workers: 0 })
    const rows: [text: string, about: ArchiveEntry.ArchiveAbout, story: number, outcome: string][] = [
      [text, about, 1, 'added'],
      [text, about, 1, 'known'],
      [text, { ...about, title: undefined as never, dayFirst: undefined as never }, 1, 'known'],
      [`${text} `, about, 2, 'added'],
      [text, { ...about, id: 7 }, 3, 'added'],
      [text, { ...about, id: '7' }, 4, 'added'],
      [text, { ...about, url: 'https://example.org/' }, 5, 'added'],
      [text, { published: '2023-08-31' }, 6, 'added'],
      [text, { published: '2023-08-31' }, 6, 'known'],
      ['', {}, 7, 'added'],
    ]
    for (const [said, known, story, outcome] of rows) expect(await archive.add(said, known)).toEqual({ story, outcome })
    expect((await archive.counts()).stories).toBe(7)
  })

  test_(`a story that was read elsewhere is the same as one that is read here${skipped}`, async () => {
    const [here, there] = [await place(), await place()]
    const stories = [text, 'Rice left.', '', 'Rice \0 met \ud800 Blair in Rome\udfff.'].map((said) => ({
      text: said,
      ...about,
    }))
    {
      await using archive = await openArchive(here, { workers: 0 })
      for (const { text: said, ...known } of stories) await archive.add(said, known)
    }
    {
      await using archive = await openArchive(there, { workers: 0 })
      for (const { text: said, ...known } of stories) await archive.addStory(extract(said, known), said, known)
      // What it says the day of publication is need not be said again.
      expect((await archive.addStory(extract(text, about), text)).outcome).toBe('known')
    }
    expect(await dumpOf(there)).toEqual(await dumpOf(here))
  })

  test_(`many are added in their order, and a wrong one stops no other${skipped}`, async () => {
    const location = await place()
    const given = [
      ...[{ id: 'a', text, ...about }, null, { id: 'b', text: 1 }, { id: 'c', text: 'Rice left.', published: 'today' }],
      ...[
        { id: 'd', text: 'Rice left.', title: 5 },
        { id: 'e', text: 'Rice left.' },
        { id: 'a', text, ...about },
      ],
    ]
    const done: number[] = []
    await using archive = await openArchive(location, { workers: 1 })
    const { failed, ...counts } = await archive.addAll(given as never, { onProgress: (count) => done.push(count) })
    expect(counts).toEqual({ added: 2, known: 1, renewed: 0 })
    expect(failed.map(({ id, code }) => `${id} ${code}`)).toEqual([
      ...['null invalid-input', 'b invalid-text', 'c invalid-published', 'd invalid-input'],
    ])
    expect(done.at(-1)).toBe(given.length)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect((await archive.counts()).stories).toBe(2)
  })

  test_(`an aborted run keeps what it has added, and goes on when it is run again${skipped}`, async () => {
    const stories = shortStories(100)
    await using archive = await openArchive(await place(), { workers: 0 })
    const leaving = new AbortController()
    const onProgress = (done: number) => done >= 30 && leaving.abort(new Error('enough'))
    await expect(archive.addAll(stories, { signal: leaving.signal, onProgress })).rejects.toMatchObject({
      code: 'aborted',
      cause: new Error('enough'),
    })
    const { stories: kept } = await archive.counts()
    expect(kept).toBeGreaterThanOrEqual(30)
    expect(kept).toBeLessThan(100)
    expect(await archive.addAll(stories)).toEqual({ added: 100 - kept, known: kept, renewed: 0, failed: [] })
    await expect(archive.addAll(stories, { signal: leaving.signal })).rejects.toMatchObject({ code: 'aborted' })
  })

  test_(`stories added twice change nothing${skipped}`, { timeout: 60_000 }, async () => {
    const location = await place()
    const stories = shortStories(engine === 'sqlite' ? 200 : 100)
    await using archive = await openArchive(location, { workers: 2 })
    expect(await archive.addAll(stories)).toMatchObject({ added: stories.length, known: 0, failed: [] })
    const before = await dumpOf(location)
    expect(await archive.addAll(stories)).toMatchObject({ added: 0, known: stories.length, failed: [] })
    expect(await dumpOf(location)).toEqual(before)
  })

  test_(`what another version reads takes the place of what was read before${skipped}`, async () => {
    const [old, fresh] = [await place(), await place()]
    const stories = shortStories(50)
    const without = ['english/visit-noun']
    {
      await using archive = await openArchive(old, { workers: 0 })
      expect(await archive.addAll(stories)).toMatchObject({ added: 50 })
    }
    await using archive = await openArchive(old, { workers: 0, without })
    expect(await archive.addAll(stories)).toMatchObject({ added: 0, renewed: 50 })
    expect(await archive.addAll(stories)).toMatchObject({ known: 50, renewed: 0 })
    expect(await wrongCountsOf(old)).toEqual([])
    await archive.relink()
    expect(await wrongCountsOf(old)).toEqual([])
    await using other = await openArchive(fresh, { workers: 0, without })
    await other.addAll(stories)
    await other.relink()
    expect(await archive.counts()).toEqual(await other.counts())
  })

  test_(
    `links made anew depend on no order, and change nothing the second time${skipped}`,
    { timeout: 60_000 },
    async () => {
      const [one, other] = [await place(), await place()]
      const stories = shortStories(60)
      const counts: unknown[] = []
      for (const [location, order] of [
        [one, stories],
        [other, [...stories].reverse()],
      ] as const) {
        await using archive = await openArchive(location, { workers: 0 })
        await archive.addAll(order)
        await archive.relink()
        const linked = await dumpOf(location)
        await archive.relink()
        expect(await dumpOf(location)).toEqual(linked)
        counts.push(await archive.counts())
      }
      expect(counts[0]).toEqual(counts[1])
    },
  )
})
