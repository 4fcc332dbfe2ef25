import { Features } from '../model/features.ts'
import { type AddWeights, greatest, learned, openWeights, type PackedWeights } from '../model/weights.ts'
import { wordAt } from '../text/columns.ts'
import type { Sentence } from '../text/document.ts'
import { type Word, wordFact } from '../text/word.ts'
import { beyond, pennTags } from './penn.ts'
import { addContextFeatures, addOwnFeatures, edge, pennTemplates, readSpoken, type Spoken } from './penn-features.ts'
import { readAs } from './read-as.ts'

const tagCount = pennTags.length

export const pennModel = learned('syntax', pennTemplates, pennTags)

/** Gives the numbers in `pennTags` of the tokens of a sentence, from those in `speech`. */
export type PennTagger = (sentence: Sentence, speech: Uint8Array) => Uint8Array

interface Weighed extends Spoken {
  /** What the word by itself adds to the score of each tag. */
  readonly sums: Float32Array
}

/** A tagger that refines universal parts of speech: one linear decision a token, with the decisions before it in sight. */
export function openPennTagger(packed: PackedWeights): PennTagger {
  const addWeights: AddWeights = openWeights(packed, pennModel)
  const features = new Features()
  const scores = new Float32Array(tagCount)
  const none: Weighed = { ...edge, sums: new Float32Array(tagCount) }
  const known = wordFact((_: Word): (Weighed | undefined)[] => [])

  function weigh(word: Word, speech: number): Weighed {
    const bySpeech = known(word)
    const before = bySpeech[speech]
    if (before) return before
    const spoken = readSpoken(word, speech)
    const sums = new Float32Array(tagCount)
    features.clear()
    addOwnFeatures(word, spoken, features)
    addWeights(features, sums, 0)
    // Field by field: V8 gives each copy by spread a hidden class of its own, as large as what is copied.
    const { word: hash, suffix, shortSuffix } = spoken
    const made = { word: hash, speech, suffix, shortSuffix, sums }
    bySpeech[speech] = made
    return made
  }

  return (sentence, speech) =>
    tagInTurn(sentence, speech, weigh, none, (around, tagBefore, tagBeforeThat) => {
      scores.set(around[3]!.sums)
      features.clear()
      addContextFeatures(around, tagBefore, tagBeforeThat, features)
      addWeights(features, scores, 0)
      return greatest(scores)
    })
}

/** Decides from left to right on the tokens of a sentence. Learning reads a sentence by the same way. */
export function tagInTurn<S extends Spoken>(
  { columns, first, last }: Sentence,
  speech: Uint8Array,
  spokenOf: (word: Word, speech: number) => S,
  none: S,
  decide: (around: readonly S[], tagBefore: number, tagBeforeThat: number, at: number) => number,
): Uint8Array {
  const length = last - first
  const read = (at: number) => (at < length ? spokenOf(readAs(wordAt(columns, first + at)), speech[at]!) : none)
  const tags = new Uint8Array(length)
  const around = [none, none, none, none, read(0), read(1)]
  for (let at = 0; at < length; at++) {
    for (let i = 0; i < 5; i++) around[i] = around[i + 1]!
    around[5] = read(at + 2)
    tags[at] = decide(around, at > 0 ? tags[at - 1]! : beyond, at > 1 ? tags[at - 2]! : beyond, at)
  }
  return tags
}
