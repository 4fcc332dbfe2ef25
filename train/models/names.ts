import { corpus } from '../corpora.ts'
import { labelled, silver } from '../data.ts'
import type { Recipe } from '../recipe.ts'

export const names: Recipe = {
  name: 'names',
  what: 'names of people, places, organizations, groups and the rest',
  output: 'tagger.ts',
  corpora: [...labelled.map(([name]) => corpus(name)), corpus(silver)],
  seconds: 600,
  templates: async () => (await import('../../src/layers/names/name-features.ts')).nameModel.templates,
  learn: async (log) => (await import('../names.ts')).learnTagger(log),
  sample: async (log) => (await import('../names.ts')).learnTagger(log, 100),
}
