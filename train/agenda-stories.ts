import type { GoldStory, UnannotatedStory } from './agenda-examples.ts'
import { corpus, isThere, newswire, readRecords } from './corpora.ts'

/** What the models of events and of topics are learned from. */
export const corpora = [corpus('agenda-voa'), corpus('agenda-voa-2'), corpus('agenda-gov')]
export const optional = [newswire('agenda-1'), newswire('agenda-2'), newswire('agenda-3')]

/** All annotated stories that are here. */
export const readStories = (): GoldStory[] => [...corpora, ...optional.filter(isThere)].flatMap(readRecords<GoldStory>)

/** Some that are in the repository, whether the others are here or not. */
export const readFewStories = (): GoldStory[] => readRecords<GoldStory>(corpora[0]!).filter((_, i) => i % 10 === 0)

/** Texts in the public domain that a teacher annotates. */
export const unannotated = [corpus('gov'), corpus('gmb')]
/** So many of these are read: every story of the White House, every fifth of the news. */
const everyNth = [1, 5]

/** Stories of which no annotation is known, in order. */
export function readUnannotated(): UnannotatedStory[] {
  const known = new Set(readStories().map(({ id }) => id))
  return unannotated.flatMap((file, i) =>
    readRecords<UnannotatedStory>(file)
      .filter(({ id }) => !known.has(id))
      .filter((_, at) => at % everyNth[i]! === 0),
  )
}

/** Some of them. */
export const readFewUnannotated = (): UnannotatedStory[] =>
  readRecords<UnannotatedStory>(unannotated[0]!).filter((_, i) => i % 50 === 0)
