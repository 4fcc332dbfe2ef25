/**
 * Speed, latency, start, memory and size beside the libraries that people use today, in one run, interleaved:
 *
 *   npm run bench [-- STORIES.jsonl|FOLDER] [--rounds 5] [--quick] [--json FILE]
 *
 * Ratios are what counts: machines differ and are noisy. `--quick` leaves out what runs in processes of its own.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { timeLayers } from './layers.ts'
import { bundleSizes } from './size.ts'
import { readStories, standard } from './stories.ts'
import { type Read, systems } from './systems.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const file = positionals[0] ?? standard
const stories = readStories(file)
const bytes = stories.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
const freshScript = new URL('fresh.built.mjs', import.meta.url).pathname
const compared = ['nutgraf', 'compromise', 'wink', 'chrono', 'glue']
console.log(`${stories.length} stories, ${(bytes / 1000).toFixed(0)} kB, ${file}`)

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!
const share = (list: readonly number[], part: number) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))]!

/** Milliseconds of processor time. */
function timed(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const result = { file, stories: stories.length, bytes, ...(await speed()), ...(values.quick ? {} : await apart()) }
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`)

async function speed() {
  const readers = new Map<string, Read>()
  for (const name of compared) readers.set(name, await systems[name]!())
  const times = new Map<string, number[]>()
  const waits = new Map<string, number[]>()
  const note = (map: Map<string, number[]>, name: string, ms: number) => {
    const list = map.get(name)
    if (list) list.push(ms)
    else map.set(name, [ms])
  }
  // The first round is to warm up. Systems take turns at each story: code that rests for seconds is thrown away by V8.
  for (let round = 0; round <= Number(values.rounds); round++) {
    const sums = new Map<string, number>(compared.map((name) => [name, 0]))
    for (const text of stories)
      for (const [name, read] of readers) {
        const from = performance.now()
        const ms = timed(() => void read(text))
        if (round > 0) note(waits, name, performance.now() - from)
        sums.set(name, sums.get(name)! + ms)
      }
    if (round > 0) for (const [name, ms] of sums) note(times, name, ms)
    for (const [name, ms] of Object.entries(timeLayers(stories, timed)))
      if (round > 0) note(times, `layer ${name}`, ms)
  }
  const glue = times.get('glue')!
  const throughput = Object.fromEntries(
    [...times].map(([name, list]) => [
      name,
      {
        'MB/s': bytes / 1000 / median(list),
        'times the glue': median(list.map((ms, round) => glue[round]! / ms)),
      },
    ]),
  )
  const latency = Object.fromEntries(
    [...waits].map(([name, list]) => [name, { p50: share(list, 0.5), p99: share(list, 0.99) }]),
  )
  show('Speed', throughput)
  show('Milliseconds a story', latency)
  const ratio = latency.nutgraf!.p99 / latency.glue!.p99
  console.log(`p99 against the glue: 1/${(1 / ratio).toFixed(1)}`)
  return { throughput, latency, p99: ratio }
}

async function apart() {
  // Built, so that a process pays for nothing but what it measures.
  await build({
    entryPoints: [new URL('fresh.ts', import.meta.url).pathname],
    outfile: freshScript,
    bundle: true,
    packages: 'external',
    external: ['../dist/*'],
    format: 'esm',
    platform: 'node',
  })
  const cold = fresh('cold', ['nutgraf', 'glue'], 7)
  const memory = fresh('memory', ['nutgraf', 'glue', 'empty'], 3)
  const above = (name: string) => (memory[name]! - memory.empty!) / 1024
  const heap = fresh('heap', ['nutgraf'], 1).nutgraf!
  const size = await bundleSizes()
  show('Start and memory', {
    nutgraf: { 'first story (ms)': cold.nutgraf!, 'MiB above an empty program': above('nutgraf') },
    glue: { 'first story (ms)': cold.glue!, 'MiB above an empty program': above('glue') },
    ratio: {
      'first story (ms)': cold.nutgraf! / cold.glue!,
      'MiB above an empty program': above('nutgraf') / above('glue'),
    },
  })
  show(
    'Browser bundle, minified, gzip',
    Object.fromEntries(
      Object.entries(size).map(([name, kib]) => [name, { KiB: kib, 'of the glue': kib / size.glue! }]),
    ),
  )
  console.log(`Heap that a fresh story leaves, after the first 4,000 of 20,000: ${heap.toFixed(0)} bytes`)
  return { cold, memory: { nutgraf: above('nutgraf'), glue: above('glue') }, heap, size }
}

/** The median of some runs in fresh processes, interleaved. */
function fresh(measure: string, names: readonly string[], rounds: number): Record<string, number> {
  const all = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const name of names)
      all
        .get(name)!
        .push(Number(execFileSync('node', ['--expose-gc', freshScript, measure, name, file], { encoding: 'utf8' })))
  return Object.fromEntries([...all].map(([name, list]) => [name, median(list)]))
}

function show(title: string, rows: Record<string, Record<string, number>>): void {
  console.log(`\n${title}`)
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, row]) => [
        name,
        Object.fromEntries(Object.entries(row).map(([column, value]) => [column, Number(value.toPrecision(3))])),
      ]),
    ),
  )
}
