import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type * as Batch from '../../src/api/batch.ts'
import { createExtractor, extract, type StoryText } from '../../src/api/index.ts'
import { outcomesOf } from '../../src/run/batch/input.ts'

const dist = new URL('../../dist/', import.meta.url)
// The built library: its workers are files of the package.
const { batchFile, extractAll } = (await import(new URL('batch.js', dist).href)) as typeof Batch
const cli = new URL('cli.js', dist).pathname

const folder = mkdtempSync(join(tmpdir(), 'nutgraf-batch-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const fileWith = (content: string | Buffer): string => {
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
  [
    'files that were joined, each with a byte order mark',
    `\ufeff${line('a')}\n\ufeff${line('b')}\n`,
    ['a', 'b'],
    [1, 2],
  ],
  ['lines that are the same', `${line('a')}\n${line('b')}\n${line('a')}\n`, ['a', 'b', 'a'], [1, 2, 3]],
  ['separators in strings', `${line('a', 'Rice\u2028met\u0085Blair.')}\n`, ['a'], [1]],
  ['no id', '{"text":"Rice met Blair."}\n', [null], [1]],
  ['nulls and more keys', '{"id":null,"text":"Rice met Blair.","published":null,"source":"wire"}\n', [null], [1]],
  ['nothing', '', [], []],
])('%s', async (_, input, ids, numbers) => {
  const out = fresh()
  const summary = await batchFile(fileWith(input), out, { workers: 0 })
  expect(summary).toEqual({ stories: ids.length, errors: 0, kept: 0, dropped: 0, resumedAt: 0 })
  expect(recordsIn(out).map(({ id }) => id)).toEqual(ids)
  expect(recordsIn(out).map((record) => record.line)).toEqual(numbers)
})

test.each<[string | Buffer, string, RegExp]>([
  ['{broken', 'invalid-json', /^not JSON/],
  ['\ufeff\ufeff{}', 'invalid-json', /^not JSON/],
  [Buffer.from('{"text":"caf\xe9"}', 'latin1'), 'invalid-input', /^expected text in UTF-8; convert it first/],
  [Buffer.from('{"text":"\xed\xa0\x80"}', 'latin1'), 'invalid-input', /^expected text in UTF-8/],
  ['[1]', 'invalid-input', /expected an object with a "text", got an array/],
  ['{"id":7}', 'invalid-text', /text: expected a string, got undefined/],
  ['{"id":{},"text":"x"}', 'invalid-input', /id: expected a string or a number/],
  ['{"text":"x","published":"yesterday"}', 'invalid-published', /expected a date as "2023-08-30"/],
])('a bad line is a record, and stops nothing: %s', async (bad, code, message) => {
  const out = fresh()
  const told: number[] = []
  const input = fileWith(Buffer.concat([`${line('a')}\n`, bad, `\n${line('b')}\n`].map((part) => Buffer.from(part))))
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

// Whatever was done to input and output between two runs, what comes of it is what a first run gives.
test('an output is brought to what the input is now', { timeout: 60_000 }, async () => {
  const ids = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd', '{broken', ''), { maxLength: 7 })
  const corpus = (of: readonly string[]) => of.map((id) => (/^[a-d]$/.test(id) ? line(id) : id)).join('\n')
  const run = async (of: readonly string[], out: string, force: boolean) =>
    batchFile(fileWith(corpus(of)), out, { workers: 0, force })
  await fc.assert(
    fc.asyncProperty(ids, ids, fc.double({ min: 0, max: 1, noNaN: true }), async (first, second, share) => {
      const [out, expected] = [fresh(), fresh()]
      await run(second, expected, false)
      await run(first, out, false)
      truncateSync(out, Math.floor(share * statSync(out).size))
      const left = recordsIn(fileWith(wholeLines(out))).flatMap((record) =>
        'story' in record ? String(record.id) : [],
      )
      const count = (list: readonly string[], id: string) => list.filter((one) => one === id).length
      const wouldGo = left.some((id) => count(left, id) > count(second, id))
      if (wouldGo) await expect(run(second, out, false)).rejects.toMatchObject({ code: 'invalid-output' })
      await run(second, out, wouldGo)
      expect(readFileSync(out, 'utf8')).toBe(readFileSync(expected, 'utf8'))
      expect(await run(second, out, false)).toMatchObject({ stories: 0, errors: 0, dropped: 0 })
    }),
    { numRuns: 60 },
  )
})

const wholeLines = (path: string) => /^(?:.*\n)*/.exec(readFileSync(path, 'utf8'))![0]

test.each<[string, string[], string[], Partial<Batch.BatchSummary>]>([
  ['a line more at the end', ['a', 'b'], ['a', 'b', 'c'], { stories: 1, kept: 2, dropped: 0, resumedAt: 2 }],
  ['a line put in', ['a', 'b'], ['a', 'c', 'b'], { stories: 1, kept: 2, dropped: 0, resumedAt: 1 }],
  ['a line put in before all', ['a', 'b'], ['c', 'a', 'b'], { stories: 1, kept: 2, dropped: 0, resumedAt: 0 }],
  ['lines in another order', ['a', 'b'], ['b', 'a'], { stories: 0, kept: 2, dropped: 0 }],
  ['a wrong line mended', ['a', '{broken'], ['a', 'b'], { stories: 1, kept: 1, dropped: 1 }],
  ['a wrong line gone', ['{broken', 'a'], ['a'], { stories: 0, kept: 1, dropped: 1 }],
  ['a wrong line as it was', ['{broken', 'a'], ['{broken', 'a'], { stories: 0, errors: 0, kept: 2, resumedAt: 2 }],
])('an input that was changed: %s', async (_, before, after, summary) => {
  const corpus = (ids: string[]) => ids.map((id) => `${id.length === 1 ? line(id) : id}\n`).join('')
  const [out, expected] = [fresh(), fresh()]
  await batchFile(fileWith(corpus(before)), out, { workers: 0 })
  expect(await batchFile(fileWith(corpus(after)), out, { workers: 0 })).toMatchObject(summary)
  await batchFile(fileWith(corpus(after)), expected, { workers: 0 })
  expect(readFileSync(out, 'utf8')).toBe(readFileSync(expected, 'utf8'))
})

test.each<[string, string[], string[], number, number]>([
  ['a line gone', ['a', 'b', 'c'], ['a', 'c'], 1, 2],
  ['one of two that are the same gone', ['a', 'a'], ['a'], 1, 2],
  ['all lines others', ['a', 'b'], ['c', 'd', 'e'], 2, 1],
  ['nothing left', ['a', 'b'], [], 2, 1],
])('an input that lost lines is told of, and by force their stories go: %s', async (_, before, after, count, first) => {
  const corpus = (ids: string[]) => ids.map((id) => `${line(id)}\n`).join('')
  const [out, expected] = [fresh(), fresh()]
  await batchFile(fileWith(corpus(before)), out, { workers: 0 })
  const was = readFileSync(out, 'utf8')
  await expect(batchFile(fileWith(corpus(after)), out, { workers: 0 })).rejects.toThrow(
    `${out}: has stories of lines that the input has not (${count}; the first was line ${first})`,
  )
  expect(readFileSync(out, 'utf8')).toBe(was)
  await batchFile(fileWith(corpus(after)), out, { workers: 0, force: true })
  await batchFile(fileWith(corpus(after)), expected, { workers: 0 })
  expect(readFileSync(out, 'utf8')).toBe(readFileSync(expected, 'utf8'))
})

test.each([
  ['failed', 'a fault of ours', 1],
  ['out-of-memory', 'too long', 0],
  ['invalid-text', 'wrong', 0],
])('what gave "%s" is read again %#', async (code, message, stories) => {
  const input = fileWith(lines(3))
  const out = fresh()
  await batchFile(input, out, { workers: 0 })
  const expected = readFileSync(out, 'utf8')
  const failed = expected.replace(/("id":1,).*/, `$1${JSON.stringify({ error: { code, message } }).slice(1)}`)
  writeFileSync(out, failed)
  expect(await batchFile(input, out, { workers: 0 })).toMatchObject({ stories, errors: 0, kept: 3 - stories })
  expect(readFileSync(out, 'utf8')).toBe(stories ? expected : failed)
})

/** Every file of a folder with what it has. */
const contentOf = (path: string) =>
  readdirSync(path, { withFileTypes: true }).map((entry) => [
    entry.name,
    entry.isFile()
      ? readFileSync(join(path, entry.name), 'utf8')
      : entry.isSymbolicLink()
        ? readlinkSync(join(path, entry.name))
        : '',
  ])

const badRules = { rules: [{ name: 'BAD NAME' }] }
const older = '{"line":1,"id":0,"story":{}}\n'
test.each<[string, string, (at: (name: string) => string) => void, object, RegExp]>([
  ['the input', 'in', () => undefined, {}, /in: it is the input too; give another/],
  ['a link to the input', 'out', (at) => symlinkSync('in', at('out')), {}, /it is the input too/],
  ['the input by another name', 'out', (at) => linkSync(at('in'), at('out')), {}, /it is the input too/],
  ['the input, by force', 'in', () => undefined, { force: true }, /it is the input too/],
  ['what has the input beside it', 'out', (at) => linkSync(at('in'), at('out.nutgraf-new')), {}, /it is the input too/],
  [
    'a table that has the input beside it, by force',
    'out.csv',
    (at) => symlinkSync('in', at('out.csv.nutgraf-records')),
    { force: true },
    /it is the input too/,
  ],
  ['notes', 'out', (at) => writeFileSync(at('out'), 'a letter\n'), {}, /out: its line 1 is no record of nutgraf/],
  ['notes without a line feed', 'out', (at) => writeFileSync(at('out'), 'a letter'), {}, /its line 1 is no record/],
  ['JSON lines', 'out', (at) => writeFileSync(at('out'), '{"line":1}\n'), {}, /its line 1 is no record/],
  ['bytes', 'out', (at) => writeFileSync(at('out'), Buffer.alloc(9000)), {}, /its line 1 is no record/],
  ['records of an older version', 'out', (at) => writeFileSync(at('out'), older), {}, /an older version/],
  ['notes, with wrong rules', 'out', (at) => writeFileSync(at('out'), 'a'), { ...badRules, force: true }, /BAD NAME/],
  ['notes, with no such rule', 'out', (at) => writeFileSync(at('out'), 'a'), { without: ['x/y'], force: true }, /x\/y/],
  ['a new file, with wrong rules', 'out', () => undefined, badRules, /BAD NAME/],
  ['a new file, with wrong workers', 'out', () => undefined, { workers: 1.5 }, /workers: expected a whole number/],
  ['a new file, with little memory', 'out', () => undefined, { maxMemory: 12 }, /maxMemory: expected .* from 128/],
  ['a folder', 'out', (at) => mkdirSync(at('out')), {}, /out: it is a folder/],
  ['a file in no folder', 'none/out', () => undefined, {}, /none\/out: there is no such file or folder/],
  ['a file in a file', 'in/out', () => undefined, {}, /in\/out: what should be a folder/],
  ['a device', '/dev/null', () => undefined, {}, /it is no file/],
  ['a circle of links', 'out', (at) => symlinkSync('out', at('out')), {}, /links lead in a circle/],
])('as an output is refused, and all stays as it was: %s', async (_, output, prepare, options, message) => {
  const own = mkdtempSync(join(folder, 'own-'))
  const at = (name: string) => (name.startsWith('/') ? name : join(own, name))
  writeFileSync(at('in'), line('a'))
  prepare(at)
  const before = contentOf(own)
  const run = batchFile(at('in'), at(output), { workers: 0, ...options } as Batch.BatchOptions)
  await expect(run).rejects.toThrow(message)
  await expect(run).rejects.toMatchObject({ name: 'NutgrafError' })
  expect(contentOf(own)).toEqual(before)
})

test.each<[string, RegExp]>([
  ['none', /none: there is no such file/],
  ['.', /it has no file that ends in \.html/],
])('an input that can not be read is refused before the output is made: %s', async (name, message) => {
  const own = mkdtempSync(join(folder, 'own-'))
  await expect(batchFile(join(own, name), join(own, 'out'), { workers: 0 })).rejects.toThrow(message)
  expect(readdirSync(own)).toEqual([])
})

test.each<[string, (at: (name: string) => string) => void]>([
  ['is not there', () => undefined],
  ['is empty', (at) => writeFileSync(at('out'), '')],
  ['is a link to what is not there', (at) => symlinkSync('target', at('out'))],
  [
    'is a link to records',
    (at) => {
      writeFileSync(at('target'), '')
      symlinkSync('target', at('out'))
    },
  ],
  ['has a beginning of a record', (at) => writeFileSync(at('out'), '{"line":17,"hash":"0a')],
])('an output that %s is written', async (_, prepare) => {
  const own = mkdtempSync(join(folder, 'own-'))
  const at = (name: string) => join(own, name)
  prepare(at)
  await batchFile(fileWith(lines(2)), at('out'), { workers: 0 })
  expect(recordsIn(at('out')).map(({ id }) => id)).toEqual([0, 1])
  expect(readdirSync(own).filter((name) => !/^(?:out|target)$/.test(name))).toEqual([])
})

test('by force a file is written over, keeps its rights, and records of the input in it stay', async () => {
  const input = fileWith(lines(2))
  const out = fresh()
  await batchFile(input, out, { workers: 0 })
  const expected = readFileSync(out, 'utf8')
  writeFileSync(out, `notes\n${expected.split('\n')[1]}\nmore notes`)
  chmodSync(out, 0o640)
  expect(await batchFile(input, out, { workers: 0, force: true })).toMatchObject({ stories: 1, kept: 1, dropped: 2 })
  expect(readFileSync(out, 'utf8')).toBe(expected)
  expect(statSync(out).mode & 0o777).toBe(0o640)
})

test('one run at a time writes an output, by whatever name', async () => {
  const input = fileWith(lines(40))
  const out = fresh()
  symlinkSync(out, `${out}-link`)
  const runs = await Promise.allSettled([out, `${out}-link`, out].map((path) => batchFile(input, path, { workers: 0 })))
  expect(runs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  const refused = runs.find((run) => run.status === 'rejected')
  expect(String(refused?.reason)).toMatch(new RegExp(`another run is writing it: process ${process.pid} on `))
  expect(recordsIn(out)).toHaveLength(40)
  expect(existsSync(`${out}.nutgraf-lock`)).toBe(false)
})

const space = (() => {
  try {
    return [readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), readlinkSync('/proc/self/ns/pid')].join(' ')
  } catch {
    return ' '
  }
})()
const here = { pid: process.pid, started: '0', host: hostname(), space }
// No process has this number.
const dead = 2 ** 22 + 1
test.each<[string, string, number, boolean]>([
  ['a run that was killed', JSON.stringify({ ...here, pid: dead }), 0, true],
  ['a run whose number is another process now', JSON.stringify(here), 0, space !== ' '],
  ['a run of another machine', JSON.stringify({ ...here, host: 'elsewhere' }), 0, false],
  ['a run of another machine that is silent', JSON.stringify({ ...here, host: 'elsewhere' }), 600, true],
  ['a run before this boot', JSON.stringify({ ...here, space: 'before' }), 600, true],
  ['no run that could be named', '', 0, false],
  ['no run that could be named, long ago', '{"pid":', 600, true],
])('the lock of %s', async (_, lock, age, taken) => {
  const out = fresh()
  const path = `${out}.nutgraf-lock`
  writeFileSync(path, lock)
  const then = Date.now() / 1000 - age
  utimesSync(path, then, then)
  const run = batchFile(fileWith(lines(1)), out, { workers: 0 })
  if (taken) expect(await run).toMatchObject({ stories: 1 })
  else await expect(run).rejects.toThrow(/another run is writing it: .*remove .*nutgraf-lock/)
  expect(existsSync(path)).toBe(!taken)
  expect(existsSync(out)).toBe(taken)
})

// Kilobytes that the output has when the run is ended.
test.each<[NodeJS.Signals, number]>([
  ['SIGKILL', 0],
  ['SIGKILL', 300],
  ['SIGKILL', 900],
  ['SIGTERM', 0],
  ['SIGINT', 300],
])('a run that is ended by %s behind %i KB goes on where it was', { timeout: 120_000 }, async (signal, kilobytes) => {
  const input = fileWith(`${lines(700)}{broken\n${lines(700)}`)
  const out = fresh()
  const args = [cli, 'batch', input, '--out', out, '--workers', '1']
  const run = spawn(process.execPath, args, { stdio: 'ignore' })
  const ended = once(run, 'exit')
  const size = () => statSync(out, { throwIfNoEntry: false })?.size ?? -1
  while (size() <= kilobytes * 1000 && run.exitCode === null) await pause(5)
  run.kill(signal)
  expect(await ended).toEqual([null, signal])
  expect(existsSync(`${out}.nutgraf-lock`)).toBe(signal === 'SIGKILL')
  expect(readFileSync(out, 'utf8').split('\n').length - 1).toBeLessThan(1401)
  const { stderr } = await promisify(execFile)(process.execPath, args).catch((error: { stderr: string }) => error)
  expect(stderr).toMatch(/\d+ stor(y|ies), (0 errors|1 error)\b/)
  expect(recordsIn(out).map(({ line }) => line)).toEqual(Array.from({ length: 1401 }, (_, i) => i + 1))
  expect(existsSync(`${out}.nutgraf-lock`)).toBe(false)
})

test('a run that is stopped has written what is done', async () => {
  const out = fresh()
  const stop = new AbortController()
  const run = batchFile(fileWith(lines(200)), out, {
    workers: 1,
    signal: stop.signal,
    onProgress: ({ stories }) => stories === 40 && stop.abort(new Error('enough')),
  })
  await expect(run).rejects.toThrow('enough')
  const done = recordsIn(out).length
  expect(done).toBeGreaterThanOrEqual(40)
  expect(done).toBeLessThan(200)
  expect(existsSync(`${out}.nutgraf-lock`)).toBe(false)
})

const greedy = (id: string) => `{"id":"${id}","text":"Rice left.","more":[${'{},'.repeat(6_000_000)}1]}`

test('lines that take more memory than a worker has are errors, and no other line is lost', {
  timeout: 240_000,
}, async () => {
  const input = fileWith(`${lines(40)}${greedy('a')}\n${lines(20)}${greedy('b')}\n`)
  const out = fresh()
  const told: number[] = []
  const options = { workers: 2, maxMemory: 128, onError: (number: number) => told.push(number) }
  expect(await batchFile(input, out, options)).toMatchObject({ stories: 60, errors: 2 })
  expect(told).toEqual([41, 62])
  const records = recordsIn(out)
  expect(records.map(({ line }) => line)).toEqual(Array.from({ length: 62 }, (_, i) => i + 1))
  expect(records[40]).toMatchObject({ error: { code: 'out-of-memory', message: expect.stringMatching('128 MB') } })
  expect(await batchFile(input, out, options)).toMatchObject({ stories: 0, errors: 0, kept: 62 })
})

const throws = {
  id: 2,
  get text(): string {
    throw new Error('no text here')
  },
}
test.each<[string, unknown, number, string]>([
  ['a function for a text', { id: 2, text: () => 0 }, 1, 'invalid-input'],
  ['a getter that throws', throws, 1, 'failed'],
  ['a getter that throws, in this thread', throws, 0, 'failed'],
  ['nothing', undefined, 1, 'invalid-input'],
])('a story that is none is an error where it stands: %s', async (_, wrong, workers, code) => {
  const stories = [{ id: 1, text: 'Rice left.' }, wrong as Batch.StoryInput, { id: 3, text: 'She left.' }]
  const outcomes: unknown[] = []
  for await (const outcome of extractAll(stories, { workers }))
    outcomes.push('error' in outcome ? outcome.error.code : outcome.id)
  expect(outcomes).toEqual([1, code, 3])
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
  [{ maxMemory: 127 }, /maxMemory: expected a whole number of megabytes from 128/],
  [{ rules: [{ name: 'x', rules: [{ id: 'a', match: '(' }] }] }, /x\.rules\.0/],
  [{ worker: 2 }, /worker: unknown option; known are rules, without, places, workers, maxMemory, timeLimit/],
  [{ force: true }, /force: unknown option/],
  [4, /extractAll\.options: expected an object, got number 4/],
])('wrong options are refused: %j', async (options, message) => {
  await expect(extractAll([], options as never).next()).rejects.toThrow(message)
})

test('an option that a file of stories has not is refused before anything is read', async () => {
  const options = { workers: 0, maxMemroy: 200 }
  await expect(batchFile('/nowhere', '/nowhere-else', options)).rejects.toThrow(/maxMemroy: unknown option/)
})

test.each<[string[], number, RegExp]>([
  [['--help'], 0, /Usage: nutgraf/],
  [['--version'], 0, /^\d+\.\d+\.\d+/],
  [['batch', '--help'], 0, /Examples:/],
  [['batch'], 2, /missing required argument|--out <file>/],
  [['bach'], 2, /unknown command/],
  [['batch', 'x', '--out', 'y', '--workers', 'two'], 2, /expected a whole number/],
  [['batch', 'x', '--out', 'y', '--workers', '1000'], 2, /from 0 to 512/],
  [['batch', '/nowhere.ndjson', '--out', join(folder, 'none.out')], 1, /nowhere.ndjson: there is no such file/],
  [['batch', cli, '--out', cli], 2, /it is the input too/],
  [['batch', cli, '--out', join(folder, 'none.out'), '--max-memory', '1'], 2, /from 128/],
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

test('what fails by a fault of ours is an error, and those that were read with it have their stories', () => {
  const failing = (text: string) => {
    if (text.includes('Blair')) throw new RangeError('ours')
    return extract(text)
  }
  const extractor = {
    ...createExtractor(),
    extract: failing,
    *extractMany(stories: Iterable<string | StoryText>) {
      for (const story of stories) yield failing(typeof story === 'string' ? story : story.text)
    },
  }
  const outcomes = outcomesOf(extractor, [{ id: 1, text: 'Rice left.' }, { id: 2, text: 'Blair left.' }, { id: 3 }])
  expect(outcomes).toEqual([
    { id: 1, story: extract('Rice left.') },
    { id: 2, error: { code: 'failed', message: 'ours' } },
    { id: 3, error: { code: 'invalid-text', message: 'story.text: expected a string, got undefined' } },
  ])
})
