import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { afterAll, expect, test } from 'vitest'
import { openArchive } from '../../src/api/archive.ts'
import { NutgrafError } from '../../src/api/index.ts'
import type { Archive } from '../../src/run/archive/archive.ts'
import { describe as description, routes } from '../../src/run/browse/routes.ts'
import { archiveSchemas } from '../../src/run/browse/schema.ts'
import { views } from '../../src/run/browse/views.ts'
import { browsing, logged, smallArchive } from '../support/archive-server.ts'
import { send } from '../support/http.ts'

const archive = await smallArchive()
const { address, page, data, stop } = await browsing(archive)
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-'))
afterAll(async () => {
  await stop()
  await archive.close()
  rmSync(folder, { recursive: true })
})

const entityId = async (name: string) => (await archive.entity(name))!.id
const eventId = async (question: Parameters<Archive['events']>[0]) => (await archive.events(question))[0]!.id
const paths: Record<string, string> = {
  home: '/',
  search: '/search?q=Rooppur',
  nothing: '/search?q=zebra',
  events: '/events?status=planned&type=visit&type=meeting&from=2023-09',
  person: `/person/${await entityId('Narendra Modi')}`,
  entity: `/entity/${await entityId('G20')}`,
  event: `/event/${await eventId({ topic: 'semiconductors' })}`,
  day: '/day/2023-09-08',
  'a day of nothing': '/day/1867-01-31',
  place: `/place/${(await archive.places('Dhaka'))[0]!.id}`,
  story: '/story/3',
  'a story of markup': '/story/8',
}

const headed = (body: string) => parseHTML(body).document.querySelector('h1')?.textContent

test.each([
  ['home', 'news.db', ['9 stories', 'Visit to Beijing', 'Ahead', 'Told last', 'Antony Blinken']],
  ['search', 'Found for “Rooppur”', ['Rooppur', 'Bengal Wire', '5 September 2023']],
  ['nothing', 'Found for “zebra”', ['Nothing was found']],
  ['events', 'Events', ['Visit to Kinshasa', 'October 2023', 'Antony Blinken']],
  ['person', 'Narendra Modi', ['Rishi Sunak', 'What stories say', 'Named with', 'semiconductors']],
  ['entity', 'G20', ['organization', 'New Delhi']],
  ['event', 'Meeting', ['Joe Biden', '8 September 2023', 'semiconductors']],
  ['day', 'Friday 8 September 2023', ['Day before', 'Visit to New Delhi', 'Leaders gather in New Delhi']],
  ['a day of nothing', 'Thursday 31 January 1867', ['No events that are known', 'No stories']],
  ['place', 'Dhaka', ['Visit to Dhaka', '23.71, 90.41']],
  ['story', 'Lavrov meets Momen in Dhaka', ['They discussed', 'The Daily Courier', 'original']],
  ['a story of markup', '<script>alert(1)</script> "Talks" & more', ['<b>German Chancellor', 'Emmanuel Macron']],
] as const)('the page of %s says what there is', async (name, title, words) => {
  const { status, type, body, headers } = await page(paths[name]!)
  expect([status, type]).toEqual([200, 'text/html; charset=utf-8'])
  expect(headed(body)).toBe(title)
  const text = parseHTML(body).document.body.textContent.replace(/\s+/g, ' ')
  for (const word of words) expect(text).toContain(word)
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self';/)
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test.each(Object.keys(paths))(
  'the page of %s is valid HTML, holds no markup of a text, and its links lead on',
  async (name) => {
    const { body } = await page(paths[name]!)
    const report = await new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: { 'long-title': 'off', 'tel-non-breaking': 'off', 'no-redundant-role': 'off' },
    }).validateString(body)
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`)),
    ).toEqual([])
    const { document } = parseHTML(body)
    expect([...document.querySelectorAll('script')].map((script) => script.getAttribute('src')?.split('?')[0])).toEqual(
      ['/script.js'],
    )
    expect(document.querySelectorAll('b:not(.leaf b), img, iframe, object, base, style, [style]').length).toBe(0)
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')!)
    for (const link of links) expect(link).toMatch(/^(?:\/|#main$|https?:\/\/)/)
    for (const link of new Set(links.filter((link) => link.startsWith('/'))))
      expect([(await page(link.split('#')[0]!)).status, link]).toEqual([200, link])
  },
)

const ajv = new Ajv2020({ strict: false })
ajv.addSchema({ $id: 'https://nutgraf.test/', components: (description() as { components: object }).components })
const fits = (shape: string, value: unknown) => {
  const check = ajv.compile({ $ref: `https://nutgraf.test/#/components/schemas/${shape}` })
  check(value)
  expect(check.errors ?? []).toEqual([])
}

test.each(Object.entries(paths))('the data of %s are what its description says', async (_, path) => {
  const of = path === '/' ? '' : path
  const { status, type, json } = await data(`/api${of}`)
  expect([status, type]).toEqual([200, 'application/json'])
  const { id } = views.find(({ path: known }) => known.split('/')[1] === path.split(/[/?]/)[1])!
  const route = routes.find((route) => route.id === `${id}Data`)!
  fits(route.operations[0].gives.schema, json)
})

test('events are had as a calendar, of somebody and of those that are planned', async () => {
  const who = await entityId('Vladimir Putin')
  const { status, type, body } = await data(`/api/events.ics?who=${who}&status=planned`)
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(body.match(/^BEGIN:VEVENT/gm)?.length).toBe((await archive.events({ who, status: 'planned' })).length)
  expect(body).toContain('DTSTART;VALUE=DATE:20231017')
  expect(body).toContain('STATUS:TENTATIVE')
  expect((await data(`/api/events.ics?who=${who}&status=held`)).body).not.toContain('VEVENT')
})

test('events are had for maps', async () => {
  const { status, type, body } = await data('/api/events.geojson?where=Dhaka')
  expect([status, type]).toEqual([200, 'application/geo+json; charset=utf-8'])
  const { features } = JSON.parse(body)
  expect(features[0]).toMatchObject({ type: 'Feature', geometry: { type: 'Point', coordinates: [90.41, 23.71] } })
  fits('Features', JSON.parse(body))
})

test('a list is given in stretches that lead to one another', async () => {
  const seen: number[] = []
  let path: string | null = '/api/events?limit=5'
  while (path) {
    const { json } = await data(path.startsWith('/api') ? path : `/api${path}`)
    const { items, next, before } = json as { items: { id: number }[]; next: string | null; before: string | null }
    expect(before === null).toBe(seen.length === 0)
    seen.push(...items.map(({ id }) => id))
    path = next
  }
  expect(seen).toEqual((await archive.events()).map(({ id }) => id))
})

type Refused = [name: string, path: string, status: number, says: RegExp]
const refusals: Refused[] = [
  ['no such path', '/persons', 404, /nothing at this path; GET \/openapi\.json/],
  ['no such event', '/event/999', 404, /no event "999" in this archive/],
  ['an event by words', '/event/<b>', 404, /no event "<b>"/],
  ['no such person', '/person/0', 404, /nobody "0" in this archive/],
  ['no such place', '/place/1e9', 404, /no place/],
  ['no such story', '/story/123456789012', 404, /no story/],
  ['no such day', '/day/2023-02-30', 400, /expected a day of the calendar, as \/day\/2023-09-07, got "2023-02-30"/],
  ['no day', '/day/tomorrow', 400, /expected a day of the calendar/],
  ['no period', '/events?from=2023-13', 400, /query\.from: expected a day, a month or a year/],
  [
    'the end before the beginning',
    '/events?from=2023-09&to=2023-08',
    400,
    /expected no day before 2023-09-01, got 2023-08-31/,
  ],
  ['no kind', '/events?type=party', 400, /query\.type: expected one of visit, meeting/],
  ['no status', '/events?status=planed', 400, /query\.status: expected one of planned/],
  ['an offset that is none', '/events?offset=-1', 400, /query\.offset: expected a whole number/],
  ['a name that is not known', '/events?stauts=planned', 400, /query\.stauts: is not asked for here; known are who,/],
  ['the same twice', '/search?q=a&q=b', 400, /query\.q: given twice/],
]
test.each(refusals)('%s is refused, for people and for programs', async (_, path, status, says) => {
  const shown = await page(path)
  expect([shown.status, shown.type]).toEqual([status, 'text/html; charset=utf-8'])
  const told = parseHTML(shown.body).document.querySelector('.fault')?.textContent ?? ''
  expect(told).toMatch(new RegExp(says.source.replace(/^query\\\.(\w+):/, '“$1” in the address:'), 'i'))
  for (const one of [path, `/api${path}`]) {
    const { status: other, json } = await data(one)
    expect(other).toBe(status)
    const { detail } = archiveSchemas.Problem.parse(json)
    expect(detail).toMatch(says)
    expect(detail).not.toMatch(/\bat .*\.ts:/)
  }
})

test.each([
  [
    'locked',
    new NutgrafError('busy', 'archive.events', 'news.db: another program has been writing to it; try again'),
    503,
    /another program has been writing/,
  ],
  [
    'broken',
    new NutgrafError('invalid-archive', 'archive.events', 'news.db: the database is damaged; take a copy'),
    503,
    /the database is damaged/,
  ],
  ['failing in a way that nobody knew', new TypeError('secret of the inside'), 500, /the log of the server says more/],
] as const)('an archive that is %s is told of', async (_, error, status, says) => {
  const refuse = async (): Promise<never> => {
    throw error
  }
  const failing = await browsing({ ...archive, events: refuse })
  for (const path of ['/', '/events', '/api/events']) {
    const { status: got, body } = await failing.page(path)
    expect(got).toBe(status)
    expect(body).toMatch(new RegExp(says.source, 'i'))
    expect(body).not.toMatch(/secret|\.ts:/)
  }
  await failing.stop()
})

test('an empty archive has pages', async () => {
  const empty = await smallArchive([])
  const { page, stop } = await browsing(empty)
  for (const path of ['/', '/search', '/search?q=x', '/events', '/day/2023-09-07'])
    expect([path, (await page(path)).status]).toEqual([path, 200])
  expect((await page('/')).body).toContain('nutgraf archive add')
  await stop()
  await empty.close()
})

test.each(['/', '/style.css', '/events', '/api/events.ics'])('HEAD %s has the head of GET alone', async (path) => {
  const { status, type, body } = await send(address + path, { method: 'HEAD' })
  expect([status, type, body]).toEqual([200, (await page(path)).type, ''])
})

test('requests are counted by the route, not by the path', async () => {
  await page('/event/999')
  expect((await data('/metrics')).body).toMatch(
    /nutgraf_http_requests_total\{method="GET",path="\/event\/\{id\}",status="404"\} \d/,
  )
  expect(logged.at(-2)).toMatchObject({ method: 'GET', path: '/event/999', status: 404 })
})

test.each([
  ['is not there', 'none.db', undefined, /there is no such file/],
  ['is no database', 'text.db', 'no database at all, '.repeat(500), /it is no SQLite database/],
  ['is empty', 'empty.db', '', /it is no archive; add stories to it/],
] as const)('a file that %s is not opened for reading', async (_, name, content, says) => {
  const file = join(folder, name)
  if (content !== undefined) writeFileSync(file, content)
  await expect(openArchive(file, { workers: 0, readOnly: true })).rejects.toThrow(says)
})

test('what is opened for reading can’t be written', async () => {
  const file = join(folder, 'news.db')
  const filled = await openArchive(file, { workers: 0 })
  await filled.add('Sergey Lavrov left.')
  const read = await openArchive(file, { workers: 0, readOnly: true })
  expect((await read.counts()).stories).toBe(1)
  await expect(read.add('Putin left.')).rejects.toThrow(/it may only be read/)
  await Promise.all([read.close(), filled.close()])
})

test('nutgraf archive serve shows a file that is filled meanwhile, and ends in order', async () => {
  const file = join(folder, 'filled.db')
  const filled = await openArchive(file, { workers: 0 })
  await filled.add('Sergey Lavrov left.')
  const cli = spawn(process.execPath, ['dist/cli.js', 'archive', 'serve', file, '--port', '0'])
  const ended = once(cli, 'exit')
  const [line] = await once(cli.stderr, 'data')
  const { address: at } = JSON.parse(String(line)) as { address: string }
  expect((await send(`${at}/`)).body).toContain('in 1 story.')
  await filled.add('Vladimir Putin left.')
  expect((await send(`${at}/`)).body).toContain('in 2 stories.')
  cli.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await filled.close()
})

test('nutgraf archive serve refuses a file that is not there', () => {
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'archive', 'serve', join(folder, 'none.db')])
  expect([status, String(stderr)]).toEqual([1, expect.stringContaining('none.db: there is no such file')])
})
