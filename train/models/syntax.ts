import { corpus } from '../corpora.ts'
import type { Recipe } from '../recipe.ts'

export const syntax: Recipe = {
  name: 'syntax',
  what: "Penn tags, heads and relations, as spaCy's small English model tells them",
  output: 'syntax.ts',
  corpora: [corpus('gmb'), corpus('gov'), corpus('trees-gmb'), corpus('trees-gov')],
  after: ['part-of-speech'],
  seconds: 200,
  templates: async () => (await import('../learn-syntax.ts')).hashOfSyntaxTemplates(),
  learn: async (log) => (await import('../learn-syntax.ts')).learnSyntaxFile(log),
  sample: async (log) => (await import('../learn-syntax.ts')).learnSyntaxFile(log, 25),
}
