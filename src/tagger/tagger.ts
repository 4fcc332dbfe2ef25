import { readContext } from './context.ts'
import { activeTokens, contextFeatures, layoutOf, reach, wordFeatures } from './features.ts'
import { labelCount } from './labels.ts'
import type { Model } from './model.ts'
import { readNames, type TaggedName } from './names.ts'
import { type NameToken, tokenizer } from './tokens.ts'
import { bestLabels } from './viterbi.ts'
import { countVotes, type Votes, voteFeatures } from './votes.ts'
import type { Lexicon, Word } from './words.ts'

/** A stretch of tokens with their scores, `labelCount` numbers each. */
interface Part {
  tokens: readonly NameToken[]
  scores: Float32Array
}

export interface NameSpan extends TaggedName {
  /** How often names of such a margin were right on stories not seen in training, 0 to 1. */
  confidence: number
}

/** Finds the names of a text. */
export type Tagger = (text: string) => NameSpan[]

/** A tagger of names: a linear sequence model over the tokens near capital letters. */
export function openTagger(lexicon: Lexicon, model: Model): Tagger {
  const tokenize = tokenizer(lexicon)

  /** What a word weighs at each place of the window, summed once. */
  const sumsOf = (word: Word): Float32Array => {
    if (word.sums) return word.sums
    const sums = new Float32Array((2 * reach + 1) * labelCount)
    for (let offset = -reach; offset <= reach; offset++)
      for (const feature of wordFeatures(word, offset)) model.add(feature, sums, (offset + reach) * labelCount)
    word.sums = sums
    return sums
  }

  return (text) => {
    const sentences = tokenize(text)
    const context = readContext(sentences)
    const parts: Part[] = []
    const votes: Votes = new Map()
    const features: number[] = []
    for (const sentence of sentences) {
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
          for (let offset = -reach; offset <= reach; offset++) {
            const word = tokens[i + offset]?.word
            if (!word) continue
            const sums = sumsOf(word)
            const row = (offset + reach) * labelCount
            for (let label = 0; label < labelCount; label++) scores[at + label]! += sums[row + label]!
          }
          features.length = 0
          contextFeatures(sentence, layout, i, context, features)
          for (const feature of features) model.add(feature, scores, at)
        }
        const part = tokens.slice(from, to)
        parts.push({ tokens: part, scores })
        countVotes(votes, part, bestLabels(scores, part.length, model.transitions))
        from = to
      }
    }
    // The second reading knows what the first made of a name elsewhere in the story.
    const names: NameSpan[] = []
    for (const { tokens, scores } of parts) {
      for (let i = 0; i < tokens.length; i++) {
        features.length = 0
        voteFeatures(tokens, i, votes, features)
        for (const feature of features) model.add(feature, scores, i * labelCount)
      }
      for (const name of readNames(tokens, scores, bestLabels(scores, tokens.length, model.transitions)))
        names.push({ ...name, confidence: model.confidence(name.margin) })
    }
    return names
  }
}
