import { recent } from '../../base/memoize-bounded.ts'
import type { Vocabulary } from './pattern.ts'

/** A pattern that fits codes from `first` to `last`, exclusive; each group that it has by where it begins. */
export interface PatternFit {
  pattern: number
  first: number
  last: number
  groups: readonly (readonly [name: string, at: number])[]
}

/**
 * Finds where patterns, compiled with one vocabulary, fit a string of codes. News gives times in few ways ("last WEEKDAY",
 * "DAY MONTH YEAR"): what was found in a string is kept, and nearly all strings have been seen before.
 */
export function compileFits(
  vocabulary: Vocabulary,
  patterns: readonly string[],
  end?: '$',
): (codes: string) => readonly PatternFit[] {
  const compiled = patterns.map((pattern) => vocabulary.compile(pattern, end).regex)
  return recent(2000, (codes) => compiled.flatMap((regex, pattern) => fitsOf(regex, pattern, codes)))
}

function fitsOf(regex: RegExp, pattern: number, codes: string): PatternFit[] {
  const found: PatternFit[] = []
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
