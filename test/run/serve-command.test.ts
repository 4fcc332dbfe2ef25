import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text as textOf } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { createExtractor, extract, type Story } from '../../src/api/index.ts'
import { answered, open, send } from '../support/http.ts'

const cli = new URL('../../dist/cli.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-serve-'))
const rules = join(folder, 'rules.json')
const shipping = { name: 'shipping', names: { vessel: { 'MV Ursa Major': ['Ursa Major'] } } }
writeFileSync(rules, JSON.stringify(shipping))
const started = new Set<ChildProcess>()
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

interface Logged {
  event?: string
  address?: string
  status?: number
}

interface PageStory {
  story: Story
}

/** The server as users start it, with what it logs line by line. */
async function serve(...args: string[]) {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.add(child)
  const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]()
  const ended = once(child, 'exit')
  const until = async (event: string): Promise<Logged> => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done) throw new Error(`it ended before ${event}`)
      const logged: Logged = JSON.parse(value)
      if (logged.event === event) return logged
    }
  }
  const { address } = await until('listening')
  return { child, address: address!, until, ended }
}

const text = 'The Ursa Major will call at Murmansk on Friday.'
const known = createExtractor({ rules: [shipping] })
const headers = { 'content-type': 'text/plain' }

test('stories are read by workers that know the rules; a signal ends the server when all is answered', async () => {
  const { child, address, until, ended } = await serve('--workers', '2', '--rules', rules)
  const { status, json } = await send(`${address}/extract?published=2023-08-30`, {
    method: 'POST',
    headers,
    body: text,
  })
  expect(status).toBe(200)
  expect(json).toEqual(known.extract(text, { published: '2023-08-30' }))

  const page = `<meta name="date" content="2023-08-30"><article><p>${text} She carries grain to Archangel.</p></article>`
  const html = { method: 'POST', headers: { 'content-type': 'text/html' }, body: page }
  const { story } = (await send(`${address}/extract`, html)).json as PageStory
  expect(story.dates[0]?.value).toBe('2023-09-01')

  const stories = Array.from({ length: 40 }, (_, id) => ({
    id,
    text: `Talks ${id} began in Dhaka on May ${(id % 28) + 1}.`,
  }))
  const { json: outcomes } = await send(`${address}/extract`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/x-ndjson' } },
    body: stories.map((story) => JSON.stringify(story)).join('\n'),
  })
  expect(outcomes).toEqual(stories.map(({ id, text }) => ({ id, story: known.extract(text) })))

  // It has been asked whether the body may be sent, and waits for it.
  const expecting = { ...headers, 'content-length': text.length, expect: '100-continue' }
  const { sent, response } = open(`${address}/extract`, { method: 'POST', headers: expecting })
  await once(sent, 'continue')
  child.kill('SIGTERM')
  await until('stopping')
  await expect(send(`${address}/health`)).rejects.toThrow('ECONNREFUSED')
  sent.end(text)
  expect((await answered(await response)).status).toBe(200)
  expect(await ended).toEqual([0, null])
  expect(await textOf(child.stdout)).toBe('')
})

test('a second signal ends it at once', async () => {
  const { child, address, until, ended } = await serve('--workers', '0')
  const expecting = { ...headers, 'content-length': text.length, expect: '100-continue' }
  const { sent, response } = open(`${address}/extract`, { method: 'POST', headers: expecting })
  const cut = expect(response).rejects.toThrow('socket hang up')
  await once(sent, 'continue')
  child.kill('SIGINT')
  await until('stopping')
  child.kill('SIGTERM')
  expect(await ended).toEqual([null, 'SIGTERM'])
  await cut
})

test('a story over the time limit is answered by 504, and the others are read', async () => {
  const { child, address, ended } = await serve('--workers', '1', '--time-limit', '5', '--max-size', '64mb')
  // What is read takes time for each sentence: this takes far longer than the limit, on any machine.
  const long = 'Sergey Lavrov will visit Dhaka on September 7. '.repeat(1_000_000)
  const { status, json } = await send(`${address}/extract`, { method: 'POST', headers, body: long })
  expect(status).toBe(504)
  expect(json).toMatchObject({ code: 'time-limit', title: 'Gateway Timeout' })
  expect((await send(`${address}/extract`, { method: 'POST', headers, body: text })).json).toEqual(extract(text))
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('a port that is taken is told with what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const child = spawn(process.execPath, [cli, 'serve', '--workers', '1', '--port', String(port)])
  started.add(child)
  const [told, [code]] = await Promise.all([textOf(child.stderr), once(child, 'exit')])
  expect(told).toBe(`nutgraf: port ${port} is taken; name another by --port, or 0 for any that is free\n`)
  expect(code).toBe(2)
  taken.close()
})

test('an empty host does not open the server to all', async () => {
  const child = spawn(process.execPath, [cli, 'serve', '--workers', '0', '--port', '0', '--host', ''])
  started.add(child)
  const [told, [code]] = await Promise.all([textOf(child.stderr), once(child, 'exit')])
  expect(told).toContain('expected an address as 127.0.0.1')
  expect(code).toBe(2)
})
