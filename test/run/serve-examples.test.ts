import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '../../src/api/batch.ts'
import { createStoryServer } from '../../src/run/serve/server.ts'

const run = promisify(execFile)
const root = new URL('../../', import.meta.url).pathname
const read = (file: string) => readFileSync(root + file, 'utf8')
const has = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

const { server, stop } = createStoryServer(createPool({ workers: 0 }), { log: () => undefined })
let address = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(stop)

const section = /^## A server\n(.*?)^## /ms.exec(read('README.md'))![1]!
/** What the README says is printed by its example in a language. */
const examples = (language: string) =>
  [...section.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\`\\n\\n\`\`\`text\\n(.*?)\`\`\``, 'gs'))].map(
    ([, code, output]) => [code!.replaceAll('localhost:8080', address), output!] as const,
  )

const hasCurl = has('curl', '--version')
const hasPython = has('python3', '--version')
const hasHttpx = has('python3', '-c', 'import httpx')

test.skipIf(!hasCurl)('curl prints what the README says', async () => {
  const [[code, output]] = examples('sh') as [readonly [string, string]]
  const { stdout } = await run('bash', ['-c', code])
  const printed = stdout.trimEnd().replace(/("published":"2023-08-30").*/, '$1')
  expect(`${printed}\n`).toBe(output)
})

test.skipIf(!hasHttpx)(`Python prints what the README says${hasHttpx ? '' : ' (pip install httpx)'}`, async () => {
  const [[code, output]] = examples('python') as [readonly [string, string]]
  expect((await run('python3', ['-c', code])).stdout).toBe(output)
})

test.skipIf(!hasHttpx)(`client.py reads stories${hasHttpx ? '' : ' (pip install httpx)'}`, async () => {
  const { stdout } = await run('python3', [`${root}examples/serve/client.py`, `http://${address}`])
  expect(stdout.split('\n')).toEqual([
    'visit to Dhaka planned',
    'talks planned',
    'September 7 2023-09-07',
    '30 2023-05-01 2023-05-30',
    'published: expected a date as "2023-08-30" (ISO 8601), got "last week"',
    '',
  ])
})

test.skipIf(!hasPython).each([
  ['client.py', read('examples/serve/client.py')],
  ['the example of the README', examples('python')[0]![0]],
])('%s is Python', async (_, code) => {
  await run('python3', ['-c', 'import ast, sys; ast.parse(sys.argv[1])', code])
})

test('the image runs the server, for all and not as root, and asks for its health', async () => {
  const lines = read('examples/serve/Dockerfile').split('\n')
  const instruction = (name: string) => lines.find((line) => line.startsWith(`${name} `))!.slice(name.length + 1)
  expect(instruction('USER')).toBe('node')
  expect(JSON.parse(instruction('ENTRYPOINT'))).toEqual(['nutgraf', 'serve', '--host', '0.0.0.0'])
  const [, ...check] = JSON.parse(instruction('HEALTHCHECK CMD')) as string[]
  const isWell = (at: string) =>
    run(
      process.execPath,
      check.map((arg) => arg.replace('127.0.0.1:8080', at)),
    ).then(
      () => true,
      () => false,
    )
  expect([await isWell(address), await isWell('127.0.0.1:9')]).toEqual([true, false])
})

test('the settings for language models start the tools', () => {
  const { mcpServers } = JSON.parse(/```json\n(.*?)```/s.exec(section)![1]!)
  const { command, args } = mcpServers.nutgraf
  expect([command, ...args].join(' ')).toBe(
    'npx --yes --package=nutgraf --package=@modelcontextprotocol/sdk nutgraf mcp',
  )
  const { peerDependencies } = JSON.parse(read('package.json'))
  expect(Object.keys(peerDependencies)).toContain('@modelcontextprotocol/sdk')
})
