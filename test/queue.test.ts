import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { jobIdOf, versionOf } from '../src/queue/version.ts'
import { hasRedis, skipped } from './redis.ts'

test.skipIf(!hasRedis)(
  `a worker is killed in mid-run, and no story is lost${skipped}`,
  { timeout: 150_000 },
  async () => {
    const script = new URL('../examples/queue/run.mjs', import.meta.url).pathname
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 140_000 })
    const [, read] = /(\d+) stories read/.exec(stdout) ?? []
    const [, before] = /killed when it had read (\d+)/.exec(stdout) ?? []
    expect(Number(read)).toBe(300)
    expect(Number(before)).toBeLessThan(300)
  },
)

const story = { text: 'Rice met Blair.', published: '2006-02-23' }
const rules = [{ name: 'shipping', names: { vessel: { Sparta: [] } } }]

test('a job is known by text, options and rules, not by the id of the story', () => {
  const version = versionOf([], [])
  const id = jobIdOf(story, version)
  expect(id).toMatch(/^s[0-9a-f]{64}$/)
  expect(jobIdOf({ ...story, id: 'a' }, version)).toBe(id)
  const others = [
    jobIdOf({ ...story, text: 'Rice met Straw.' }, version),
    jobIdOf({ ...story, published: '2006-02-24' }, version),
    jobIdOf({ ...story, dayFirst: true }, version),
    jobIdOf(story, versionOf(rules, [])),
    jobIdOf(story, versionOf([], ['english/visit-noun'])),
  ]
  expect(new Set([id, ...others]).size).toBe(6)
})
