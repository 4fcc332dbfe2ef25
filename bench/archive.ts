import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type * as ArchiveEntry from '../src/api/archive.ts'
import type * as Batch from '../src/api/batch.ts'
import { median, share, show } from './measure.ts'
import { standard } from './stories.ts'

// How long adding takes beside extracting alone, and questions over all that was added:
// npm run bench:archive -- [STORIES] [postgres://…]. Prints JSON, then tables. Stories of ../shared/train where it is there,
// else those that ship; where there are fewer than asked for, two together are another one.
const wanted = Number(process.argv[2] ?? 20_000)
const elsewhere = process.argv[3]
const dist = new URL('../dist/', import.meta.url)
const { openArchive } = (await import(new URL('archive.js', dist).href)) as typeof ArchiveEntry
const { createPool } = (await import(new URL('batch.js', dist).href)) as typeof Batch

interface Given {
  id: string
  text: string
  published: string
}

const corpora = new URL('../../shared/train/', import.meta.url).pathname
const whole = /^(?:agenda-.*|gov|voa-all|gmb)\.jsonl(?:\.gz)?$/

function* linesOf(): Generator<{ text?: unknown; published?: string | null }> {
  const files = existsSync(corpora)
    ? readdirSync(corpora)
        .filter((name) => whole.test(name))
        .sort()
        .map((name) => join(corpora, name))
    : [standard]
  for (const file of files) {
    const bytes = readFileSync(file)
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line)
  }
}

const day = (number: number) => new Date(Date.UTC(2021, 0, 1 + (number % 1000))).toISOString().slice(0, 10)

/** As many stories as are wanted, each once. */
function storiesOf(count: number): Given[] {
  const known = new Map<string, string>()
  for (const { text, published } of linesOf())
    if (typeof text === 'string' && text.length > 300) known.set(text, published ?? day(known.size))
  const [all, stories] = [[...known], [] as Given[]]
  for (let i = 0; stories.length < count; i++) {
    const [text, published] = all[i % all.length]!
    const turn = Math.floor(i / all.length)
    const [other] = all[(i * 7 + turn * 31) % all.length]!
    stories.push({ id: `s${i}`, text: turn === 0 ? text : `${text}\n\n${other}`, published })
  }
  return stories
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return (performance.now() - from) / 1000
}

const stories = storiesOf(wanted)
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-bench-'))
const location = elsewhere ?? join(folder, 'news.db')

/** In turns, so that what else the machine does counts for both. */
const slice = Math.ceil(stories.length / 4)
const archive = await openArchive(location)
await using pool = createPool()
await pool.extract('Rice left.')
await archive.add('Rice left.')
const took = { extract: 0, add: 0 }
const before = process.cpuUsage()
for (let from = 0; from < stories.length; from += slice) {
  const part = stories.slice(from, from + slice)
  took.extract += await seconds(async () => {
    for await (const outcome of pool.extractMany(part)) if ('error' in outcome) throw new Error(outcome.error.message)
  })
  took.add += await seconds(async () => {
    const { failed } = await archive.addAll(part)
    if (failed.length > 0) throw new Error(failed[0]!.message)
  })
}
const cpu = process.cpuUsage(before)
const counts = await archive.counts()
const again = await seconds(() => archive.addAll(stories))
if (!isDeepStrictEqual(await archive.counts(), counts))
  throw new Error('stories that were added twice are counted twice')

const questions: Record<string, () => Promise<unknown>> = {
  'events of a person': () => archive.events({ who: 'Biden', limit: 20 }),
  'events of two': () => archive.events({ who: ['Biden', 'Putin'] }),
  'events in a country': () => archive.events({ where: 'IQ', limit: 20 }),
  'events of a month': () => archive.events({ from: '2021-06', to: '2021-06' }),
  'meetings about trade': () => archive.events({ type: 'meeting', topic: 'trade' }),
  'an entity': () => archive.entity('Biden'),
  timeline: () => archive.timeline('Biden', { limit: 50 }),
  'co-occurrence': () => archive.coOccurrence('Biden', { limit: 20 }),
  mentions: () => archive.mentions('Biden', { limit: 20 }),
  places: () => archive.places('Baghdad'),
  'full text': () => archive.search('nuclear talks', { limit: 20 }),
}
const asked: Record<string, { median: number; p95: number }> = {}
for (const [name, ask] of Object.entries(questions)) {
  const times: number[] = []
  for (let i = 0; i < 15; i++) times.push((await seconds(ask)) * 1000)
  asked[name] = { median: median(times), p95: share(times, 0.95) }
}
await archive.close()
rmSync(folder, { recursive: true })

const perStory = {
  ...{ extract: (took.extract / stories.length) * 1000, add: (took.add / stories.length) * 1000 },
  ...{ ratio: took.extract / took.add, known: (again / stories.length) * 1000 },
  thisThread: (cpu.user + cpu.system) / 1000 / stories.length,
}
console.log(JSON.stringify({ stories: stories.length, counts, perStory, asked }))
show('milliseconds a story (ratio: extracting by adding)', { all: perStory })
show('milliseconds a question', asked)
