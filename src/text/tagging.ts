import * as packed from '../data/part-of-speech.ts'
import type { Sentence, Token } from './document.ts'
import { openSpeechTagger, type SpeechTagger } from './speech.ts'
import { speech, tagsOf, untagged } from './tags.ts'

let standard: SpeechTagger | undefined

/** Gives each token of a sentence its tags. */
export function tagSentence(sentence: Sentence, give: (token: Token, tags: readonly string[]) => void): void {
  standard ??= openSpeechTagger(packed)
  standard(sentence).forEach((number, i) => {
    const token = sentence.tokens[sentence.first + i]!
    give(token, token.punctuation ? untagged : tagsOf(speech[number]!, token.normal))
  })
}
