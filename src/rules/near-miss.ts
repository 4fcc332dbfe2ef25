import { overlaps } from '../base/span.ts'
import { spanOf } from '../text/position.ts'
import { type Pattern, type Step, stepsBeforeWord } from './compiled-pattern.ts'
import { matchAll, type Words, wordsTaken } from './match.ts'

/** Where a pattern that fits the words from `first` on stopped before its end. */
export interface NearMiss {
  first: number
  /** The word that did not fit; the number of words where the sentence ended too early. */
  at: number
  /** The step that took no word. */
  step: number
  /** The step that was next when the last word had been taken: others that failed at the same word follow from it. */
  after: number
  /** How far in the pattern it stopped: elements before that one, on the longest way there. */
  depth: number
}

/** A place in a pattern and a sentence. */
interface Thread {
  step: number
  at: number
  after: number
}

type Wanted = (first: number, at: number) => boolean

/** The near miss that got furthest of those wanted; none overlaps what the pattern matches. */
export function nearestMiss(pattern: Pattern, words: Words, isWanted: Wanted = () => true): NearMiss | null {
  const { tokens } = words
  const matches = matchAll(pattern, words)
  const depths = depthsOf(pattern)
  const visited = roomFor(pattern, words)
  let best: NearMiss | null = null
  for (let first = 0; first < tokens.length; first++) {
    // Where a match begins is no miss; where one goes on the matcher does not begin.
    if (matches.some((match) => overlaps(match, tokens[first]!))) continue
    flood(pattern.steps, words, [{ step: 0, at: first, after: 0 }], visited, (stop) => {
      const miss = { first, ...stop, depth: depths[stop.step]! }
      if (miss.at === first || (best && !isNearer(miss, best)) || !isWanted(first, miss.at)) return
      const span = spanOf(tokens, { first, last: miss.at })
      if (!matches.some((match) => overlaps(match, span))) best = miss
    })
  }
  return best
}

/** The word in place of which another would make all of the pattern fit, where its beginning fits nowhere. */
export function missAtHead(pattern: Pattern, words: Words, isWanted: Wanted = () => true): NearMiss | null {
  const { steps } = pattern
  const visited = roomFor(pattern, words)
  for (let first = 0; first < words.tokens.length - 1; first++)
    for (const step of testsFrom(pattern, 0)) {
      if (!fails(steps[step]!, words, first)) continue
      const end = Math.max(0, ...endsFrom(pattern, words, { step: step + 1, at: first + 1 }, visited))
      if (end > first + 1 && isWanted(first, end)) return { first, at: first, step, after: 0, depth: 0 }
    }
  return null
}

/** Where what fits from a place on may end: first where the matcher, which goes the same ways, would end it. */
export function endsFrom(
  pattern: Pattern,
  words: Words,
  from: Pick<Thread, 'step' | 'at'>,
  visited = roomFor(pattern, words),
): number[] {
  const { steps } = pattern
  const ends: number[] = []
  flood(steps, words, [{ ...from, after: from.step }], visited, ({ step, at }) => {
    if (steps[step]!.op === 'done') ends.push(at)
  })
  return ends
}

/** The elements that could have taken the word at which a pattern stopped, the one furthest in it last. */
export function elementsAt(pattern: Pattern, words: Words, { step, at, after }: NearMiss): number[] {
  const { elementOf } = pattern.written
  // What may come again has been there: it is not what is missing.
  const before = after > 0 ? elementOf[after - 1] : -1
  const failing = testsFrom(pattern, after).filter((other) => fails(pattern.steps[other]!, words, at))
  const elements = new Set(failing.map((other) => elementOf[other]!).filter((element) => element !== before))
  elements.delete(elementOf[step]!)
  return [...[...elements].sort((a, b) => a - b), elementOf[step]!]
}

/** The elements with which a match may begin. */
export const headElements = (pattern: Pattern): number[] => [
  ...new Set(testsFrom(pattern, 0).map((step) => pattern.written.elementOf[step]!)),
]

const roomFor = ({ steps }: Pattern, { tokens }: Words) => new Uint8Array(steps.length * (tokens.length + 1))

/**
 * Goes every way from some threads on, each (step, word) once, and tells where one stopped: at a test that took no word, at
 * a border that is none, or at the end of the pattern. Linear in steps × words, as the matcher, whose steps it takes.
 */
function flood(
  steps: readonly Step[],
  words: Words,
  threads: Thread[],
  visited: Uint8Array,
  onStop: (stop: Thread) => void,
): void {
  for (let thread = threads.pop(); thread; thread = threads.pop()) {
    const { step, at, after } = thread
    const mark = at * steps.length + step
    if (visited[mark]) continue
    visited[mark] = 1
    const now = steps[step]!
    if (now.op === 'fork') threads.push({ step: now.second, at, after }, { step: now.first, at, after })
    else if (now.op === 'jump') threads.push({ step: now.to, at, after })
    else if (now.op === 'done' || fails(now, words, at)) onStop(thread)
    else if (now.op === 'test') threads.push({ step: step + 1, at: at + wordsTaken(now, words, at), after: step + 1 })
    else threads.push({ step: step + 1, at, after })
  }
}

function fails(step: Step, words: Words, at: number): boolean {
  if (step.op === 'test') return wordsTaken(step, words, at) === 0
  if (step.op === 'atStart') return at !== 0
  return step.op === 'atEnd' && at !== words.tokens.length
}

/** The tests, of words and of borders, that come next at a step. */
const testsFrom = ({ steps }: Pattern, from: number): number[] =>
  stepsBeforeWord(steps, from).filter((at) => ['test', 'atStart', 'atEnd'].includes(steps[at]!.op))

/** How many elements lie before each step on the longest way to it; what is repeated counts once. */
function depthsOf({ steps, written }: Pattern): number[] {
  const depths = new Array<number>(steps.length + 1).fill(0)
  const counted = new Set<number>()
  steps.forEach((step, i) => {
    const reach = (to: number, depth: number) => {
      // Only loops go back.
      if (to > i) depths[to] = Math.max(depths[to]!, depth)
    }
    const element = written.elementOf[i]!
    const isNew = step.op === 'test' && !counted.has(element)
    if (isNew) counted.add(element)
    if (step.op === 'fork') reach(step.first, depths[i]!)
    if (step.op === 'fork') reach(step.second, depths[i]!)
    else reach(step.op === 'jump' ? step.to : i + 1, depths[i]! + Number(isNew))
  })
  return depths
}

/** Deeper in the pattern, then over more words, then earlier in the text, then at a later step. */
const isNearer = (a: NearMiss, b: NearMiss): boolean =>
  (a.depth - b.depth || a.at - a.first - (b.at - b.first) || b.first - a.first || a.step - b.step) > 0
