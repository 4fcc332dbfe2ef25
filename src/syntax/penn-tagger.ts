import { Features } from '../model/features.ts'
import { greatestOf, learned, openWholeWeights, type PackedWeights } from '../model/weights.ts'
import type { Sentence } from '../text/document.ts'
import { WordRows } from '../text/word-rows.ts'
import { pennTags } from './penn.ts'
import { PennColumns, pennReach } from './penn-columns.ts'
import { addOwnFeatures, contextFeatures, pennTemplates, readContext, readSpoken } from './penn-features.ts'
import { readAs } from './read-as.ts'

const tagCount = pennTags.length
const roomBits = 13

export const pennModel = learned('syntax', pennTemplates, pennTags)

/** Gives the numbers in `pennTags` of the tokens of a sentence, from those in `speech`. */
export type PennTagger = (sentence: Sentence, speech: ArrayLike<number>) => number[]

/** A tagger that refines universal parts of speech: one linear decision a token, with the decisions before it in sight. */
export function openPennTagger(packed: PackedWeights): PennTagger {
  const addWeights = openWholeWeights(packed, pennModel)
  const features = new Features()
  const context = contextFeatures()
  const scores = new Int32Array(tagCount)
  const columns = new PennColumns()
  /** Words with their parts of speech that were read lately, and what each by itself adds to the score of each tag. */
  const known = new PennColumns()
  const rows = new WordRows(roomBits, (given, speech, row) => {
    const word = readAs(given)
    const spoken = readSpoken(word, speech)
    known.set(row, spoken)
    features.clear()
    addOwnFeatures(word, spoken, features)
    own.fill(0, row * tagCount, (row + 1) * tagCount)
    addWeights(features, own, row * tagCount)
  })
  const own = new Int32Array(rows.room * tagCount)
  known.start(rows.room)
  /** Where in `own` the numbers of each token of the sentence begin. */
  let ownFrom = new Int32Array(0)

  function decide(row: number): number {
    readContext(columns, row, context)
    const from = ownFrom[row]!
    for (let tag = 0; tag < tagCount; tag++) scores[tag] = own[from + tag]!
    addWeights(context, scores, 0)
    return greatestOf(scores)
  }

  return ({ columns: { words, types }, first, last }, speech) => {
    const length = last - first
    columns.start(length)
    rows.start(length)
    if (ownFrom.length < columns.word.length) ownFrom = new Int32Array(columns.word.length)
    for (let i = 0, row = pennReach.before; i < length; i++, row++) {
      const spoken = rows.rowOf(words[types[first + i]!]!, speech[i]!)
      columns.copy(row, known, spoken)
      ownFrom[row] = spoken * tagCount
    }
    return columns.decideInTurn(length, decide)
  }
}
