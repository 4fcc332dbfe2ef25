import { memoizeBounded } from '../../base/memoize-bounded.ts'
import type { Needs } from './needs.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A pattern that fits codes from `first` to `last`, exclusive; each group that it has by where it begins. */
export interface PatternMatch {
  pattern: number
  first: number
  last: number
  groups: readonly (readonly [name: string, at: number])[]
}

/**
 * Finds where patterns, compiled with one vocabulary, fit a string of codes. News gives times in few ways ("last WEEKDAY",
 * "DAY MONTH YEAR"): what was found in a string is kept, and nearly all strings have been seen before.
 */
export function compileMatcher(
  vocabulary: Vocabulary,
  patterns: readonly string[],
  end?: '$',
): (codes: string) => readonly PatternMatch[] {
  // No text may speak of a time: nothing is compiled before one does.
  let fitting: ((codes: string) => readonly Compiled[]) | undefined
  return memoizeBounded(2000, (codes) => {
    fitting ??= byNeeds(patterns.map((pattern, i) => ({ pattern: i, ...vocabulary.compile(pattern, end) })))
    return fitting(codes).flatMap(({ regex, pattern }) => matchesOf(regex(), pattern, codes))
  })
}

interface Compiled {
  pattern: number
  regex(): RegExp
  needs: Needs
}

/** Gives those that a string has all codes for, in their order: nine in ten patterns need a word that it has not. */
function byNeeds(compiled: readonly Compiled[]): (codes: string) => readonly Compiled[] {
  const ofCode = new Map<string, Compiled[]>()
  const always = compiled.filter(({ needs }) => needs === null)
  for (const one of compiled)
    for (const code of new Set(one.needs ?? '')) {
      const list = ofCode.get(code)
      if (list) list.push(one)
      else ofCode.set(code, [one])
    }
  return (codes) => {
    const fitting = new Set(always)
    for (const code of new Set(codes)) for (const one of ofCode.get(code) ?? []) fitting.add(one)
    return [...fitting].sort((a, b) => a.pattern - b.pattern)
  }
}

function matchesOf(regex: RegExp, pattern: number, codes: string): PatternMatch[] {
  const found: PatternMatch[] = []
  regex.lastIndex = 0
  for (let match = regex.exec(codes); match; match = regex.exec(codes)) {
    const { 0: own, index, indices } = match
    if (own === '') regex.lastIndex++
    else {
      const groups = Object.entries(indices!.groups ?? {}).flatMap(([name, at]) =>
        at ? [[name.replace(/_\d+$/, ''), at[0]] as const] : [],
      )
      found.push({ pattern, first: index, last: index + own.length, groups })
    }
    // One that is bound to the end fits once.
    if (!regex.global) break
  }
  return found
}
