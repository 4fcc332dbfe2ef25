import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type * as ArchiveEntry from '../../src/api/archive.ts'
import { openArchive } from '../../src/api/archive.ts'
import { openDatabase } from '../../src/run/archive/database.ts'
import { archiveFault } from '../../src/run/archive/faults.ts'
import { wrongCountsOf } from '../support/archive-dump.ts'
import { hasPostgres, skippedPostgres, startPostgres } from '../support/postgres.ts'
import { shortStories } from '../support/short-stories.ts'

const folder = mkdtempSync(join(tmpdir(), 'nutgraf-faults-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

async function filled(name: string): Promise<string> {
  await using archive = await openArchive(at(name), { workers: 0 })
  await archive.add('Rice left.')
  return at(name)
}

type Unopened = [string, () => Promise<string> | string, string, RegExp]

test.each<Unopened>([
  ...(['', ' ', '\0', 'news\0.db', 'mysql://localhost/news'] as const).map(
    (location): Unopened => [
      ...([JSON.stringify(location), () => location, 'invalid-input'] as const),
      /^openArchive\.location: expected a file as "news.db"/,
    ],
  ),
  ...(['postgres://[u:secret@', 'postgresql://127.0.0.1:99999/x'] as const).map(
    (location): Unopened => [
      ...([location, () => location, 'invalid-input'] as const),
      /^openArchive\.location: expected a URL as "postgres:/,
    ],
  ),
  [
    'a file that is no database',
    () => {
      writeFileSync(at('text.db'), 'Rice arrived in Beirut on Friday. '.repeat(100))
      return at('text.db')
    },
    ...(['invalid-archive', /it is no SQLite database; give the path of an archive/] as const),
  ],
  [
    'a damaged file',
    async () => {
      const file = await filled('damaged.db')
      writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4000, 7)]))
      return file
    },
    ...(['invalid-archive', /\.db: /] as const),
  ],
  ['a folder', () => folder, 'invalid-output', /it is a folder; give a file in it/],
  ['a folder that is missing', () => at('none/news.db'), 'invalid-output', /there is no such folder; make it/],
  [
    'an archive of a newer release',
    async () => {
      const file = await filled('newer.db')
      const { db } = openDatabase(file, 'test')
      await sql`insert into archive_migrations values ('9999-beyond', '2030-01-01T00:00:00Z')`.execute(db)
      await db.destroy()
      return file
    },
    ...(['invalid-archive', /written by a newer release of nutgraf \(its tables are at 9999-beyond\)/] as const),
  ],
  [
    'a server that is none',
    () => 'postgres://u:secret@127.0.0.1:1/news',
    'unreachable',
    /nobody answers there; start PostgreSQL/,
  ],
  [
    'a server whose password has an @, and is said once more',
    () => 'postgres://u:very@secret@127.0.0.1:1/news?password=secret',
    'unreachable',
    /postgres:\/\/u@127\.0\.0\.1:1\/news: nobody answers there/,
  ],
])('%s can’t be opened, and says why', async (_, location, code, message) => {
  const error = await openArchive(await location(), { workers: 0 }).catch((error) => error)
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
  expect(error.message).not.toContain('secret')
})

test.each<[string, object, string]>([
  ['an option that is none', { worker: 1 }, 'openArchive.options.worker: unknown option'],
  ['a wrong number of workers', { workers: -1 }, 'openArchive.options.workers: expected a whole number from 0 to 512'],
  ['a wrong rule set', { rules: [{}] }, 'rules.name: expected a string'],
])('%s is refused', async (_, options, message) => {
  await expect(openArchive(':memory:', options)).rejects.toThrow(message)
})

test('a full disk loses nothing that was added, and there is room again when it has some', async () => {
  const file = await filled('full.db')
  const { db } = openDatabase(file, 'test')
  const stories = shortStories(80)
  {
    await using archive = await openArchive(file, { workers: 0 })
    const limit = async (pages: number) => {
      await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db)
    }
    await limit(1)
    // A limit holds for a connection alone: this one adds by itself.
    const { addStories } = await import('../../src/run/archive/stories.ts')
    const { checkInput } = await import('../../src/run/archive/input.ts')
    const { correctionsOf } = await import('../../src/archive/corrections.ts')
    const { noRecords } = await import('../../src/run/archive/store.ts')
    const { extract } = await import('../../src/api/index.ts')
    const store = { engine: 'sqlite', place: file, db, corrections: correctionsOf([]), recent: noRecords() } as const
    const read = stories.map((story) => ({
      ...checkInput(story, 'story'),
      story: extract(story.text, { published: story.published }),
    }))
    const error = await addStories(store, read).catch((fault) => archiveFault(fault, store, 'archive.addAll'))
    expect(error).toMatchObject({
      code: 'invalid-output',
      message: expect.stringMatching(/the disk is full; make room/),
    })
    expect((await archive.counts()).stories).toBe(1)
    await limit(1_000_000)
    expect(await addStories(store, read)).toHaveLength(80)
    expect((await archive.counts()).stories).toBe(81)
  }
  await db.destroy()
  expect(await wrongCountsOf(file)).toEqual([])
})

test.skipIf(process.getuid?.() === 0)('a file that may only be read says so when something is added', async () => {
  mkdirSync(at('shut'))
  copyFileSync(await filled('open.db'), at('shut/news.db'))
  chmodSync(at('shut/news.db'), 0o444)
  const adding = openArchive(at('shut/news.db'), { workers: 0 }).then((archive) => archive.add('Rice met Blair.'))
  await expect(adding).rejects.toMatchObject({ code: 'invalid-output', message: expect.stringMatching(/only be read/) })
})

test.each<[string, (file: string) => void]>([
  ['deleted', (file) => rmSync(file)],
  [
    'replaced',
    (file) => {
      copyFileSync(file, `${file}.copy`)
      renameSync(`${file}.copy`, file)
    },
  ],
])('nothing is added to a file that is %s while it is open', async (how, change) => {
  const file = await filled(`${how}.db`)
  await using archive = await openArchive(file, { workers: 0 })
  expect((await archive.add('Blair left.')).outcome).toBe('added')
  change(file)
  await expect(archive.add('Rice met Blair.')).rejects.toMatchObject({
    ...{ code: 'invalid-output', message: expect.stringMatching(/moved or deleted while it was open/) },
  })
})

test('a file that another program keeps locked is waited for', async () => {
  const file = await filled('locked.db')
  await using archive = await openArchive(file, { workers: 0 })
  const { db } = openDatabase(file, 'test')
  let free = () => {}
  const locked = new Promise<void>((resolve) => {
    free = resolve
  })
  const holding = db.transaction().execute(() => locked)
  let done = false
  const adding = archive.add('Rice met Blair.').then((added) => {
    done = true
    return added
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(done).toBe(false)
  // Who asks is not kept waiting.
  free()
  await holding
  expect(await adding).toEqual({ story: 2, outcome: 'added' })
  await db.destroy()
})

test.each<[string, 'sqlite' | 'postgres', object, string, RegExp]>([
  ['a lock that stays', 'sqlite', { code: 'SQLITE_BUSY' }, 'busy', /another program has been writing .* half a minute/],
  ['a file that may only be read', 'sqlite', { code: 'SQLITE_READONLY' }, 'invalid-output', /it may only be read/],
  ['a disk that fails', 'sqlite', { code: 'SQLITE_IOERR_WRITE' }, 'invalid-output', /its disk fails, or is full/],
  [
    'SQLite that was installed without its scripts',
    'sqlite',
    { message: 'Could not locate the bindings file. Tried:\n → build/better_sqlite3.node' },
    ...([
      'missing-package',
      /^archive\.add: better-sqlite3 is installed without .*: npm rebuild better-sqlite3/,
    ] as const),
  ],
  [
    'SQLite of another Node',
    'sqlite',
    { code: 'ERR_DLOPEN_FAILED', message: 'better_sqlite3.node was compiled against a different Node.js version' },
    ...(['missing-package', /npm rebuild better-sqlite3/] as const),
  ],
  ['a wrong password', 'postgres', { code: '28P01' }, 'unreachable', /refuses the user or the password/],
  ['a full disk of a server', 'postgres', { code: '53100' }, 'invalid-output', /the disk of the server is full/],
  ['a server that stops', 'postgres', { code: '57P01' }, 'unreachable', /run it again: what was added before is kept/],
  ['a connection that breaks', 'postgres', { message: 'Connection terminated unexpectedly' }, 'unreachable', /broke/],
])('%s (%s) is told with what to do', (_, engine, fault, code, message) => {
  const error = archiveFault(Object.assign(new Error('said'), fault), { engine, place: 'news' }, 'archive.add')
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
})

test('a closed archive says so, once what was under way is done', async () => {
  const file = await filled('closed.db')
  const archive = await openArchive(file, { workers: 0 })
  const asked = [archive.counts(), archive.relink()] as const
  await Promise.all([archive.close(), archive.close()])
  expect((await asked[0]).stories).toBe(1)
  await asked[1]
  for (const late of [
    () => archive.counts(),
    () => archive.events(),
    () => archive.add('Rice left.'),
    () => archive.addAll([{ text: 'Rice left.' }]),
    () => archive.relink(),
  ])
    await expect(late()).rejects.toMatchObject({ code: 'closed', message: expect.stringContaining('open it again') })
  await archive.close()
})

test('what a source throws is told, and ends no program', async () => {
  await using archive = await openArchive(':memory:', { workers: 0 })
  async function* torn() {
    yield* shortStories(32)
    throw new Error('torn')
  }
  await expect(archive.addAll(torn())).rejects.toThrow('torn')
  expect(await archive.addAll(shortStories(32))).toMatchObject({ failed: [] })
})

test.each<[string, (archive: ArchiveEntry.Archive) => Promise<unknown>, string]>([
  ['what is known of a story', (archive) => archive.add('x', null as never), 'add.options'],
  ['a key that is none', (archive) => archive.add('x', { publised: '2006' } as never), 'add.options.publised'],
  [
    'options of adding',
    (archive) => archive.addAll([], { onprogress() {} } as never),
    'archive.addAll.options.onprogress',
  ],
  [
    'who is told of progress',
    (archive) => archive.addAll([], { onProgress: 5 as never }),
    'archive.addAll.options.onProgress',
  ],
  ['an id of a story', (archive) => archive.story('1' as never), 'archive.story.id'],
  ['an id of an event', (archive) => archive.event(1.5), 'archive.event.id'],
  ['an id of a place', (archive) => archive.place(2 ** 60), 'archive.place.id'],
  ['a mention', (archive) => archive.why(1, { story: 1, local: 5 as never }), 'archive.why.mention.local'],
  ['a very long name', (archive) => archive.entity('a '.repeat(600)), 'archive.entity.name'],
  ['a very long topic', (archive) => archive.events({ topic: 'a '.repeat(50_000) }), 'archive.events.topic'],
  [
    'too many people',
    (archive) => archive.events({ who: Array.from({ length: 30 }, (_, i) => `n${i}`) }),
    'archive.events.who',
  ],
  ['options of a timeline', (archive) => archive.timeline('Rice', { type: 'visit' } as never), 'archive.timeline.type'],
])('%s is checked', async (_, ask, path) => {
  await using archive = await openArchive(':memory:', { workers: 0 })
  await expect(ask(archive)).rejects.toMatchObject({ name: 'NutgrafError', path })
})

test('one who is asked for many times is one', async () => {
  await using archive = await openArchive(':memory:', { workers: 0 })
  await archive.add('Sergey Lavrov met Condoleezza Rice in Dhaka on Friday.', { published: '2006-02-23' })
  expect(await archive.events({ who: Array(2000).fill('Lavrov') })).toHaveLength(1)
})

test('what is no fault of a database stays as it is', () => {
  const error = new TypeError('ours')
  expect(archiveFault(error, { engine: 'postgres', place: 'news' }, 'archive.add')).toBe(error)
})

test.skipIf(!hasPostgres)(
  `a server that refuses, has no such database, or ends in the middle${skippedPostgres}`,
  { timeout: 60_000 },
  async () => {
    const server = await startPostgres()
    try {
      for (const [url, message] of [
        [server.url.replace('secret', 'wrong'), /refuses the user or the password/],
        [server.urlOf('none'), /there is no such database; make it: createdb/],
      ] as const)
        await expect(openArchive(url, { workers: 0 })).rejects.toMatchObject({
          ...{ code: 'unreachable', message: expect.stringMatching(message) },
        })
      const stories = shortStories(70)
      await using archive = await openArchive(server.url, { workers: 0 })
      let ended: Promise<void> | undefined
      const onProgress = (done: number) => {
        if (done >= 32) ended ??= server.breakOff()
      }
      await expect(archive.addAll(stories, { onProgress })).rejects.toMatchObject({ code: 'unreachable' })
      await ended
      await server.restart()
      const { added, known, failed } = await archive.addAll(stories)
      expect([added + known, failed]).toEqual([70, []])
      expect(known).toBeGreaterThanOrEqual(32)
      expect(await wrongCountsOf(server.url)).toEqual([])
    } finally {
      await server.stop()
    }
  },
)
