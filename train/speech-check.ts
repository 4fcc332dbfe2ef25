import { createHash } from 'node:crypto'
import { Features } from '../src/model/features.ts'
import { wordAt } from '../src/text/columns.ts'
import { readDocument } from '../src/text/read.ts'
import { decideInTurn, type SpeechTagger } from '../src/text/speech.ts'
import {
  edge,
  openSpeechFeatures,
  reach,
  readSpeechWord,
  type SpeechFeatures,
  sights,
} from '../src/text/speech-features.ts'
import { speech, tagsOf } from '../src/text/tags.ts'
import type { Teacher } from './wink.ts'

/** Sentences in which every template has a value. */
const probe = `Mr. Lavrov's five-day visit to the U.S. began on 5 May 2024, he said, "slowly".
TALKS ON TRADE WITH CHINA FAIL
Ministers Will Sign New Agreement on Trade
they agreed the 1,200.5 km 5th line isn't Ḥasan's`

/** Hash of the features that the code makes of some sentences: weights serve only the features that they were learned with. */
export function hashOfTemplates(of = openSpeechFeatures()): string {
  const hash = createHash('sha256').update(speech.join(' '))
  for (const ids of featuresOfProbe(of)) hash.update(ids.join(' '))
  return hash.digest('hex').slice(0, 16)
}

/** Sorted, so that the order of templates tells nothing. */
function featuresOfProbe({ wordFeatures, placeFeatures }: SpeechFeatures): Int32Array[] {
  const features = new Features()
  const found: Int32Array[] = []
  const keep = () => {
    found.push(features.copy().sort())
    features.clear()
  }
  const { sentences, tokens } = readDocument(probe)
  for (const { word } of tokens)
    for (let offset = -reach; offset <= reach; offset++) {
      wordFeatures(word, offset, features)
      keep()
    }
  for (const sentence of sentences)
    decideInTurn(sentence, readSpeechWord, edge, (place, at) => {
      for (const sight of sights) placeFeatures(place, sight, features)
      keep()
      return at % speech.length
    })
  return found
}

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
