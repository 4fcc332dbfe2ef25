import { memoizeBounded } from '../../base/memoize-bounded.ts'
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
  const compiled = patterns.map((pattern) => vocabulary.compile(pattern, end).regex)
  return memoizeBounded(2000, (codes) => compiled.flatMap((regex, pattern) => matchesOf(regex, pattern, codes)))
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
