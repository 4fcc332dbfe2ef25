import type { Recipe } from '../recipe.ts'
import { agenda } from './agenda.ts'
import { names } from './names.ts'
import { partOfSpeech } from './part-of-speech.ts'
import { syntax } from './syntax.ts'

/** All models that ship, each after those whose weights it reads. */
export const recipes: readonly Recipe[] = [partOfSpeech, names, agenda, syntax]
