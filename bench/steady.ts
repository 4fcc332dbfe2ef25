import { timeLayers } from './layers.ts'
import { median, openNotes, share, timed } from './measure.ts'
import { blockSize, type Read, readInBlocks, systems } from './systems.ts'

const compared = ['nutgraf', 'compromise', 'wink', 'chrono', 'glue']

/**
 * Speed and latency when all is warm, in one process. Systems take turns at each story, `in blocks` at each block: code that
 * rests for seconds is thrown away by V8. The first round is to warm up.
 */
export async function steady(stories: readonly string[], rounds: number) {
  const bytes = stories.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const readers = new Map<string, Read>()
  for (const name of compared) readers.set(name, await systems[name]!())
  const readBlock = await readInBlocks()
  const times = openNotes()
  const waits = openNotes()
  const layers = openNotes()
  for (let round = 0; round <= rounds; round++) {
    const sums: Record<string, number> = Object.fromEntries(['in blocks', ...compared].map((name) => [name, 0]))
    for (let i = 0; i < stories.length; i++) {
      for (const [name, read] of readers) {
        const from = performance.now()
        sums[name]! += timed(() => void read(stories[i]!))
        if (round > 0) waits.note(name, performance.now() - from)
      }
      const block = stories.slice(i + 1 - blockSize, i + 1)
      if ((i + 1) % blockSize === 0) sums['in blocks']! += timed(() => readBlock(block))
    }
    const rest = stories.slice(stories.length - (stories.length % blockSize))
    sums['in blocks']! += timed(() => readBlock(rest))
    const inLayers = timeLayers(stories, timed)
    if (round === 0) continue
    for (const [name, ms] of Object.entries(sums)) times.note(name, ms)
    for (const [name, ms] of Object.entries(inLayers)) layers.note(name, ms)
  }
  const glue = times.lists.get('glue')!
  const throughput = Object.fromEntries(
    [...times.lists].map(([name, list]) => [
      name,
      { 'MB/s': bytes / 1000 / median(list), 'times the glue': median(list.map((ms, round) => glue[round]! / ms)) },
    ]),
  )
  const latency = Object.fromEntries(
    [...waits.lists].map(([name, list]) => [name, { p50: share(list, 0.5), p99: share(list, 0.99) }]),
  )
  const warmLayers = Object.fromEntries([...layers.lists].map(([name, list]) => [name, (1e6 * median(list)) / bytes]))
  return { throughput, latency, warmLayers }
}
