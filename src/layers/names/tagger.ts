import { Features } from '../../model/features.ts'
import type { Document } from '../../text/document.ts'
import { labelCount, labelsBy } from './labels.ts'
import { contextFeatures, voteFeatures } from './name-features.ts'
import type { NameModel } from './name-model.ts'
import { readNames, type TaggedName } from './name-spans.ts'
import { nameReader } from './name-tokens.ts'
import type { Lexicon } from './name-words.ts'
import { type NameStory, readNameStory, type Stretch, stretchesOf } from './stretches.ts'
import { openWindows } from './sums.ts'
import { Votes } from './votes.ts'

export interface NameSpan extends TaggedName {
  /** How often names of such a margin were right on stories not seen in training, 0 to 1. */
  confidence: number
}

/** Finds the names of a document. */
export type Tagger = (doc: Document) => NameSpan[]

/** A tagger of names: a linear sequence model over the tokens near capital letters. */
export function openTagger(lexicon: Lexicon, model: NameModel): Tagger {
  const read = nameReader(lexicon)
  const addWindows = openWindows(model)
  const bestLabels = labelsBy(model.transitions)
  const features = new Features()
  /** More exact than the scores that come of them: in what order words are added does not show. */
  let windows = new Float64Array(0)

  return (doc) => {
    const story = readNameStory(doc, read(doc), lexicon)
    const stretches = scored(story)
    // The second reading knows what the first made of a name elsewhere in the story.
    const votes = new Votes(story.context)
    for (const { stretch, scores } of stretches) votes.count(stretch.first, labelsOf(scores))
    const names: NameSpan[] = []
    for (const { stretch, scores } of stretches) {
      addVotes(votes, stretch, scores)
      for (const { start, end, type, margin } of readNames(story.tokens, stretch.first, scores, labelsOf(scores)))
        names.push({ start, end, type, margin, confidence: model.confidence(margin) })
    }
    return names
  }

  function labelsOf(scores: Float32Array): Uint8Array {
    return bestLabels(scores, scores.length / labelCount)
  }

  /** The stretches of a story with the scores of their tokens: parts of one array, since making many costs more than filling them. */
  function scored(story: NameStory) {
    const stretches = stretchesOf(story.tokens, 1)
    const all = new Float32Array(stretches.reduce((sum, { first, last }) => sum + last - first, 0) * labelCount)
    let from = 0
    return stretches.map((stretch) => {
      const scores = all.subarray(from, from + (stretch.last - stretch.first) * labelCount)
      from += scores.length
      score(story, stretch, scores)
      return { stretch, scores }
    })
  }

  /** Writes `labelCount` numbers for each token, by all but the votes. */
  function score(story: NameStory, stretch: Stretch, scores: Float32Array): void {
    const { sentence, first, last } = stretch
    const { length } = scores
    if (windows.length < length) windows = new Float64Array(2 * length)
    windows.fill(0, 0, length)
    addWindows(story.tokens, stretch, windows)
    for (let k = 0; k < length; k++) scores[k] = windows[k]!
    for (let row = first; row < last; row++) {
      features.clear()
      contextFeatures(story, sentence, row, features)
      model.add(features, scores, (row - first) * labelCount)
    }
  }

  function addVotes(votes: Votes, { first, last }: Stretch, scores: Float32Array): void {
    for (let row = first; row < last; row++) {
      features.clear()
      voteFeatures(votes, row, features)
      if (features.length > 0) model.add(features, scores, (row - first) * labelCount)
    }
  }
}
