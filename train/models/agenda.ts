import type { GoldStory } from '../agenda-examples.ts'
import { corpus, isThere, newswire, readRecords } from '../corpora.ts'
import type { Recipe } from '../recipe.ts'

const corpora = [corpus('agenda-voa'), corpus('agenda-voa-2'), corpus('agenda-gov')]
const optional = [newswire('agenda-1'), newswire('agenda-2'), newswire('agenda-3')]

/** All annotated stories that are here. */
export const readStories = (): GoldStory[] => [...corpora, ...optional.filter(isThere)].flatMap(readRecords<GoldStory>)

export const agenda: Recipe = {
  name: 'agenda',
  what: 'events of the story, who takes part in them, and what they are about',
  output: 'agenda.ts',
  corpora,
  optional,
  after: ['part-of-speech', 'names'],
  seconds: 60,
  templates: async () => {
    const { eventTemplates } = await import('../../src/layers/events/classifier.ts')
    const { topicTemplates } = await import('../../src/layers/topics/classifier.ts')
    return `${eventTemplates} ${topicTemplates}`
  },
  learn: async () => (await import('../agenda.ts')).learnAgenda(readStories()),
  // Of texts that are in the repository, whether the others are here or not.
  sample: async () =>
    (await import('../agenda.ts')).learnAgenda(readRecords<GoldStory>(corpora[0]!).filter((_, i) => i % 10 === 0)),
}
