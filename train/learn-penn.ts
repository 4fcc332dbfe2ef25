import { Features } from '../src/model/features.ts'
import type { PackedWeights } from '../src/model/weights.ts'
import { pennTags } from '../src/syntax/penn.ts'
import { addContextFeatures, addOwnFeatures, edge, readSpoken, type Spoken } from '../src/syntax/penn-features.ts'
import { pennModel, tagInTurn } from '../src/syntax/penn-tagger.ts'
import type { Sentence } from '../src/text/document.ts'
import type { Word } from '../src/text/word.ts'
import { AveragedPerceptron, Counts, RowNumbers } from './averaged.ts'
import { packRows } from './pack.ts'
import { randomFrom, shuffled } from './random.ts'

/** A sentence with its universal parts of speech and its Penn tags, -1 where one is not known. */
export interface PennExample {
  readonly sentence: Sentence
  readonly speech: Uint8Array
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
  // Weights are squares of whole numbers, so that sums are exact in any order.
  const packed = packRows(model.numbers.ids, model.average(), pennTags.length, most, 127 ** 2)
  return { templates: pennModel.templates, ...packed }
}

function openWalk() {
  const known = new Map<string, Known>()
  const features = new Features()
  const none: Known = { ...edge, ids: new Int32Array() }
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
    decide: (own: Int32Array, features: Features, tag: number) => number,
  ) =>
    tagInTurn(sentence, speech, knownOf, none, (around, before, beforeThat, at) => {
      features.clear()
      addContextFeatures(around, before, beforeThat, features)
      return decide(around[3]!.ids, features, tags[at]!)
    })
}
