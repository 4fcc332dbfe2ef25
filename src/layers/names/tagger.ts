import { Features } from '../../model/features.ts'
import type { Document } from '../../text/document.ts'
import { bestLabels, labelCount } from './labels.ts'
import { contextFeatures, voteFeatures } from './name-features.ts'
import type { NameModel } from './name-model.ts'
import { readNames, type TaggedName } from './name-spans.ts'
import { nameReader } from './name-tokens.ts'
import type { Lexicon } from './name-words.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import { openSums } from './sums.ts'
import { countVotes, type Votes } from './votes.ts'

export interface NameSpan extends TaggedName {
  /** How often names of such a margin were right on stories not seen in training, 0 to 1. */
  confidence: number
}

/** Finds the names of a document. */
export type Tagger = (doc: Document) => NameSpan[]

/** A tagger of names: a linear sequence model over the tokens near capital letters. */
export function openTagger(lexicon: Lexicon, model: NameModel): Tagger {
  const read = nameReader(lexicon)
  const addSums = openSums(model)
  const features = new Features()

  return (doc) => {
    const stretches = stretchesOf(doc.text, read(doc), lexicon, 1)
    const parts = stretches.map((stretch) => ({ tokens: stretch.tokens, scores: scoresOf(stretch) }))
    // The second reading knows what the first made of a name elsewhere in the story.
    const votes: Votes = new Map()
    for (const { tokens, scores } of parts)
      countVotes(votes, tokens, bestLabels(scores, tokens.length, model.transitions))
    const names: NameSpan[] = []
    for (const { tokens, scores } of parts) {
      for (let i = 0; i < tokens.length; i++) {
        features.clear()
        voteFeatures(tokens, i, votes, features)
        model.add(features, scores, i * labelCount)
      }
      for (const name of readNames(tokens, scores, bestLabels(scores, tokens.length, model.transitions)))
        names.push({
          start: name.start,
          end: name.end,
          type: name.type,
          margin: name.margin,
          confidence: model.confidence(name.margin),
        })
    }
    return names
  }

  /** `labelCount` numbers for each token, by all but the votes. */
  function scoresOf(stretch: Stretch): Float32Array {
    const { sentence, from, tokens } = stretch
    const scores = new Float32Array(tokens.length * labelCount)
    for (let i = 0; i < tokens.length; i++) {
      addSums(sentence.tokens, from + i, scores, i * labelCount)
      features.clear()
      contextFeatures(stretch, from + i, features)
      model.add(features, scores, i * labelCount)
    }
    return scores
  }
}
