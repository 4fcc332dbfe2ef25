import { packedSpeech } from '#packed'
import type { Sentence } from './document.ts'
import { openSpeechTagger, type SpeechTagger } from './speech.ts'

let standard: SpeechTagger | undefined

/** The numbers in `speech` of the tokens of a sentence, from its first on. */
export function speechOf(sentence: Sentence): readonly number[] {
  standard ??= openSpeechTagger(packedSpeech())
  return standard(sentence)
}
