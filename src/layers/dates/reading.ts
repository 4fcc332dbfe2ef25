import {
  addDays,
  type Day,
  dayOf,
  isoCentury,
  isoDay,
  isoDecade,
  isoMonth,
  isoWeek,
  isoYear,
  lastOfMonth,
  partsOf,
  withinCalendar,
} from '../../base/calendar.ts'
import type { DateExpression } from '../../base/story.ts'
import type { Direction } from './direction.ts'
import type { Focus } from './focus.ts'
import type { Lexeme } from './lexemes.ts'
import { classes, type Meaning } from './lexicon.ts'

export type Modifier = NonNullable<DateExpression['modifier']>

/** What an expression means. `by` names how it was resolved; `interval` are the first and last day of an anchored duration. */
export interface DateReading {
  type: DateExpression['type']
  value: string
  modifier?: Modifier | undefined
  by?: string | undefined
  interval?: [Day, Day]
  /** Offset of a clock time from UTC, `-05:00`. */
  zone?: string
}

/** The lexemes from `first` to before `last` that a rule's pattern fits, and the lexeme of each of its groups. */
export interface DateMatch {
  first: number
  last: number
  groups: Readonly<Record<string, number | undefined>>
}

/** What an expression is resolved against. */
export interface DateContext {
  /** The publication day, or null: then only symbolic values are given. */
  day: Day | null
  lexemes: readonly Lexeme[]
  focus: Focus
  /** Names of months that people of the story have: Theresa May, June Carter. */
  people: ReadonlySet<string>
  /** On which side of the publication the clause around puts its day. */
  direction(match: DateMatch): Direction
}

/** A form of news prose. `none`: the words are no expression, nor is a part of them ("six-year-old"). */
export interface DateRule {
  id: string
  pattern: string
  read(match: DateMatch, context: DateContext): DateReading | 'none' | null
  traits: Traits
}

/** What the steps after reading have to know of a rule. */
export interface Traits {
  /** What it may mean while nothing is known of what the text spoke of, where `read` asks for that. */
  alone?: DateRule['read']
  /** How its parts are shared in lists and ranges: "September 7 and 8", "January to March 2024". */
  list?: 'month-day' | 'day-month' | 'month' | 'year'
  /** What "about", "more than" may come before: a number on a calendar, an amount of time. */
  takes?: 'number' | 'amount'
  /** The text itself gives the year. */
  dated?: true
  /** It is reckoned from another day, and is nothing to reckon from. */
  reckoned?: true
}

/** A rule that fits a stretch of lexemes; what it means is read when all before it is known. */
export interface RuledMatch extends DateMatch {
  rule: DateRule
  /** What it means by itself, whatever the text spoke of before. */
  alone: DateReading | 'none'
  /** Its own lexemes and the modifier before them. */
  start: number
  end: number
  modifier?: Modifier | null
}

/** What a rule would place outside of the calendar is past or future, no more. */
export const dateRule = (id: string, pattern: string, read: DateRule['read'], traits: Traits = {}): DateRule => ({
  id,
  pattern,
  traits,
  read: (match, context) =>
    withinCalendar(
      () => read(match, context),
      (side) => ({ type: 'date', value: side === 'past' ? 'PAST_REF' : 'FUTURE_REF', by: 'symbolic' }),
    ),
})

export const date = (value: string | null, by?: string, modifier?: Modifier): DateReading | null =>
  value === null ? null : { type: 'date', value, by, modifier }
export const time = (value: string, by?: string): DateReading => ({ type: 'time', value, by, modifier: undefined })
export const set = (value: string): DateReading => ({ type: 'set', value })

/** The word of a group; empty where the group has none. */
export const groupWord = (match: DateMatch, group: string, { lexemes }: DateContext): string => {
  const at = match.groups[group]
  return at === undefined ? '' : lexemes[at]!.word
}

/** What the word of a group stands for in a class: 9 for "Sept." as MONTH. */
export const groupMeaning = (
  match: DateMatch,
  group: string,
  name: string,
  context: DateContext,
): Meaning | undefined => {
  const at = match.groups[group]
  if (at === undefined) return undefined
  const { word, meaning } = context.lexemes[at]!
  return meaning ?? classes[name]?.[word]
}

export const groupNumber = (match: DateMatch, group: string, context: DateContext, name = ''): number =>
  Number(groupMeaning(match, group, name, context) ?? Number.NaN)

/** The word before or after the match; empty at a border or a mark. */
export const wordBefore = ({ first }: DateMatch, { lexemes }: DateContext, by = 1): string =>
  lexemes[first - by]?.word ?? ''
export const wordAfter = ({ last }: DateMatch, { lexemes }: DateContext): string => lexemes[last]?.word ?? ''

export const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** The stretch of calendar a unit long, `by` units before or after the day, as TIMEX3 writes it: `2023-W36`, `2022`. */
export function shifted(unit: string, by: number, day: Day | null): string | null {
  if (day === null) return by < 0 ? 'PAST_REF' : by > 0 ? 'FUTURE_REF' : 'PRESENT_REF'
  const { year, month } = partsOf(day)
  switch (unit) {
    case 'D':
      return isoDay(day + by)
    case 'W':
      return isoWeek(day + by * 7)
    case 'F':
      return isoWeek(day + by * 14)
    case 'M':
      return isoMonth(year, month + by)
    case 'Q':
      return quarterValue(year, Math.floor((month - 1) / 3) + by)
    case 'Y':
      return isoYear(year + by)
    case 'DE':
      return isoDecade(year + by * 10)
    case 'CE':
      return isoCentury(year + by * 100)
    default:
      return null
  }
}

/** `2023-Q3` of a year and a quarter from 0, which may lie outside of the year. */
export const quarterValue = (year: number, quarter: number): string =>
  `${isoYear(year + Math.floor(quarter / 4))}-Q${(((quarter % 4) + 4) % 4) + 1}`

const monthsOf: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 }
const daysOf: Readonly<Record<string, number>> = { D: 1, W: 7, F: 14 }

/** The day a number of units before or after a day; the last of the month where the month is shorter. */
export function moved(unit: string, by: number, day: Day): Day | null {
  const months = monthsOf[unit]
  if (months === undefined) {
    const days = daysOf[unit]
    return days === undefined ? null : addDays(day, Math.round(days * by))
  }
  const { year, month, date } = partsOf(day)
  const first = dayOf(year, month + Math.round(months * by), 1)
  const next = partsOf(first)
  return Math.min(first + date - 1, lastOfMonth(next.year, next.month))
}

const scaled: Readonly<Record<string, [number, string]>> = {
  F: [2, 'W'],
  DE: [10, 'Y'],
  CE: [100, 'Y'],
  ML: [1000, 'Y'],
  Q: [3, 'M'],
}
const parts: Readonly<Record<string, [number, string]>> = { Y: [12, 'M'], TH: [60, 'M'], TM: [60, 'S'] }

/** `P2D`, `PT12H`, `P2Y6M`, `PXW`. */
export function durationOf(count: number | 'X', unit: string): string | null {
  if (count === 'X') return unit === 'F' ? 'PXW' : unit.startsWith('T') ? `PTX${unit[1]}` : `PX${unit}`
  if (count > 9999) return null
  const whole = Math.floor(count)
  const half = count - whole
  const [factor, plain] = scaled[unit] ?? [1, unit]
  if (factor > 1) return `P${Math.round(count * factor)}${plain}`
  const [small, name] = parts[unit] ?? [0, '']
  if (half > 0 && small === 0) return `P${unit.startsWith('T') ? 'T' : ''}${count}${unit.replace('T', '')}`
  const rest = half > 0 ? `${Math.round(half * small)}${name}` : ''
  const head = whole > 0 || rest === '' ? `${whole}${unit.replace('T', '')}` : ''
  return `P${unit.startsWith('T') ? 'T' : ''}${head}${rest}`
}
