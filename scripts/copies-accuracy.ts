/**
 * How well copies of a story are told from stories that share its background: by pairs made of the stories of a file, each of
 * one kind. A line is {"text"}; lines of other shapes are passed over.
 *
 *   npx tsx scripts/copies-accuracy.ts FILE
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { bandsOf, resemblance, signatureOf } from '../src/archive/signature.ts'

const [, , file] = process.argv
if (!file) throw new Error('expected a file: npx tsx scripts/copies-accuracy.ts FILE')
const bytes = readFileSync(file)
const stories = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  .toString()
  .split('\n')
  .filter(Boolean)
  .map((line) => sentencesOf(String((JSON.parse(line) as { text?: string }).text ?? '')))
  .filter((sentences) => sentences.length >= 6)
  .slice(0, 1500)

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[a-z]{2}[.!?]["”]?)\s+/).filter((one) => one.length > 20)
}

let seed = 7
/** The same numbers at each run. */
function random(): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}

const words = stories.flatMap((sentences) => sentences[0]!.split(' ')).slice(0, 20000)
const reworded = (share: number) => (sentence: string) =>
  sentence
    .split(' ')
    .map((word) => (random() < share ? words[Math.floor(random() * words.length)]! : word))
    .join(' ')
const first = (sentences: readonly string[], share: number) => sentences.slice(0, Math.ceil(sentences.length * share))
const headline = (other: readonly string[]) => other[1]!.split(' ').slice(0, 8).join(' ')

type Pair = (story: readonly string[], other: readonly string[]) => string[]
const copies: Record<string, Pair> = {
  'another headline and dateline': (story, other) => [headline(other), 'PARIS (AP) —', ...story],
  'a cut end': (story) => first(story, 0.7),
  'headline, dateline, cut end': (story, other) => [headline(other), 'KIEV (Reuters) -', ...first(story, 0.75)],
  'three words of a hundred changed': (story) => story.map(reworded(0.03)),
  'all of it': (story, other) => [headline(other), 'ROME —', ...first(story, 0.8).map(reworded(0.03))],
}
const others: Record<string, Pair> = {
  'a third of the background': (story, other) => [
    ...first(other, 0.75),
    ...story.slice(-Math.ceil(story.length * 0.35)),
  ],
  'half of the background': (story, other) => [...first(other, 0.7), ...story.slice(-Math.ceil(story.length * 0.5))],
  'another story': (_, other) => [...other],
}

const rows: { kind: string; copy: boolean; found: number[]; bands: number }[] = []
for (const [copy, pairs] of [
  [true, copies],
  [false, others],
] as const)
  for (const [kind, make] of Object.entries(pairs)) {
    const found: number[] = []
    let bands = 0
    stories.forEach((story, i) => {
      const other = stories[(i + 7) % stories.length]!
      const [a, b] = [signatureOf(story.join(' ')), signatureOf(make(story, other).join(' '))]
      found.push(resemblance(a, b))
      const [ours, theirs] = [bandsOf(a), bandsOf(b)]
      if (ours.some((hash, band) => hash === theirs[band])) bands++
    })
    rows.push({ kind, copy, found, bands })
  }
for (const { kind, copy, found, bands } of rows) {
  const sorted = [...found].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(2)
  console.log(
    `${copy ? 'copy ' : 'other'} ${kind}: likeness ${at(0.05)} ${at(0.5)} ${at(0.95)}, a band in common ${((100 * bands) / found.length).toFixed(1)} %`,
  )
}
for (const threshold of [0.35, 0.4, 0.45, 0.5, 0.55, 0.6]) {
  const counted = (of: boolean) => rows.filter(({ copy }) => copy === of).flatMap(({ found }) => found)
  const [right, wrong] = [true, false].map((of) => counted(of).filter((one) => one >= threshold).length) as [
    number,
    number,
  ]
  console.log(
    `from ${threshold}: precision ${((100 * right) / (right + wrong)).toFixed(2)} recall ${((100 * right) / counted(true).length).toFixed(2)}`,
  )
}
