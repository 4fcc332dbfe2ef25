import { dayBeside, parseDay, partsOf } from '../base/calendar.ts'
import type { DateExpression, Event } from '../base/story.ts'

/** Days of a stretch of time, the last one with it. */
export interface Days {
  from: string
  to: string
}

const numberOf = (day: string): number => parseDay(day) ?? Number.NaN

/** A day so many days later; the same where that is on no calendar. */
export const addDays = (day: string, days: number): string => dayBeside(day, days) ?? day

export const lengthOf = ({ from, to }: Days): number => numberOf(to) - numberOf(from) + 1

/** Days between two stretches: 0 where they meet. */
export function gapBetween(a: Days, b: Days): number {
  return Math.max(0, numberOf(b.from) - numberOf(a.to), numberOf(a.from) - numberOf(b.to))
}

/** "Next week" says on which days something may be, and not for how long. */
export const isWholeWeek = (days: Days): boolean => lengthOf(days) === 7 && partsOf(numberOf(days.from)).weekday === 1

/** Days from one to another, negative where it comes before. */
const daysUntil = (from: string, to: string): number => numberOf(to) - numberOf(from)

type Dated = Pick<Event, 'status' | 'mentions'>

/**
 * When an event of a story is or was: of the dates that its sentence has the one that fits its status and stands nearest, and
 * another that is joined to it ("from Monday to Friday").
 */
export function daysOfEvent(
  event: Dated,
  dates: readonly DateExpression[],
  told: string | null,
  text: string,
): Days | null {
  const at = event.mentions[0]?.start ?? 0
  const known = dates
    .flatMap((date) => {
      const days = daysOfDate(date, event.status, told)
      return days ? [{ days, start: date.start, end: date.end, fits: fits(days, event.status, told) }] : []
    })
    .filter(({ days }) => isPossible(days, event.status, told))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || away(a, at, text) - away(b, at, text))
  const [first] = known
  if (!first) return null
  const joined = known.find(
    (other) => other !== first && isRange(text, first, other) && lengthOf(other.days) <= 1 && lengthOf(first.days) <= 1,
  )
  if (!joined) return first.days
  const [from, to] = [first.days, joined.days].sort((a, b) => (a.from < b.from ? -1 : 1))
  return { from: from!.from, to: to!.to }
}

interface Placed {
  start: number
  end: number
}

/** How far a date stands from where an event is told; what lies between two clauses counts for more. */
function away({ start, end }: Placed, at: number, text: string): number {
  const between = end <= at ? text.slice(end, at) : text.slice(at, start)
  const borders = between.length > longestWay ? 0 : (between.match(/[,;:] | and | but |\. /g)?.length ?? 0)
  return between.length + borders * clause
}
const longestWay = 400
const clause = 40

function isRange(text: string, a: Placed, b: Placed): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  return second.start - first.end < 12 && /^ ?(?:to|through|until|and|-|–) ?$/.test(text.slice(first.end, second.start))
}

/** Weekdays are told of the week before and of that behind: what is planned is not over, what was held is not to come. */
function daysOfDate(
  { type, value, from, to }: DateExpression,
  status: Event['status'],
  told: string | null,
): Days | null {
  if (type === 'duration' || type === 'set' || from === null || to === null) return null
  const days = { from: from.slice(0, 10), to: to.slice(0, 10) }
  if (told === null || lengthOf(days) > 1 || !/^\d{4}-\d\d-\d\d/.test(value)) return days
  const away = daysUntil(told, days.from)
  if (Math.abs(away) >= 7 || away === 0) return days
  const weeks = status === 'planned' && away < -1 ? 7 : status === 'held' && away > 0 ? -7 : 0
  return weeks === 0 ? days : { from: addDays(days.from, weeks), to: addDays(days.to, weeks) }
}

function fits(days: Days, status: Event['status'], told: string | null): boolean {
  if (told === null) return true
  return status === 'planned' ? days.to >= told : status === 'held' ? days.from <= told : true
}

/** What is planned is not long over, what was held not far ahead: such a date belongs to something else. */
function isPossible(days: Days, status: Event['status'], told: string | null): boolean {
  if (told === null) return true
  if (status === 'planned') return daysUntil(days.to, told) <= slack
  return status !== 'held' || daysUntil(told, days.from) <= slack
}
const slack = 7
