import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { versionWith } from '../../src/api/extract.ts'
import type * as Nutgraf from '../../src/api/index.ts'
import type * as Queue from '../../src/api/queue.ts'
import { jobIdOf } from '../../src/run/queue/version.ts'
import { hasRedis, skipped, startRedis } from '../support/redis.ts'

test.skipIf(!hasRedis)(`a worker is killed in mid-run, and no story is lost${skipped}`, async () => {
  const script = new URL('../../examples/queue/run.mjs', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 580_000 })
  const [, read] = /(\d+) stories read/.exec(stdout) ?? []
  const [, before] = /killed when it had read (\d+)/.exec(stdout) ?? []
  expect(Number(read)).toBe(300)
  expect(Number(before)).toBeLessThan(300)
})

const dist = new URL('../../dist/', import.meta.url)
// The built library: its workers are files of the package.
const { createWorker, openQueue } = (await import(new URL('queue.js', dist).href)) as typeof Queue
const { createExtractor } = (await import(new URL('index.js', dist).href)) as typeof Nutgraf
const all = mkdtempSync(join(tmpdir(), 'nutgraf-redis-'))
afterAll(() => rmSync(all, { recursive: true }))
const folder = () => mkdtempSync(join(all, 'of-'))

test.skipIf(!hasRedis)(`a story is that of extract, byte for byte${skipped}`, { timeout: 60_000 }, async () => {
  const article = readFileSync(new URL('../../fixtures/lavrov/article.txt', import.meta.url), 'utf8')
  const sets = [{ name: 'shipping', names: { vessel: { Sparta: ['SCF'] } } }]
  const stories = [
    { text: article, published: '2023-08-30' },
    { id: 7, text: 'The Sparta left Murmansk on 07/09/2023 with 40 tonnes.', dayFirst: true },
    { text: '\ud800 "{}" \u2028', published: '2023-08-30T23:30:00Z', timeZone: 'Asia/Tokyo' },
    { text: '' },
  ]
  const redis = await startRedis(folder(), '--appendonly', 'yes')
  const options = { connection: { host: '127.0.0.1', port: redis.port }, rules: sets }
  const queue = openQueue(options)
  const worker = createWorker({ ...options, threads: 1 })
  try {
    const jobs = await queue.enqueue(stories)
    const found = await Promise.all(jobs.map((job) => queue.wait(job, 50_000)))
    const { extract } = createExtractor({ rules: sets })
    const expected = stories.map(({ id: _, text, ...about }) => extract(text, about))
    expect(found.map((story) => JSON.stringify(story))).toEqual(expected.map((story) => JSON.stringify(story)))
  } finally {
    await worker.close()
    await queue.close()
    await redis.stop()
  }
})

test.skipIf(!hasRedis).each<[string, string[], boolean]>([
  ['no append-only file', [], true],
  ['one', ['--appendonly', 'yes'], false],
  ['a setting that it does not tell', ['--rename-command', 'CONFIG', ''], false],
])(`a worker warns of a server that keeps %s: %#${skipped}`, async (_, settings, warns) => {
  const redis = await startRedis(folder(), ...settings)
  const warnings: string[] = []
  const note = (warning: Error & { code?: string }) => warnings.push(warning.code ?? '')
  process.on('warning', note)
  const worker = createWorker({ connection: { host: '127.0.0.1', port: redis.port }, threads: 1 })
  try {
    await worker.worker.waitUntilReady()
    // Commands are answered in the order in which they are sent.
    await (await (worker.worker.backend as unknown as { client: Promise<{ ping(): Promise<string> }> }).client).ping()
    await new Promise((resolve) => setImmediate(resolve))
    expect(warnings.includes('NUTGRAF_NO_APPENDONLY')).toBe(warns)
  } finally {
    process.off('warning', note)
    await worker.close()
    await redis.stop()
  }
})

const story = { text: 'Rice met Blair.', published: '2006-02-23' }
const rules = [{ name: 'shipping', names: { vessel: { Sparta: [] } } }]

test('a job is known by text, options and rules, not by the id of the story', () => {
  const version = versionWith({})
  const id = jobIdOf(story, version)
  expect(id).toMatch(/^s[0-9a-f]{64}$/)
  expect(jobIdOf({ ...story, id: 'a' }, version)).toBe(id)
  const others = [
    jobIdOf({ ...story, text: 'Rice met Straw.' }, version),
    jobIdOf({ ...story, published: '2006-02-24' }, version),
    jobIdOf({ ...story, dayFirst: true }, version),
    jobIdOf({ ...story, minConfidence: 0.5 }, version),
    jobIdOf({ ...story, layers: ['dates'] }, version),
    jobIdOf({ ...story, sentences: true }, version),
    jobIdOf(story, versionWith({ rules })),
    jobIdOf(story, versionWith({ without: ['english/visit-noun'] })),
  ]
  expect(new Set([id, ...others]).size).toBe(9)
})
