/**
 * Tokens a second of processor time, warm, on the texts that the parser has not learned from:
 *
 *   npx tsx bench/syntax.ts
 *
 * A block of texts is read first, so that what is timed is what is named.
 */

import * as packed from '../src/data/syntax.ts'
import { openParser } from '../src/syntax/parser.ts'
import { openPennTagger } from '../src/syntax/penn-tagger.ts'
import type { Sentence } from '../src/text/document.ts'
import { readDocument } from '../src/text/read.ts'
import { corpus, readRecords, type Text } from '../train/corpora.ts'
import { evaluate, isHeldOut, readExamples } from '../train/learn-syntax.ts'

const blockSize = 100
const rounds = 12
const parse = openParser(packed)
const tag = openPennTagger(packed.tags)

const texts = (['gmb', 'gov'] as const).flatMap((name) =>
  readRecords<Text>(corpus(name)).filter(({ id }) => isHeldOut(`${name}/${id}`)),
)
const sentencesOf = (from: number): Sentence[] =>
  texts.slice(from, from + blockSize).flatMap(({ text }) => readDocument(text).sentences)

/** Microseconds of processor time. */
function timeOf(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function round(): { parser: number; 'with Penn tags': number; 'with all tags': number } {
  let [tokens, speech, tags, trees] = [0, 0, 0, 0]
  for (let from = 0; from < texts.length; from += blockSize) {
    const sentences = sentencesOf(from)
    speech += timeOf(() => sentences.forEach((sentence) => void sentence.speech))
    let tagged: number[][] = []
    tags += timeOf(() => {
      tagged = sentences.map((sentence) => tag(sentence, sentence.speech))
    })
    trees += timeOf(() => sentences.forEach((sentence, i) => void parse(sentence, tagged[i]!)))
    for (const { first, last } of sentences) tokens += last - first
  }
  const rate = (time: number) => Math.round((1e6 * tokens) / time)
  return { parser: rate(trees), 'with Penn tags': rate(trees + tags), 'with all tags': rate(trees + tags + speech) }
}

const measured = Array.from({ length: rounds }, round)
const best = (what: keyof (typeof measured)[number]) => Math.max(...measured.map((one) => one[what]))
for (const what of ['parser', 'with Penn tags', 'with all tags'] as const)
  console.log(`${what}: ${best(what)} tokens a second`)

const by = new Map<string, [number, number, number]>()
console.log(
  evaluate(
    packed,
    readExamples().whole.filter(({ document }) => isHeldOut(document)),
    by,
  ),
)
for (const [name, [all, heads, arcs]] of [...by].sort(([, a], [, b]) => b[0] - a[0]))
  console.log(
    `${name.padEnd(10)} ${String(all).padStart(6)} UAS ${((100 * heads) / all).toFixed(1)} LAS ${((100 * arcs) / all).toFixed(1)}`,
  )
