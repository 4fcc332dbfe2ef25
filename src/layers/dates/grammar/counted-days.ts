import { type Day, dayOf, isoDay, isoWeek, lastOfMonth, partsOf, realDay } from '../../../base/calendar.ts'
import { wordSet } from '../../../base/word-list.ts'
import { anchorDay, dayReading, monthReading } from '../anchors.ts'
import type { Lexeme } from '../lexemes.ts'
import { classes, fullYear } from '../lexicon.ts'
import {
  type DateContext,
  type DateMatch,
  type DateReading,
  date,
  dateRule,
  groupNumber,
  groupWord,
  set,
  twoDigits,
  wordBefore,
} from '../reading.ts'
import { readDay, relativeYear, yearOf } from './days.ts'

/** Whether no noun that a number could count or name follows: "on the 6th.", not "the 6th floor". */
const isAlone = (next: Lexeme | undefined): boolean =>
  next === undefined || next.opens || /^[^a-z0-9]+$/.test(next.word) || afterNth.has(next.word)

const afterNth = wordSet(
  `and or but at in when after before with to as for while by because where if he she they it the who which that said of`,
)

/** The months from that of a day on, away into the past or the future, for half a year. */
const monthsFrom = (day: Day, side: 'past' | 'future'): [year: number, month: number][] => {
  const { year, month } = partsOf(day)
  return [0, 1, 2, 3, 4, 5, 6].map((by) => monthAfter(year, month, side === 'past' ? -by : by))
}

const monthAfter = (year: number, month: number, by: number): [year: number, month: number] => {
  const at = year * 12 + month - 1 + by
  return [Math.floor(at / 12), ((((month - 1 + by) % 12) + 12) % 12) + 1]
}

const lastWeekday = (weekday: number, day: Day): Day => day - ((partsOf(day).weekday - weekday + 7) % 7)

/** The next such weekday, or today, tomorrow. */
function dayAhead(match: DateMatch, { day, lexemes }: DateContext): Day | null {
  if (day === null) return null
  const { weekday, today } = match.groups
  if (weekday === undefined) return day + Number(classes.TODAY![lexemes[today!]!.word])
  return day + ((Number(classes.WEEKDAY![lexemes[weekday]!.word]) - partsOf(day).weekday + 7) % 7)
}

/** "the second Tuesday of October", "the last weekend of May", "the first week of next month". */
function readNthWeekday(match: DateMatch, context: DateContext): DateReading | 'none' | null {
  const what = groupWord(match, 'what', context)
  const last = groupWord(match, 'nth', context) === 'last'
  const nth = last ? 0 : groupNumber(match, 'nth', context, 'ORDINAL')
  if (nth > 5) return null
  const weekday = classes.WEEKDAY![what]
  const which = groupWord(match, 'which', context)
  if (which === 'every' || which === 'each')
    return weekday === undefined ? set('P1M') : set(`XXXX-XX-WXX-${Number(weekday) || 7}`)
  const of = monthOf(match, context)
  if (of === null) return date('XXXX', 'symbolic')
  const [year, month] = of
  const end = lastOfMonth(year, month)
  if (what === 'week') return date(isoWeek(last ? end - 3 : dayOf(year, month, 7 * nth - 3)), 'written')
  const wanted = Number(weekday ?? 6)
  const first = dayOf(year, month, 1)
  const on = last ? lastWeekday(wanted, end) : first + ((wanted - partsOf(first).weekday + 7) % 7) + 7 * (nth - 1)
  if (on > end) return 'none'
  return date(weekday === undefined ? `${isoWeek(on)}-WE` : isoDay(on), 'written')
}

/** The month that "of May", "of May last year", "of next month" speak of. */
function monthOf(match: DateMatch, context: DateContext): [year: number, month: number] | null {
  const which = groupWord(match, 'which', context)
  if (which !== '') {
    const from = which === 'that' || which === 'the' ? anchorDay(context, match).day : context.day
    if (from === null) return null
    const { year, month } = partsOf(from)
    return monthAfter(year, month, which === 'last' ? -1 : which === 'next' ? 1 : 0)
  }
  const month = groupNumber(match, 'month', context, 'MONTH')
  const year = yearOf(match, context)
  if (year !== null) return [year, month]
  const rel = groupWord(match, 'rel', context)
  const value =
    rel === '' ? monthReading(month, match, context).value : `${relativeYear(rel, match, context)}-${twoDigits(month)}`
  const known = /^(\d{4})-/.exec(value)
  return known && [Number(known[1]), month]
}

/** Days that are counted: by their number in a month, by weeks from a weekday. */
export const countedDays = [
  dateRule('day-month-year', '(?<day>DAY) - (?<month>MONTH) - (?<year>YEAR | TWO_DIGITS)', (match, context) => {
    const year = yearOf(match, context)!
    return dayReading(
      groupNumber(match, 'month', context, 'MONTH'),
      groupNumber(match, 'day', context),
      year < 100 ? fullYear(year, context.day) : year,
      match,
      context,
    )
  }),
  dateRule(
    'weekday-day',
    `(?<weekday>WEEKDAY) (?:the)? (?<day>DAY | NTH) (?= (?: (?: , | and | or | to | until | through | - | DASH){1,2} (?:on)? (?:WEEKDAY)? (?:the)? (?: DAY | NTH)){1,9} (?:of)? (?<month>MONTH) (?: ,? (?<year>YEAR))?)`,
    readDay,
  ),
  dateRule('weekday-nth', '(?<weekday>WEEKDAY) ,? (?:the)? (?<day>NTH)', (match, context) => {
    if (context.day === null || !isAlone(context.lexemes[match.last])) return null
    const weekday = groupNumber(match, 'weekday', context, 'WEEKDAY')
    const { side } = context.direction(match)
    const found = monthsFrom(context.day, side).flatMap(([year, month]) => {
      const on = realDay(year, month, groupNumber(match, 'day', context))
      return on !== null && partsOf(on).weekday === weekday ? [on] : []
    })
    return found.length === 0 ? null : date(isoDay(found[0]!), 'nearest')
  }),
  dateRule(
    'nth-of-month',
    '(?:the)? (?<day>NTH | ORDINAL) (?:day)? of (?<which>this | last | next | the | that | every | each) month',
    (match, context) => {
      const day = groupNumber(match, 'day', context, 'ORDINAL')
      const which = groupWord(match, 'which', context)
      if (which === 'every' || which === 'each') return set(`XXXX-XX-${twoDigits(day)}`)
      const from = which === 'that' || which === 'the' ? anchorDay(context, match).day : context.day
      if (from === null) return date(`XXXX-XX-${twoDigits(day)}`, 'symbolic')
      const { year, month } = partsOf(from)
      const on = realDay(...monthAfter(year, month, which === 'last' ? -1 : which === 'next' ? 1 : 0), day)
      return on === null ? 'none' : date(isoDay(on), 'publication')
    },
  ),
  dateRule('the-nth', 'the (?<day>NTH)', (match, context) => {
    if (!/^(?:on|by|until|till|to|from|since|and|through)$/.test(wordBefore(match, context))) return null
    if (!isAlone(context.lexemes[match.last])) return null
    const day = groupNumber(match, 'day', context)
    const { focus } = context
    const near = focus.day && context.lexemes[match.first]!.start - focus.day.at < 300 ? focus.day.day : null
    if (near !== null) {
      const { year, month } = partsOf(near)
      const on = realDay(year, month, day) ?? realDay(...monthAfter(year, month, 1), day)
      return on === null ? null : date(isoDay(on), 'focus')
    }
    if (context.day === null || !/^(?:on|by|until|till)$/.test(wordBefore(match, context))) return null
    const { side, sure } = context.direction(match)
    const on = monthsFrom(context.day, side)
      .map(([year, month]) => realDay(year, month, day))
      .find((one) => one !== null && (side === 'past' ? one <= context.day! : one >= context.day!))
    return sure && on !== undefined && on !== null ? date(isoDay(on), 'nearest') : null
  }),
  dateRule(
    'nth-weekday',
    `(?:the)? (?<nth>ORDINAL | last) (?<what>WEEKDAY | week | weekend) (?:of | in) (?: (?<which>the | this | last | next | that | every | each) month | (?<month>MONTH) (?: (?: ,? | of | in) (?<year>YEAR) | (?:of)? (?<rel>last | next | this) year)?)`,
    readNthWeekday,
  ),
  dateRule(
    'week-from',
    `(?:(?: (?<one>a) week | (?<count>COUNT) weeks) (?:from | on) (?: (?<weekday>WEEKDAY) | (?<today>TODAY)) | (?<weekday>WEEKDAY) week (?=COMMA|at|in) | (?<weekday>WEEKDAY) (?<unit>week | fortnight))`,
    (match, context) => {
      const { word, capital } = context.lexemes[match.last - 1]!
      if (word === 'week' && (capital || /^[a-z]/.test(context.lexemes[match.last]?.word ?? ''))) return null
      const weeks =
        match.groups.count === undefined ? (word === 'fortnight' ? 2 : 1) : groupNumber(match, 'count', context)
      const from = dayAhead(match, context)
      return from === null ? date('FUTURE_REF', 'symbolic') : date(isoDay(from + 7 * weeks), 'next')
    },
  ),
  dateRule(
    'week-back',
    `(?: (?<one>a) week | (?<count>COUNT) weeks) ago (?:on | last | this)? (?: (?<weekday>WEEKDAY) | (?<today>TODAY))`,
    (match, context) => {
      if (context.day === null) return date('PAST_REF', 'symbolic')
      const weeks = match.groups.count === undefined ? 1 : groupNumber(match, 'count', context)
      const from =
        match.groups.today === undefined
          ? lastWeekday(groupNumber(match, 'weekday', context, 'WEEKDAY'), context.day)
          : context.day + groupNumber(match, 'today', context, 'TODAY')
      return date(isoDay(from - 7 * weeks), 'last')
    },
  ),
  dateRule(
    'weekdays-ago',
    '(?<count>COUNT) (?<weekday>WEEKDAYS) ago',
    (match, context) => {
      if (context.day === null) return date('PAST_REF', 'symbolic')
      const from = lastWeekday(groupNumber(match, 'weekday', context, 'WEEKDAYS'), context.day - 1)
      return date(isoDay(from - 7 * (groupNumber(match, 'count', context) - 1)), 'last')
    },
    { takes: 'amount', reckoned: true },
  ),
]
