import { corpus, vocabulary } from '../corpora.ts'
import type { Recipe } from '../recipe.ts'

export const partOfSpeech: Recipe = {
  name: 'part-of-speech',
  what: 'the part of speech of every word, as wink-nlp tells it',
  output: 'part-of-speech.ts',
  corpora: [corpus('gmb'), corpus('gov'), corpus('europarl'), vocabulary],
  seconds: 330,
  templates: async () => (await import('../../src/text/speech-features.ts')).speechModel.templates,
  learn: async (log) => (await import('../part-of-speech.ts')).learnPartOfSpeech(log),
  sample: async (log) => (await import('../part-of-speech.ts')).learnPartOfSpeech(log, 25),
}
