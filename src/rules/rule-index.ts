import type { Document, Sentence } from '../text/document.ts'
import { partsOfSpeech } from '../text/tags.ts'
import type { CompiledRule } from './ruleset.ts'

/** Rules by what must be in a sentence for them to match: a sentence asks for those that can. */
export interface RuleIndex {
  /** In the order of the rules; `tags` are those of the sentence's spans. */
  usable(doc: Document, sentence: Sentence, tags: Iterable<string>): readonly CompiledRule[]
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
    usable({ tokens }, { first, last }, tags) {
      let found: Set<number> | undefined
      const add = (list: readonly number[] | undefined) => {
        if (!list) return
        found ??= new Set()
        for (const rule of list) found.add(rule)
      }
      if (always.length > 0) add(always)
      for (let i = first; i < last; i++) add(byWord.get(tokens[i]!.word.normal))
      if (byTag.size > 0) {
        add(byTag.get('NounPhrase'))
        for (const tag of new Set(tags)) add(byTag.get(tag))
      }
      // Only rules that need a part of speech have every sentence tagged.
      if (ofSpeech) for (let i = first; i < last; i++) for (const tag of tokens[i]!.tags) add(byTag.get(tag))
      return found ? [...found].sort((a, b) => a - b).map((i) => rules[i]!) : noRules
    },
  }
}
