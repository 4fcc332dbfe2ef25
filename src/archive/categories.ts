import { withNarrower } from '../english/broader-categories.ts'
import { mediaTopics } from '../english/categories.ts'
import { normalizeName } from './names.ts'

/** The codes of a category by its name or code, and of all within it. */
export function categoriesMeant(topic: string): Set<string> {
  const [name, code] = [normalizeName(topic), topic.trim().replace(/^(?=\d{8}$)/, 'medtop:')]
  const named = mediaTopics().filter((category) => category.code === code || normalizeName(category.name) === name)
  return new Set([code, ...named.flatMap((category) => withNarrower(category.code))])
}
