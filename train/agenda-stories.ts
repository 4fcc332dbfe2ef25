import type { GoldStory } from './agenda-examples.ts'
import { corpus, isThere, newswire, readRecords } from './corpora.ts'

const corpora = [corpus('agenda-voa'), corpus('agenda-voa-2'), corpus('agenda-gov')]
const optional = [newswire('agenda-1'), newswire('agenda-2'), newswire('agenda-3')]

/** What the models of events and of topics are learned from, and after. */
export const learnedFrom = { corpora, optional, after: ['part-of-speech', 'names', 'syntax'] }

/** All annotated stories that are here. */
export const readStories = (): GoldStory[] => [...corpora, ...optional.filter(isThere)].flatMap(readRecords<GoldStory>)

/** Some that are in the repository, whether the others are here or not. */
export const readFewStories = (): GoldStory[] => readRecords<GoldStory>(corpora[0]!).filter((_, i) => i % 10 === 0)
