import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openArchive } from '../../src/api/archive.ts'
import { openDatabase } from '../../src/run/archive/database.ts'
import { hasPostgres, skippedPostgres, startPostgres } from '../support/postgres.ts'

/** The queries of the page on the archive, by what stands over them. */
const queries = readFileSync(new URL('../../docs/archive.md', import.meta.url), 'utf8')
  .split('```')
  .flatMap((block) => (block.startsWith('sql') ? block.slice(3).split(/^-- /m).slice(1) : []))
  .map((query): [string, string] => {
    const [title, ...lines] = query.split('\n')
    return [title!, lines.join('\n')]
  })

const folder = mkdtempSync(join(tmpdir(), 'nutgraf-sql-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** How many rows each query gives in an archive of a meeting that is told twice. */
async function rowsAt(location: string, ours: (title: string) => boolean): Promise<[string, number][]> {
  await using archive = await openArchive(location, { workers: 0 })
  await archive.add(
    'Sergey Lavrov and Abdul Momen held talks in Moscow on September 8. They discussed two gas pipelines.',
    { published: '2023-09-09' },
  )
  await archive.add('Abdul Momen met Sergey Lavrov in Moscow on Friday.', { published: '2023-09-09' })
  const { db } = openDatabase(location, 'test')
  const counts: [string, number][] = []
  for (const [title, query] of queries.filter(([title]) => ours(title)))
    counts.push([title, (await sql.raw(query.replace(/;\s*$/, '')).execute(db)).rows.length])
  await db.destroy()
  return counts
}

const ofBoth: [string, number][] = [
  ['Events of a month that several stories tell.', 1],
  ['Who meets whom most often.', 1],
  ['The sentences that tell an event, on PostgreSQL and SQLite.', 2],
]

test('the queries of the page on the archive answer on SQLite', async () => {
  expect(await rowsAt(join(folder, 'news.db'), (title) => title !== 'Words, on PostgreSQL.')).toEqual([
    ...ofBoth,
    ['Words, on SQLite.', 1],
  ])
})

test.skipIf(!hasPostgres)(`and on PostgreSQL${skippedPostgres}`, async () => {
  const server = await startPostgres()
  try {
    expect(await rowsAt(server.url, (title) => title !== 'Words, on SQLite.')).toEqual([
      ...ofBoth,
      ['Words, on PostgreSQL.', 1],
    ])
  } finally {
    await server.stop()
  }
})
