import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Batch from '../src/batch.ts'

const dist = new URL('../dist/', import.meta.url)
// The built library: its worker threads are files of the package.
const { batchFile, extractAll } = (await import(new URL('batch.js', dist).href)) as typeof Batch
const cli = new URL('cli.js', dist).pathname

const folder = mkdtempSync(join(tmpdir(), 'nutgraf-'))
let files = 0
const fileWith = (content: string): string => {
  const path = join(folder, `${++files}.ndjson`)
  writeFileSync(path, content)
  return path
}
const fresh = () => join(folder, `${++files}.out`)
const recordsIn = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Batch.NdjsonRecord)
const line = (id: string | number, text = `Rice met Blair in London for talk no. ${id}.`) =>
  JSON.stringify({ id, text })
const lines = (count: number) => `${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`

test.each<[string, string, (string | number | null)[], number[]]>([
  ['stories in order', lines(3), [0, 1, 2], [1, 2, 3]],
  ['no line feed at the end', `${line('a')}\n${line('b')}`, ['a', 'b'], [1, 2]],
  ['CRLF', `${line('a')}\r\n${line('b')}\r\n`, ['a', 'b'], [1, 2]],
  ['empty lines', `\n${line('a')}\n  \n\n${line('b')}\n`, ['a', 'b'], [2, 5]],
  ['a byte order mark', `\ufeff${line('a')}\n`, ['a'], [1]],
  ['separators in strings', `${line('a', 'Rice\u2028met\u0085Blair.')}\n`, ['a'], [1]],
  ['no id', '{"text":"Rice met Blair."}\n', [null], [1]],
  ['nulls and more keys', '{"id":null,"text":"Rice met Blair.","published":null,"source":"wire"}\n', [null], [1]],
  ['nothing', '', [], []],
])('%s', async (_, input, ids, numbers) => {
  const out = fresh()
  const summary = await batchFile(fileWith(input), out, { workers: 0 })
  expect(summary).toEqual({ stories: ids.length, errors: 0, resumedAt: 0 })
  expect(recordsIn(out).map(({ id }) => id)).toEqual(ids)
  expect(recordsIn(out).map((record) => record.line)).toEqual(numbers)
})

test.each([
  ['{broken', 'invalid-json', /^not JSON/],
  ['[1]', 'invalid-input', /expected an object with a "text", got an array/],
  ['{"id":7}', 'invalid-text', /text: expected a string, got undefined/],
  ['{"id":{},"text":"x"}', 'invalid-input', /id: expected a string or a number/],
  ['{"text":"x","published":"yesterday"}', 'invalid-published', /expected a date as "2023-08-30"/],
])('a bad line is a record, and stops nothing: %s', async (bad, code, message) => {
  const out = fresh()
  const told: number[] = []
  const input = fileWith(`${line('a')}\n${bad}\n${line('b')}\n`)
  const summary = await batchFile(input, out, { workers: 0, onError: (number) => told.push(number) })
  expect(summary).toMatchObject({ stories: 2, errors: 1 })
  expect(told).toEqual([2])
  const records = recordsIn(out)
  expect(records.map((record) => 'story' in record)).toEqual([true, false, true])
  expect(records[1]).toMatchObject({ line: 2, error: { code, message: expect.stringMatching(message) } })
})

test('two workers write what none does', async () => {
  const input = fileWith(`${lines(100)}{broken\n${lines(20)}`)
  const [alone, together] = [fresh(), fresh()]
  await batchFile(input, alone, { workers: 0 })
  await batchFile(input, together, { workers: 2 })
  expect(readFileSync(together, 'utf8')).toBe(readFileSync(alone, 'utf8'))
})

test('an output that was cut anywhere is finished without loss and without doubles', async () => {
  const input = fileWith(`${lines(4)}{broken\n\n${lines(3)}`)
  const whole = fresh()
  await batchFile(input, whole, { workers: 0 })
  const expected = readFileSync(whole, 'utf8')
  await fc.assert(
    fc.asyncProperty(fc.nat(expected.length), async (length) => {
      const out = fresh()
      writeFileSync(out, expected)
      truncateSync(out, length)
      await batchFile(input, out, { workers: 0 })
      expect(readFileSync(out, 'utf8')).toBe(expected)
    }),
    { numRuns: 40 },
  )
})

test('a run that is killed goes on where it was', { timeout: 120_000 }, async () => {
  const input = fileWith(lines(1500))
  const out = fresh()
  const args = [cli, 'batch', input, '--out', out, '--workers', '1']
  const run = spawn(process.execPath, args, { stdio: 'ignore' })
  const size = () => statSync(out, { throwIfNoEntry: false })?.size ?? 0
  while (size() === 0 && run.exitCode === null) await pause(5)
  run.kill('SIGKILL')
  await pause(100)
  const before = readFileSync(out, 'utf8').split('\n').length - 1
  expect(before).toBeLessThan(1500)
  const { stderr } = await promisify(execFile)(process.execPath, args)
  expect(stderr).toMatch(/\d+ stories, 0 errors behind line \d+/)
  expect(recordsIn(out).map(({ id }) => id)).toEqual(Array.from({ length: 1500 }, (_, i) => i))
})

test.each<[string, string, string, RegExp]>([
  [
    'another input',
    lines(3),
    lines(2).replace('"id":1', '"id":"x"'),
    /has the id 1 for line 2, the input has "x" there/,
  ],
  ['a shorter input', lines(3), lines(1), /has a record for line 2, the input has 1 lines/],
  ['what is no output', lines(3), '', /its last line is no record/],
])('the output of %s is refused', async (_, first, second, message) => {
  const out = fresh()
  if (second === '') writeFileSync(out, 'a letter\n')
  else await batchFile(fileWith(first.split('\n').slice(0, 2).join('\n')), out, { workers: 0 })
  const before = readFileSync(out, 'utf8')
  await expect(batchFile(fileWith(second || first), out, { workers: 0 })).rejects.toThrow(message)
  expect(readFileSync(out, 'utf8')).toBe(before)
})

test('stories are asked for as outcomes are taken', async () => {
  let asked = 0
  function* source() {
    for (;;) yield { id: asked++, text: 'Rice met Blair in London.' }
  }
  const seen: unknown[] = []
  let most = 0
  for await (const { id } of extractAll(source(), { workers: 2 })) {
    seen.push(id)
    most = Math.max(most, asked - seen.length)
    if (seen.length === 300) break
  }
  expect(seen).toEqual(Array.from({ length: 300 }, (_, i) => i))
  expect(most).toBeLessThan(200)
})

test('outcomes have the types of the rule sets', async () => {
  const rules = [{ name: 'shipping', names: { vessel: { Sparta: [] } } }] as const
  const types: string[] = []
  for await (const outcome of extractAll([{ text: 'The Sparta left Murmansk.' }], { rules, workers: 1 }))
    if ('story' in outcome) types.push(...outcome.story.entities.map(({ type }) => type))
  expect(types).toEqual(['vessel'])
})

test.each([
  [{ workers: -1 }, /workers: expected a whole number/],
  [{ workers: 1.5 }, /workers: expected a whole number/],
  [{ rules: [{ name: 'x', rules: [{ id: 'a', match: '(' }] }] }, /x\.rules\.0/],
])('wrong options are refused: %j', async (options, message) => {
  await expect(extractAll([], options as never).next()).rejects.toThrow(message)
})

test.each<[string[], number, RegExp]>([
  [['--help'], 0, /Usage: nutgraf/],
  [['--version'], 0, /^\d+\.\d+\.\d+/],
  [['batch', '--help'], 0, /Example:/],
  [['batch'], 2, /missing required argument|--out <file>/],
  [['bach'], 2, /unknown command/],
  [['batch', 'x', '--out', 'y', '--workers', 'two'], 2, /expected a whole number/],
  [['batch', '/nowhere.ndjson', '--out', join(folder, 'none.out')], 1, /ENOENT/],
])('nutgraf %s gives %i', async (args, code, printed) => {
  const run = await promisify(execFile)(process.execPath, [cli, ...args]).then(
    (out) => ({ code: 0, ...out }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  expect(run.code).toBe(code)
  expect(code === 0 ? run.stdout : run.stderr).toMatch(printed)
})

test('errors are told on standard error, by line, and end with 1', async () => {
  const input = fileWith(`${line('a')}\n{broken\n`)
  const run = promisify(execFile)(process.execPath, [cli, 'batch', input, '--out', fresh(), '--workers', '1'])
  await expect(run).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(`${input}:2: not JSON`),
  })
})
