import { Features } from '../model/features.ts'
import { greatest, openWeights, type PackedWeights } from '../model/weights.ts'
import { isGlued, wordAt } from './columns.ts'
import type { Sentence } from './document.ts'
import {
  edge,
  mode,
  noSpeech,
  placeFeatures,
  readSpeechWord,
  type Sight,
  type SpeechWord,
  speechModel,
  speechReach,
  type TokenPlace,
  wordFeatures,
} from './speech-features.ts'
import { speech } from './tags.ts'
import { type Word, wordFact } from './word.ts'

const labelCount = speech.length
const positions = 2 * speechReach + 1
const punctuation = speech.indexOf('PUNCT')

/** A word with what it adds to the scores of the tokens around it: `labelCount` numbers for each position of the window. */
interface Weighed extends SpeechWord {
  readonly sums: Float32Array
  /** No other word has it. */
  readonly number: number
}

/** Gives the numbers in `speech` of the tokens of a sentence, from its first on. */
export type SpeechTagger = (sentence: Sentence) => Uint8Array

/** A tagger of parts of speech: one linear decision a token, by the words around it and the decisions before it. */
export function openSpeechTagger(packed: PackedWeights): SpeechTagger {
  const addWeights = openWeights(packed, speechModel)
  const features = new Features()
  const scores = new Float32Array(labelCount)
  const beyond: Weighed = { ...edge, sums: new Float32Array(positions * labelCount), number: 0 }
  let words = 1
  const weigh = wordFact((word: Word): Weighed => {
    const sums = new Float32Array(positions * labelCount)
    for (let position = 0; position < positions; position++) {
      features.clear()
      wordFeatures(word, position - speechReach, features)
      addWeights(features, sums, position * labelCount)
    }
    return { ...readSpeechWord(word), sums, number: words++ }
  })

  const sumsBy = (sight: Sight) =>
    openMemo((place: TokenPlace, sums, at) => {
      features.clear()
      placeFeatures(place, sight, features)
      addWeights(features, sums, at)
    })
  const [byWord, byAfter, byPair] = [sumsBy('word'), sumsBy('after'), sumsBy('pair')]

  function decide(place: TokenPlace<Weighed>): number {
    const { beforeThat, before, word, after, afterThat, speechBefore } = place
    const told = (((place.mode << 2) | place.glued) << 10) | (speechBefore << 5) | place.speechBeforeThat
    const atWord = byWord.find(word.number, told, place)
    const atAfter = byAfter.find(after.number, speechBefore, place)
    const atPair = byPair.find(word.number, after.number, place)
    for (let label = 0; label < labelCount; label++)
      scores[label] =
        beforeThat.sums[label]! +
        before.sums[label + labelCount]! +
        word.sums[label + 2 * labelCount]! +
        after.sums[label + 3 * labelCount]! +
        afterThat.sums[label + 4 * labelCount]! +
        byWord.sums[atWord + label]! +
        byAfter.sums[atAfter + label]! +
        byPair.sums[atPair + label]!
    features.clear()
    placeFeatures(place, 'around', features)
    addWeights(features, scores, 0)
    return greatest(scores)
  }

  return (sentence) => decideInTurn(sentence, weigh, beyond, decide)
}

/**
 * Decides from left to right on the tokens of a sentence that are no punctuation, each with the decisions before it in
 * sight. Learning reads a sentence by the same way.
 */
export function decideInTurn<W extends SpeechWord>(
  sentence: Sentence,
  wordOf: (word: Word) => W,
  beyond: W,
  decide: (place: TokenPlace<W>, at: number) => number,
): Uint8Array {
  const { columns, first, last } = sentence
  const read = (at: number) => (at < last ? wordOf(wordAt(columns, at)) : beyond)
  const decided = new Uint8Array(last - first)
  const place: TokenPlace<W> = {
    beforeThat: beyond,
    before: beyond,
    word: beyond,
    after: read(first),
    afterThat: read(first + 1),
    speechBefore: noSpeech,
    speechBeforeThat: noSpeech,
    mode: mode.first,
    glued: 0,
  }
  const usual = sentence.allCaps ? mode.capitals : sentence.titleCase ? mode.titleCase : mode.inside
  for (let at = first; at < last; at++) {
    place.beforeThat = place.before
    place.before = place.word
    place.word = place.after
    place.after = place.afterThat
    place.afterThat = read(at + speechReach)
    place.mode = at === first && usual === mode.inside ? mode.first : usual
    place.glued = (at > first && isGlued(columns, at) ? 1 : 0) + (at + 1 < last && isGlued(columns, at + 1) ? 2 : 0)
    const own = wordAt(columns, at).punctuation ? punctuation : decide(place, at)
    decided[at - first] = own
    place.speechBeforeThat = place.speechBefore
    place.speechBefore = own
  }
  return decided
}

const memoBits = 14

/** Sums that two numbers tell, in a table of fixed size: what falls on the place of another takes it. */
function openMemo(add: (place: TokenPlace, sums: Float32Array, at: number) => void) {
  const [ones, others] = [new Float64Array(1 << memoBits), new Float64Array(1 << memoBits)]
  const sums = new Float32Array(labelCount << memoBits)
  ones.fill(-1)
  return {
    sums,
    /** Where the sums begin; `place` is one that the numbers stand for. */
    find(one: number, other: number, place: TokenPlace): number {
      const slot = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> (32 - memoBits)
      const at = slot * labelCount
      if (ones[slot] === one && others[slot] === other) return at
      ones[slot] = one
      others[slot] = other
      sums.fill(0, at, at + labelCount)
      add(place, sums, at)
      return at
    },
  }
}
