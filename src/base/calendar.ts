/** A day as a number (days since 1970-01-01), for arithmetic without time zones. */
export type Day = number

/** The years that ISO 8601 writes with four digits: nothing outside of them has a number here. */
export const years = { first: 1, last: 9999 } as const

/** Thrown where arithmetic leaves the years 0001 to 9999; {@link withinCalendar} catches it. */
class BeyondCalendar extends Error {
  readonly side: 'past' | 'future'
  constructor(side: 'past' | 'future') {
    super(`${side} of the years ${years.first} to ${years.last}`)
    this.side = side
  }
}

/** What is computed, or what to say instead where that lies before the year 0001 or after 9999. */
export function withinCalendar<T, Else>(compute: () => T, beyond: (side: 'past' | 'future') => Else): T | Else {
  try {
    return compute()
  } catch (error) {
    if (error instanceof BeyondCalendar) return beyond(error.side)
    throw error
  }
}

const msPerDay = 86_400_000
const pad = (n: number, width = 2) => String(n).padStart(width, '0')

const at = new Date(0)
const dayAt = (year: number, month: number, date: number): Day => {
  at.setTime(0)
  at.setUTCFullYear(year, month - 1, date)
  return Math.round(at.getTime() / msPerDay)
}
const [firstDay, lastDay] = [dayAt(years.first, 1, 1), dayAt(years.last, 12, 31)]

/** A day within the calendar; all that makes or reads days goes through here. */
const checked = (day: Day): Day => {
  if (day >= firstDay && day <= lastDay) return day
  throw new BeyondCalendar(day < firstDay ? 'past' : 'future')
}

/** The day of a month; what exceeds its month or year runs on into the next, as the 0th is the last of the month before. */
export const dayOf = (year: number, month: number, date: number): Day => {
  if (Math.abs(year) > 100_000) throw new BeyondCalendar(year < 0 ? 'past' : 'future')
  return checked(dayAt(year, month, date))
}

/** The day that is really in the calendar, or null: no 31st of April, no year 0. */
export const realDay = (year: number, month: number, date: number): Day | null => {
  if (!isYear(year) || !(month >= 1 && month <= 12 && date >= 1 && date <= 31)) return null
  const day = dayAt(year, month, date)
  return at.getUTCDate() === date ? day : null
}

export const addDays = (day: Day, count: number): Day => checked(day + count)

export const isYear = (year: number): boolean => Number.isInteger(year) && year >= years.first && year <= years.last

export const partsOf = (day: Day): { year: number; month: number; date: number; weekday: number } => {
  at.setTime(checked(day) * msPerDay)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate(), weekday: at.getUTCDay() }
}

export const isoDay = (day: Day): string => {
  const { year, month, date } = partsOf(day)
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`
}

export const isoYear = (year: number): string => {
  if (isYear(year)) return pad(year, 4)
  throw new BeyondCalendar(year < years.first ? 'past' : 'future')
}

export const isoMonth = (year: number, month: number): string => {
  const shifted = year * 12 + month - 1
  return `${isoYear(Math.floor(shifted / 12))}-${pad(((((month - 1) % 12) + 12) % 12) + 1)}`
}

/** `199`: ten years as TIMEX3 writes them. */
export const isoDecade = (year: number): string => isoYear(year).slice(0, 3)

/** `19`: a hundred years as TIMEX3 writes them. */
export const isoCentury = (year: number): string => isoYear(year).slice(0, 2)

export const lastOfMonth = (year: number, month: number): Day => dayOf(year, month + 1, 0)

/** ISO 8601 week, `2023-W36`. */
export const isoWeek = (day: Day): string => {
  const weekday = (partsOf(day).weekday + 6) % 7
  const { year } = partsOf(day - weekday + 3)
  const first = dayOf(year, 1, 4)
  const monday = first - ((partsOf(first).weekday + 6) % 7)
  return `${pad(year, 4)}-W${pad(Math.floor((day - monday) / 7) + 1)}`
}

export const mondayOfWeek = (year: number, week: number): Day => {
  const first = dayOf(year, 1, 4)
  return first - ((partsOf(first).weekday + 6) % 7) + (week - 1) * 7
}

/** A real calendar day of a string that begins `YYYY-MM-DD`, or null. */
export const parseDay = (text: string): Day | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  return match && realDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The day so many days later, null for what is no day or where the calendar ends. */
export function dayBeside(day: string, count: number): string | null {
  const parsed = parseDay(day)
  return parsed === null
    ? null
    : withinCalendar(
        () => isoDay(addDays(parsed, count)),
        () => null,
      )
}

/** A day, a month or a year. */
const period = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/

/** The first and the last day of `2023-05-03`, `2023-05` or `2023`; undefined where the calendar has no such. */
export function daysOfPeriod(text: string): { first: string; last: string } | undefined {
  const [, year, month, date] = period.exec(text) ?? []
  if (year === undefined) return undefined
  const first = parseDay(`${year}-${month ?? '01'}-${date ?? '01'}`)
  if (first === null) return undefined
  if (date !== undefined) return { first: text, last: text }
  return { first: isoDay(first), last: isoDay(lastOfMonth(Number(year), Number(month ?? 12))) }
}

/** Whether some real day has the form of `YYYY-MM-DD` with any digit an X: `XXXX-02-29`, not `XXXX-02-31`. */
export function isMaskedDay(text: string): boolean {
  const [year = '', month = '', date = ''] = text.split('-')
  if (!/^[\dX]{4}-[\dX]{2}-[\dX]{2}$/.test(text) || year === '0000') return false
  const fits = (n: number, mask: string) =>
    [...pad(n, mask.length)].every((digit, i) => mask[i] === 'X' || mask[i] === digit)
  let leap = 4
  while (leap <= years.last && !(fits(leap, year) && realDay(leap, 2, 29) !== null)) leap += 4
  // Months and days are as many as a leap year's where one fits, else as any other's.
  const inYear = leap <= years.last ? leap : 2001
  for (let one = 1; one <= 12; one++)
    for (let day = 1; fits(one, month) && day <= 31; day++)
      if (fits(day, date) && realDay(inYear, one, day) !== null) return true
  return false
}
