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
let sentences = 0

/** The words of a sentence as wink-nlp cuts them, with part of speech (Universal Dependencies), no offsets. */
export function readParts(sentence: string): RawToken[] {
  engine ??= openEngine()
  const { its } = engine
  const tokens = engine.readDoc(sentence).tokens()
  const texts = tokens.out(its.value as never) as unknown as string[]
  const parts = tokens.out(its.pos as never) as unknown as string[]
  // wink-nlp never forgets a word: after so many new ones another engine takes over.
  if (++sentences % 100 === 0 && newestWord(engine) > firstLearned + mostLearned) engine = undefined
  return texts.map((text, i) => ({ text, partOfSpeech: parts[i] ?? 'X' }))
}

function openEngine(): WinkMethods {
  const opened = winkNLP(model, ['sbd', 'pos'])
  firstLearned = newestWord(opened)
  return opened
}

/** The number of a word that no text has: it is the last that the engine has learned. */
function newestWord(engine: WinkMethods): number {
  const tokens = engine.readDoc(`nutgraf${sentences}zzz`).tokens()
  const [number = 0] = tokens.out(engine.its.uniqueId as never) as unknown as number[]
  return number
}
