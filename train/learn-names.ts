import { labelCount, labelsBy } from '../src/layers/names/labels.ts'
import { nameModel } from '../src/layers/names/name-features.ts'
import { readNames, type TaggedName } from '../src/layers/names/name-spans.ts'
import type { Lexicon } from '../src/layers/names/name-words.ts'
import { Votes } from '../src/layers/names/votes.ts'
import { confidenceCurve } from './calibration.ts'
import type { Corpus, Gold } from './data.ts'
import { dataFile } from './data-file.ts'
import { type Example, labelsOf, readExamples, readVotes } from './examples.ts'
import { packRows } from './pack.ts'
import { learnSequences, type Sequence, type Settings, scoresOf, type Weights, withVotes } from './perceptron.ts'
import { randomFrom } from './random.ts'

type Log = (line: string) => void

export interface NameSettings {
  /** The weights are means of so many models, each learned without some of the features. */
  runs: number
  rounds: number
  /** Share of the features that a run does without. */
  dropped: number
  /** Features seen less often are left out. */
  rarest: number
  /** So many weights are kept. */
  most: number
}

export const nameSettings: NameSettings = { runs: 12, rounds: 6, dropped: 0.2, rarest: 2, most: 900_000 }

export interface NameCorpora {
  /** Read by people; the first two are news, on a tenth of which confidence is measured. */
  human: readonly Corpus[]
  /** Annotated by machines. */
  silver: Corpus
}

/** Learns the tagger of names: the text of src/data/tagger.ts. */
export function learnNames(
  corpora: NameCorpora,
  lexicon: Lexicon,
  settings: NameSettings = nameSettings,
  log: Log = console.error,
): string {
  const material = readTwice(corpora, lexicon, settings.rarest, log)
  const { rows, people, machine } = material
  const calibration = calibrate(corpora, material, settings, log)
  const { weights, transitions } = meanOfRuns([...people, ...machine], rows, settings, log)
  const packed = {
    templates: nameModel.templates,
    ...packRows(rows.ids, weights, labelCount, settings.most),
    transitions: [...transitions].map((weight) => weight.toFixed(2)).join(' '),
    calibration,
  }
  return dataFile('names', packed)
}

interface Material {
  people: readonly Example[]
  machine: readonly Example[]
  rows: Rows
}

/** All examples, with what a first reading of their stories gives them. */
function readTwice({ human, silver }: NameCorpora, lexicon: Lexicon, rarest: number, log: Log): Material {
  const read = (corpus: Corpus) => readExamples(corpus, lexicon)
  const people = human.flatMap((corpus) => [corpus, inCapitals(corpus), withPlacesInCapitals(corpus)].flatMap(read))
  const machine = read(silver)
  const rows = numberRows([...people, ...machine], rarest)
  log(`${people.length} and ${machine.length} stretches, ${rows.ids.length} features`)
  const learn = (examples: readonly Example[]) => learnFrom(examples, rows, { rounds: 5, seed: 1, dropped: 0 }, log)

  // By models that have not seen the story, as it will be of a reader's stories.
  const halfOf = new Map(human.flatMap(({ docs }) => docs).map(({ id }, i) => [id, i % 2]))
  const halves = [0, 1].map((half) => people.filter(({ doc }) => halfOf.get(doc.id) === half))
  vote(halves[0]!, learn(halves[1]!), rows)
  vote(halves[1]!, learn(halves[0]!), rows)
  const reader = learn(people.map((example) => ({ ...example, votes: [] })))
  vote(machine, reader, rows)
  const masked = maskDisagreements(machine, reader)
  log(`${masked} stretches of ${silver.name} with names that are not learned from`)
  return { people, machine, rows }
}

/** What a margin tells, by a model that has not seen a tenth of the news. */
function calibrate(
  { human }: NameCorpora,
  { people, machine, rows }: Material,
  { rounds }: NameSettings,
  log: Log,
): string {
  const unseen = new Set(human.slice(0, 2).flatMap(({ docs }) => docs.filter((_, i) => i % 10 === 0)))
  const seen = [...people, ...machine].filter(({ doc }) => !unseen.has(doc))
  const weights = learnFrom(seen, rows, { rounds, seed: 99, dropped: 0 }, log)
  const judged = people.filter(({ doc }) => unseen.has(doc))
  const [slope, base] = confidenceCurve(marginsOf(judged, weights), log)
  return `${slope.toFixed(4)} ${base.toFixed(3)}`
}

/** The mean of models that were each learned without some of the features. */
function meanOfRuns(
  examples: readonly Example[],
  rows: Rows,
  { runs, rounds, dropped }: NameSettings,
  log: Log,
): { weights: Float32Array; transitions: Float32Array } {
  const weights = new Float32Array(rows.ids.length * labelCount)
  const transitions = new Float32Array(labelCount ** 2)
  for (let seed = 1; seed <= runs; seed++) {
    log(`run ${seed}`)
    const run = learnFrom(examples, rows, { rounds, seed, dropped }, log)
    for (let i = 0; i < weights.length; i++) weights[i]! += run.rows[i]! / runs
    for (let i = 0; i < transitions.length; i++) transitions[i]! += run.transitions[i]! / runs
  }
  return { weights, transitions }
}

const learnFrom = (examples: readonly Example[], { ids }: Rows, settings: Settings, log: Log): Weights =>
  learnSequences(examples.map(sequenceOf), ids.length, settings, log)

const loudShare = 0.06

/** Some documents again in capitals, so that a headline is read too. */
function inCapitals({ name, weight, docs }: Corpus): Corpus {
  const random = randomFrom(7)
  const chosen = docs.filter(({ text }) => random() < loudShare && text.toUpperCase().length === text.length)
  return { name, weight: weight * 0.5, docs: chosen.map((doc) => ({ ...doc, text: doc.text.toUpperCase() })) }
}

/** Some documents with their places in capitals, as datelines and tables write them. */
function withPlacesInCapitals({ name, weight, docs }: Corpus): Corpus {
  const random = randomFrom(8)
  const loud = (doc: Gold) =>
    doc.entities.reduce(
      (text, { start, end, type }) =>
        type === 'location' ? text.slice(0, start) + text.slice(start, end).toUpperCase() + text.slice(end) : text,
      doc.text,
    )
  const chosen = docs.filter(() => random() < loudShare).map((doc) => ({ ...doc, text: loud(doc) }))
  return {
    name,
    weight: weight * 0.5,
    docs: chosen.filter(({ text, id }) => text.length === docs.find((doc) => doc.id === id)!.text.length),
  }
}

const sequenceOf = (example: Example): Sequence => ({
  features: example.features,
  votes: example.votes,
  weight: example.weight,
  labels: labelsOf(example, example.doc),
})

interface Rows {
  /** The feature of each row. */
  ids: number[]
  /** The row of a feature, made where it has none. */
  rowOf(id: number): number
}

/** Gives every feature that is not rare a row, in place. */
function numberRows(examples: readonly Example[], rarest: number): Rows {
  const counts = new Uint8Array(1 << 26)
  for (const { features } of examples)
    for (const list of features) for (const id of list) if (counts[id]! < 255) counts[id]!++
  const ids: number[] = []
  const row = new Int32Array(1 << 26)
  for (let id = 0; id < counts.length; id++) if (counts[id]! >= rarest) row[id] = ids.push(id)
  for (const { features } of examples)
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
function vote(examples: readonly Example[], { rows, transitions }: Weights, { rowOf }: Rows): void {
  const byDoc = new Map<Gold, Votes>()
  const bestLabels = labelsBy(transitions)
  for (const { doc, story, stretch, features } of examples) {
    const votes = byDoc.get(doc) ?? new Votes(story.context)
    byDoc.set(doc, votes)
    votes.count(stretch.first, bestLabels(scoresOf(features, rows), features.length))
  }
  for (const example of examples)
    example.votes = readVotes(example, byDoc.get(example.doc)!).map((ids) => ids.map(rowOf))
}

/** The names that a model sees in a stretch, and those that are there. */
function namesOf(example: Pick<Example, 'doc' | 'story' | 'stretch' | 'features'>, weights: Weights) {
  const { doc, story, stretch, features } = example
  const scores = scoresOf(features, weights.rows)
  const read = (labels: ArrayLike<number>) => readNames(story.tokens, stretch.first, scores, labels)
  return { found: read(labelsBy(weights.transitions)(scores, features.length)), gold: read(labelsOf(example, doc)) }
}

const isSame = (a: TaggedName, b: TaggedName) => a.start === b.start && a.end === b.end && a.type === b.type

/** Names on which a model and the annotation differ are not learned from. */
function maskDisagreements(examples: readonly Example[], weights: Weights): number {
  let count = 0
  for (const example of examples) {
    const { doc } = example
    const { found, gold } = namesOf({ ...example, doc: { ...doc, masked: [] } }, weights)
    const differ = [
      ...found.filter((a) => !gold.some((b) => isSame(a, b))),
      ...gold.filter((a) => !found.some((b) => isSame(a, b))),
    ]
    if (differ.length > 0) count++
    doc.masked = [...(doc.masked ?? []), ...differ]
  }
  return count
}

/** The margins of the names that a model sees, and whether each is right. */
const marginsOf = (examples: readonly Example[], weights: Weights): [margin: number, right: boolean][] =>
  examples.flatMap((example) => {
    const { found, gold } = namesOf({ ...example, features: withVotes(example.features, example.votes) }, weights)
    return found.map((name): [number, boolean] => [name.margin, gold.some((other) => isSame(name, other))])
  })
