import { eventStatuses } from '../src/base/types.ts'
import { eventTemplates } from '../src/layers/events/classifier.ts'
import type { GoldStory } from './agenda-examples.ts'
import { allLessons, type Lessons } from './agenda-lessons.ts'
import { dataFile } from './data-file.ts'
import { learn, pack } from './logistic.ts'

/** So many weights are kept: more are bytes. */
const most = 30_000

export const learnEventWeights = (lessons: readonly Lessons[]) =>
  pack(
    learn(
      lessons.flatMap(({ events }) => events),
      1 + eventStatuses.length,
      most,
    ),
    eventTemplates,
  )

/** The model of events as a file of src/data, learned from annotated stories and from the rules' own sentences. */
export function learnEvents(stories: readonly GoldStory[]): string {
  return dataFile('events', { events: learnEventWeights(allLessons(stories)) })
}
