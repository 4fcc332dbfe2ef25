import type { Span } from '../base/span.ts'

/** What one word, or one typed span, must be. */
export type TokenTest =
  | { kind: 'word'; words: ReadonlySet<string> }
  | { kind: 'tag'; tag: string }
  // Of the word in lower case, as in compromise, or as it is written.
  | { kind: 'regex'; regex: { test(text: string): boolean } }
  | { kind: 'any' }

/** A program for the matcher, as in Pike's virtual machine: each step tests a word, forks, or notes a group. */
export type Step =
  | { op: 'test'; test: TokenTest; negative: boolean }
  | { op: 'fork'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'open' | 'close'; group: string }
  | { op: 'atStart' | 'atEnd' | 'done' }

/** A pattern as its author wrote it: what explanations point into. */
interface Written {
  match: string
  /** Where its elements stand. */
  elements: readonly Span[]
  /** The element that a step tests; -1 for one that tests none. */
  elementOf: readonly number[]
}

export interface Pattern {
  steps: readonly Step[]
  written: Written
  groups: readonly string[]
  /** What is in every match: one of these words, or a span or word under this tag; null where nothing is sure. */
  needs: Need | null
}

export type Need = { words: ReadonlySet<string> } | { tag: string }

export type TestStep = Extract<Step, { op: 'test' }>

/** The tests that a match may begin with; null where it may begin, and end, with none. */
export function headsOf(steps: readonly Step[]): TestStep[] | null {
  const reached = stepsBeforeWord(steps, 0).map((at) => steps[at]!)
  return reached.some(({ op }) => op === 'done') ? null : reached.filter((step) => step.op === 'test')
}

/** The steps that come from one on before a word is taken, with the tests that may take it; in the order of the matcher. */
export function stepsBeforeWord(steps: readonly Step[], from: number): number[] {
  const reached = new Set<number>()
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue
    reached.add(at)
    const step = steps[at]!
    if (step.op === 'fork') open.push(step.second, step.first)
    else if (step.op === 'jump') open.push(step.to)
    else if (step.op !== 'test' && step.op !== 'done') open.push(at + 1)
  }
  return [...reached]
}
