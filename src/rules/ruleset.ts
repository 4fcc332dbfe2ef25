import { errorOf, NutgrafError, type NutgrafIssue } from '../base/error.ts'
import { hashText } from '../base/hash.ts'
import { builtIn as builtInRule, byUser, isUsers, type Provenance, sourceOf } from '../base/provenance.ts'
import { suggestion } from '../base/suggestion.ts'
import { compiledRules } from '../data/rules.ts'
import { byPath, type Known, knownTo, patternFaults, type ReadSet, readSet, rulesIn, sameNames } from './check.ts'
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
 * Sets that go together, as plain data; each is read and compiled once.
 *
 * @throws NutgrafError with all that is wrong with them
 */
export function checkedSets(given: Iterable<unknown>): RuleSet[] {
  const read = Array.from(given, readSet)
  const known = knownTo(read.map(({ set }) => set))
  const ofShape = [...sameNames(read), ...read.flatMap(({ issues }) => issues)]
  const issues = [...sameNames(read), ...read.flatMap((one) => allIssues(one, known))]
  if (issues.length === 0) return read.map(({ set }) => set)
  throw errorOf(ofShape.length === 0 ? 'invalid-match' : 'invalid-rules', issues)
}

/** All that is wrong with a set that may name the types of those beside it. */
export const issuesOf = (given: unknown, beside: readonly unknown[] = []): NutgrafIssue[] =>
  allIssues(readSet(given), knownTo([given, ...beside].map((one) => readSet(one).set)))

const allIssues = (read: ReadSet, known: Known): NutgrafIssue[] =>
  [...read.issues, ...patternIssues(read, known)].sort(byPath)

function patternIssues({ path, set }: ReadSet, known: Known): NutgrafIssue[] {
  const { rules, issues } = compileSet(set, path)
  const faults = rules.flatMap(([i, { pattern }]) =>
    patternFaults(pattern, known).map((message) => ({ path: `${path}.rules.${i}.match`, message })),
  )
  return [...issues, ...faults]
}

/**
 * The built-in rules and those of the sets, which are checked, less those named in `without` (`english/visit-noun`).
 * User sets come after built-in ones and win over them.
 *
 * @throws NutgrafError where no rule is called so
 */
export function compileRules(sets: readonly RuleSet[], without: readonly string[] = []): Rules {
  const own = sets.flatMap((set) => compileSet(set, set.name).rules.map(([, rule]) => rule))
  const all = [...builtIn(), ...own]
  const known = new Set(all.map(({ source }) => source))
  const left = new Set(without)
  for (const id of without)
    if (!known.has(id))
      throw new NutgrafError(
        'invalid-options',
        'createExtractor.options.without',
        `no rule is called "${id}"${suggestion(id, known)}; rules are called as the source of what they find`,
      )
  return indexed(all.filter(({ source }) => !left.has(source)))
}

/** The built-in rules alone; a bundle that has no more of this module is without what compiles others. */
export const builtInRules = (): Rules => indexed(builtIn())

const indexed = (rules: readonly CompiledRule[]): Rules => ({
  names: indexRules(rules.filter(({ foundBy, pattern }) => isUsers(foundBy) && pattern.groups.some(isEntityGroup))),
  agenda: indexRules(rules),
})

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

interface CompiledSet {
  /** Each with its place in the set. */
  rules: readonly [i: number, rule: CompiledRule][]
  /** Of the patterns that can't be compiled. */
  issues: readonly NutgrafIssue[]
}

const compiled = new WeakMap<RuleSet, CompiledSet>()

/** Compiled once, however many extractors share it. */
function compileSet(set: RuleSet, path: string): CompiledSet {
  const known = compiled.get(set)
  if (known) return known
  const rules: [number, CompiledRule][] = []
  const issues: NutgrafIssue[] = []
  for (const [i, { id, match, status }] of rulesIn(set))
    try {
      const pattern = compilePattern(match, `${path}.rules.${i}.match`)
      rules.push([i, compiledRule(byUser(path, id), hashText(match), status, pattern)])
    } catch (error) {
      if (!(error instanceof NutgrafError)) throw error
      issues.push(...error.issues)
    }
  compiled.set(set, { rules, issues })
  return { rules, issues }
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
