import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printedBy, readExports, typeErrors } from '../support/public-api.ts'
import { hasRedis, skipped, startRedis } from '../support/redis.ts'

const exported = readExports()
const examples = exported.flatMap(({ entry, name, examples }) =>
  examples.map((code, i) => ({ entry, name: `${entry.replace('/', '-')}-${name}-${i + 1}`, code })),
)

test('every export has an example', () => {
  expect(exported.length).toBeGreaterThan(80)
  expect(exported.filter(({ examples }) => examples.length === 0).map(({ entry, name }) => `${entry} ${name}`)).toEqual(
    [],
  )
})

test('a user who copies one has no type errors', () => {
  const wrong = { name: 'wrong', code: "import { extract } from 'nutgraf'\nextract(1)" }
  expect(Object.keys(typeErrors([...examples, wrong]))).toEqual(['wrong'])
})

/** What an example says that it prints: behind what prints it, or in lines of comment at its end. */
function saysOf(code: string): string {
  const lines = code.split('\n')
  const last = lines.findLastIndex((line) => !line.startsWith('//'))
  return [
    ...lines.slice(0, last + 1).flatMap((line) => /console\.log\(.*\) \/\/ (.*)$/.exec(line)?.[1] ?? []),
    ...lines.slice(last + 1).map((line) => line.slice(3)),
  ].join('\n')
}

let redis: Awaited<ReturnType<typeof startRedis>> | undefined
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-api-'))
beforeAll(async () => {
  if (hasRedis) redis = await startRedis(folder)
})
afterAll(async () => {
  await redis?.stop()
  rmSync(folder, { recursive: true })
})

const run = async ({ name, code }: (typeof examples)[number]) => {
  const here = code.replaceAll(/'(\w+\.(?:ndjson|csv))'/g, `'${folder}/$1'`).replaceAll('6379', String(redis?.port))
  expect(await printedBy(name, here)).toBe(saysOf(code))
}
const isQueued = ({ entry }: (typeof examples)[number]) => entry === 'nutgraf/queue'
test.each(examples.filter((example) => !isQueued(example)))('$name prints what it says', run)
test.skipIf(!hasRedis).each(examples.filter(isQueued))(`$name prints what it says${skipped}`, run)
