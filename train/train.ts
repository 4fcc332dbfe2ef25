// Trains the name tagger on ../shared/train and writes src/data/tagger.ts: npm run train [-- --runs 6 --rounds 6]
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openGazetteer } from '../src/layers/locations/gazetteer.ts'
import { bestLabels, labelCount } from '../src/layers/names/labels.ts'
import { openLexicon } from '../src/layers/names/name-lexicon.ts'
import { readNames, type TaggedName } from '../src/layers/names/name-spans.ts'
import { type NameToken, nameReader } from '../src/layers/names/name-tokens.ts'
import type { NameWord } from '../src/layers/names/name-words.ts'
import { countVotes, type Votes, voteFeatures } from '../src/layers/names/votes.ts'
import { Features } from '../src/model/features.ts'
import { readDocument } from '../src/text/read.ts'
import { type Corpus, type Gold, humanCorpora, silverCorpus } from './data.ts'
import { type Example, labelsOf, stretches } from './examples.ts'
import { packRows } from './pack.ts'
import { score, train, type Weights } from './perceptron.ts'
import { randomFrom } from './random.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '6' },
    cut: { type: 'string', default: '900000' },
    rarest: { type: 'string', default: '2' },
    dropped: { type: 'string', default: '0.2' },
    out: { type: 'string', default: new URL('../src/data/tagger.ts', import.meta.url).pathname },
  },
})
const rarest = Number(values.rarest)
const shouted = 0.06

const gazetteer = openGazetteer()
const lexicon = openLexicon({
  isPlace: gazetteer.isProminent,
  isDemonym: (word) => gazetteer.byDemonym(word) !== undefined,
})
const read = nameReader(lexicon)
const words = new WeakMap<NameWord, Int32Array[]>()

interface Stretch {
  doc: Gold
  tokens: readonly NameToken[]
  features: Int32Array[]
  votes: Int32Array[]
  weight: number
}

const stretchesOf = ({ docs, weight }: Corpus): Stretch[] =>
  docs.flatMap((doc) =>
    stretches(doc.text, read(readDocument(doc.text)), lexicon, words).map((part) => ({
      ...part,
      votes: [],
      doc,
      weight,
    })),
  )

/** Some documents again in capitals, so that a headline is read too. */
function shout({ name, weight, docs }: Corpus): Corpus {
  const random = randomFrom(7)
  const chosen = docs.filter(({ text }) => random() < shouted && text.toUpperCase().length === text.length)
  return { name, weight: weight * 0.5, docs: chosen.map((doc) => ({ ...doc, text: doc.text.toUpperCase() })) }
}

/** Some documents with their places in capitals, as datelines and tables write them. */
function shoutPlaces({ name, weight, docs }: Corpus): Corpus {
  const random = randomFrom(8)
  const loud = (doc: Gold) =>
    doc.entities.reduce(
      (text, { start, end, type }) =>
        type === 'location' ? text.slice(0, start) + text.slice(start, end).toUpperCase() + text.slice(end) : text,
      doc.text,
    )
  const chosen = docs.filter(() => random() < shouted).map((doc) => ({ ...doc, text: loud(doc) }))
  return {
    name,
    weight: weight * 0.5,
    docs: chosen.filter(({ text, id }) => text.length === docs.find((doc) => doc.id === id)!.text.length),
  }
}

const exampleOf = ({ doc, tokens, features, votes, weight }: Stretch): Example => ({
  features,
  votes,
  weight,
  labels: labelsOf(tokens, doc),
})

const people = humanCorpora()
const human = people.flatMap((corpus) => [corpus, shout(corpus), shoutPlaces(corpus)].flatMap(stretchesOf))
const silver = silverCorpus(new Set(people.flatMap(({ docs }) => docs.map(({ id }) => id))))
const rest = stretchesOf(silver)
console.error(`${human.length} and ${rest.length} stretches`)

const rows = numberRows([...human, ...rest])
console.error(`${rows.ids.length} features`)

// A first reading by models that have not seen the story, as it will be of a reader's stories.
const halfOf = new Map(people.flatMap(({ docs }) => docs).map(({ id }, i) => [id, i % 2]))
const isHalf = (half: number) => (stretch: Stretch) => halfOf.get(stretch.doc.id) === half
const firstReading = { rounds: 5, seed: 1, dropped: 0 }
for (const half of [0, 1]) {
  const unseen = train(human.filter(isHalf(1 - half)).map(exampleOf), rows.ids.length, firstReading)
  vote(human.filter(isHalf(half)), unseen)
}
const first = train(
  human.map((part) => exampleOf({ ...part, votes: [] })),
  rows.ids.length,
  firstReading,
)
vote(rest, first)
const masked = maskDisagreements(rest, first)
console.error(`${masked} stretches of ${silver.name} with names that are not learned from`)

const examples = [...human, ...rest].map(exampleOf)
const calibration = calibrate()
const runs = Number(values.runs)
const total: Weights = {
  rows: new Float32Array(rows.ids.length * labelCount),
  transitions: new Float32Array(labelCount ** 2),
}
for (let seed = 1; seed <= runs; seed++) {
  console.error(`run ${seed}`)
  const run = train(examples, rows.ids.length, { rounds: Number(values.rounds), seed, dropped: Number(values.dropped) })
  for (let i = 0; i < run.rows.length; i++) total.rows[i]! += run.rows[i]! / runs
  for (let i = 0; i < run.transitions.length; i++) total.transitions[i]! += run.transitions[i]! / runs
}
const packed = {
  ...packRows(rows.ids, total.rows, labelCount, Number(values.cut)),
  transitions: [...total.transitions].map((weight) => weight.toFixed(2)).join(' '),
  calibration,
}
const head = '// Generated by train/train.ts from the corpora that NOTICE names. Do not edit.\n'
const body = Object.entries(packed).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}\n`)
writeFileSync(values.out, head + body.join(''))
console.error(`${head.length + body.join('').length} bytes`)

/** Gives every feature that is not rare a row, in place. */
function numberRows(all: readonly Stretch[]): { ids: number[]; rowOf(id: number): number } {
  const counts = new Uint8Array(1 << 26)
  for (const { features } of all)
    for (const list of features) for (const id of list) if (counts[id]! < 255) counts[id]!++
  const ids: number[] = []
  const row = new Int32Array(1 << 26)
  for (let id = 0; id < counts.length; id++) if (counts[id]! >= rarest) row[id] = ids.push(id)
  for (const { features } of all)
    for (let i = 0; i < features.length; i++)
      features[i] = features[i]!.filter((id) => row[id]! > 0).map((id) => row[id]! - 1)
  return {
    ids,
    rowOf(id) {
      row[id] ||= ids.push(id)
      return row[id]! - 1
    },
  }
}

/** Notes for every token what a model makes of its word in the whole story. */
function vote(parts: readonly Stretch[], weights: Weights): void {
  const scores = new Float32Array(4000 * labelCount)
  const byDoc = new Map<Gold, Votes>()
  const own = new Features()
  for (const { doc, tokens, features } of parts) {
    score(features, weights.rows, null, scores)
    const votes = byDoc.get(doc) ?? new Map()
    byDoc.set(doc, votes)
    countVotes(votes, tokens, bestLabels(scores, tokens.length, weights.transitions))
  }
  for (const part of parts)
    part.votes = part.tokens.map((_, i) => {
      own.clear()
      voteFeatures(part.tokens, i, byDoc.get(part.doc)!, own)
      return own.copy().map(rows.rowOf)
    })
}

function maskDisagreements(silver: readonly Stretch[], weights: Weights): number {
  let count = 0
  const scores = new Float32Array(4000 * labelCount)
  for (const { doc, tokens, features } of silver) {
    score(features, weights.rows, null, scores)
    const guess = readNames(tokens, scores, bestLabels(scores, tokens.length, weights.transitions))
    const gold = readNames(tokens, scores, labelsOf(tokens, { ...doc, masked: [] }))
    const differ = [
      ...guess.filter((a) => !gold.some((b) => same(a, b))),
      ...gold.filter((a) => !guess.some((b) => same(a, b))),
    ]
    if (differ.length > 0) count++
    doc.masked = [...(doc.masked ?? []), ...differ]
  }
  return count
}

function same(a: TaggedName, b: TaggedName): boolean {
  return a.start === b.start && a.end === b.end && a.type === b.type
}

/**
 * How often a name is right, by its margin: a logistic curve fitted on stories that a model has not seen
 * (Platt 1999).
 */
function calibrate(): string {
  const unseen = new Set(people.slice(0, 2).flatMap(({ docs }) => docs.filter((_, i) => i % 10 === 0)))
  const model = train([...human, ...rest].filter(({ doc }) => !unseen.has(doc)).map(exampleOf), rows.ids.length, {
    rounds: Number(values.rounds),
    seed: 99,
    dropped: 0,
  })
  const seen: [margin: number, right: number][] = []
  for (const part of human.filter(({ doc }) => unseen.has(doc))) {
    const features = part.features.map((list, i) => Int32Array.of(...list, ...part.votes[i]!))
    const scores = new Float32Array(features.length * labelCount)
    score(features, model.rows, null, scores)
    const gold = readNames(part.tokens, scores, labelsOf(part.tokens, part.doc))
    for (const name of readNames(part.tokens, scores, bestLabels(scores, features.length, model.transitions)))
      seen.push([name.margin, gold.some((other) => same(name, other)) ? 1 : 0])
  }
  let [slope, base] = [0.05, 0]
  for (let round = 0; round < 20_000; round++) {
    let [ds, db] = [0, 0]
    for (const [margin, right] of seen) {
      const error = right - 1 / (1 + Math.exp(-(slope * margin + base)))
      ds += error * margin
      db += error
    }
    slope += (ds / seen.length) * 1e-4
    base += (db / seen.length) * 1e-2
  }
  const sorted = seen.sort((a, b) => a[0] - b[0])
  for (let i = 0; i < 8; i++) {
    const bin = sorted.slice(Math.floor((i * sorted.length) / 8), Math.floor(((i + 1) * sorted.length) / 8))
    const mean = (value: (pair: [number, number]) => number) =>
      bin.reduce((sum, pair) => sum + value(pair), 0) / bin.length
    const said = mean(([margin]) => 1 / (1 + Math.exp(-(slope * margin + base))))
    console.error(
      `  confidence ${said.toFixed(3)}, right ${mean(([, right]) => right).toFixed(3)}, ${bin.length} names`,
    )
  }
  return `${slope.toFixed(4)} ${base.toFixed(3)}`
}
