import { NutgrafError } from '../base/error.ts'
import { hashText } from '../base/hash.ts'
import { builtIn as builtInRule, byUser, isUsers, type Provenance, sourceOf } from '../base/provenance.ts'
import { compiledRules } from '../data/rules.ts'
import { checkTogether } from './check.ts'
import { compilePattern } from './compile.ts'
import type { Pattern } from './compiled-pattern.ts'
import type { RuleSet } from './define.ts'
import { isEntityGroup } from './groups.ts'
import { indexRules, type RuleIndex } from './rule-index.ts'

/** A rule ready to run; `source` is what stories say of it: `shipping/port-call`. */
export interface CompiledRule {
  source: string
  foundBy: Provenance
  /** Tells it from other rules, whatever it is called: models know it by this. */
  key: number
  status: string | undefined
  pattern: Pattern
}

/** All rules of an extractor, by what they take: names come before the agenda. */
export interface Rules {
  names: RuleIndex
  agenda: RuleIndex
}

/**
 * The built-in rules and those of the sets, less those named in `without` (`english/visit-noun`).
 * User sets come after built-in ones and win over them.
 *
 * @throws NutgrafError where a pattern is wrong, or sets do not go together
 */
export function compileRules(sets: readonly RuleSet[], without: readonly string[] = []): Rules {
  const own = sets.map(compileSet)
  checkTogether(sets, (set) => compileSet(set).map(({ pattern }) => pattern))
  const all = [...builtIn(), ...own.flat()]
  const known = new Set(all.map(({ source }) => source))
  const left = new Set(without)
  for (const id of without)
    if (!known.has(id))
      throw new NutgrafError('invalid-options', 'createExtractor.options.without', `no rule is called "${id}"`)
  const rules = all.filter(({ source }) => !left.has(source))
  return {
    names: indexRules(rules.filter(({ foundBy, pattern }) => isUsers(foundBy) && pattern.groups.some(isEntityGroup))),
    agenda: indexRules(rules),
  }
}

const compiledRule = (
  foundBy: Provenance,
  key: number,
  status: string | undefined,
  pattern: Pattern,
): CompiledRule => ({
  source: sourceOf(foundBy),
  foundBy,
  key,
  status,
  pattern,
})

const compiled = new WeakMap<RuleSet, readonly CompiledRule[]>()

/** Compiled once for a checked set, however many extractors share it. */
function compileSet(set: RuleSet): readonly CompiledRule[] {
  const known = compiled.get(set)
  if (known) return known
  const rules = (set.rules ?? []).map(({ id, match, status }, i) =>
    compiledRule(byUser(set.name, id), hashText(match), status, compilePattern(match, `${set.name}.rules.${i}.match`)),
  )
  compiled.set(set, rules)
  return rules
}

let standard: readonly CompiledRule[] | undefined

/** The built-in rules, compiled when the package was built (`scripts/compile-rules.ts`). */
function builtIn(): readonly CompiledRule[] {
  standard ??= (JSON.parse(compiledRules, revive) as Omit<CompiledRule, 'foundBy'>[]).map(
    ({ source, key, status, pattern }) => {
      const [set = '', rule = ''] = source.split('/')
      return compiledRule(builtInRule(set, rule), key, status, pattern)
    },
  )
  return standard
}

/** Word sets are arrays in JSON. */
const revive = (key: string, value: unknown) => (key === 'words' ? new Set(value as string[]) : value)
