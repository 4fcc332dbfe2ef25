import { type GoldStory, lessonsOf, ruleStories } from './agenda-examples.ts'
import { randomFrom, shuffled } from './random.ts'

/** The sentences by which rules are tested are few. */
const ruleCopies = 3

export type Lessons = ReturnType<typeof lessonsOf>

/** What there is to learn of stories, in an order that tells nothing. */
export const lessonsOfAll = (stories: readonly GoldStory[]): { story: GoldStory; lessons: Lessons }[] =>
  shuffled([...stories], randomFrom(3)).map((story) => ({ story, lessons: lessonsOf(story) }))

/** What the sentences by which the built-in rules are tested teach. */
export const lessonsOfRules = (): Lessons[] => Array(ruleCopies).fill(ruleStories()).flat().map(lessonsOf)

export const allLessons = (stories: readonly GoldStory[]): Lessons[] => [
  ...lessonsOfAll(stories).map(({ lessons }) => lessons),
  ...lessonsOfRules(),
]
