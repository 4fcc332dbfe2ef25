import { NutgrafError } from '../error.ts'
import { inflect, type ParsedElement, parseMatch } from './compromise.ts'

/** What one word, or one typed span, must be. */
export type Test =
  | { kind: 'word'; words: ReadonlySet<string> }
  | { kind: 'tag'; tag: string }
  | { kind: 'regex'; regex: RegExp }
  | { kind: 'any' }

/** A program for the matcher, as in Pike's virtual machine: each step tests a word, forks, or notes a group. */
export type Step =
  | { op: 'test'; test: Test; negative: boolean }
  | { op: 'fork'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'open' | 'close'; group: string }
  | { op: 'atStart' | 'atEnd' | 'done' }

export interface Pattern {
  steps: readonly Step[]
  groups: readonly string[]
  /** Words of which at least one stands in every match; null if the pattern has no such set. */
  triggers: ReadonlySet<string> | null
}

const largest = 4000

/**
 * Compiles a pattern of compromise's match language, parsed by compromise itself.
 *
 * @throws NutgrafError for brackets that do not close and for elements that the matcher does not know
 */
export function compilePattern(match: string, path: string): Pattern {
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
  return { steps, groups, triggers: triggersOf(elements, path) }
}

function branchesOf(element: ParsedElement): ParsedElement[][] | null {
  return element.choices ?? null
}

function testOf(element: ParsedElement, path: string): Test {
  if (element.fuzzy) throw unsupported('fuzzy words (~word~) are', path)
  if (element.root !== undefined) return { kind: 'word', words: new Set(inflect(element.root, element.pos)) }
  if (element.fastOr) return { kind: 'word', words: element.fastOr }
  if (element.tag !== undefined) return { kind: 'tag', tag: element.tag }
  if (element.regex) return { kind: 'regex', regex: element.regex }
  if (element.anything) return { kind: 'any' }
  if (element.word !== undefined) return { kind: 'word', words: new Set([element.word.toLowerCase()]) }
  if (element.method !== undefined) throw unsupported('methods (@method) are', path)
  throw unsupported(`${Object.keys(element).join(', ')} is`, path)
}

// A match must hold one of these words: the set of the element that is not optional and has the fewest.
function triggersOf(elements: readonly ParsedElement[], path: string): ReadonlySet<string> | null {
  let best: Set<string> | null = null
  for (const element of elements) {
    if (element.optional || element.negative || element.min === 0) continue
    const words = wordsOf(element, path)
    if (words && (!best || words.size < best.size)) best = words
  }
  return best
}

function wordsOf(element: ParsedElement, path: string): Set<string> | null {
  if (element.choices) {
    const all = new Set<string>()
    for (const branch of element.choices) {
      const words = triggersOf(branch, path)
      if (!words) return null
      for (const word of words) all.add(word)
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
