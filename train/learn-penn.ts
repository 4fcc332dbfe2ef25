import { type FeatureRow, Features } from '../src/model/features.ts'
import type { PackedWeights } from '../src/model/weights.ts'
import { greatestWhole } from '../src/model/weights.ts'
import { pennTags } from '../src/syntax/penn.ts'
import { PennColumns, pennReach } from '../src/syntax/penn-columns.ts'
import { addOwnFeatures, contextFeatures, readContext, readSpoken, type Spoken } from '../src/syntax/penn-features.ts'
import { pennModel } from '../src/syntax/penn-tagger.ts'
import { readAs } from '../src/syntax/read-as.ts'
import { wordAt } from '../src/text/columns.ts'
import type { Sentence } from '../src/text/document.ts'
import type { Word } from '../src/text/word.ts'
import { AveragedPerceptron, Counts, RowNumbers } from './averaged.ts'
import { packRows } from './pack.ts'
import { randomFrom, shuffled } from './random.ts'

/** A sentence with its universal parts of speech and its Penn tags, -1 where one is not known. */
export interface PennExample {
  readonly sentence: Sentence
  readonly speech: ArrayLike<number>
  readonly tags: Int8Array
}

interface Known extends Spoken {
  readonly ids: Int32Array
}

/** Learns to refine universal parts of speech to Penn tags. */
export function learnPenn(
  examples: readonly PennExample[],
  { rounds, rarest, most }: { rounds: number; rarest: number; most: number },
): PackedWeights {
  const walk = openWalk()
  const counts = new Counts()
  for (const example of examples)
    walk(example, (own, features, tag) => {
      counts.add(own, own.length)
      counts.add(features.ids, features.length)
      return Math.max(tag, 0)
    })
  const model = new AveragedPerceptron(new RowNumbers(counts.atLeast(rarest)), pennTags.length)
  const random = randomFrom(1)
  for (let round = 1; round <= rounds; round++)
    for (const example of shuffled(examples, random))
      walk(example, (own, features, tag) => {
        model.start()
        model.add(own, own.length)
        model.add(features.ids, features.length)
        const guess = model.best()
        if (tag >= 0 && guess !== tag) model.learn(tag, guess)
        return guess
      })
  const packed = packRows(model.numbers.ids, model.average(), pennTags.length, most, greatestWhole)
  return { templates: pennModel.templates, ...packed }
}

function openWalk() {
  const known = new Map<string, Known>()
  const features = new Features()
  const context = contextFeatures()
  const columns = new PennColumns()
  const knownOf = (word: Word, speech: number): Known => {
    const key = `${speech} ${word.text}`
    const before = known.get(key)
    if (before) return before
    const spoken = readSpoken(word, speech)
    features.clear()
    addOwnFeatures(word, spoken, features)
    const made = { ...spoken, ids: features.copy() }
    known.set(key, made)
    return made
  }
  return (
    { sentence, speech, tags }: PennExample,
    decide: (own: Int32Array, context: FeatureRow, tag: number) => number,
  ) => {
    const { before } = pennReach
    const words = Array.from(tags, (_, i) => knownOf(readAs(wordAt(sentence.columns, sentence.first + i)), speech[i]!))
    columns.start(words.length)
    words.forEach((word, i) => void columns.set(before + i, word))
    columns.decideInTurn(words.length, (row) => {
      readContext(columns, row, context)
      return decide(words[row - before]!.ids, context, tags[row - before]!)
    })
  }
}
