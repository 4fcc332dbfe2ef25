import { Features } from '../src/model/features.ts'
import { greatest } from '../src/model/weights.ts'
import { wordAt } from '../src/text/columns.ts'
import type { Sentence } from '../src/text/document.ts'
import { SpeechColumns } from '../src/text/speech-columns.ts'
import {
  placeFeatures,
  readPlace,
  readSpeechWord,
  type SpeechWord,
  speechReach,
  standFeatures,
  wordFeatures,
} from '../src/text/speech-features.ts'
import { speech } from '../src/text/tags.ts'
import type { Word } from '../src/text/word.ts'
import { randomFrom, shuffled } from './random.ts'

/** A sentence with the number in `speech` of each token, -1 where it is not known. */
export interface SpeechExample {
  sentence: Sentence
  labels: Int8Array
}

interface Known extends SpeechWord {
  /** Features that the word gives to the tokens around it, by how far behind them it stands. */
  readonly ids: readonly Int32Array[]
}

/** Rows of weights, one for each feature id. */
export interface SpeechWeights {
  ids: number[]
  rows: Float32Array
}

const labelCount = speech.length
const punctuation = speech.indexOf('PUNCT')
const features = new Features()
const place = placeFeatures()

/** Calls `decide` for each token that is no punctuation, with its features; what it gives is what the next tokens see. */
type Walk = (example: SpeechExample, decide: (ids: Int32Array, label: number) => number) => void

function openWalk(): Walk {
  const known = new Map<string, Known>()
  const columns = new SpeechColumns()
  const words: (Known | undefined)[] = []
  const ids = new Int32Array(128)

  function knownOf(word: Word): Known {
    const before = known.get(word.text)
    if (before) return before
    const ofOffset = Array.from({ length: 2 * speechReach + 1 }, (_, place) => {
      features.clear()
      wordFeatures(word, place - speechReach, features)
      return features.copy()
    })
    const made = { ...readSpeechWord(word), ids: ofOffset }
    known.set(word.text, made)
    return made
  }

  function featuresOf(row: number): Int32Array {
    features.clear()
    standFeatures(words[row]!, { mode: columns.mode[row]!, glued: columns.glued[row]! }, features)
    readPlace(columns, row, place)
    features.take(place)
    let length = 0
    for (let k = 0; k < features.length; k++) ids[length++] = features.ids[k]!
    for (let place = 0; place <= 2 * speechReach; place++)
      for (const id of words[row + place - speechReach]?.ids[place] ?? []) ids[length++] = id
    return ids.subarray(0, length)
  }

  return ({ sentence, labels }, decide) => {
    columns.start(sentence)
    words.length = 0
    for (let at = sentence.first, row = speechReach; at < sentence.last; at++, row++) {
      const word = knownOf(wordAt(sentence.columns, at))
      words[row] = word
      columns.write(row, word.id, word.suffix, word.shape)
    }
    columns.decideInTurn(sentence, (row) => decide(featuresOf(row), labels[row - speechReach]!))
  }
}

/** An averaged perceptron that decides from left to right, as the tagger does (Collins 2002). */
export function learnSpeech(
  examples: readonly SpeechExample[],
  { rounds, rarest }: { rounds: number; rarest: number },
  log: (line: string) => void,
): SpeechWeights {
  const walk = openWalk()
  const { ids, rowOf } = numberRows(examples, walk, rarest)
  log(`${ids.length} features`)
  const rows = new Float32Array(ids.length * labelCount)
  // What was added, times when: the mean over all steps comes of it without a sum at each.
  const sums = new Float64Array(rows.length)
  const scores = new Float32Array(labelCount)
  let step = 1

  const learn = (features: Int32Array, label: number) => {
    scores.fill(0)
    for (let k = 0; k < features.length; k++) {
      const row = rowOf[features[k]!]! * labelCount
      if (row >= 0) for (let other = 0; other < labelCount; other++) scores[other]! += rows[row + other]!
    }
    const guess = greatest(scores)
    step++
    if (label < 0 || guess === label) return guess
    for (let k = 0; k < features.length; k++) {
      const row = rowOf[features[k]!]! * labelCount
      if (row < 0) continue
      rows[row + label]! += 1
      sums[row + label]! += step
      rows[row + guess]! -= 1
      sums[row + guess]! -= step
    }
    return guess
  }
  const random = randomFrom(1)
  for (let round = 1; round <= rounds; round++) {
    for (const example of shuffled(examples, random)) walk(example, learn)
    log(`round ${round}`)
  }
  for (let i = 0; i < rows.length; i++) rows[i]! -= sums[i]! / step
  return { ids, rows }
}

/** Gives every feature that is not rare a row; -1 is none. */
function numberRows(examples: readonly SpeechExample[], walk: Walk, rarest: number) {
  const counts = new Uint8Array(1 << 26)
  for (const example of examples)
    walk(example, (features, label) => {
      for (const id of features) if (counts[id]! < 255) counts[id]!++
      return label < 0 ? punctuation : label
    })
  const rowOf = new Int32Array(1 << 26).fill(-1)
  const ids: number[] = []
  for (let id = 0; id < counts.length; id++) if (counts[id]! >= rarest) rowOf[id] = ids.push(id) - 1
  return { ids, rowOf }
}
