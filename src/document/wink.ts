import model from 'wink-eng-lite-web-model'
import winkNLP, { type WinkMethods } from 'wink-nlp'

export interface RawToken {
  text: string
  partOfSpeech: string
}

let engine: WinkMethods | undefined
/** Numbers of words from here on are of words that the engine learned from texts. */
let firstLearned = 0
const mostLearned = 16_000

/** The words of a sentence as wink-nlp cuts them, with part of speech (Universal Dependencies), no offsets. */
export function readParts(sentence: string): RawToken[] {
  engine ??= openEngine()
  const { its } = engine
  const tokens = engine.readDoc(sentence).tokens()
  const texts = tokens.out(its.value as never) as unknown as string[]
  const parts = tokens.out(its.pos as never) as unknown as string[]
  // wink-nlp never forgets a word: after so many new ones another engine takes over.
  for (const number of tokens.out(its.uniqueId as never) as unknown as number[])
    if (number > firstLearned + mostLearned) engine = undefined
  return texts.map((text, i) => ({ text, partOfSpeech: parts[i] ?? 'X' }))
}

function openEngine(): WinkMethods {
  const opened = winkNLP(model, ['sbd', 'pos'])
  const { its } = opened
  // A word that no lexicon has tells where the learned ones begin.
  const [number] = opened
    .readDoc('nutgrafzzz')
    .tokens()
    .out(its.uniqueId as never) as unknown as number[]
  firstLearned = number ?? 0
  return opened
}
