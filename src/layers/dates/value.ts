import {
  dayOf,
  isoDay,
  lastOfMonth,
  mondayOfWeek,
  parseDay,
  withinCalendar,
  years as yearNumbers,
} from '../../base/calendar.ts'

export interface CalendarValue {
  edtf: string | null
  from: string | null
  to: string | null
}

const nothing: CalendarValue = { edtf: null, from: null, to: null }

// First and last month of what TIMEX3 writes after the year; EDTF level 1 and 2 codes (ISO 8601-2, 4.8).
const seasons: Record<string, [first: number, last: number, edtf: string]> = {
  SP: [3, 5, '21'],
  SU: [6, 8, '22'],
  FA: [9, 11, '23'],
  WI: [12, 14, '24'],
  Q1: [1, 3, '33'],
  Q2: [4, 6, '34'],
  Q3: [7, 9, '35'],
  Q4: [10, 12, '36'],
  H1: [1, 6, '40'],
  H2: [7, 12, '41'],
}

/** EDTF and the first and last calendar day (or instant) of a TIMEX3 value; nulls where it names no place in time. */
export function calendarValue(value: string, modifier: string | null, zone = ''): CalendarValue {
  const plain = withinCalendar(
    () => read(value, zone),
    () => nothing,
  )
  if (plain.edtf === null || modifier !== 'approx' || /[T/]|^XXXX/.test(plain.edtf)) return plain
  return { ...plain, edtf: `${plain.edtf}~` }
}

function read(value: string, zone: string): CalendarValue {
  const time = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}(?::?\d{2})?)?$/.exec(value)
  if (time && parseDay(time[1]!) !== null) {
    // Midnight at the end of a day is the start of the next.
    const late = time[2] === '24'
    const on = late ? isoDay(parseDay(time[1]!)! + 1) : time[1]
    const instant = `${on}T${late ? '00' : time[2]}:${time[3]}:${time[4] ?? '00'}${time[5] ?? zone}`
    return { edtf: instant, from: instant, to: instant }
  }
  const span = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(value)
  if (span) return { edtf: value, from: span[1]!, to: span[2]! }
  const day = parseDay(value)
  // "2023-09-07TMO": a part of the day lies on its day.
  if (day !== null) return { edtf: isoDay(day), from: isoDay(day), to: isoDay(day) }
  const month = /^(\d{4})-(\d{2})$/.exec(value)
  if (month) return months(value, Number(month[1]), Number(month[2]), Number(month[2]))
  const season = /^(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$/.exec(value)
  if (season) {
    const [first, last, code] = seasons[season[2]!]!
    return months(`${season[1]}-${code}`, Number(season[1]), first, last)
  }
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value)
  if (week) {
    const monday = mondayOfWeek(Number(week[1]), Number(week[2]))
    const from = isoDay(week[3] ? monday + 5 : monday)
    return { edtf: `${from}/${isoDay(monday + 6)}`, from, to: isoDay(monday + 6) }
  }
  if (/^\d{4}$/.test(value)) return months(value, Number(value), 1, 12)
  if (/^\d{3}$/.test(value)) return years(`${value}X`, Number(value) * 10, 10)
  if (/^\d{2}$/.test(value)) return years(`${value}XX`, Number(value) * 100, 100)
  const before = /^BC(\d{4})$/.exec(value)
  // The year 1 BC is 0000.
  if (before)
    return { ...nothing, edtf: before[1] === '0001' ? '0000' : `-${String(Number(before[1]) - 1).padStart(4, '0')}` }
  if (/^XXXX-\d{2}(-\d{2})?$/.test(value)) return { ...nothing, edtf: value }
  return nothing
}

const months = (edtf: string, year: number, first: number, last: number): CalendarValue => ({
  edtf,
  from: isoDay(dayOf(year, first, 1)),
  to: isoDay(lastOfMonth(year, last)),
})

const years = (edtf: string, first: number, count: number): CalendarValue => ({
  edtf,
  // No year 0 is before the year 1.
  from: isoDay(dayOf(Math.max(first, yearNumbers.first), 1, 1)),
  to: isoDay(dayOf(first + count - 1, 12, 31)),
})
