import { corpus } from '../corpora.ts'
import { labelled, silver } from '../data.ts'
import type { Recipe } from '../recipe.ts'

export const names: Recipe = {
  name: 'names',
  what: 'names of people, places, organizations, groups and the rest',
  output: 'tagger.ts',
  corpora: [...labelled.map(([name]) => corpus(name)), corpus(silver)],
  after: ['part-of-speech'],
  seconds: 1500,
  learn: async () => (await import('../train.ts')).namesFile,
}
