import { recent } from '../recent.ts'
import type { Pattern, Vocabulary } from './pattern.ts'

/** A pattern that fits codes from `first` to `last`, exclusive; groups by where they begin. */
export interface PatternFit {
  pattern: number
  first: number
  last: number
  groups: Readonly<Record<string, number>>
  /** The groups that it has. */
  names: readonly string[]
}

/**
 * Finds where patterns fit a string of codes. News tells time in few ways ("last WEEKDAY", "DAY MONTH YEAR"): what was
 * found in a string is kept, and nearly all strings have been seen before.
 */
export const openFits = (patterns: readonly Pattern[]): ((codes: string) => readonly PatternFit[]) =>
  recent(2000, (codes) =>
    patterns.flatMap(({ regex }, pattern) => fitsOf(regex, codes).map((fit) => ({ pattern, ...fit }))),
  )

function fitsOf(regex: RegExp, codes: string): Omit<PatternFit, 'pattern'>[] {
  const found: Omit<PatternFit, 'pattern'>[] = []
  regex.lastIndex = 0
  for (let match = regex.exec(codes); match; match = regex.exec(codes)) {
    const { 0: own, index, indices } = match
    if (own === '') regex.lastIndex++
    else {
      const groups: Record<string, number> = {}
      for (const [name, at] of Object.entries(indices!.groups ?? {})) if (at) groups[name] = at[0]
      found.push({ first: index, last: index + own.length, groups, names: Object.keys(groups) })
    }
    // One that is bound to the end fits once.
    if (!regex.global) break
  }
  return found
}

/** All patterns compiled with one vocabulary, ready to be fitted. */
export const compileFits = (vocabulary: Vocabulary, patterns: readonly string[], end?: '$') =>
  openFits(patterns.map((pattern) => vocabulary.compile(pattern, end)))
