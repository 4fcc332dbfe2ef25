import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printedBy, readExports, typeErrors } from './public-api.ts'

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

const hasRedis = (() => {
  try {
    return execFileSync('redis-server', ['--version']).length > 0
  } catch {
    return false
  }
})()
let redis: ChildProcess | undefined
let port = 0
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-api-'))

beforeAll(async () => {
  if (!hasRedis) return
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as { port: number }).port
  server.close()
  redis = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of redis.stdout!) if (String(line).includes('Ready to accept connections')) break
})
afterAll(() => {
  redis?.kill()
  rmSync(folder, { recursive: true })
})

test.each(examples)('$name prints what it says', async ({ entry, name, code }) => {
  // On a machine without Redis nothing can be queued.
  if (entry === 'nutgraf/queue' && !hasRedis) return
  const here = code.replaceAll(/'(\w+\.ndjson)'/g, `'${folder}/$1'`).replaceAll('6379', String(port))
  expect(await printedBy(name, here)).toBe(saysOf(code))
})
