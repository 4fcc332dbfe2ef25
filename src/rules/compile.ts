import { linearRegex } from '#engine'
import { partsOfSpeech } from '../document/tags.ts'
import { NutgrafError } from '../error.ts'
import { inflect, type ParsedElement, parseMatch } from './compromise.ts'
import { headsOf, type Need, type Pattern, type Step, type Test } from './pattern.ts'

const largest = 4000
const longest = 10_000

/**
 * Compiles a pattern of compromise's match language, parsed by compromise itself.
 *
 * @throws NutgrafError for brackets that do not close and for elements that the matcher does not know
 */
export function compilePattern(match: string, path: string): Pattern {
  if (match.length > longest)
    throw new NutgrafError(
      'invalid-match',
      path,
      `pattern is too long (${match.length} characters, at most ${longest})`,
    )
  checkBrackets(match, path)
  const elements = parseMatch(match)
  if (elements.length === 0)
    throw new NutgrafError('invalid-match', path, `nothing to match in ${JSON.stringify(match)}`)
  const steps: Step[] = []
  const groups: string[] = []
  const emit = (step: Step): number => {
    if (steps.length >= largest)
      throw new NutgrafError('invalid-match', path, `pattern is too large (over ${largest} steps)`)
    return steps.push(step) - 1
  }

  const sequence = (list: readonly ParsedElement[]): void => {
    for (const element of list) {
      if (element.groupStart && element.group !== undefined) {
        emit({ op: 'open', group: element.group })
        if (!groups.includes(element.group)) groups.push(element.group)
      }
      repeat(element)
      if (element.groupEnd && element.group !== undefined) emit({ op: 'close', group: element.group })
    }
  }

  const repeat = (element: ParsedElement): void => {
    if (element.start) emit({ op: 'atStart' })
    const least = element.min ?? (element.optional ? 0 : 1)
    const most = element.max ?? (element.greedy ? Number.POSITIVE_INFINITY : 1)
    for (let i = 0; i < least; i++) once(element)
    if (most === Number.POSITIVE_INFINITY) {
      const fork = emit({ op: 'fork', first: steps.length + 1, second: -1 })
      once(element)
      emit({ op: 'jump', to: fork })
      steps[fork] = { op: 'fork', first: fork + 1, second: steps.length }
    } else {
      const forks: number[] = []
      for (let i = least; i < most; i++) {
        forks.push(emit({ op: 'fork', first: steps.length + 1, second: -1 }))
        once(element)
      }
      for (const fork of forks) steps[fork] = { op: 'fork', first: fork + 1, second: steps.length }
    }
    if (element.end) emit({ op: 'atEnd' })
  }

  const once = (element: ParsedElement): void => {
    const branches = branchesOf(element)
    if (!branches) {
      emit({ op: 'test', test: testOf(element, path), negative: element.negative ?? false })
      return
    }
    if (element.operator === 'and') throw unsupported('(a && b) is', path)
    if (element.negative) throw unsupported('!(a|b) is', path)
    const jumps: number[] = []
    branches.forEach((branch, i) => {
      const last = i === branches.length - 1
      const fork = last ? -1 : emit({ op: 'fork', first: steps.length + 1, second: -1 })
      sequence(branch)
      if (last) return
      jumps.push(emit({ op: 'jump', to: -1 }))
      steps[fork] = { op: 'fork', first: fork + 1, second: steps.length }
    })
    for (const jump of jumps) steps[jump] = { op: 'jump', to: steps.length }
  }

  sequence(elements)
  emit({ op: 'done' })
  if (headsOf(steps) === null)
    throw new NutgrafError(
      'invalid-match',
      path,
      `${JSON.stringify(match)} matches the empty string; one of its words must not be optional`,
    )
  return { steps, groups, needs: needOf(elements, path) }
}

function branchesOf(element: ParsedElement): ParsedElement[][] | null {
  return element.choices ?? null
}

function testOf(element: ParsedElement, path: string): Test {
  if (element.fuzzy) throw unsupported('fuzzy words (~word~) are', path)
  if (element.root !== undefined) return { kind: 'word', words: new Set(inflect(element.root, element.pos)) }
  if (element.fastOr) return { kind: 'word', words: element.fastOr }
  if (element.tag !== undefined) return { kind: 'tag', tag: element.tag }
  if (element.regex) return { kind: 'regex', regex: linear(element.regex, path) }
  if (element.anything) return { kind: 'any' }
  if (element.word?.includes('|'))
    throw new NutgrafError('invalid-match', path, `"|" in "${element.word}" stands outside of brackets; write (a|b)`)
  if (element.word !== undefined) return { kind: 'word', words: new Set([element.word.toLowerCase()]) }
  if (element.switch !== undefined) throw unsupported('switches (%tag%) are', path)
  if (Object.keys(element).every((key) => key === 'start' || key === 'end'))
    throw new NutgrafError('invalid-match', path, '"^" or "$" alone matches the empty string; put a word beside it')
  if (element.method !== undefined) throw unsupported('methods (@method) are', path)
  throw unsupported(`${Object.keys(element).join(', ')} is`, path)
}

/** A regular expression of the user, run by RE2's algorithm: no text makes it slow. */
function linear(regex: RegExp, path: string): { test(text: string): boolean } {
  const engine = linearRegex()
  try {
    const compiled = engine.compile(regex.source, regex.ignoreCase ? engine.CASE_INSENSITIVE : 0)
    return { test: (text) => compiled.matcher(text).find() }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new NutgrafError('invalid-match', path, `/${regex.source}/ can't be run in linear time: ${reason}`)
  }
}

/** Words that stand in every other sentence: a rule that needs one of them is asked too often. */
const common = new Set(
  'a an the of in on at to for from with by about over upon between around and or as is are was were be has had have will would he she they his her their it'.split(
    ' ',
  ),
)
const costOf = (words: ReadonlySet<string>) => [...words].reduce((sum, word) => sum + (common.has(word) ? 40 : 1), 0)

// A match must hold what its elements that are not optional ask for: the rarest words, else a tag of names or spans.
function needOf(elements: readonly ParsedElement[], path: string): Need | null {
  let best: ReadonlySet<string> | null = null
  let tag: string | null = null
  for (const element of elements) {
    if (element.optional || element.negative || element.min === 0) continue
    const words = wordsOf(element, path)
    if (words && (!best || costOf(words) < costOf(best))) best = words
    if (element.tag !== undefined && (tag === null || !telling(tag))) tag = element.tag
  }
  return best ? { words: best } : tag === null ? null : { tag }
}

/** Most sentences have a noun, few a vessel. */
const telling = (tag: string) => !partsOfSpeech.has(tag) && tag !== 'NounPhrase'

function wordsOf(element: ParsedElement, path: string): Set<string> | null {
  if (element.choices) {
    const all = new Set<string>()
    for (const branch of element.choices) {
      const need = needOf(branch, path)
      if (!need || !('words' in need)) return null
      for (const word of need.words) all.add(word)
    }
    return all
  }
  if (element.tag !== undefined || element.anything || element.regex) return null
  const test = testOf(element, path)
  return test.kind === 'word' ? new Set(test.words) : null
}

const unsupported = (what: string, path: string) =>
  new NutgrafError('invalid-match', path, `${what} not supported; see "Match language" in the README`)

const closing: Record<string, string> = { '(': ')', '[': ']', '{': '}' }

function checkBrackets(match: string, path: string): void {
  const open: { sign: string; at: number }[] = []
  for (let at = 0; at < match.length; at++) {
    const sign = match[at]!
    if (sign === '/' && open.at(-1)?.sign !== '{') {
      const end = match.indexOf('/', at + 1)
      if (end < 0)
        throw new NutgrafError('invalid-match', path, `missing "/" for the one at ${at} in ${JSON.stringify(match)}`)
      at = end
    } else if (closing[sign]) {
      if (sign === '(' && open.some((other) => other.sign === '('))
        throw new NutgrafError(
          'invalid-match',
          path,
          `"(" at ${at} stands inside another "(": compromise does not read nested ones in ${JSON.stringify(match)}; write the alternatives out`,
        )
      open.push({ sign, at })
    } else if (sign === ')' || sign === ']' || sign === '}') {
      const last = open.pop()
      if (!last || closing[last.sign] !== sign)
        throw new NutgrafError('invalid-match', path, `"${sign}" at ${at} closes nothing in ${JSON.stringify(match)}`)
    }
  }
  const left = open.pop()
  if (left)
    throw new NutgrafError(
      'invalid-match',
      path,
      `missing "${closing[left.sign]}" for the "${left.sign}" at ${left.at} in ${JSON.stringify(match)}`,
    )
}
