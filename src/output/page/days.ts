import { lastOfMonth, parseDay, partsOf } from '../../base/calendar.ts'
import { oneLine } from '../../base/span.ts'
import type { DateExpression } from '../../base/story.ts'

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

type Day = ReturnType<typeof partsOf>

const dayIn = (value: string | null): Day | undefined => {
  const day = value === null ? null : parseDay(value)
  return day === null ? undefined : partsOf(day)
}

/**
 * The days of a date as people write them: `Thursday 7 September 2023`, `September 2023`, `1867`, `18 to 24 November 2024`,
 * `22:00 on Wednesday 24 January 2024`; its words where it has none.
 */
export function daysInWords({ from, to, text }: Pick<DateExpression, 'from' | 'to' | 'text'>): string {
  const [first, last] = [dayIn(from), dayIn(to)]
  if (!first && !last) return oneLine(text)
  if (!first) return `until ${weekdayOf(last!)}`
  if (!last) return `from ${weekdayOf(first)}`
  const [opens, closes] = [clockOf(from!), clockOf(to!)]
  if (opens === '') return stretchOf(first, last)
  if (isoOf(first) !== isoOf(last)) return `${opens} on ${weekdayOf(first)} to ${closes} on ${weekdayOf(last)}`
  return `${opens === closes ? opens : `${opens} to ${closes}`} on ${weekdayOf(first)}`
}

function stretchOf(first: Day, last: Day): string {
  if (isoOf(first) === isoOf(last)) return weekdayOf(first)
  const [a, b] = isWholeMonths(first, last)
    ? isWholeYears(first, last)
      ? [[], []]
      : [[monthOf(first)], [monthOf(last)]]
    : [
        [first.date, monthOf(first)],
        [last.date, monthOf(last)],
      ]
  // What both ends share is said once, at the second: "18 to 24 November 2024".
  const [from, to] = [
    [...a, yearOf(first)],
    [...b, yearOf(last)],
  ]
  while (from.length > 0 && from.at(-1) === to[from.length - 1]) from.pop()
  return from.length === 0 ? to.join(' ') : `${from.join(' ')} to ${to.join(' ')}`
}

const isWholeMonths = (first: Day, last: Day) =>
  first.date === 1 && last.date === partsOf(lastOfMonth(last.year, last.month)).date
const isWholeYears = (first: Day, last: Day) => first.month === 1 && last.month === 12

const isoOf = ({ year, month, date }: Day) => `${year}-${month}-${date}`
const monthOf = ({ month }: Day) => months[month - 1]!
const yearOf = ({ year }: Day) => (year < 1000 ? `AD ${year}` : String(year))
const weekdayOf = (day: Day) => `${weekdays[day.weekday]} ${day.date} ${monthOf(day)} ${yearOf(day)}`

/** `09:30`, `09:30 UTC-05:00`; empty for a whole day. */
function clockOf(value: string): string {
  const clock = value.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDThh:mm'.length)
  const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(value.slice('YYYY-MM-DD'.length))?.[0]
  return zone === undefined ? clock : `${clock} UTC${zone === 'Z' ? '' : zone}`
}

/** The month of a value, `November 2024`. */
export function monthInWords(value: string): string {
  const day = dayIn(value)
  return day ? `${monthOf(day)} ${yearOf(day)}` : value
}
