import { Features } from '../model/features.ts'
import { greatest, openWeights, type PackedWeights } from '../model/weights.ts'
import { wordAt } from './columns.ts'
import type { Sentence } from './document.ts'
import { SpeechColumns } from './speech-columns.ts'
import {
  aroundFeatures,
  historyFeatures,
  readSpeechWord,
  speechModel,
  speechReach,
  standFeatures,
  usualStand,
  wordFeatures,
} from './speech-features.ts'
import { speech } from './tags.ts'
import type { Word } from './word.ts'

const labelCount = speech.length
/** What a word adds to the scores of the tokens around it: `labelCount` numbers for each, the first token first. */
const windowLength = (2 * speechReach + 1) * labelCount

/** Gives the numbers in `speech` of the tokens of a sentence, from its first on. */
export type SpeechTagger = (sentence: Sentence) => Uint8Array

/** A tagger of parts of speech: one linear decision a token, by the words around it and the decisions before it. */
export function openSpeechTagger(packed: PackedWeights): SpeechTagger {
  const addWeights = openWeights(packed, speechModel)
  const features = new Features()
  const columns = new SpeechColumns()
  /** `labelCount` numbers for each row of the columns. */
  let scores = new Int32Array(0)
  const best = new Float32Array(labelCount)
  // Sums of whole numbers, so that they are exact in any order: what has been looked up once is kept as a whole.
  const words = openWords(sumWindow)
  const standing = openMemo(sumStand)
  const history = openMemo(sumHistory)

  function sumWindow(word: Word, sums: Float32Array): void {
    for (let offset = -speechReach; offset <= speechReach; offset++) {
      features.clear()
      wordFeatures(word, offset, features)
      if (offset === 0) standFeatures(readSpeechWord(word), usualStand, features)
      addWeights(features, sums, (speechReach - offset) * labelCount)
    }
  }

  /** What a token gives by how it stands, beyond what it would give as most do. */
  function sumStand(row: number, sums: Float32Array, at: number): void {
    const word = { id: columns.id[row]!, suffix: columns.suffix[row]!, shape: columns.shape[row]! }
    features.clear()
    standFeatures(word, usualStand, features)
    addWeights(features, sums, at)
    for (let label = 0; label < labelCount; label++) sums[at + label]! *= -1
    features.clear()
    standFeatures(word, { mode: columns.mode[row]!, glued: columns.glued[row]! }, features)
    addWeights(features, sums, at)
  }

  function sumHistory(row: number, sums: Float32Array, at: number): void {
    features.clear()
    historyFeatures(columns, row, features)
    addWeights(features, sums, at)
  }

  function read(sentence: Sentence): void {
    const { columns: document, first, last } = sentence
    columns.start(sentence)
    const length = (last - first + 2 * speechReach) * labelCount
    if (scores.length < length) scores = new Int32Array(2 * length)
    scores.fill(0, 0, length)
    for (let at = first, row = speechReach; at < last; at++, row++) {
      const slot = words.find(wordAt(document, at))
      columns.write(row, words.ids[slot]!, words.suffixes[slot]!, words.shapes[slot]!)
      const [from, to] = [slot * windowLength, (row - speechReach) * labelCount]
      for (let k = 0; k < windowLength; k++) scores[to + k]! += words.sums[from + k]!
    }
  }

  return (sentence) => {
    read(sentence)
    const from = sentence.first - speechReach
    return columns.decideInTurn(sentence, (row) => {
      const { number } = wordAt(sentence.columns, from + row)
      const [mode, glued] = [columns.mode[row]!, columns.glued[row]!]
      const before = (columns.speech[row - 1]! << 5) | columns.speech[row - 2]!
      const at = row * labelCount
      for (let label = 0; label < labelCount; label++) best[label] = scores[at + label]!
      if (mode !== usualStand.mode || glued !== usualStand.glued) standing.addTo(best, number, (mode << 2) | glued, row)
      history.addTo(best, number, (glued << 10) | before, row)
      features.clear()
      aroundFeatures(columns, row, features)
      addWeights(features, best, 0)
      return greatest(best)
    })
  }
}

const wordBits = 13

/** What is told of words, in a table of fixed size: what falls on the place of another takes it. */
function openWords(sum: (word: Word, sums: Float32Array) => void) {
  const numbers = new Int32Array(1 << wordBits).fill(-1)
  const [ids, suffixes] = [new Int32Array(1 << wordBits), new Int32Array(1 << wordBits)]
  const shapes = new Int32Array(1 << wordBits)
  const sums = new Int32Array(windowLength << wordBits)
  const own = new Float32Array(windowLength)

  function keep(slot: number, word: Word): void {
    const { id, suffix, shape } = readSpeechWord(word)
    numbers[slot] = word.number
    ids[slot] = id
    suffixes[slot] = suffix
    shapes[slot] = shape
    own.fill(0)
    sum(word, own)
    sums.set(own, slot * windowLength)
  }
  return {
    ids,
    suffixes,
    shapes,
    sums,
    find(word: Word): number {
      const slot = word.number & ((1 << wordBits) - 1)
      if (numbers[slot] !== word.number) keep(slot, word)
      return slot
    },
  }
}

const memoBits = 14

/** Sums that two numbers tell, kept likewise. */
function openMemo(sum: (row: number, sums: Float32Array, at: number) => void) {
  const keys = new Int32Array(2 << memoBits).fill(-1)
  const sums = new Float32Array(labelCount << memoBits)
  return {
    /** Adds the sums; `row` is one that the numbers stand for. */
    addTo(scores: Float32Array, one: number, other: number, row: number): void {
      const slot = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> (32 - memoBits)
      const at = slot * labelCount
      if (keys[2 * slot] !== one || keys[2 * slot + 1] !== other) {
        keys[2 * slot] = one
        keys[2 * slot + 1] = other
        sums.fill(0, at, at + labelCount)
        sum(row, sums, at)
      }
      for (let label = 0; label < labelCount; label++) scores[label]! += sums[at + label]!
    },
  }
}
