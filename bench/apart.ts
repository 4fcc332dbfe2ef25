import { execFileSync } from 'node:child_process'
import { build } from 'esbuild'
import { median, openNotes } from './measure.ts'

/** What is measured in fresh processes, interleaved; each pays for nothing but what it measures. */
export async function apart(file: string, rounds: number, withHeap: boolean) {
  const script = await built('fresh')
  const ask = (measure: string, names: readonly string[]) =>
    medians(rounds, (note) => {
      for (const name of names) note(name, Number(run(script, measure, name, file)))
    })
  const cold = ask('cold', ['nutgraf', 'glue'])
  const first = ask('first', ['nutgraf', 'in blocks', 'glue'])
  const { empty = 0, ...peaks } = ask('memory', ['nutgraf', 'glue', 'empty'])
  const memory = Object.fromEntries(Object.entries(peaks).map(([name, kib]) => [name, (kib - empty) / 1024]))
  const heap = withHeap ? Number(run(script, 'heap', 'nutgraf', file)) : null
  const layersScript = await built('fresh-layers')
  const coldLayers = medians(rounds, (note) => {
    for (const [name, ms] of Object.entries<number>(JSON.parse(run(layersScript, file)))) note(name, ms)
  })
  return { cold, first, memory, heap, coldLayers }
}

const run = (...args: string[]) => execFileSync('node', ['--expose-gc', ...args], { encoding: 'utf8' })

function medians(rounds: number, measure: (note: (name: string, figure: number) => void) => void) {
  const { lists, note } = openNotes()
  for (let round = 0; round < rounds; round++) measure(note)
  return Object.fromEntries([...lists].map(([name, list]) => [name, median(list)]))
}

async function built(name: string): Promise<string> {
  const outfile = new URL(`${name}.built.mjs`, import.meta.url).pathname
  await build({
    entryPoints: [new URL(`${name}.ts`, import.meta.url).pathname],
    outfile,
    bundle: true,
    packages: 'external',
    external: ['../dist/*'],
    format: 'esm',
    platform: 'node',
  })
  return outfile
}
