import { corpus, vocabulary } from '../corpora.ts'
import type { Recipe } from '../recipe.ts'

export const partOfSpeech: Recipe = {
  name: 'part-of-speech',
  what: 'the part of speech of every word, as wink-nlp tells it',
  output: 'part-of-speech.ts',
  corpora: [corpus('gmb'), corpus('gov'), corpus('europarl'), vocabulary],
  seconds: 150,
  templates: async () => (await import('../speech-check.ts')).hashOfTemplates(),
  learn: async (log) => (await import('../part-of-speech.ts')).learnPartOfSpeech(log),
  sample: async (log) => (await import('../part-of-speech.ts')).learnPartOfSpeech(log, 25),
}
