import { learnedFrom, readFewStories, readStories } from '../agenda-stories.ts'
import type { Recipe } from '../recipe.ts'

export const topics: Recipe = {
  name: 'topics',
  what: 'what the events of the story are about',
  output: 'topics.ts',
  ...learnedFrom,
  seconds: 60,
  templates: async () => (await import('../../src/layers/topics/classifier.ts')).topicTemplates,
  learn: async () => (await import('../topics.ts')).learnTopics(readStories()),
  sample: async () => (await import('../topics.ts')).learnTopics(readFewStories()),
}
