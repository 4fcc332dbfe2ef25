import { execFile, spawnSync } from 'node:child_process'
import { closeSync, cpSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createExtractor } from '../../src/api/index.ts'

const dist = new URL('../../dist/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-mcp-'))
const rules = join(folder, 'rules.json')
const shipping = { name: 'shipping', names: { vessel: { 'MV Ursa Major': ['Ursa Major'] } } }
writeFileSync(rules, JSON.stringify(shipping))

const known = createExtractor({ rules: [shipping] })
const client = new Client({ name: 'test', version: '1.0.0' })
beforeAll(() =>
  client.connect(
    new StdioClientTransport({ command: process.execPath, args: [join(dist, 'cli.js'), 'mcp', '--rules', rules] }),
  ),
)
afterAll(async () => {
  await client.close()
  rmSync(folder, { recursive: true })
})

const text = 'Lavrov will visit Dhaka on September 7.'
const published = '2023-08-30'
const paragraph =
  'Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7, diplomats told reporters on Sunday.'
const page = `<meta name="date" content="${published}"><article><p>${paragraph}</p></article>`

test('the tools, with what they take and give', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['extract', 'explain'])
  for (const { inputSchema, outputSchema, annotations } of tools) {
    expect(inputSchema.required).toContain('text')
    expect(outputSchema?.type).toBe('object')
    expect(annotations?.readOnlyHint).toBe(true)
  }
})

test.each<[name: string, tool: string, given: Record<string, unknown>, expected: unknown]>([
  ['a story', 'extract', { text, published }, { story: known.extract(text, { published }) }],
  ['no day', 'extract', { text }, { story: known.extract(text) }],
  ['a rule set', 'extract', { text: 'The Ursa Major sank.' }, { story: known.extract('The Ursa Major sank.') }],
  [
    'a page',
    'extract',
    { text: page, html: true },
    {
      story: known.extract(paragraph, { published }),
      article: expect.objectContaining({ published, text: paragraph }),
    },
  ],
  ['a place', 'explain', { text, published, at: 27 }, { candidates: known.explain(text, 27, { published }) }],
])('what %s gives', async (_, name, given, expected) => {
  // The client checks what comes against the tool's own schema.
  const { structuredContent, content, isError } = await client.callTool({ name, arguments: given })
  expect(isError ?? false).toBe(false)
  expect(structuredContent).toEqual(expected)
  expect(content).toEqual([{ type: 'text', text: JSON.stringify(structuredContent) }])
})

test.each<[name: string, tool: string, given: Record<string, unknown>, told: RegExp]>([
  ['a wrong day', 'extract', { text, published: 'x' }, /^published: expected a date as "2023-08-30"/],
  ['no text', 'extract', {}, /text/],
  ['an option that is not known', 'extract', { text, publishedAt: published }, /publishedAt/],
  ['a page without an article', 'extract', { text, html: true }, /^the page has no article/],
  ['a place behind the end', 'explain', { text, at: 99 }, /^at: expected an offset into the text, got number 99/],
])('%s is told in words', async (_, name, given, told) => {
  const { isError, content } = await client.callTool({ name, arguments: given })
  expect(isError).toBe(true)
  expect((content as { text: string }[])[0]!.text).toMatch(told)
})

test('it ends with a file of requests, all of them answered', () => {
  const file = join(folder, 'requests.jsonl')
  const head = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1.0.0' } }
  const requests = [
    { id: 0, method: 'initialize', params: head },
    ...[1, 2].map((id) => ({ id, method: 'tools/call', params: { name: 'extract', arguments: { text } } })),
  ]
  writeFileSync(file, requests.map((request) => `${JSON.stringify({ jsonrpc: '2.0', ...request })}\n`).join(''))
  const stdin = openSync(file, 'r')
  const { status, stdout } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'mcp'], {
    ...{ stdio: [stdin, 'pipe', 'pipe'], encoding: 'utf8' },
  })
  closeSync(stdin)
  expect(status).toBe(0)
  expect(stdout.match(/"id":\d/g)).toEqual(['"id":0', '"id":1', '"id":2'])
})

test('it wants the SDK, and says so where it is not installed', async () => {
  const alone = join(folder, 'alone')
  cpSync(dist, join(alone, 'dist'), { recursive: true, filter: (file) => !/dist\/(?:api|playground)$/.test(file) })
  for (const name of ['package.json', 'node_modules/zod', 'node_modules/compromise'])
    cpSync(join(dist, '..', name), join(alone, name), { recursive: true })
  const told = await new Promise<string>((resolve) => {
    execFile(process.execPath, [join(alone, 'dist/cli.js'), 'mcp'], (error, _, err) => resolve(`${error?.code} ${err}`))
  })
  expect(told).toMatch(/^1 nutgraf: mcp: .*not installed: npm install @modelcontextprotocol\/sdk\n$/)
})
