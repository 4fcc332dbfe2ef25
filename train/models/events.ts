import { learnedFrom, readFewStories, readStories } from '../agenda-stories.ts'
import type { Recipe } from '../recipe.ts'

export const events: Recipe = {
  name: 'events',
  what: 'events of the story, and who takes part in them',
  output: 'events.ts',
  ...learnedFrom,
  seconds: 30,
  templates: async () => (await import('../../src/layers/events/classifier.ts')).eventTemplates,
  learn: async () => (await import('../events.ts')).learnEvents(readStories()),
  sample: async () => (await import('../events.ts')).learnEvents(readFewStories()),
}
