import { describe, NutgrafError } from '../base/error.ts'
import { suggestion } from '../base/suggestion.ts'
import { coreTypes } from '../base/types.ts'
import { partsOfSpeech } from '../text/tags.ts'
import type { Pattern } from './compiled-pattern.ts'
import type { RuleSet } from './define.ts'
import { eventGroups, roles } from './groups.ts'
import { tagOf } from './match.ts'
import { plainData } from './plain.ts'
import { isName, ruleSetSchema } from './schema.ts'

const checked = new WeakMap<object, RuleSet>()

/** A set checked once, however many extractors are made with it. */
export function checkedSet(set: unknown): RuleSet {
  const known = typeof set === 'object' && set !== null ? checked.get(set) : undefined
  if (known) return known
  const plain = checkSet(set)
  checked.set(set as object, plain).set(plain, plain)
  return plain
}

/**
 * A set of the right shape as plain data of its own: what is checked is what is used.
 *
 * @throws NutgrafError for a wrong shape, and for what of it can be told without other sets
 */
export function checkSet(set: unknown): RuleSet {
  const path = nameOf(set)
  const plain = plainData(set, path)
  const result = ruleSetSchema().safeParse(plain)
  if (!result.success) throw shapeError(path, plain, result.error.issues[0]!)
  checkIds(path, result.data.rules ?? [])
  return plain as RuleSet
}

/** The name by which errors call a set. */
function nameOf(set: unknown): string {
  try {
    const name =
      typeof set === 'object' && set !== null ? Object.getOwnPropertyDescriptor(set, 'name')?.value : undefined
    return typeof name === 'string' && isName(name) ? name : 'rules'
  } catch {
    return 'rules'
  }
}

function checkIds(path: string, rules: readonly { id: string }[]): void {
  const seen = new Map<string, number>()
  for (const [i, { id }] of rules.entries()) {
    const first = seen.get(id)
    if (first !== undefined)
      throw new NutgrafError(
        'invalid-rules',
        `${path}.rules.${i}.id`,
        `"${id}" is the id of rule ${first} too; give each its own`,
      )
    seen.set(id, i)
  }
}

type Issue = NonNullable<ReturnType<ReturnType<typeof ruleSetSchema>['safeParse']>['error']>['issues'][number]

function shapeError(name: string, set: unknown, issue: Issue): NutgrafError {
  const path = [name, ...issue.path].map(String).join('.')
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], set)
  if (issue.code === 'unrecognized_keys') {
    const { shape } = ruleSetSchema()
    const known = Object.keys(issue.path[0] === 'rules' ? shape.rules.unwrap().element.shape : shape)
    const keys = issue.keys.map((key) => `"${key}"`).join(', ')
    const fix = issue.path.length <= 2 && issue.path[0] !== 'places' ? `known are ${known.join(', ')}` : 'take it out'
    return new NutgrafError('invalid-rules', path, `unknown key ${keys}; ${fix}`)
  }
  if (issue.code === 'invalid_key') return new NutgrafError('invalid-rules', path, issue.issues[0]!.message)
  const expected = issue.code === 'invalid_type' ? `expected ${kinds[issue.expected] ?? issue.expected}` : issue.message
  return new NutgrafError('invalid-rules', path, `${expected}, got ${describe(value)}`)
}

/** What zod calls them, for people. */
const kinds: Readonly<Record<string, string>> = {
  ...{ string: 'a string', number: 'a number', int: 'a whole number', array: 'an array', object: 'an object' },
  record: 'an object',
}

/** Checks sets together: a rule may name the types, and ask for the tags, of every set beside it. */
export function checkTogether(sets: readonly RuleSet[], patternsOf: (set: RuleSet) => readonly Pattern[]): void {
  const named = new Set<string>()
  for (const { name } of sets) {
    if (named.has(name))
      throw new NutgrafError('invalid-rules', name, 'two rule sets have this name; sources would not tell them apart')
    named.add(name)
  }
  const types = [...coreTypes, 'location', ...sets.flatMap(({ names }) => Object.keys(names ?? {}))]
  const groups = new Set<string>([...types, ...eventGroups, 'topic', ...roles])
  const tags = new Set([...partsOfSpeech, ...types.map(tagOf), 'Date', 'NounPhrase'])
  for (const set of sets)
    patternsOf(set).forEach((pattern, i) => {
      checkGroups(pattern, groups, `${set.name}.rules.${i}.match`)
      checkTags(pattern, tags, `${set.name}.rules.${i}.match`)
    })
}

function checkGroups(pattern: Pattern, known: ReadonlySet<string>, path: string): void {
  const refuse = (reason: string) => new NutgrafError('invalid-match', path, reason)
  if (pattern.groups.length === 0)
    throw refuse('takes nothing; put what is to be taken in a group, as [<topic>#NounPhrase]')
  for (const group of pattern.groups) {
    if (!known.has(group))
      throw refuse(`unknown group <${group}>${suggestion(group, known)}; a type of your own is declared in "names"`)
  }
}

function checkTags({ steps }: Pattern, known: ReadonlySet<string>, path: string): void {
  for (const step of steps)
    if (step.op === 'test' && step.test.kind === 'tag' && !known.has(step.test.tag)) {
      const all = [...known].sort().map((tag) => `#${tag}`)
      const { tag } = step.test
      throw new NutgrafError(
        'invalid-match',
        path,
        `unknown tag #${tag}${suggestion(tag, known, '#')}; known are ${all.join(' ')}`,
      )
    }
}
