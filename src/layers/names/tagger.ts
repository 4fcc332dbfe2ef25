import { Features } from '../../model/features.ts'
import type { Document } from '../../text/document.ts'
import { type Context, readContext } from './context.ts'
import { bestLabels, labelCount } from './labels.ts'
import { activeTokens, contextFeatures, layoutOf } from './name-features.ts'
import type { Model } from './name-model.ts'
import { readNames, type TaggedName } from './name-spans.ts'
import { type NameSentence, type NameToken, nameReader } from './name-tokens.ts'
import type { Lexicon } from './name-words.ts'
import { openSums } from './sums.ts'
import { countVotes, type Votes, voteFeatures } from './votes.ts'

/** A stretch of tokens with their scores, `labelCount` numbers each. */
interface Part {
  tokens: readonly NameToken[]
  scores: Float32Array
}

export interface NameSpan extends TaggedName {
  /** How often names of such a margin were right on stories not seen in training, 0 to 1. */
  confidence: number
}

/** Finds the names of a document. */
export type Tagger = (doc: Document) => NameSpan[]

/** A tagger of names: a linear sequence model over the tokens near capital letters. */
export function openTagger(lexicon: Lexicon, model: Model): Tagger {
  const read = nameReader(lexicon)
  const addSums = openSums(model)
  const features = new Features()

  return (doc) => {
    const sentences = read(doc)
    const context = readContext(sentences)
    const parts = sentences.flatMap((sentence) => partsOf(doc.text, sentence, context))
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

  /** The stretches of a sentence in which names may stand, scored. */
  function partsOf(text: string, sentence: NameSentence, context: Context): Part[] {
    const parts: Part[] = []
    const { tokens } = sentence
    const active = activeTokens(tokens, 1)
    const layout = layoutOf(sentence, text, lexicon)
    for (let from = 0; from < tokens.length; from++) {
      if (!active[from]) continue
      let to = from
      while (to < tokens.length && active[to]) to++
      const scores = new Float32Array((to - from) * labelCount)
      for (let i = from; i < to; i++) {
        const at = (i - from) * labelCount
        addSums(tokens, i, scores, at)
        features.clear()
        contextFeatures(sentence, layout, i, context, features)
        model.add(features, scores, at)
      }
      parts.push({ tokens: tokens.slice(from, to), scores })
      from = to
    }
    return parts
  }
}
