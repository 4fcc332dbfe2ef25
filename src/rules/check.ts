import { describe, errorOf, type NutgrafIssue } from '../base/error.ts'
import { suggestion } from '../base/suggestion.ts'
import { coreTypes } from '../base/types.ts'
import { partsOfSpeech } from '../text/tags.ts'
import type { Pattern } from './compiled-pattern.ts'
import type { LinkName, Rule, RuleSet } from './define.ts'
import { eventGroups, roles } from './groups.ts'
import { tagOf } from './match.ts'
import { plainData } from './plain.ts'
import { isName, ruleSetSchema } from './schema.ts'

/** A set as plain data of its own, with all that is wrong with it by itself. */
export interface ReadSet {
  /** By which errors call it. */
  path: string
  /** Of the right shape where there are no issues; else it may be anything. */
  set: RuleSet
  issues: readonly NutgrafIssue[]
}

const checked = new WeakMap<object, ReadSet>()

/** A set read once, however many extractors are made with it. What is checked is what is used. */
export function readSet(given: unknown): ReadSet {
  const known = typeof given === 'object' && given !== null ? checked.get(given) : undefined
  if (known) return known
  const read = setOf(given)
  if (read.issues.length === 0) checked.set(given as object, read).set(read.set, read)
  return read
}

/**
 * A set of the right shape.
 *
 * @throws NutgrafError with all that is wrong with the shape
 */
export function checkSet(given: unknown): void {
  const { issues } = setOf(given)
  if (issues.length > 0) throw errorOf('invalid-rules', issues)
}

function setOf(given: unknown): ReadSet {
  const path = nameOf(given)
  const plain = plainData(given, path)
  const set = typeof plain.value === 'object' && plain.value !== null ? (plain.value as RuleSet) : { name: path }
  if (plain.fatal) return { path, set, issues: plain.issues }
  const { error } = ruleSetSchema().safeParse(plain.value)
  const ofShape = (error?.issues ?? [])
    .map((issue) => shapeIssue(path, plain.value, issue))
    // What was left out is told of already, and what has one fault may have others that follow from it.
    .filter((issue, i, all) => !plain.left.has(issue.path) && !sameAs(issue, all[i - 1]))
  return {
    path,
    set,
    issues: [...plain.issues, ...ofShape, ...sameIds(path, set), ...(error ? [] : linkFaults(path, set))].sort(byPath),
  }
}

const sameAs = (issue: NutgrafIssue, other: NutgrafIssue | undefined): boolean =>
  issue.path === other?.path && !issue.message.startsWith('unknown key')

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

/** In order of their paths, numbers as numbers. */
export function byPath(a: NutgrafIssue, b: NutgrafIssue): number {
  const others = b.path.split('.')
  for (const [i, part] of a.path.split('.').entries()) {
    const other = others[i]
    if (other === undefined) return 1
    if (part !== other) return Number(part) - Number(other) || (part < other ? -1 : 1)
  }
  return a.path.length - b.path.length
}

/** The rules of a set, whatever its shape, with their places in it; a pattern is a string. */
export function rulesIn({ rules }: RuleSet): [i: number, rule: Rule][] {
  if (!Array.isArray(rules)) return []
  return [...(rules as unknown[]).entries()].filter((entry): entry is [number, Rule] => {
    const match = (entry[1] as Rule | null | undefined)?.match
    return typeof match === 'string' && /\S/.test(match)
  })
}

function sameIds(path: string, { rules }: RuleSet): NutgrafIssue[] {
  const seen = new Map<string, number>()
  return (Array.isArray(rules) ? (rules as unknown[]) : []).flatMap((rule, i) => {
    const id = (rule as Partial<Rule> | null | undefined)?.id
    if (typeof id !== 'string') return []
    const first = seen.get(id)
    if (first === undefined) seen.set(id, i)
    if (first === undefined) return []
    return [{ path: `${path}.rules.${i}.id`, message: `"${id}" is the id of rule ${first} too; give each its own` }]
  })
}

/** Rows that say nothing, and those of which one says what the other denies. */
function linkFaults(path: string, { links: { same = [], apart = [] } = {} }: RuleSet): NutgrafIssue[] {
  const keyOf = (name: LinkName) =>
    typeof name === 'string' ? name.toLowerCase() : `${name.name.toLowerCase()} ${name.type ?? ''}`.trim()
  const firstSame = new Map(pairsOf(same.map((row) => row.map(keyOf))))
  const twice = (list: 'same' | 'apart', rows: readonly (readonly LinkName[])[]) =>
    rows.flatMap((row, i) =>
      new Set(row.map(keyOf)).size === row.length
        ? []
        : [{ path: `${path}.links.${list}.${i}`, message: 'has one name twice; what is linked has another name' }],
    )
  const denied = pairsOf(apart.map((row) => row.map(keyOf))).flatMap(([pair, row]) =>
    firstSame.has(pair)
      ? [{ path: `${path}.links.apart.${row}`, message: `denies row ${firstSame.get(pair)} of "same"; take one out` }]
      : [],
  )
  return [...twice('same', same), ...twice('apart', apart), ...denied]
}

/** Each two names that stand in a row, in order of the alphabet, with the row. */
const pairsOf = (rows: readonly (readonly string[])[]): [pair: string, row: number][] =>
  rows.flatMap((names, row) =>
    names.flatMap((one, i) =>
      names
        .slice(i + 1)
        .flatMap((other): [string, number][] => (one === other ? [] : [[[one, other].sort().join('\n'), row]])),
    ),
  )

type Issue = NonNullable<ReturnType<ReturnType<typeof ruleSetSchema>['safeParse']>['error']>['issues'][number]

function shapeIssue(name: string, set: unknown, issue: Issue): NutgrafIssue {
  const path = [name, ...issue.path].map(String).join('.')
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], set)
  if (issue.code === 'unrecognized_keys') {
    const { shape } = ruleSetSchema()
    const [list] = issue.path
    const known = Object.keys(
      list === 'rules' ? shape.rules.unwrap().element.shape : list === 'links' ? shape.links.unwrap().shape : shape,
    )
    const keys = issue.keys.map((key) => `"${key}"`).join(', ')
    const fix = issue.path.length <= 2 && issue.path[0] !== 'places' ? `known are ${known.join(', ')}` : 'take it out'
    return { path, message: `unknown key ${keys}; ${fix}` }
  }
  if (issue.code === 'invalid_key') return { path, message: issue.issues[0]!.message }
  // zod's own words; where the schema has better ones, those.
  const isPlain = issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
  const expected = isPlain ? `expected ${kinds[issue.expected] ?? issue.expected}` : issue.message
  return { path, message: `${expected}, got ${describe(value)}` }
}

/** What zod calls them, for people. */
const kinds: Readonly<Record<string, string>> = {
  ...{ string: 'a string', number: 'a number', int: 'a whole number', array: 'an array', object: 'an object' },
  record: 'an object',
}

/** What rules of one set may call by name: the types of every set beside it. */
export interface Known {
  groups: ReadonlySet<string>
  tags: ReadonlySet<string>
}

export function knownTo(sets: readonly RuleSet[]): Known {
  const types = [...coreTypes, 'location', ...sets.flatMap(({ names }) => Object.keys(names ?? {}))]
  return {
    groups: new Set<string>([...types, ...eventGroups, 'topic', ...roles]),
    tags: new Set([...partsOfSpeech, ...types.map(tagOf), 'Date', 'NounPhrase']),
  }
}

/** What of a pattern is unknown to the sets, or missing. */
export const patternFaults = (pattern: Pattern, known: Known): string[] => [
  ...groupFaults(pattern, known.groups),
  ...tagFaults(pattern, known.tags),
]

function groupFaults({ groups }: Pattern, known: ReadonlySet<string>): string[] {
  if (groups.length === 0) return ['takes nothing; put what is to be taken in a group, as [<topic>#NounPhrase]']
  if (groups.every((group) => (roles as readonly string[]).includes(group)))
    return [`takes nothing: <${groups[0]}> is a role of an event, which needs a group too, as [<visit>{call/Verb}]`]
  return groups
    .filter((group) => !known.has(group))
    .map((group) =>
      group === 'date'
        ? 'unknown group <date>: no rule takes dates; name days in "dates", or take the day of an event as <when>'
        : `unknown group <${group}>${suggestion(group, known)}; a type of your own is declared in "names"`,
    )
}

function tagFaults({ steps }: Pattern, known: ReadonlySet<string>): string[] {
  const tags = steps.flatMap((step) => (step.op === 'test' && step.test.kind === 'tag' ? [step.test.tag] : []))
  const unknown = [...new Set(tags)].filter((tag) => !known.has(tag))
  const all = [...known].sort().map((tag) => `#${tag}`)
  const advice = `; known are ${all.join(' ')}; a type of your own is declared in "names"`
  return unknown.map((tag, i) => `unknown tag #${tag}${likely(tag, known)}${i === 0 ? advice : ''}`)
}

const likely = (tag: string, known: ReadonlySet<string>): string => {
  const ours = Object.entries(tagsOfCompromise).find(([, theirs]) => theirs.split(' ').includes(tag))
  return ours ? `, did you mean #${ours[0]}?` : suggestion(tag, known, '#')
}

/** Tags that users of compromise know, by what comes nearest here. */
const tagsOfCompromise: Readonly<Record<string, string>> = {
  Location: 'Place City Country Region Address',
  Person: 'FirstName LastName MaleName FemaleName',
  Organization: 'Company School SportsTeam',
  Group: 'Demonym',
  Date: 'Month WeekDay Time Duration Year Season Holiday',
  Value: 'Number NumericValue TextValue Ordinal Fraction',
  Quantity: 'Unit',
  Money: 'Currency',
  Verb: 'PastTense PresentTense FutureTense Infinitive Gerund Participle PhrasalVerb',
  Auxiliary: 'Modal Copula',
  Adjective: 'Comparable Comparative Superlative',
  ProperNoun: 'Acronym Honorific TitleCase',
  Noun: 'Uncountable Activity Actor',
}

/** Sets that are called as one before them. */
export function sameNames(sets: readonly ReadSet[]): NutgrafIssue[] {
  const message = 'two rule sets have this name; sources would not tell them apart'
  const names = sets.flatMap(({ path, set }) => (set.name === path ? [path] : []))
  return names.filter((name, i) => names.indexOf(name) < i).map((path) => ({ path, message }))
}
