/**
 * Speed, latency, start, memory and size beside the libraries that people use today, in one run, interleaved:
 *
 *   npm run bench [-- STORIES.jsonl|FOLDER] [--rounds 5] [--quick] [--json FILE]
 *
 * Ratios are what counts: machines differ and are noisy. `--quick` takes few stories and rounds, and says no more than that
 * all runs. `npm run bench:readme` writes the table of the README from what is written here.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { apart } from './apart.ts'
import { show } from './measure.ts'
import { type Measured, resultFile, rowsOf } from './rows.ts'
import { bundleSizes, tarballSize } from './size.ts'
import { steady } from './steady.ts'
import { readStories, standard } from './stories.ts'
import { timeWorkers } from './workers.ts'
import { worstInputs } from './worst.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string', default: resultFile },
  },
})
const { quick } = values
const effort = quick
  ? { stories: 64, rounds: 1, freshRounds: 1, workerRounds: 1, workerSeconds: 1, worst: 5_000 }
  : {
      ...{ stories: Number.POSITIVE_INFINITY, rounds: Number(values.rounds), freshRounds: 5 },
      ...{ workerRounds: 3, workerSeconds: 30, worst: 40_000 },
    }
const file = positionals[0] ?? standard
const all = readStories(file)
const stories = all.slice(0, effort.stories)
const bytes = stories.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
console.log(`${stories.length} stories, ${(bytes / 1000).toFixed(0)} kB, ${file}`)

const { throughput, latency, warmLayers } = await steady(stories, effort.rounds)
show('Speed', throughput)
show('Milliseconds a story', latency)
const { cold, first, memory, heap, coldLayers } = await apart(file, effort.freshRounds, !quick)
show('Milliseconds a megabyte, layer by layer in blocks', byLayer(warmLayers, coldLayers))
show('Fresh processes', {
  'first story, with loading (ms)': cold,
  'first 200 stories (ms)': first,
  'memory above an empty program (MiB)': memory,
})
const size = await bundleSizes()
const tarball = tarballSize()
show('Browser bundle, minified, gzip', named(size, 'KiB'))
const worst = worstInputs(stories, effort.worst, effort.rounds)
show('Hard input, a character against one of news', named(await worst, 'times'))
const workers = timeWorkers(all, effort.workerSeconds, effort.workerRounds)

const measured: Measured = {
  ...{ quick, file, stories: stories.length, bytes, throughput, latency, warmLayers, coldLayers },
  ...{ cold, first, memory, heap, size, tarball, worst: await worst, workers },
}
console.log('\nAll together')
console.table(rowsOf(measured))
writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)

function byLayer(warm: Record<string, number>, cold: Record<string, number>) {
  return Object.fromEntries(Object.entries(warm).map(([name, ms]) => [name, { warm: ms, cold: cold[name]! }]))
}

function named(figures: Record<string, number>, column: string) {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, { [column]: figure }]))
}
