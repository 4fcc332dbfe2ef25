import { Features } from '../model/features.ts'
import type { PackedWeights } from '../model/weights.ts'
import { greatestOf, openWholeWeights } from '../model/weights.ts'
import type { Sentence } from './document.ts'
import { SpeechColumns } from './speech-columns.ts'
import {
  placeFeatures,
  readPlace,
  readSpeechWord,
  type Stand,
  speechModel,
  speechReach,
  standFeatures,
  usualStand,
  wordFeatures,
} from './speech-features.ts'
import { speech } from './tags.ts'
import { WordRows } from './word-rows.ts'

const labelCount = speech.length
/** What a word adds to the scores of the tokens around it: `labelCount` numbers for each, the first token first. */
const windowLength = (2 * speechReach + 1) * labelCount
const roomBits = 13

/** Gives the numbers in `speech` of the tokens of a sentence, from its first on. */
export type SpeechTagger = (sentence: Sentence) => readonly number[]

/** A tagger of parts of speech: one linear decision a token, by the words around it and the decisions before it. */
export function openSpeechTagger(packed: PackedWeights): SpeechTagger {
  const addWeights = openWholeWeights(packed, speechModel)
  const features = new Features()
  const place = placeFeatures()
  const columns = new SpeechColumns()
  const scores = new Int32Array(labelCount)
  const stand = new Int32Array(labelCount)

  // Sums of whole numbers, so that they are exact in any order: those of a word are kept as a whole.
  const words = new WordRows(roomBits, (word, _, row) => {
    const seen = readSpeechWord(word)
    known.write(row, seen.id, seen.suffix, seen.shape)
    windows.fill(0, row * windowLength, (row + 1) * windowLength)
    for (let offset = -speechReach; offset <= speechReach; offset++) {
      features.clear()
      wordFeatures(word, offset, features)
      if (offset === 0) standFeatures(seen, usualStand, features)
      addWeights(features, windows, row * windowLength + (speechReach - offset) * labelCount)
    }
  })
  const known = new SpeechColumns(words.room)
  /** Behind those of words the numbers of what stands beyond a sentence: it adds nothing. */
  const windows = new Int32Array((words.room + 1) * windowLength)
  const none = words.room * windowLength
  /** Where in `windows` the numbers of each row of the columns begin. */
  let windowOf = new Int32Array(0)

  function read({ columns: { words: types, types: typeOf }, first, last }: Sentence): void {
    words.start(last - first)
    const end = last - first + speechReach
    if (windowOf.length < end + speechReach) windowOf = new Int32Array(2 * (end + speechReach))
    windowOf.fill(none, 0, speechReach)
    windowOf.fill(none, end, end + speechReach)
    for (let at = first, row = speechReach; at < last; at++, row++) {
      const word = words.rowOf(types[typeOf[at]!]!, 0)
      columns.copy(row, known, word)
      windowOf[row] = word * windowLength
    }
  }

  /** What the words around a token give. */
  function sumWindows(row: number): void {
    const beforeThat = windowOf[row - 2]! + 4 * labelCount
    const before = windowOf[row - 1]! + 3 * labelCount
    const own = windowOf[row]! + 2 * labelCount
    const after = windowOf[row + 1]! + labelCount
    const afterThat = windowOf[row + 2]!
    for (let label = 0; label < labelCount; label++)
      scores[label] =
        windows[beforeThat + label]! +
        windows[before + label]! +
        windows[own + label]! +
        windows[after + label]! +
        windows[afterThat + label]!
  }

  /** What a token gives where it stands otherwise than most do. */
  function addStand(row: number, own: Stand): void {
    sumStand(row, usualStand)
    for (let label = 0; label < labelCount; label++) scores[label]! -= stand[label]!
    sumStand(row, own)
    for (let label = 0; label < labelCount; label++) scores[label]! += stand[label]!
  }

  function sumStand(row: number, as: Stand): void {
    const { id, suffix, shape } = columns
    features.clear()
    standFeatures({ id: id[row]!, suffix: suffix[row]!, shape: shape[row]! }, as, features)
    stand.fill(0)
    addWeights(features, stand, 0)
  }

  function decide(row: number): number {
    sumWindows(row)
    const mode = columns.mode[row]!
    const glued = columns.glued[row]!
    if (mode !== usualStand.mode || glued !== usualStand.glued) addStand(row, { mode, glued })
    readPlace(columns, row, place)
    addWeights(place, scores, 0)
    return greatestOf(scores)
  }

  return (sentence) => {
    columns.start(sentence)
    read(sentence)
    return columns.decideInTurn(sentence, decide)
  }
}
