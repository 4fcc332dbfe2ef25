import { linearRegex } from '#engine'
import { describe } from '../base/error.ts'
import { byPosition, type Span } from '../base/span.ts'
import { partsOfSpeech } from '../text/tags.ts'
import { headsOf, type Need, type Pattern, type Step, type TokenTest } from './compiled-pattern.ts'
import { inflect, type ParsedElement, parseMatch } from './compromise.ts'
import { checkElement, checkRegex, checkWritten, refusal } from './language.ts'
import { placesOf } from './written.ts'

const largest = 4000
const longest = 10_000

/**
 * Compiles a pattern of compromise's match language, parsed by compromise itself.
 *
 * @throws NutgrafError for brackets that do not close and for elements that the matcher does not know
 */
export function compilePattern(written: string, path: string): Pattern {
  if (written.length > longest)
    throw refusal(path, `pattern is too long (${written.length} characters, at most ${longest})`)
  // compromise takes the space alone for a border of words.
  const match = written.replace(/\s+/g, ' ')
  checkWritten(match, path)
  const elements = elementsOf(match, path)
  const steps: Step[] = []
  const groups: string[] = []
  const elementOf: number[] = []
  const { places, numberOf, isOne } = numberPlaces(written, elements)
  const testFor = memoizeExpansion((element: ParsedElement) => testOf(element, path))
  const emit = (step: Step, element?: ParsedElement): number => {
    if (steps.length >= largest) throw refusal(path, `pattern is too large (over ${largest} steps)`)
    elementOf.push(element ? numberOf(element) : -1)
    return steps.push(step) - 1
  }

  const sequence = (list: readonly ParsedElement[]): void => {
    let open: string | undefined
    list.forEach((element, i) => {
      if (element.groupStart && typeof element.group === 'string' && !isOne(list[i - 1], element)) {
        open = element.group
        emit({ op: 'open', group: open })
        if (!groups.includes(open)) groups.push(open)
      }
      repeat(element)
      if (!element.groupEnd || isOne(element, list[i + 1])) return
      if (open === undefined) throw refusal(path, acrossAlternatives)
      emit({ op: 'close', group: open })
      open = undefined
    })
    if (open !== undefined) throw refusal(path, acrossAlternatives)
  }

  const repeat = (element: ParsedElement): void => {
    if (element.start) emit({ op: 'atStart' }, element)
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
    if (element.end) emit({ op: 'atEnd' }, element)
  }

  const once = (element: ParsedElement): void => {
    const { choices, negative = false } = element
    const emitTest = (test: TokenTest) => emit({ op: 'test', test, negative }, element)
    if (choices) oneOf(choices.map((branch) => () => sequence(branch)))
    else {
      const test = testFor(element)
      if (test.kind !== 'word' || negative) emitTest(test)
      else oneOf(wordTests(test.words).map((tests) => () => tests.forEach(emitTest)))
    }
  }

  const oneOf = (branches: readonly (() => void)[]): void => {
    const jumps: number[] = []
    branches.forEach((branch, i) => {
      const last = i === branches.length - 1
      const fork = last ? -1 : emit({ op: 'fork', first: steps.length + 1, second: -1 })
      branch()
      if (last) return
      jumps.push(emit({ op: 'jump', to: -1 }))
      steps[fork] = { op: 'fork', first: fork + 1, second: steps.length }
    })
    for (const jump of jumps) steps[jump] = { op: 'jump', to: steps.length }
  }

  sequence(elements)
  emit({ op: 'done' })
  if (headsOf(steps) === null)
    throw refusal(path, `${describe(written)} matches the empty string; one of its words must not be optional`)
  const asWritten = { match: written, elements: places, elementOf }
  return { steps, written: asWritten, groups, needs: needOf(elements, testFor) }
}

/** The places of elements, each once and in their order, and the number of each element's own. */
function numberPlaces(written: string, elements: readonly ParsedElement[]) {
  const placed = placesOf(written, elements)
  const whole = { start: written.search(/\S/), end: written.trimEnd().length }
  const places: Span[] = placed ? [...new Set(placed.values())].sort(byPosition) : [whole]
  const numbers = new Map(places.map((place, i) => [place, i]))
  return {
    places,
    numberOf: (element: ParsedElement) => numbers.get(placed?.get(element) ?? whole) ?? 0,
    /** Whether compromise made two of one written element, as of "cease-fire": its group is around both. */
    isOne: (element?: ParsedElement, next?: ParsedElement) =>
      element !== undefined && next !== undefined && placed !== null && placed.get(element) === placed.get(next),
  }
}

/** The tests of some words, each of which would do: "russia's" is two words of a text. */
function wordTests(words: ReadonlySet<string>): TokenTest[][] {
  const test = (...some: string[]): TokenTest => ({ kind: 'word', words: new Set(some) })
  const owners = [...words].filter(isOwner)
  if (owners.length === 0) return [[{ kind: 'word', words }]]
  const plain = [...words].filter((word) => !isOwner(word))
  return [...(plain.length > 0 ? [[test(...plain)]] : []), ...owners.map((word) => [test(ownerIn(word)), test("'s")])]
}

const isOwner = (word: string): boolean => /.'s$/.test(word)

const ownerIn = (word: string): string => (isOwner(word) ? word.slice(0, -2) : word)

const acrossAlternatives = 'a group begins and ends in the same alternative; write [<name>(a|b)] or ([<name>a]|b)'

/** What compromise reads, where every element of it is one that the matcher runs. */
function elementsOf(match: string, path: string): ParsedElement[] {
  const elements = parseMatch(match, path)
  if (elements.length === 0) throw refusal(path, `nothing to match in ${describe(match)}`)
  const check = (element: ParsedElement): void => {
    checkElement(element, path)
    for (const branch of element.choices ?? []) branch.forEach(check)
  }
  elements.forEach(check)
  return elements
}

/** The test of an element that is repeated is made once. */
function memoizeExpansion(make: (element: ParsedElement) => TokenTest): (element: ParsedElement) => TokenTest {
  const made = new Map<ParsedElement, TokenTest>()
  return (element) => {
    const test = made.get(element) ?? make(element)
    made.set(element, test)
    return test
  }
}

function testOf(element: ParsedElement, path: string): TokenTest {
  const { root, fastOr, tag, regex, anything, word } = element
  // The inflections of adjectives are compromise's own list.
  if (root !== undefined)
    return {
      kind: 'word',
      words: element.pos === 'Adjective' ? new Set(fastOr) : new Set(inflect(root, element.pos, path)),
    }
  if (fastOr) return { kind: 'word', words: new Set([...fastOr].map(straight)) }
  if (tag !== undefined) return { kind: 'tag', tag }
  if (regex) return { kind: 'regex', regex: linear(regex, path) }
  if (anything) return { kind: 'any' }
  if (word !== undefined) return { kind: 'word', words: new Set([straight(word.toLowerCase())]) }
  if (element.start || element.end)
    throw refusal(path, '"^" or "$" alone matches the empty string; put a word beside it')
  throw refusal(path, 'a sign stands alone that belongs to a word; put it beside one')
}

/** As words of a text are looked up. */
const straight = (word: string): string => word.replaceAll('’', "'")

/** A regular expression of the user, run by RE2's algorithm: no text makes it slow. */
function linear({ source }: RegExp, path: string): { test(text: string): boolean } {
  checkRegex(source, path)
  try {
    const compiled = linearRegex().compile(source, 0)
    return { test: (text) => compiled.matcher(text).find() }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refusal(path, `/${source}/ can't be run in linear time: ${reason}`)
  }
}

/** Words of every other sentence: a rule that needs one of them is asked too often. */
const common = new Set(
  'a an the of in on at to for from with by about over upon between around and or as is are was were be has had have will would he she they his her their it'.split(
    ' ',
  ),
)
const costOf = (words: ReadonlySet<string>) => [...words].reduce((sum, word) => sum + (common.has(word) ? 40 : 1), 0)

// A match must hold what its elements that are not optional ask for: the rarest words, else a tag of names or spans.
function needOf(elements: readonly ParsedElement[], testFor: (element: ParsedElement) => TokenTest): Need | null {
  let best: ReadonlySet<string> | null = null
  let tag: string | null = null
  for (const element of elements) {
    if (element.optional || element.negative || element.min === 0) continue
    const words = wordsOf(element, testFor)
    if (words && (!best || costOf(words) < costOf(best))) best = words
    if (element.tag !== undefined && (tag === null || !telling(tag))) tag = element.tag
  }
  return best ? { words: best } : tag === null ? null : { tag }
}

/** Most sentences have a noun, few a vessel. */
const telling = (tag: string) => !partsOfSpeech.has(tag) && tag !== 'NounPhrase'

function wordsOf(element: ParsedElement, testFor: (element: ParsedElement) => TokenTest): Set<string> | null {
  if (element.choices) {
    const all = new Set<string>()
    for (const branch of element.choices) {
      const need = needOf(branch, testFor)
      if (!need || !('words' in need)) return null
      for (const word of need.words) all.add(word)
    }
    return all
  }
  if (element.tag !== undefined || element.anything || element.regex) return null
  const test = testFor(element)
  return test.kind === 'word' ? new Set([...test.words].map(ownerIn)) : null
}
