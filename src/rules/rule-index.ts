import type { Token } from '../document/document.ts'
import type { CompiledRule } from './ruleset.ts'

/** Rules by what must stand in a sentence for them to match: a sentence asks for those that can. */
export interface RuleIndex {
  /** In the order of the rules; `tags` are those of the sentence's spans. */
  usable(tokens: readonly Token[], tags: Iterable<string>): CompiledRule[]
  readonly rules: readonly CompiledRule[]
}

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
  return {
    rules,
    usable(tokens, tags) {
      const found = new Set(always)
      const add = (list: readonly number[] | undefined) => {
        if (list) for (const rule of list) found.add(rule)
      }
      for (const { normal } of tokens) add(byWord.get(normal))
      if (byTag.size > 0) {
        add(byTag.get('NounPhrase'))
        for (const tag of new Set(tags)) add(byTag.get(tag))
        for (const tag of new Set(tokens.flatMap(({ tags: own }) => own))) add(byTag.get(tag))
      }
      return [...found].sort((a, b) => a - b).map((i) => rules[i]!)
    },
  }
}
