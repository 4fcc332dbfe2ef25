import { type Day, parseDay } from '../../base/calendar.ts'

/** The dates that the text spoke of last, for "the same day", "a year earlier", "in November". Made anew for each story. */
export interface Focus {
  day: { day: Day; at: number } | null
  /** The first day of the month spoken of last. */
  month: { day: Day; at: number } | null
  /** `given`: the text gives it itself; `told`: the story is in that year. */
  year: { year: number; at: number; given: boolean; told: boolean } | null
  /** A quarter from 0 in its year. */
  quarter: { year: number; quarter: number; at: number } | null
  /** The year that the story has given a month. */
  years: Map<number, number>
}

export const openFocus = (): Focus => ({ day: null, month: null, year: null, quarter: null, years: new Map() })

/** How far back, in characters, an expression may look for what it counts from. */
export const focusReach = 1500

/** After these a year is when the story is: "in 1986", not "since 1986". */
const tellsWhen = /^(?:in|on|by)$/

/** Remembers a value; `given` says that the text itself gives the year, `lead` is the word before it. */
export function remember(
  focus: Focus,
  value: string,
  at: number,
  { given, lead }: { given: boolean; lead: string },
): void {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q(\d)|-W\d\d|-[SFWH]\w)?/.exec(value)
  if (!parts) return
  const year = Number(parts[1])
  const again = focus.year?.year === year ? focus.year : null
  focus.year = {
    year,
    at,
    given: given || again?.given === true,
    told: (given && tellsWhen.test(lead)) || again?.told === true,
  }
  if (parts[4]) focus.quarter = { year, quarter: Number(parts[4]) - 1, at }
  const month = parts[2] ? parseDay(`${parts[1]}-${parts[2]}-01`) : null
  if (month !== null) focus.month = { day: month, at }
  const day = parts[3] ? parseDay(value) : null
  if (parts[2] && (given || day !== null)) focus.years.set(Number(parts[2]), year)
  if (day !== null) focus.day = { day, at }
}
