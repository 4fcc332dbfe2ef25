import { isoDay, isoYear, partsOf } from '../../../base/calendar.ts'
import { classes } from '../lexicon.ts'
import {
  before,
  behind,
  type Context,
  date,
  type Match,
  meaningOf,
  moved,
  numberOf,
  quarterValue,
  type Reading,
  rule,
  shifted,
  wordOf,
} from '../reading.ts'
import { anchorDay, anchorYear, quarterInFocus } from '../resolve.ts'

const unitOf = (match: Match, context: Context): string =>
  String(meaningOf(match, 'unit', 'UNIT', context) ?? meaningOf(match, 'unit', 'UNITS', context))

const count = '(?:(?<count>COUNT) (?:and a (?<half>half))? | (?<one>a | an) | a (?<couple>couple) of)'
const countOf = (match: Match, context: Context): number =>
  match.groups.couple !== undefined
    ? 2
    : match.groups.one !== undefined
      ? 1
      : numberOf(match, 'count', context) + (match.groups.half === undefined ? 0 : 0.5)

/** "a year earlier" in a report on a quarter is that quarter of the year before. */
function yearBack(match: Match, context: Context): Reading | null {
  const quarter = quarterInFocus(context, match)
  if (quarter && quarter.year === latestOf(context))
    return date(quarterValue(quarter.year - 1, quarter.quarter), 'focus')
  if (context.day === null) return date('PAST_REF', 'symbolic')
  return date(isoYear(partsOf(context.day).year - 1), 'publication')
}

const latestOf = ({ focus, day }: Context) => {
  const now = day === null ? null : partsOf(day).year
  return focus.quarter && now !== null && focus.quarter.year >= now - 1 ? focus.quarter.year : now
}

/** The value so many units from a day: a day for days and weeks, else at the granularity of the unit. */
function offset(unit: string, by: number, context: Context, from = context.day): string | null {
  if (unit.startsWith('T')) return by < 0 ? 'PAST_REF' : 'FUTURE_REF'
  if (from === null) return shifted(unit, by, null)
  if (!Number.isInteger(by)) {
    const day = moved(unit, by, from)
    return day === null ? null : isoDay(day).slice(0, unit === 'Y' || unit === 'DE' ? 7 : 10)
  }
  return unit === 'DE' ? isoYear(partsOf(from).year + 10 * by) : shifted(unit, by, from)
}

export const relative = [
  rule(
    'last-unit',
    '(?:the)? (?<which>last | past | previous | preceding | prior | next | coming | upcoming | this | current) (?<unit>UNIT)',
    (match, context) => {
      const unit = unitOf(match, context)
      const which = wordOf(match, 'which', context)
      // "This Week" in quotes is a programme.
      if (context.lexemes[match.last - 1]!.capital && /^["“'‘`]$/.test(before(match, context))) return 'none'
      if (unit.startsWith('T') || (unit === 'D' && !/^(?:previous|preceding|next)$/.test(which))) return null
      const article = context.lexemes[match.first]!.word === 'the'
      // "over the past year" lasts a year; "last year" is the one before this.
      if (
        article &&
        /^(?:last|past|next|coming)$/.test(which) &&
        /^(?:over|in|during|for|within|through|throughout)$/.test(before(match, context)) &&
        unit !== 'D'
      )
        return null
      const by = Number(classes.LAST![which] ?? classes.NEXT![which] ?? 0)
      if (unit === 'D') {
        const { day, by: from } = anchorDay(context, match)
        return day === null ? null : date(isoDay(day + by), from)
      }
      if (article && unit === 'Y' && /^(?:previous|preceding|prior)$/.test(which)) {
        const { year, by: from } = anchorYear(context, match)
        return year === null ? null : date(isoYear(year - 1), from)
      }
      return date(shifted(unit, by, context.day), 'publication')
    },
  ),
  rule(
    'that-unit',
    '(?:the)? (?<which>same | that | following) (?:same)? (?<unit>week | month | year | decade)',
    (match, context) => {
      const which = wordOf(match, 'which', context)
      if (which !== 'that' && match.groups.which === match.first) return null
      const unit = unitOf(match, context)
      const shift = which === 'following' ? 1 : 0
      if (unit === 'Y') {
        const { year, by } = anchorYear(context, match)
        return year === null ? null : date(isoYear(year + shift), by)
      }
      const { day, by } = anchorDay(context, match)
      return day === null ? null : date(shifted(unit, shift, day), by)
    },
  ),
  rule(
    'ago',
    `${count} (?<unit>UNIT | UNITS) (?:or so)? ago`,
    (match, context) => {
      const [by, unit] = [countOf(match, context), unitOf(match, context)]
      if (!(by > 0)) return null
      if (by > 5000) return date('PAST_REF', 'vague')
      if (by === 1 && unit === 'Y') return yearBack(match, context)
      return date(offset(unit, -by, context), 'publication')
    },
    { takes: 'amount', reckoned: true },
  ),
  rule(
    'half-ago',
    'half a (?<unit>century | decade) ago',
    (match, context) => date(offset('Y', unitOf(match, context) === 'CE' ? -50 : -5, context), 'publication'),
    { takes: 'amount', reckoned: true },
  ),
  rule('few-ago', '(?:(?:a few | FEW | a number of) (?<unit>UNITS) | UNITS) ago', () => date('PAST_REF', 'vague'), {
    takes: 'amount',
    reckoned: true,
  }),
  rule('year-ago', 'year - (?:ago | earlier)', yearBack, { takes: 'amount', reckoned: true }),
  rule(
    'later',
    `${count} (?<unit>UNIT | UNITS) (?<side>earlier | later)`,
    (match, context) => {
      const [by, unit] = [countOf(match, context), unitOf(match, context)]
      const back = wordOf(match, 'side', context) === 'earlier'
      if (!(by > 0) || by > 5000 || unit.startsWith('T')) return null
      if (back && by === 1 && unit === 'Y') {
        if (quarterInFocus(context, match)) return yearBack(match, context)
        const { year, by: from } = anchorYear(context, match)
        return date(year === null ? 'PAST_REF' : isoYear(year - 1), from)
      }
      const years = { Y: by, DE: 10 * by, CE: 100 * by }[unit]
      const { year, given, by: known } = anchorYear(context, match)
      if (years !== undefined && Number.isInteger(years) && given && year !== null)
        return date(isoYear(year + (back ? -years : years)), known)
      const { month, day: last } = context.focus
      if (unit === 'M' && given && month !== null && month.at >= (last?.at ?? 0))
        return date(offset(unit, back ? -by : by, context, month.day), known)
      const { day, by: from } = anchorDay(context, match)
      // A day so many days from a year, or from a month, has no value.
      if (given && from === 'publication') return date(back ? 'PAST_REF' : 'FUTURE_REF', 'vague')
      return date(offset(unit, back ? -by : by, context, day), from)
    },
    { takes: 'amount', reckoned: true },
  ),
  rule('from-now', `${count} (?<unit>UNIT | UNITS) (?:from now | hence)`, (match, context) =>
    date(offset(unitOf(match, context), countOf(match, context), context), 'publication'),
  ),
  rule('the-unit', 'the (?<full>full)? (?<unit>week | month | year)', (match, context) => {
    const unit = unitOf(match, context)
    const lead = before(match, context)
    const next = behind(match, context)
    if (/^(?:of|before|after|that|when|in|he|she)$/.test(next)) return null
    const edged =
      lead === 'of' &&
      /^(?:beginning|start|middle|end|close|rest|months|half|part|quarter)$/.test(before(match, context, 2))
    if (!edged && !/^(?:for|in|during|over|within|through|throughout|by|far|earlier|later)$/.test(lead)) return null
    if (/^end(?:ed|ing)$/.test(next)) return { type: 'duration', value: `P1${unit}` }
    return date(shifted(unit, 0, context.day), 'publication')
  }),
]
