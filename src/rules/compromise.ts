import { compromise } from '#engine'

/** What `nlp.parseMatch` gives for one element of a pattern; only what our matcher reads. */
export interface ParsedElement {
  word?: string
  tag?: string
  method?: string
  switch?: string
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
  group?: string
  groupStart?: boolean
  groupEnd?: boolean
}

export function parseMatch(match: string): ParsedElement[] {
  return compromise().parseMatch(match) as ParsedElement[]
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

/** All inflections of a verb or noun, the root among them. */
export function inflect(root: string, partOfSpeech?: string): string[] {
  const engine = compromise() as unknown as Model
  const model = engine.model()
  const { verb, noun } = engine.methods().two.transform
  const [head = root, ...rest] = root.split(' ')
  const forms = new Set([head])
  if (partOfSpeech !== 'Noun') {
    for (const form of Object.values(verb.conjugate(head, model))) if (form && !form.includes(' ')) forms.add(form)
    if (Object.hasOwn(irregular, head)) for (const form of irregular[head]!) forms.add(form)
  }
  if (partOfSpeech !== 'Verb') forms.add(noun.toPlural(head, model))
  return [...forms].map((form) => [form, ...rest].join(' '))
}
