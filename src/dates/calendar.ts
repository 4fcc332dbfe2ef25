/** A day as a number (days since 1970-01-01), for arithmetic without time zones. */
export type Day = number

const msPerDay = 86_400_000
const pad = (n: number, width = 2) => String(n).padStart(width, '0')

export const dayOf = (year: number, month: number, date: number): Day => {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, date)
  return Math.round(at.getTime() / msPerDay)
}

export const partsOf = (day: Day): { year: number; month: number; date: number; weekday: number } => {
  const at = new Date(day * msPerDay)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate(), weekday: at.getUTCDay() }
}

export const isoDay = (day: Day): string => {
  const { year, month, date } = partsOf(day)
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`
}

export const isoMonth = (year: number, month: number): string => {
  const shifted = year * 12 + month - 1
  return `${pad(Math.floor(shifted / 12), 4)}-${pad(((((month - 1) % 12) + 12) % 12) + 1)}`
}

export const isoYear = (year: number): string => pad(year, 4)

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
  if (!match) return null
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return isoDay(day) === match[0] ? day : null
}
