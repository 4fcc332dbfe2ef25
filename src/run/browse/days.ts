import { addDays, isoDay, lastOfMonth, parseDay, partsOf, withinCalendar } from '../../base/calendar.ts'

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
  return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
}
const inFull = write({ day: 'numeric', month: 'long', year: 'numeric' })
const monthOf = write({ month: 'long', year: 'numeric' })
const dayAndMonth = write({ day: 'numeric', month: 'long' })
const weekday = write({ weekday: 'long' })

/** `Thursday 7 September 2023`. */
export const dayInWords = (day: string): string => `${weekday(day)} ${inFull(day)}`
/** `September 2023`, of a day or a month. */
export const monthInWords = (text: string): string => monthOf(`${text.slice(0, 7)}-01`)
/** `7 September 2023`, of a day or an instant. */
export const dateInWords = (text: string): string => inFull(text.slice(0, 10))
export const shortWeekday = write({ weekday: 'short' })
export const shortMonth = write({ month: 'short' }, 'en-US')

/** Days from one to another as people write them: `7 September 2023`, `9–10 September 2023`, `October 2023`, `1867`. */
export function spanInWords(from: string, to: string): string {
  if (from === to) return dateInWords(from)
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)]
  if (from === daysOfPeriod(year)?.first && to === daysOfPeriod(year)?.last) return year
  if (from === daysOfPeriod(month)?.first && to === daysOfPeriod(month)?.last) return monthInWords(from)
  if (to.startsWith(month)) return `${Number(from.slice(8))}–${dateInWords(to)}`
  if (to.startsWith(year)) return `${dayAndMonth(from)} – ${dateInWords(to)}`
  return `${dateInWords(from)} – ${dateInWords(to)}`
}
