import type { Recipe } from '../recipe.ts'
import { events } from './events.ts'
import { names } from './names.ts'
import { partOfSpeech } from './part-of-speech.ts'
import { syntax } from './syntax.ts'
import { topics } from './topics.ts'

/** All models that ship, each after those whose weights it reads. */
export const recipes: readonly Recipe[] = [partOfSpeech, names, syntax, events, topics]
