import model from 'wink-eng-lite-web-model'
import winkNLP, { type WinkMethods } from 'wink-nlp'

export interface RawToken {
  text: string
  partOfSpeech: string
}

let engine: WinkMethods | undefined

/** Sentences of one paragraph as wink-nlp cuts them: tokens with part of speech (Universal Dependencies), no offsets. */
export function readParagraph(paragraph: string): RawToken[][] {
  engine ??= winkNLP(model, ['sbd', 'pos'])
  const { its } = engine
  const read = engine.readDoc(paragraph)
  const texts = read.tokens().out(its.value as never) as unknown as string[]
  const parts = read.tokens().out(its.pos as never) as unknown as string[]
  const spans = read.sentences().out(its.span as never) as unknown as [number, number][]
  return spans.map(([first, last]) =>
    texts.slice(first, last + 1).map((text, i) => ({ text, partOfSpeech: parts[first + i] ?? 'X' })),
  )
}
