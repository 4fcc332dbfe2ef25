import { wordAt } from '../src/text/columns.ts'
import { readDocument } from '../src/text/read.ts'
import type { SpeechTagger } from '../src/text/speech.ts'
import { speech, tagsOf } from '../src/text/tags.ts'
import type { Teacher } from './wink.ts'

/** The share of words to which tagger and teacher give the same tags. */
export function agreement(texts: readonly string[], tag: SpeechTagger, teach: Teacher): number {
  let [all, same] = [0, 0]
  for (const sentence of texts.flatMap((text) => readDocument(text).sentences)) {
    const found = tag(sentence)
    teach(sentence).forEach((name, i) => {
      if (name === null) return
      const word = wordAt(sentence.columns, sentence.first + i)
      all++
      if (tagsOf(speech.indexOf(name), word) === tagsOf(found[i]!, word)) same++
    })
  }
  return same / all
}
