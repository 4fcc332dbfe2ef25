/**
 * Makes the packed files of train/corpora from the collection that the project is given, less what is evaluated on, and says
 * the sha256 of each. Nobody needs it who has the repository: it says where the files are from.
 *
 *   npx tsx train/pack-corpora.ts [COLLECTION [EVALUATION]]    (../shared/train ../shared/eval)
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { root } from './corpora.ts'
import { sha256 } from './record.ts'

const [collection = '../shared/train', evaluation = '../shared/eval'] = process.argv.slice(2)

const files = [
  ...['gmb.jsonl.gz', 'voa-all.jsonl', 'pud-full.jsonl.gz', 'uner-ewt.jsonl.gz', 'gum.jsonl.gz', 'wikigold.jsonl.gz'],
  ...['wnut17.jsonl.gz', 'crossner.jsonl.gz', 'docred.jsonl.gz', 'europarl.jsonl.gz', 'gov.jsonl.gz'],
  ...['agenda-voa-2.jsonl', 'agenda-gov.jsonl', 'trees-gmb.jsonl.gz', 'trees-gov.jsonl.gz'],
]
/** Trees hold no text: those of texts that are here are kept. */
const textsOf: Readonly<Record<string, string>> = {
  'trees-gmb.jsonl.gz': 'gmb.jsonl.gz',
  'trees-gov.jsonl.gz': 'gov.jsonl.gz',
}
/** Texts of one form: one that begins as an evaluated one does is much like it. */
const alike: Readonly<Record<string, number>> = { 'gov.jsonl.gz': 80 }

interface Line {
  id: string
  text?: string
}

function readLines(file: string): Line[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const evaluated = readdirSync(join(root, evaluation), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readLines(join(root, evaluation, file)))
const ids = new Set(evaluated.map(({ id }) => id))

const kept = new Map<string, ReadonlySet<string>>()
for (const file of files) {
  const all = readLines(join(root, collection, file))
  const lines = all.filter(isKept(file))
  kept.set(file, new Set(lines.map(({ id }) => id)))
  const packed = pack(lines)
  const name = `${file.replace(/\.gz$/, '')}.gz`
  writeFileSync(join(root, 'train/corpora', name), packed)
  console.log(`${sha256(packed)}  ${name}  ${lines.length} of ${all.length} texts, ${packed.length} bytes`)
}

function isKept(file: string): (line: Line) => boolean {
  const texts = kept.get(textsOf[file] ?? '')
  if (texts) return ({ id }) => texts.has(id)
  const length = alike[file] ?? Number.POSITIVE_INFINITY
  const beginnings = new Set(evaluated.map(({ text = '' }) => text.slice(0, length)))
  return ({ id, text = '' }) => !ids.has(id) && !beginnings.has(text.slice(0, length))
}

/** The same bytes at any time: gzip's header holds no date. */
function pack(lines: readonly unknown[]): Buffer {
  return gzipSync(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, { level: 9 })
}
