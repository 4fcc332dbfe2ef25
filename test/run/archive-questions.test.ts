import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { answersOf } from '../../src/run/archive/answers.ts'
import type { Archive } from '../../src/run/archive/archive.ts'
import { openDatabase } from '../../src/run/archive/database.ts'
import { openArchive } from '../../src/run/archive/open.ts'
import type { ArchiveEvent, EventQuestion } from '../../src/run/archive/questions.ts'
import { tale } from '../support/archive-tale.ts'
import { hasPostgres, skippedPostgres, startPostgres } from '../support/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'nutgraf-questions-'))
afterAll(() => rmSync(folder, { recursive: true }))

const [dhaka, met, oslo, geneva, call, khulna, rotterdam, lisbon] = [
  ...['visit 2023-09-07', 'meeting 2023-09-08', 'visit 2023-09-20', 'meeting 2023-10-02', 'call 2023-10-05'],
  ...['meeting 2023-11-01', 'summit 2023-11-13', 'meeting -'],
] as const
const shown = (events: readonly ArchiveEvent[]) => events.map(({ type, from }) => `${type} ${from ?? '-'}`)

const questions: [name: string, question: EventQuestion, events: readonly string[]][] = [
  ['all, in the order of their days', {}, [dhaka, met, oslo, geneva, call, khulna, rotterdam, lisbon]],
  ['a last name', { who: 'Varga' }, [dhaka, met, call, rotterdam]],
  ['a full name', { who: 'istvan VARGA' }, [dhaka, met, call, rotterdam]],
  ['a first name', { who: 'Istvan' }, [dhaka, met, call, rotterdam]],
  ['a title before a last name', { who: 'Foreign Minister Varga' }, [dhaka, met, call, rotterdam]],
  ['a title before a name', { who: 'former Prime Minister Ann Rowan' }, [oslo]],
  ['a title alone', { who: 'Foreign Minister' }, []],
  ['a title before a name that nobody bears', { who: 'President Vargas' }, []],
  ['two who take part', { who: ['Varga', 'Rahman'] }, [met]],
  ['two of whom one does not', { who: ['Varga', 'Rowan'] }, []],
  ['a name with accents', { who: 'Pena' }, [lisbon]],
  ['a country that takes part', { who: 'Russia' }, [geneva]],
  ['two countries', { who: ['China', 'Russia'] }, [geneva]],
  ['a name that nobody bears', { who: 'Vargas' }, []],
  ['a part of a word', { who: 'arga' }, []],
  ['a city', { where: 'Dhaka' }, [dhaka]],
  ['a country with its cities', { where: 'Norway' }, [oslo]],
  ['a country by its code', { where: 'BD' }, [dhaka, met, khulna]],
  ['a country by another name', { where: 'Holland' }, [rotterdam]],
  ['a party', { where: 'China' }, [geneva]],
  ['a place of none', { where: 'Paris' }, []],
  ['a day', { from: '2023-09-07', to: '2023-09-07' }, [dhaka]],
  ['a month', { from: '2023-09', to: '2023-09' }, [dhaka, met, oslo]],
  ['days that an event reaches into', { from: '2023-11-20' }, [khulna]],
  ['up to a day', { to: '2023-09-08' }, [dhaka, met]],
  ['a year', { from: '2023', to: '2023' }, [dhaka, met, oslo, geneva, call, khulna, rotterdam]],
  ['a year of none', { from: '2024' }, []],
  ['a type', { type: 'visit' }, [dhaka, oslo]],
  ['two types', { type: ['call', 'summit'] }, [call, rotterdam]],
  ['what was called off', { status: 'cancelled' }, [oslo]],
  ['what is to come', { status: ['planned', 'ongoing'] }, [khulna, rotterdam]],
  ['what was planned and held', { who: 'Varga', where: 'Dhaka', status: 'held' }, [dhaka]],
  ['words of a topic', { topic: 'quotas fishing' }, [oslo, khulna]],
  ['a word of a topic twice', { topic: 'fishing fishing' }, [oslo, khulna]],
  ['words of two topics', { topic: 'fishing visas' }, []],
  ['a part of a word of a topic', { topic: 'fis' }, []],
  ['a category by name', { topic: 'Climate change' }, [rotterdam]],
  ['a category by code', { topic: 'medtop:20000635' }, [geneva]],
  ['a broader category', { topic: 'environment' }, [rotterdam]],
  ['a topic with syntax in it', { topic: `"visas' % _ * \\` }, [met]],
  ['some', { limit: 2, offset: 1 }, [met, oslo]],
  ['the last first', { order: 'latest', limit: 2, from: '2023' }, [khulna, rotterdam]],
  ['what was told last', { order: 'newest', limit: 1 }, [khulna]],
  ['what was told on some days', { toldFrom: '2023-10-03', toldTo: '2023-10-09' }, [call, rotterdam]],
  ['all at once', { who: 'Rowan', where: 'NO', from: '2023-09', type: 'visit', topic: 'fishing' }, [oslo]],
]

const searches: [words: string, stories: string[]][] = [
  ['fishing', ['s11', 's5']],
  ['fishing quotas', ['s11', 's5']],
  ['quota fishing', ['s11', 's5']],
  ['"quota fishing"', []],
  ['“the fishing quota” Oslo', ['s5']],
  ['summit', ['s10']],
  ['Prepares', ['s2']],
  ['Pena', ['s12']],
  ['US', ['s7']],
  ['"natural gas"', ['s1']],
  ['-visas', ['s4']],
  ['visas* OR', []],
  ['NEAR(visas, 5)', []],
  ['"', []],
  ['', []],
  [`'; drop table stories; --`, []],
  ['Varga AND visited', []],
  ['title:Varga', []],
  ['^visas!:*', ['s4']],
  ['\0\ud800visas', ['s4']],
]

const wrong: [name: string, ask: (archive: Archive) => Promise<unknown>, message: RegExp][] = [
  ['a day', (a) => a.events({ from: '2023-02-30' }), /^archive\.events\.from: expected a day .*got "2023-02-30"$/],
  ['a month', (a) => a.events({ to: '2023-13' }), /^archive\.events\.to: expected a day/],
  ['an order of days', (a) => a.events({ from: '2024', to: '2023-05' }), /^archive\.events\.to: .*not before from/],
  ['days told', (a) => a.events({ toldFrom: 'May' }), /^archive\.events\.toldFrom: /],
  [
    'a type',
    (a) => a.events({ type: 'party' as never }),
    /^archive\.events\.type: expected one of visit, .*got "party"/,
  ],
  ['no status', (a) => a.events({ status: [] }), /^archive\.events\.status: expected at least one of planned, /],
  ['a limit', (a) => a.events({ limit: -1 }), /^archive\.events\.limit: expected a whole number from 0 to 10000/],
  ['an offset', (a) => a.events({ offset: 1.5 }), /^archive\.events\.offset: /],
  ['a name', (a) => a.events({ who: [' '] }), /^archive\.events\.who: expected a name, or an id/],
  [
    'a key',
    (a) => a.events({ frm: '2023' } as never),
    /^archive\.events\.frm: there is no such key, did you mean from\?/,
  ],
  ['an id', (a) => a.timeline(-3), /^archive\.timeline\.who: /],
  ['a day of a timeline', (a) => a.timeline('Varga', { from: 'x' }), /^archive\.timeline\.from: /],
  ['words', (a) => a.search(7 as never), /^archive\.search\.words: expected words, got number 7/],
  ['days of a search', (a) => a.search('gas', { to: '20' }), /^archive\.search\.to: /],
]

const databases = [
  { name: 'SQLite', isThere: true, open: async () => ({ url: join(folder, 'tale.db'), stop: async () => {} }) },
  { name: `PostgreSQL${skippedPostgres}`, isThere: hasPostgres, open: startPostgres },
]

describe.each(databases)('$name', ({ isThere, open }) => {
  let server: Awaited<ReturnType<typeof open>> | undefined
  let archive: Archive
  const ready = async () => {
    if (archive) return archive
    server = await open()
    archive = await openArchive(server.url, { workers: 0 })
    await archive.addAll(tale)
    return archive
  }
  afterAll(async () => {
    await archive?.close()
    await server?.stop()
  })
  const on = test.runIf(isThere)
  const rows = isThere ? { questions, searches, wrong } : { questions: [], searches: [], wrong: [] }

  on('a tale is told', { timeout: 60_000 }, async () => {
    expect(await (await ready()).counts()).toMatchObject({ stories: tale.length, events: 8 })
  })

  for (const [name, question, events] of rows.questions)
    on(`events: ${name}`, async () => {
      expect(shown(await (await ready()).events(question))).toEqual(events)
    })

  on('an event has what its stories say', async () => {
    const [visit] = await (await ready()).events({ who: 'Varga', where: 'Dhaka' })
    expect(visit).toMatchObject({ status: 'held', stories: 3, firstTold: '2023-08-28', lastTold: '2023-09-07' })
    expect(visit?.participants.map(({ name }) => name)).toEqual(['Istvan Varga'])
    expect(visit?.places.map(({ name, country }) => `${name} ${country}`)).toEqual(['Dhaka BD'])
    expect(visit?.sources.map(({ sourceId, text }) => `${sourceId} ${text.split(',')[0]}`)).toEqual([
      's1 Hungarian Foreign Minister Istvan Varga will visit Dhaka on September 7',
      's2 Hungarian Foreign Minister Istvan Varga will visit Dhaka on September 7',
      's3 Hungarian Foreign Minister Istvan Varga visited Dhaka on Thursday.',
    ])
    const stories = new Map(tale.map(({ id, text }) => [id, text]))
    for (const { sourceId, start, end, text } of visit!.sources)
      expect(stories.get(sourceId!)!.slice(start, end)).toBe(text)
    expect(await archive.event(visit!.id)).toEqual(visit)
    // Of those, the newest that says that it was held.
    const [short] = await archive.events({ who: 'Varga', where: 'Dhaka', sources: 1 })
    expect(short?.sources.map(({ sourceId }) => sourceId)).toEqual(['s3'])
    expect(await archive.event(99_999)).toBeNull()
  })

  on('ids are as good as names', async () => {
    const opened = await ready()
    const varga = (await opened.entity('Varga'))!
    const [dhakaItself] = await opened.places('Dhaka')
    expect(await opened.entity(varga.id)).toEqual(varga)
    expect(await opened.place(dhakaItself!.id)).toEqual(dhakaItself)
    expect(shown(await opened.events({ who: varga.id, where: dhakaItself!.id }))).toEqual([dhaka])
    expect(shown(await opened.timeline(varga.id))).toEqual(shown(await opened.timeline('Varga')))
    expect(await opened.entity(99_999)).toBeNull()
    expect(await opened.place(99_999)).toBeNull()
  })

  on('somebody has names, titles and company', async () => {
    const opened = await ready()
    const varga = (await opened.entity('Varga'))!
    expect(varga).toMatchObject({ type: 'person', name: 'Istvan Varga', stories: 6 })
    expect(varga).toMatchObject({ firstDay: '2023-08-28', lastDay: '2023-10-09' })
    expect(varga.names[0]).toEqual({ name: 'Istvan Varga', stories: 6 })
    expect((await opened.entities('Rowan')).map(({ name }) => name)).toEqual(['Ann Rowan', 'Peter Rowan'])
    expect((await opened.entities('Rowan', { type: 'person', limit: 1 })).length).toBe(1)
    expect(await opened.entities('Nobody')).toEqual([])
    const company = await opened.coOccurrence('Varga', { type: 'person' })
    expect(company.map(({ entity, stories, events }) => `${entity.name} ${stories} ${events}`).sort()).toEqual([
      'Karim Rahman 2 1',
      'Lars Dahl 2 2',
    ])
    const inOctober = await opened.coOccurrence('Varga', { type: 'person', from: '2023-10', limit: 1 })
    expect(inOctober.map(({ entity }) => entity.name)).toEqual(['Lars Dahl'])
    expect((await opened.mentions('Peter Rowan')).map(({ text }) => text)).toEqual([
      'Australian sailor Peter Rowan returned to Sydney on Tuesday.',
    ])
    expect(await opened.coOccurrence('Nobody')).toEqual([])
    expect(await opened.mentions('Nobody')).toEqual([])
    expect(await opened.timeline('Nobody')).toEqual([])
    expect(shown(await opened.timeline('China'))).toEqual([geneva])
  })

  for (const [words, stories] of rows.searches)
    on(`search: ${JSON.stringify(words)}`, async () => {
      expect((await (await ready()).search(words)).map(({ sourceId }) => sourceId)).toEqual(stories)
    })

  on('what is found is shown, the newest first', async () => {
    const opened = await ready()
    const [newest, oldest] = await opened.search('"fishing quota"')
    expect(newest?.snippet).toContain('Rahman will discuss the [fishing quota].')
    expect(oldest).toMatchObject({ sourceId: 's5', publisher: 'Capital Press', copies: [oldest!.id] })
    const ids = async (options: object) => (await opened.search('fishing', options)).map(({ sourceId }) => sourceId)
    expect(await ids({ limit: 1, offset: 1 })).toEqual(['s5'])
    expect(await ids({ from: '2023-10' })).toEqual(['s11'])
    expect(await ids({ to: '2023-09' })).toEqual(['s5'])
    expect((await opened.stories({ limit: 2 })).map(({ sourceId }) => sourceId)).toEqual(['s11', 's10'])
    const whole = await opened.story(newest!.id)
    expect(whole).toMatchObject({ sourceId: 's11', text: tale[10]!.text })
    expect(Object.keys(whole!.ids)).toContain('v1')
    expect(await opened.story(99_999)).toBeNull()
  })

  on('a link says why', async () => {
    const opened = await ready()
    const varga = (await opened.entity('Varga'))!
    const [, second] = await opened.mentions(varga.id)
    const { ids } = (await opened.story(second!.story))!
    const [local] = Object.entries(ids).find(([name, id]) => name.startsWith('e') && id === varga.id)!
    expect((await opened.why(varga.id, { story: second!.story, local }))?.reasons.length).toBeGreaterThan(0)
    expect(await opened.why(varga.id, { story: second!.story, local: 'e99' })).toBeNull()
  })

  for (const [name, ask, message] of rows.wrong)
    on(`${name} that is wrong is refused`, async () => {
      const opened = await ready()
      await expect(ask(opened)).rejects.toMatchObject({
        code: 'invalid-options',
        message: expect.stringMatching(message) as string,
      })
    })

  on('an answer takes as many queries for one as for all', async () => {
    await ready()
    const database = openDatabase(server!.url, 'test')
    let queries = 0
    const db = database.db.withPlugin({
      transformQuery({ node }) {
        queries++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const answers = answersOf({ ...database, db })
    const count = async (ask: () => Promise<unknown>) => {
      queries = 0
      await ask()
      return queries
    }
    const sizes = [1, 8]
    for (const ask of [
      (limit: number) => answers.events({ limit }),
      (limit: number) => answers.search('said', { limit }),
      (limit: number) => answers.stories({ limit }),
      (limit: number) => answers.mentions('Varga', { limit }),
      (limit: number) => answers.entities('Rowan', { limit }),
    ]) {
      const [one, all] = [await count(() => ask(sizes[0]!)), await count(() => ask(sizes[1]!))]
      expect(all).toBe(one)
      expect(all).toBeLessThan(12)
    }
    await database.db.destroy()
  })

  on('views answer in SQL', async () => {
    await ready()
    const database = openDatabase(server!.url, 'test')
    const rowsOf = async (view: string, columns: readonly string[], where: string) => {
      const { sql } = await import('kysely')
      const { rows } = await sql<
        Record<string, unknown>
      >`select * from ${sql.table(view)} where ${sql.raw(where)}`.execute(database.db)
      return rows.map((row) => columns.map((column) => row[column]).join(' | ')).sort()
    }
    expect(await rowsOf('who_met_whom', ['whom', 'type', 'from_day'], `who = 'Istvan Varga'`)).toEqual([
      'Karim Rahman | meeting | 2023-09-08',
      'Lars Dahl | call | 2023-10-05',
      'Lars Dahl | summit | 2023-11-13',
    ])
    expect(await rowsOf('event_list', ['participants', 'places', 'status'], `type = 'visit'`)).toEqual([
      'Ann Rowan | Oslo | cancelled',
      'Istvan Varga | Dhaka | held',
    ])
    expect(await rowsOf('event_map', ['event', 'place', 'country'], `country = 'NL'`)).toEqual([
      'climate summit | Rotterdam | NL',
    ])
    expect(await rowsOf('agenda', ['topic', 'event'], `event_status = 'planned'`)).toEqual([
      'carbon emissions | climate summit',
      'fishing quota | meeting',
    ])
    expect(
      await rowsOf('co_occurrence', ['with_whom', 'stories'], `who = 'Istvan Varga' and with_type = 'person'`),
    ).toEqual(['Karim Rahman | 2', 'Lars Dahl | 2'])
    expect(await rowsOf('mentions', ['written', 'source_id'], `name = 'Peter Rowan'`)).toEqual(['Peter Rowan | s7'])
    await database.db.destroy()
  })
})
