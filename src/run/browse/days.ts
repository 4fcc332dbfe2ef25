import { addDays, isoDay, lastOfMonth, parseDay, partsOf, withinCalendar } from '../../base/calendar.ts'
import { daysInWords } from '../../output/page/days.ts'

/** Days as a question may have them: a day, a month or a year. */
const period = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/

/** The first and the last day of a period, undefined where the calendar has no such. */
export function daysOfPeriod(text: string): { first: string; last: string } | undefined {
  const [, year, month = '', date = ''] = period.exec(text) ?? []
  if (year === undefined) return undefined
  const first = parseDay(`${year}-${month || '01'}-${date || '01'}`)
  if (first === null) return undefined
  if (date) return { first: text, last: text }
  const { month: m } = partsOf(first)
  return { first: isoDay(first), last: isoDay(lastOfMonth(Number(year), month ? m : 12)) }
}

/** The day so many days later, null outside of the calendar. */
export function dayBeside(day: string, count: number): string | null {
  const parsed = parseDay(day)
  return parsed === null
    ? null
    : withinCalendar(
        () => isoDay(addDays(parsed, count)),
        () => null,
      )
}

const write = (options: Intl.DateTimeFormatOptions, language = 'en-GB') => {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
  return (value: string) => format.format(new Date(`${value.slice(0, 10)}T00:00:00Z`))
}

/** `7 September 2023`, of a day or an instant. */
export const dateInWords = write({ day: 'numeric', month: 'long', year: 'numeric' })
/** `Thu`. */
export const shortWeekday = write({ weekday: 'short' })
/** `Sep`. */
export const shortMonth = write({ month: 'short' }, 'en-US')

/** Days from one to another as people write them: `Thursday 7 September 2023`, `9 to 10 September 2023`, `October 2023`. */
export const spanInWords = (from: string, to: string): string => daysInWords({ from, to, text: '' })
