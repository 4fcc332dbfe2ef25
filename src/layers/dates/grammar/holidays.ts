import { isoDay, isoWeek, isYear, partsOf } from '../../../base/calendar.ts'
import { type Holiday, holidays } from '../holiday-calendar.ts'
import { type DateContext, type DateMatch, type DateReading, date, dateRule, wordBefore } from '../reading.ts'

function readFeast(match: DateMatch, context: DateContext, holiday: Holiday): DateReading | null {
  const { day, lexemes } = context
  const { which, name, year, ofyear, weekend } = match.groups
  if (!lexemes[name!]!.capital) return null
  const word = which === undefined ? '' : lexemes[which]!.word
  const relative = ofyear !== undefined && day !== null ? partsOf(day).year + ({ last: -1, next: 1 }[word] ?? 0) : null
  const written = year === undefined ? relative : Number(lexemes[year]!.meaning)
  if (written === null && day === null) return date('XXXX', 'symbolic')
  const now = day === null ? 0 : partsOf(day).year
  const days = (written === null ? [now - 1, now, now + 1].filter(isYear) : [written]).flatMap((one) => {
    const found = holiday(one)
    if (!found) return []
    if (written === null && ((word === 'last' && found[0] >= day!) || (word === 'next' && found[0] <= day!))) return []
    return [found]
  })
  if (days.length === 0) return null
  const side = written === null && word === '' && wordBefore(match, context) === 'on' ? context.direction(match) : null
  const onSide = side?.sure ? days.filter(([first]) => (side.side === 'past' ? first <= day! : first >= day!)) : []
  const gap = (at: number) => Math.abs(at - day!)
  const [first, last] = (onSide.length > 0 ? onSide : days).reduce((a, b) => (gap(b[0]) < gap(a[0]) ? b : a))
  // A feast on a Monday ends its weekend, any other begins it.
  if (weekend !== undefined)
    return date(
      `${isoWeek(partsOf(first).weekday === 1 ? first - 1 : first)}-WE`,
      written === null ? 'nearest' : 'written',
    )
  const by = written === null ? 'nearest' : 'written'
  if (first === last) return date(isoDay(first), by)
  // From Monday to Sunday it is an ISO week. TIMEX3 has no other stretch of days: it is a duration with a place.
  if (last - first === 6 && partsOf(first).weekday === 1) return date(isoWeek(first), by)
  return { type: 'duration', value: `P${last - first + 1}D`, interval: [first, last], by }
}

export const holidayRules = holidays.map(([pattern, holiday]) =>
  dateRule(
    'feast',
    `(?: (?<which>last | next | this) (?: (?<ofyear>year) 's)?)? (?<name>${pattern}) (?<weekend>weekend)? (?: (?: ,? (?:of | in)?) (?<year>YEAR) | (?:of)? (?<which>last | next | this) (?<ofyear>year))?`,
    (match, context) => readFeast(match, context, holiday),
  ),
)
