import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tale } from '../support/archive-tale.ts'

const cli = new URL('../../dist/cli.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  code: number
  out: string
  err: string
}

function run(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}, cwd = folder): Promise<Run> {
  return new Promise((resolve) => {
    const how = { cwd, env: { ...process.env, NO_COLOR: '1', ...env } }
    const child = execFile(process.execPath, [cli, 'archive', ...args], how, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

const write = (name: string, content: string) => writeFileSync(join(folder, name), content)
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')
const feed = `<rss version="2.0"><channel><title>News</title><item><guid>https://example.org/feed-1</guid>
<title>Talks in Lima</title><pubDate>Mon, 06 Nov 2023 10:00:00 GMT</pubDate>
<description>Ann Rowan held talks with Karim Rahman in Lima on Sunday.</description></item></channel></rss>`

beforeAll(async () => {
  write('stories.ndjson', lines(tale))
  write(
    'wrong.ndjson',
    `${lines([tale[0]])}not json\n${lines([{ id: 'x' }, { id: 'y', text: 'A', published: 'May' }])}`,
  )
  write('news.rss', feed)
  await run(['add', 'stories.ndjson', '--workers', '0'])
}, 60_000)

test('what is there is not added again, and wrong lines stop nothing', async () => {
  const again = await run(['add', 'stories.ndjson', 'wrong.ndjson', '--workers', '0'])
  expect(again.code).toBe(1)
  expect(again.err.split('\n').map((line) => line.replace(/(not JSON|expected).*/, '$1'))).toEqual([
    'wrong.ndjson:2: not JSON',
    'wrong.ndjson:3 (x): story.text: expected',
    'wrong.ndjson:4 (y): story.options.published: expected',
    '0 stories added, 13 known, 3 errors',
    '',
  ])
})

test('a feed, and standard input, into another archive', async () => {
  const other = { NUTGRAF_ARCHIVE: 'other.db' }
  expect(await run(['add', 'news.rss', '--workers', '0'], '', other)).toMatchObject({
    ...{ code: 0, out: '', err: '1 story added, 0 errors\n' },
  })
  expect((await run(['add', '-', '--workers', '0', '--db', 'other.db'], lines(tale.slice(4, 6)))).err).toBe(
    '2 stories added, 0 errors\n',
  )
  const events = JSON.parse((await run(['events', '--who', 'Rowan', '-f', 'json'], '', other)).out)
  expect(
    events.map(({ type, sources }: { type: string; sources: { url: string }[] }) => `${type} ${sources[0]!.url}`),
  ).toEqual([...['visit null', 'meeting https://example.org/feed-1']])
})

test.each<[name: string, args: string[], out: RegExp]>([
  [
    'a table',
    ['events', '--who', 'Varga', '--where', 'BD'],
    /^2023-09-07 {3}visit to Dhaka {2}\(visit, held; id 1\)\n {2}who {5}Istvan Varga\n {2}where {3}Dhaka\n.*said {4}2023-08-28, Daily Courier, s1: Hungarian/s,
  ],
  [
    'since and until',
    ['events', '--since', '2023-10-05', '--until', '2023-10', '-f', 'csv'],
    /^id,type,.*\r\n\d+,call,held,[^\n]*\r\n$/,
  ],
  [
    'types, states, topics',
    ['events', '--type', 'visit', 'call', '--status', 'cancelled', '--topic', 'fishing', '-f', 'ndjson'],
    /^\{"id":\d+,"type":"visit","status":"cancelled"[^\n]*\}\n$/,
  ],
  [
    'limits',
    ['events', '--limit', '1', '--offset', '1', '--sources', '0', '-f', 'ndjson'],
    /^\{"id":\d+,"type":"meeting".*"sources":\[\]\}\n$/,
  ],
  [
    'a calendar',
    ['events', '--where', 'Oslo', '-f', 'ics'],
    /^BEGIN:VCALENDAR\r\n.*UID:event-\d+@nutgraf.*DTSTART;VALUE=DATE:20230920.*STATUS:CANCELLED.*END:VCALENDAR\r\n$/s,
  ],
  ['a map', ['events', '--where', 'Oslo', '-f', 'geojson'], /"coordinates": \[\s+10\.7\d,\s+59\.9\d\s+\]/],
  [
    'somebody',
    ['entity', 'Varga'],
    /^Istvan Varga {2}\(person; id \d+\)\n {2}names {3}Istvan Varga ×6, .*\n {2}titles {2}.*\n {2}told {4}6 stories, 2023-08-28 … 2023-10-09\n {2}with {4}.*Karim Rahman \(2\).*climate summit/s,
  ],
  ['somebody as JSON', ['entity', 'Peter Rowan', '-f', 'json'], /"name": "Peter Rowan"/],
  ['namesakes', ['entity', 'Rowan'], /^Ann Rowan .* {2}others {2}Peter Rowan \(person, 1 story; id \d+\)/s],
  ['a timeline', ['timeline', 'Dahl', '-f', 'csv'], /\r\n\d+,call,.*\r\n\d+,summit,.*\r\n$/s],
  ['company', ['with', 'Varga', '--type', 'person', '-f', 'csv'], /^id,type,name,stories,events\r\n\d+,person,.*,2,2?/],
  ['company as a table', ['with', 'Varga', '--type', 'person'], /^stories {2}events {2}with\n {6}2 {7}\d {2}\S/],
  [
    'words',
    ['search', 'fishing', 'quota'],
    /^story \d+ {2}\(2023-10-20, Bengal Wire, s11; id \d+\)\n {2}.*\[fishing\] \[quota\]\.\n\nRowan to go to Oslo {2}/,
  ],
  ['a phrase', ['search', 'quota fishing'], /^$/],
  ['why', ['why', 'Varga', '2'], /^Istvan Varga {2}\(e\d, \d+ % sure\)\n {2}\S/],
  [
    'help',
    ['--help'],
    /add \[options\] <file\.\.\.>.*events .*entity .*timeline .*with .*search .*why .*relink .*export /s,
  ],
])('%s', async (_, args, out) => {
  const ran = await run(args)
  expect(ran.out).toMatch(out)
  expect(ran.code).toBe(0)
})

test.each<[name: string, args: string[], code: number, err: RegExp]>([
  [
    'an archive that is not there',
    ['events', '--db', 'none.db'],
    1,
    /none\.db: there is no such archive; .*nutgraf archive add FILES --db none\.db/,
  ],
  ['a file that is not there', ['add', 'none.ndjson', '--db', 'new.db'], 1, /none\.ndjson: there is no such file/],
  ['no file', ['add'], 2, /missing required argument 'file'/],
  ['a day', ['events', '--since', 'May'], 2, /archive\.events\.from: expected a day as 2023-05-03/],
  ['a day twice', ['events', '--since', '2023', '--from', '2023'], 2, /--since is --from/],
  ['a type', ['events', '--type', 'party'], 2, /Allowed choices are visit/],
  ['a format', ['search', 'gas', '-f', 'ics'], 2, /Allowed choices are table, json, ndjson, csv/],
  ['a limit', ['events', '--limit', 'x'], 2, /expected a whole number/],
  ['nobody', ['entity', 'Nobody'], 1, /nobody and nothing in it is called Nobody/],
  ['no story', ['why', 'Varga', '999'], 1, /it has no story 999/],
  ['no folder', ['export'], 2, /say what to write, and where: --parquet FOLDER/],
  ['no database', ['events', '--db', 'stories.ndjson'], 1, /stories\.ndjson: it is no SQLite database/],
  ['a home', ['add', 'stories.ndjson', '--home', 'Nowhereland', '--db', 'new.db'], 2, /home/],
])('%s is told of', async (_, args, code, err) => {
  const ran = await run(args)
  expect(ran.err).toMatch(err)
  expect(ran).toMatchObject({ code, out: '' })
  for (const made of ['none.db', 'new.db']) expect(existsSync(join(folder, made))).toBe(false)
})

test('what is not found is said on standard error', async () => {
  expect(await run(['events', '--who', 'Vargas'])).toEqual({
    ...{ code: 0, out: '' },
    err: 'nobody and nothing in the archive is called Vargas\nno event answers to all of that\n',
  })
})

test('a file that is there is not written over', async () => {
  expect((await run(['events', '--out', 'all.ics'])).code).toBe(0)
  const calendar = readFileSync(join(folder, 'all.ics'), 'utf8')
  expect(calendar).toMatch(/^BEGIN:VCALENDAR/)
  expect(await run(['events', '--limit', '1', '--out', 'all.ics'])).toMatchObject({
    ...{ code: 1, err: expect.stringContaining('all.ics: it is there already') as string },
  })
  expect(readFileSync(join(folder, 'all.ics'), 'utf8')).toBe(calendar)
  expect((await run(['events', '--limit', '1', '--out', 'all.ics', '--force'])).code).toBe(0)
  expect(readFileSync(join(folder, 'all.ics'), 'utf8').length).toBeLessThan(calendar.length)
})

test('tables are exported, as Parquet and as CSV the same', async () => {
  const ran = await run(['export', '--parquet', 'tables', '--csv', 'sheets'])
  expect(ran).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^14 tables, \d+ rows in tables\n14 tables/) as string,
  })
  const names = readdirSync(join(folder, 'tables')).map((name) => name.replace('.parquet', ''))
  expect(names).toContain('event_sources')
  for (const name of names) {
    const bytes = readFileSync(join(folder, 'tables', `${name}.parquet`))
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
    const rows = await parquetReadObjects({ file })
    const { data } = papa.parse<Record<string, string>>(readFileSync(join(folder, 'sheets', `${name}.csv`), 'utf8'), {
      ...{ header: true, skipEmptyLines: true },
    })
    expect(rows.map((row) => Object.values(row).map((cell) => String(cell ?? '')))).toEqual(
      data.map((row) => Object.values(row)),
    )
  }
  expect(await run(['export', '--csv', 'sheets'])).toMatchObject({
    ...{ code: 1, err: expect.stringContaining('it is there already; give another folder') as string },
  })
  expect((await run(['export', '--csv', 'sheets', '--force'])).code).toBe(0)
})

test('links are made anew', async () => {
  expect(await run(['relink'])).toMatchObject({ code: 0, out: '' })
  expect((await run(['events', '--who', 'Varga', '-f', 'ndjson'])).out.trim().split('\n').length).toBe(4)
})

test('who stops it loses nothing, and is told how to go on', async () => {
  const child = spawn(process.execPath, [cli, 'archive', 'add', '-', '--workers', '0', '--db', 'stopped.db'], {
    cwd: folder,
  })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  // Standard input stays open: without the signal it would wait for more.
  child.stdin.on('error', () => {})
  child.stdin.write(lines(tale))
  await expect.poll(() => existsSync(join(folder, 'stopped.db')), { timeout: 20_000 }).toBe(true)
  child.kill('SIGINT')
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGINT')
  expect(err).toMatch(
    /^stopped; what was added is kept; to go on: (?:npx )?nutgraf archive add - --workers 0 --db stopped\.db\n$/,
  )
  const again = await run(['add', 'stories.ndjson', '--workers', '0', '--db', 'stopped.db'])
  expect(again.err).toMatch(/^\d+ stories added, (?:\d+ known, )?0 errors\n$/)
  const events = (await run(['events', '-f', 'ndjson', '--db', 'stopped.db'])).out
  expect(events.trim().split('\n').length).toBe(8)
})

test('the session of the README prints what it says', async () => {
  const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const session = /```console\n(.*?)```/s.exec(page.slice(page.indexOf('## An archive')))![1]!
  const own = join(folder, 'readme')
  mkdirSync(own)
  for (const [, command, output] of session.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
    if (command === 'cat stories.ndjson') {
      writeFileSync(join(own, 'stories.ndjson'), output!)
      continue
    }
    const args = [...command!.replace('npx nutgraf archive ', '').matchAll(/'([^']*)'|(\S+)/g)].map(
      ([, a, b]) => (a ?? b)!,
    )
    const workers = args[0] === 'add' ? ['--workers', '0'] : []
    const { out, err } = await run([...args, ...workers], '', {}, own)
    expect(out + err).toBe(output)
  }
})
