import { compromise } from '#engine'
import { describe, NutgrafError } from '../base/error.ts'

/** What `nlp.parseMatch` gives for one element of a pattern; only what our matcher reads. */
export interface ParsedElement {
  word?: string
  tag?: string
  method?: string
  switch?: string
  chunk?: string
  fuzzy?: boolean
  root?: string
  pos?: string
  regex?: RegExp
  anything?: boolean
  choices?: ParsedElement[][]
  operator?: 'or' | 'and'
  fastOr?: Set<string>
  optional?: boolean
  greedy?: boolean
  negative?: boolean
  start?: boolean
  end?: boolean
  min?: number
  max?: number
  /** Null where it has no name. */
  group?: string | null
  groupStart?: boolean
  groupEnd?: boolean
}

/** @throws NutgrafError for what makes compromise's parser throw: a regular expression that is none */
export function parseMatch(match: string, path: string): ParsedElement[] {
  try {
    return compromise().parseMatch(match) as ParsedElement[]
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'compromise does not understand it'
    throw new NutgrafError('invalid-match', path, `${describe(match)} can't be read: ${reason}`)
  }
}

interface Model {
  methods(): {
    two: {
      transform: {
        verb: { conjugate(root: string, model: unknown): Record<string, string> }
        noun: { toPlural(root: string, model: unknown): string }
      }
    }
  }
  model(): unknown
}

/** Forms that the conjugator leaves out. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  be: ['am', 'are', 'is', 'was', 'were', 'been', 'being'],
  have: ['has', 'had', 'having'],
  do: ['does', 'did', 'done', 'doing'],
}

/**
 * All inflections of a verb or noun, the root among them.
 *
 * @throws NutgrafError where compromise finds none
 */
export function inflect(root: string, partOfSpeech: string | undefined, path: string): string[] {
  try {
    return inflectionsOf(root, partOfSpeech)
  } catch {
    throw new NutgrafError(
      'invalid-match',
      path,
      `{${root}} can't be inflected; write its forms, as (call|calls|called)`,
    )
  }
}

function inflectionsOf(root: string, partOfSpeech: string | undefined): string[] {
  const engine = compromise() as unknown as Model
  const model = engine.model()
  const { verb, noun } = engine.methods().two.transform
  const forms = new Set([root])
  if (partOfSpeech !== 'Noun') {
    for (const form of Object.values(verb.conjugate(root, model))) if (form && !form.includes(' ')) forms.add(form)
    if (Object.hasOwn(irregular, root)) for (const form of irregular[root]!) forms.add(form)
  }
  if (partOfSpeech !== 'Verb') forms.add(noun.toPlural(root, model))
  return [...forms]
}
