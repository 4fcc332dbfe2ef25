import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './measure.ts'

const cli = new URL('../dist/cli.js', import.meta.url).pathname

/**
 * Seconds that `nutgraf batch` takes with one worker and with two, in turns, for as many bytes of text as one reads in so many
 * seconds: a machine is as slow as it is, and starting workers should count for little.
 */
export function timeWorkers(stories: readonly string[], seconds: number, rounds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-bench-'))
  const input = join(folder, 'stories.ndjson')
  const run = (workers: number) => {
    const out = join(folder, 'found.ndjson')
    const from = performance.now()
    execFileSync('node', [cli, 'batch', input, '--out', out, '--workers', `${workers}`], { stdio: 'ignore' })
    rmSync(out)
    return (performance.now() - from) / 1000
  }
  writeFileSync(input, corpusOf(stories, probe))
  const bytes = Math.min(most, (seconds / run(1)) * probe)
  writeFileSync(input, corpusOf(stories, bytes))
  const all = Array.from({ length: rounds }, () => ({ one: run(1), two: run(2) }))
  rmSync(folder, { recursive: true })
  return {
    bytes,
    one: median(all.map(({ one }) => one)),
    two: median(all.map(({ two }) => two)),
    ratio: median(all.map(({ one, two }) => one / two)),
  }
}

const probe = 500_000
const most = 20_000_000

function corpusOf(stories: readonly string[], bytes: number): string {
  const lines: string[] = []
  for (let i = 0, size = 0; size < bytes; i++) {
    const text = stories[i % stories.length]!
    size += Buffer.byteLength(text)
    lines.push(JSON.stringify({ id: i, text, published: '2023-08-30' }))
  }
  return `${lines.join('\n')}\n`
}
