import {
  corpora,
  optional,
  readFewStories,
  readFewUnannotated,
  readStories,
  readUnannotated,
  unannotated,
} from '../agenda-stories.ts'
import type { Recipe } from '../recipe.ts'

export const topics: Recipe = {
  name: 'topics',
  what: 'what the events of the story are about',
  output: 'topics.ts',
  corpora: [...corpora, ...unannotated],
  optional,
  after: ['part-of-speech', 'names', 'syntax', 'events'],
  seconds: 300,
  templates: async () => (await import('../../src/layers/topics/classifier.ts')).topicTemplates,
  learn: async () => (await import('../topics.ts')).learnTopics(readStories(), readUnannotated()),
  sample: async () => (await import('../topics.ts')).learnTopics(readFewStories(), readFewUnannotated()),
}
