import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export interface Gold {
  id: string
  text: string
  entities: { start: number; end: number; type: string }[]
  /** Stretches whose labels are not to be learned from. */
  masked?: { start: number; end: number }[]
}

export interface Corpus {
  name: string
  weight: number
  docs: Gold[]
}

const folder = new URL('../../shared/train/', import.meta.url)

export function readGold(file: URL): Gold[] {
  const bytes = readFileSync(file)
  const text = (file.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold)
}

// What a corpus weighs was measured in a study of the same mix; news read in full weighs most.
const human = [
  ['voa-all.jsonl', 2],
  [new URL('gmb-news.jsonl', import.meta.url), 2],
  ['pud-full.jsonl.gz', 2.5],
  ['gum.jsonl.gz', 0.7],
  ['wikigold.jsonl.gz', 2.5],
  ['wnut17.jsonl.gz', 0.3],
  ['uner-ewt.jsonl.gz', 1],
  ['crossner.jsonl.gz', 0.5],
  ['docred.jsonl.gz', 1],
  ['europarl.jsonl.gz', 1],
] as const

export const humanCorpora = (): Corpus[] =>
  human.map(([file, weight]) => ({ name: String(file), weight, docs: readGold(new URL(file, folder)) }))

/** GMB without the stories that were read in full. */
export function silverCorpus(but: ReadonlySet<string>): Corpus {
  const docs = readGold(new URL('gmb.jsonl.gz', folder)).filter(({ id }) => !but.has(id))
  return { name: 'gmb.jsonl.gz', weight: 0.6, docs }
}
