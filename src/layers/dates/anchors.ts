import { type Day, isoDay, isoMonth, isoYear, partsOf, realDay } from '../../base/calendar.ts'
import { type Direction, opensClause } from './direction.ts'
import { focusReach } from './focus.ts'
import type { Lexeme } from './lexemes.ts'
import { classes } from './lexicon.ts'
import { type DateContext, type DateMatch, type DateReading, date, twoDigits, wordBefore } from './reading.ts'

/** A written day of a month: the year as written, else that which puts it nearest to the publication. */
export function dayReading(
  month: number,
  day: number,
  year: number | null,
  match: DateMatch,
  context: DateContext,
): DateReading | 'none' {
  const { day: published } = context
  if (year !== null) {
    const at = realDay(year, month, day)
    return at === null ? 'none' : date(isoDay(at), 'written')!
  }
  if (realDay(2000, month, day) === null) return 'none'
  const symbolic = date(`XXXX-${twoDigits(month)}-${twoDigits(day)}`, 'symbolic')!
  if (published === null) return symbolic
  const said = context.direction(match)
  const told = toldYear(match, context, said)
  const then = told === null ? null : realDay(told, month, day)
  if (then !== null) return date(isoDay(then), 'focus')!
  const { before, after } = occurrences(month, day, published)
  const nearest = nearer(before, after, published)
  if (nearest === null) return symbolic
  const gap = nearest - published
  // What is near is meant, unless it lies well on the other side of what a verb says outright: "He died on February 3".
  const denied = said.sure && (said.side === 'past' ? gap > 7 : gap < -21) && isAdverbial(match, context)
  if (Math.abs(gap) < 100 && !denied) return date(isoDay(nearest), 'nearest')!
  const side = said.side === 'past' ? before : after
  return side === null ? symbolic : date(isoDay(side), 'tense')!
}

/** "on March 8" says when the verb happened; "the March 8 vote" need not. */
const isAdverbial = (match: DateMatch, context: DateContext) => wordBefore(match, context) === 'on'

/** The year that a story of long ago is in: the one it named last, as long as it speaks of the past. */
function toldYear(match: DateMatch, { focus, day, lexemes }: DateContext, said: Direction): number | null {
  const { year } = focus
  if (!year?.told || day === null || (said.side === 'future' && said.sure)) return null
  if (lexemes[match.first]!.start - year.at >= focusReach / 5) return null
  if (isUnderYear(lexemes, match.first, year.at)) return year.year
  return opensClause(lexemes, match.first) && year.year < partsOf(day).year - 1 ? year.year : null
}

/** "In 2015 thousands died in an earthquake on April 25": the year that opens a sentence is that of its days. */
function isUnderYear(lexemes: readonly Lexeme[], first: number, yearAt: number): boolean {
  if (!/^(?:on|in|,)$/.test(lexemes[first - 1]?.word ?? '')) return false
  let at = first - 1
  // "…, the minister said on April 25" is when it was said.
  for (; at > 0 && lexemes[at]!.start > yearAt; at--)
    if (lexemes[at]!.opens || (first - at < 6 && reports.test(lexemes[at]!.word))) return false
  const lead = at - 1
  if (lexemes[at]!.start !== yearAt || lexemes[lead]?.word !== 'in') return false
  return (
    lexemes[lead]!.opens ||
    (lexemes[lead - 1]?.opens === true && /^(?:but|and|back|then)$/.test(lexemes[lead - 1]!.word))
  )
}

const reports = /^(?:said|says|told|announced|reported|wrote|confirmed)$/

/** The day of a month that is nearest to another day. */
export function nearestDay(month: number, date: number, to: Day): Day | null {
  const { before, after } = occurrences(month, date, to)
  return nearer(before, after, to)
}

const nearer = (before: Day | null, after: Day | null, to: Day): Day | null =>
  after === null || (before !== null && to - before <= after - to) ? before : after

/** The last such day up to the publication and the first after it: the 29th of February may be up to eight years away. */
function occurrences(month: number, day: number, published: Day): { before: Day | null; after: Day | null } {
  const now = partsOf(published).year
  let [before, after]: (Day | null)[] = [null, null]
  for (let by = 0; by <= 8 && (before === null || after === null); by++)
    for (const at of [realDay(now - by, month, day), realDay(now + by, month, day)])
      if (at !== null && at <= published) before ??= at
      else if (at !== null) after ??= at
  return { before: before ?? null, after: after ?? null }
}

/** A month without its year: the story's own year for it, else the nearest on the side that the clause speaks of. */
export function monthReading(month: number, match: DateMatch, context: DateContext): DateReading {
  const known = context.focus.years.get(month)
  if (known !== undefined) return date(`${isoYear(known)}-${twoDigits(month)}`, 'focus')!
  if (context.day === null) return date(`XXXX-${twoDigits(month)}`, 'symbolic')!
  const said = context.direction(match)
  const told = toldYear(match, context, said)
  if (told !== null) return date(`${isoYear(told)}-${twoDigits(month)}`, 'focus')!
  const now = partsOf(context.day)
  const ahead = (month - now.month + 12) % 12
  // "could", "asked to" look ahead from a day in the past as well: then the nearer month is meant.
  const future = said.side === 'future' && (said.sure || ahead <= 6)
  return date(isoMonth(now.year, now.month + (future || ahead === 0 ? ahead : ahead - 12)), 'tense')!
}

/** A weekday: with "last", "next" as said, bare the last one, the day of publication included, unless the clause looks ahead. */
export function weekdayOn(
  wanted: number,
  which: string,
  match: DateMatch,
  context: DateContext,
): { value: string; by: string } {
  const { day, focus } = context
  if (day === null) return { value: `XXXX-WXX-${wanted || 7}`, by: 'symbolic' }
  const ahead = (wanted - partsOf(day).weekday + 7) % 7
  if (which in classes.LAST!) {
    const anchor = which !== 'last' && which !== 'past' && focus.day ? focus.day.day : day
    const gap = (partsOf(anchor).weekday - wanted + 7) % 7 || 7
    return { value: isoDay(anchor - gap), by: 'last' }
  }
  if (which === 'following' && focus.day) {
    const anchor = focus.day.day
    return { value: isoDay(anchor + ((wanted - partsOf(anchor).weekday + 7) % 7 || 7)), by: 'focus' }
  }
  if (which in classes.NEXT!) return { value: isoDay(day + (ahead || 7)), by: 'next' }
  if (which === 'this' || which === 'coming') return { value: isoDay(day + ahead), by: 'this' }
  if (context.direction(match).side === 'future') return { value: isoDay(day + ahead), by: 'tense' }
  return { value: isoDay(day - ((7 - ahead) % 7)), by: 'most-recent' }
}

/** Both days of "Monday through Thursday", the first of which is lexeme `first`; null where the clause takes them apart. */
function weekdayRange(first: number, last: number, context: DateContext): [Day, Day] | null {
  const { day, lexemes } = context
  if (day === null) return null
  const [from, to] = [first, last].map((at) => Number(classes.WEEKDAY![lexemes[at]!.word]))
  const gap = (to! - from! + 7) % 7 || 7
  const side = (at: number) => context.direction({ first: at, last: last + 1, groups: {} }).side
  if (side(first) === 'future') {
    const begin = day + ((from! - partsOf(day).weekday + 7) % 7)
    return [begin, begin + gap]
  }
  // "moved from Monday to Friday" is none.
  if (side(last) === 'future') return null
  const end = day - ((partsOf(day).weekday - to! + 7) % 7)
  return [end - gap, end]
}

const ranges = /^(?:through|to|until|till|-|–)$/

/** The weekday of a match as an end of a range, or null. */
export function inRange(at: number, context: DateContext): Day | null {
  const { lexemes } = context
  const isWeekday = (i: number) => lexemes[i] !== undefined && lexemes[i].word in classes.WEEKDAY!
  if (isWeekday(at + 2) && ranges.test(lexemes[at + 1]!.word)) return weekdayRange(at, at + 2, context)?.[0] ?? null
  if (isWeekday(at - 2) && ranges.test(lexemes[at - 1]!.word)) return weekdayRange(at - 2, at, context)?.[1] ?? null
  return null
}

/** The day that "the same day", "two days later" count from: what the text spoke of last, else the publication. */
export function anchorDay({ focus, day, lexemes }: DateContext, match: DateMatch): { day: Day | null; by: string } {
  const at = lexemes[match.first]!.start
  return focus.day && at - focus.day.at < focusReach ? { day: focus.day.day, by: 'focus' } : { day, by: 'publication' }
}

/** Likewise for years; `given`: by the text itself. */
export function anchorYear(
  { focus, day, lexemes }: DateContext,
  match: DateMatch,
): { year: number | null; given: boolean; by: string } {
  const at = lexemes[match.first]!.start
  if (focus.year && at - focus.year.at < focusReach / 5)
    return { year: focus.year.year, given: focus.year.given, by: 'focus' }
  return { year: day === null ? null : partsOf(day).year, given: false, by: 'publication' }
}

/** The quarter that a report speaks of: the one the text named last, or null. */
export function quarterInFocus(
  { focus, lexemes }: DateContext,
  match: DateMatch,
): { year: number; quarter: number } | null {
  return focus.quarter && lexemes[match.first]!.start - focus.quarter.at < focusReach ? focus.quarter : null
}

/** The year of a part of the year (its months from 1) without one: the latest that had begun at publication. */
export function latestYear(firstMonth: number, day: Day | null): number | null {
  if (day === null) return null
  const now = partsOf(day)
  return firstMonth <= now.month ? now.year : now.year - 1
}
