import { corpus, newswire } from '../corpora.ts'
import type { Recipe } from '../recipe.ts'

export const agenda: Recipe = {
  name: 'agenda',
  what: 'events of the story, who takes part in them, and what they are about',
  output: 'agenda.ts',
  corpora: [corpus('agenda-voa')],
  optional: [newswire('agenda-1'), newswire('agenda-2')],
  after: ['part-of-speech', 'names'],
  seconds: 40,
  learn: async () => (await import('../agenda.ts')).learnAgenda(),
}
