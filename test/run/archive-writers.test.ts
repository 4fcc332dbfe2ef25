import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type * as ArchiveEntry from '../../src/api/archive.ts'
import type * as Queue from '../../src/api/queue.ts'
import { openDatabase } from '../../src/run/archive/database.ts'
import { dumpOf, wrongCountsOf } from '../support/archive-dump.ts'
import { hasPostgres, skippedPostgres, startPostgres } from '../support/postgres.ts'
import { hasRedis, skipped, startRedis } from '../support/redis.ts'
import { shortStories } from '../support/short-stories.ts'

const dist = new URL('../../dist/', import.meta.url)
// The built library: its workers are files of the package.
const { openArchive } = (await import(new URL('archive.js', dist).href)) as typeof ArchiveEntry
const { createWorker, openQueue } = (await import(new URL('queue.js', dist).href)) as typeof Queue

const folder = mkdtempSync(join(tmpdir(), 'nutgraf-writers-'))
afterAll(() => rmSync(folder, { recursive: true }))

const script = new URL('../support/fill-archive.mjs', import.meta.url).pathname

/** A program that fills an archive; `open` when it has begun, `ended` with what it printed. */
function fill(location: string, file: string, ...part: string[]) {
  const child: ChildProcess = spawn(process.execPath, [script, location, file, ...part], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  const open = new Promise<void>((resolve) =>
    child.stdout!.on('data', (data) => {
      printed += data
      resolve()
    }),
  )
  const ended = once(child, 'close').then(() => printed.split('\n')[1] ?? '')
  return { open, ended, kill: () => child.kill('SIGKILL') }
}

function fileOf(name: string, count: number): string {
  const file = join(folder, `${name}.ndjson`)
  const lines = shortStories(count).map((story) => JSON.stringify(story))
  writeFileSync(file, lines.join('\n'))
  return file
}

test('what is killed again and again ends with what a run that nobody disturbs has', { timeout: 60_000 }, async () => {
  const file = fileOf('killed', 120)
  const [calm, killed] = [join(folder, 'calm.db'), join(folder, 'killed.db')]
  expect(JSON.parse(await fill(calm, file).ended)).toEqual({ added: 120, known: 0, renewed: 0, failed: 0 })
  for (const milliseconds of [20, 90, 170, 260]) {
    const writer = fill(killed, file)
    await writer.open
    await sleep(milliseconds)
    writer.kill()
    await writer.ended
  }
  const { added, known } = JSON.parse(await fill(killed, file).ended)
  expect(added + known).toBe(120)
  expect(await dumpOf(killed)).toEqual(await dumpOf(calm))
})

/** What does not depend on the order in which stories came: the stories themselves, and links made anew. */
async function linkedDump(location: string) {
  await using archive = await openArchive(location, { workers: 0 })
  expect(await wrongCountsOf(location)).toEqual([])
  await archive.relink()
  return await archive.counts()
}

test('two programs fill one file', { timeout: 60_000 }, async () => {
  const file = fileOf('two', 80)
  const [one, both] = [join(folder, 'one.db'), join(folder, 'both.db')]
  const [, ...ended] = await Promise.all([
    fill(one, file).ended,
    ...['0', '1'].map((part) => fill(both, file, part, '2').ended),
  ])
  expect(ended.map((line) => JSON.parse(line).added)).toEqual([40, 40])
  expect(await linkedDump(both)).toEqual(await linkedDump(one))
})

test.skipIf(!hasPostgres)(
  `four programs fill one database, one is killed, and nothing is lost or doubled${skippedPostgres}`,
  { timeout: 90_000 },
  async () => {
    const file = fileOf('four', 80)
    const calm = join(folder, 'alone.db')
    const server = await startPostgres()
    try {
      const alone = fill(calm, file)
      const writers = [0, 1, 2, 3].map((part) => fill(server.url, file, `${part}`, '4'))
      await writers[1]!.open
      await sleep(150)
      writers[1]!.kill()
      await Promise.all([...writers.map(({ ended }) => ended), alone.ended])
      expect(JSON.parse(await fill(server.url, file, '1', '4').ended)).toMatchObject({ renewed: 0, failed: 0 })
      // All again, by two at once: nothing is new.
      const again = await Promise.all([fill(server.url, file).ended, fill(server.url, file).ended])
      for (const line of again) expect(JSON.parse(line)).toEqual({ added: 0, known: 80, renewed: 0, failed: 0 })
      expect(await linkedDump(server.url)).toEqual(await linkedDump(calm))
    } finally {
      await server.stop()
    }
  },
)

test.skipIf(!hasPostgres || !hasRedis)(
  `a story of a queue is in the archive before its job is done${skippedPostgres}${skipped}`,
  { timeout: 90_000 },
  async () => {
    const server = await startPostgres()
    const redis = await startRedis(mkdtempSync(join(folder, 'redis-')), '--appendonly', 'yes')
    const connection = { host: '127.0.0.1', port: redis.port }
    const queue = openQueue({ connection })
    const workers = [1, 2].map(() => createWorker({ connection, threads: 1, archive: server.url }))
    const { db } = openDatabase(server.url, 'test')
    try {
      const stories = shortStories(12)
      const jobs = await queue.enqueue([...stories, { ...stories[0]!, url: 'https://example.com/copy' }, stories[1]!])
      expect(new Set(jobs).size).toBe(13)
      for (const [i, job] of jobs.entries()) {
        const story = await queue.wait(job, 60_000)
        const { text, id, title } = stories[i] ?? stories[i - 12]!
        const kept = await db
          .selectFrom('stories')
          .selectAll()
          .where('text', '=', text)
          .where('source_id', '=', id)
          .execute()
        expect(kept.map((row) => [row.title, JSON.parse(row.story)])).toContainEqual([title, story])
      }
      const urls = await db.selectFrom('stories').select('url').where('source_id', '=', 's0').orderBy('url').execute()
      expect(urls.map(({ url }) => url)).toEqual(['https://example.com/copy', 'https://example.org/0'])
      await server.breakOff()
      const [late] = await queue.enqueue([{ text: 'Rice arrived in Beirut.' }])
      await sleep(1500)
      expect(await queue.story(late!)).toBe(null)
      await server.restart()
      await queue.wait(late!, 60_000)
    } finally {
      await Promise.all(workers.map((worker) => worker.close()))
      await queue.close()
      await db.destroy().catch(() => undefined)
      await redis.stop()
      await server.stop()
    }
  },
)
