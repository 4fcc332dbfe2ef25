import type { Columns } from '../text/columns.ts'
import type { Document, Sentence } from '../text/document.ts'
import { partsOfSpeech } from '../text/tags.ts'
import type { CompiledRule } from './ruleset.ts'

/** The rules that can match in a sentence, in their order; `tags` are those of its spans. */
type UsableRules = (sentence: Sentence, tags: Iterable<string>) => readonly CompiledRule[]

/** Rules by what must be in a sentence for them to match: a sentence asks for those that can. */
export interface RuleIndex {
  /** Reads the sentences of one document. */
  usableIn(doc: Document): UsableRules
  readonly rules: readonly CompiledRule[]
}

const noRules: readonly CompiledRule[] = []

export function indexRules(rules: readonly CompiledRule[]): RuleIndex {
  const always: number[] = []
  const byWord = new Map<string, number[]>()
  const byTag = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, rule: number) => {
    const list = map.get(key)
    if (list) list.push(rule)
    else map.set(key, [rule])
  }
  rules.forEach(({ pattern: { needs } }, i) => {
    if (needs === null) always.push(i)
    else if ('tag' in needs) put(byTag, needs.tag, i)
    else for (const word of needs.words) put(byWord, word, i)
  })
  const ofSpeech = [...byTag.keys()].some((tag) => partsOfSpeech.has(tag))
  return {
    rules,
    usableIn({ tokens, columns }) {
      const ofType = rulesOfTypes(columns, byWord)
      if (ofType === null && always.length === 0 && byTag.size === 0) return () => noRules
      return ({ first, last }, tags) => {
        let found: Set<number> | undefined
        const add = (list: readonly number[] | undefined) => {
          if (!list) return
          found ??= new Set()
          for (const rule of list) found.add(rule)
        }
        if (always.length > 0) add(always)
        if (ofType) for (let i = first; i < last; i++) add(ofType[columns.types[i]!])
        if (byTag.size > 0) {
          add(byTag.get('NounPhrase'))
          for (const tag of new Set(tags)) add(byTag.get(tag))
        }
        // Only rules that need a part of speech have every sentence tagged.
        if (ofSpeech) for (let i = first; i < last; i++) for (const tag of tokens[i]!.tags) add(byTag.get(tag))
        return found ? [...found].sort((a, b) => a - b).map((i) => rules[i]!) : noRules
      }
    },
  }
}

/** The rules of each word type of a text; null where no word has any. */
function rulesOfTypes(
  { words }: Columns,
  byWord: ReadonlyMap<string, readonly number[]>,
): (readonly number[] | undefined)[] | null {
  const ofType = words.map(({ normal }) => byWord.get(normal))
  return ofType.some((list) => list !== undefined) ? ofType : null
}
