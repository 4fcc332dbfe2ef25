import { isoDay, isoYear, partsOf } from '../../../base/calendar.ts'
import { anchorDay, anchorYear, quarterInFocus } from '../anchors.ts'
import { classes } from '../lexicon.ts'
import {
  type DateContext,
  type DateMatch,
  type DateReading,
  date,
  dateRule,
  groupMeaning,
  groupNumber,
  groupWord,
  moved,
  quarterValue,
  shifted,
  wordAfter,
  wordBefore,
} from '../reading.ts'

const unitOf = (match: DateMatch, context: DateContext): string =>
  String(groupMeaning(match, 'unit', 'UNIT', context) ?? groupMeaning(match, 'unit', 'UNITS', context))

const count = '(?:(?<count>COUNT) (?:and a (?<half>half))? | (?<one>a | an) | a (?<couple>couple) of)'
const countOf = (match: DateMatch, context: DateContext): number =>
  match.groups.couple !== undefined
    ? 2
    : match.groups.one !== undefined
      ? 1
      : groupNumber(match, 'count', context) + (match.groups.half === undefined ? 0 : 0.5)

/** "a year earlier" in a report on a quarter is that quarter of the year before. */
function yearBack(match: DateMatch, context: DateContext): DateReading | null {
  const quarter = quarterInFocus(context, match)
  if (quarter && quarter.year === latestOf(context))
    return date(quarterValue(quarter.year - 1, quarter.quarter), 'focus')
  if (context.day === null) return date('PAST_REF', 'symbolic')
  return date(isoYear(partsOf(context.day).year - 1), 'publication')
}

const latestOf = ({ focus, day }: DateContext) => {
  const now = day === null ? null : partsOf(day).year
  return focus.quarter && now !== null && focus.quarter.year >= now - 1 ? focus.quarter.year : now
}

/** The value so many units from a day: a day for days and weeks, else at the granularity of the unit. */
function offset(unit: string, by: number, context: DateContext, from = context.day): string | null {
  if (unit.startsWith('T')) return by < 0 ? 'PAST_REF' : 'FUTURE_REF'
  if (from === null) return shifted(unit, by, null)
  if (!Number.isInteger(by)) {
    const day = moved(unit, by, from)
    return day === null ? null : isoDay(day).slice(0, unit === 'Y' || unit === 'DE' ? 7 : 10)
  }
  return unit === 'DE' ? isoYear(partsOf(from).year + 10 * by) : shifted(unit, by, from)
}

/** "In 1999 he was convicted; the next year he escaped": a story of the past goes on from the year that it gave. */
const tellsOn = (unit: string, match: DateMatch, context: DateContext): boolean => {
  const { year, given } = anchorYear(context, match)
  const now = context.day === null ? null : partsOf(context.day).year
  return (
    unit === 'Y' && given && year !== null && now !== null && year < now && context.direction(match).side === 'past'
  )
}

export const relative = [
  dateRule(
    'last-unit',
    '(?:the)? (?<which>last | past | previous | preceding | prior | next | coming | upcoming | this | current) (?<unit>UNIT)',
    (match, context) => {
      const unit = unitOf(match, context)
      const which = groupWord(match, 'which', context)
      // "This Week" in quotes is a programme.
      if (context.lexemes[match.last - 1]!.capital && /^["“'‘`]$/.test(wordBefore(match, context))) return 'none'
      if (unit.startsWith('T') || (unit === 'D' && !/^(?:previous|preceding|next)$/.test(which))) return null
      const article = context.lexemes[match.first]!.word === 'the'
      // "over the past year" lasts a year; "last year" is the one before this.
      if (
        article &&
        /^(?:last|past|next|coming)$/.test(which) &&
        /^(?:over|in|during|for|within|through|throughout)$/.test(wordBefore(match, context)) &&
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
      if (article && which === 'next' && tellsOn(unit, match, context)) {
        const { year, by: from } = anchorYear(context, match)
        return date(isoYear(year! + 1), from)
      }
      return date(shifted(unit, by, context.day), 'publication')
    },
  ),
  dateRule('before-last', 'the (?<unit>week | month | year) before last', (match, context) =>
    date(shifted(unitOf(match, context), -2, context.day), 'publication'),
  ),
  dateRule(
    'that-unit',
    '(?:the)? (?<which>same | that | following) (?:same)? (?<unit>week | month | year | decade)',
    (match, context) => {
      const which = groupWord(match, 'which', context)
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
  dateRule(
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
  dateRule(
    'half-ago',
    'half a (?<unit>century | decade) ago',
    (match, context) => date(offset('Y', unitOf(match, context) === 'CE' ? -50 : -5, context), 'publication'),
    { takes: 'amount', reckoned: true },
  ),
  dateRule('few-ago', '(?:(?:a few | FEW | a number of) (?<unit>UNITS) | UNITS) ago', () => date('PAST_REF', 'vague'), {
    takes: 'amount',
    reckoned: true,
  }),
  dateRule('year-ago', 'year - (?:ago | earlier)', yearBack, { takes: 'amount', reckoned: true }),
  dateRule(
    'later',
    `${count} (?<unit>UNIT | UNITS) (?<side>earlier | later)`,
    (match, context) => {
      const [by, unit] = [countOf(match, context), unitOf(match, context)]
      const back = groupWord(match, 'side', context) === 'earlier'
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
  dateRule('from-now', `${count} (?<unit>UNIT | UNITS) (?:from now | hence)`, (match, context) =>
    date(offset(unitOf(match, context), countOf(match, context), context), 'publication'),
  ),
  dateRule('the-unit', 'the (?<full>full)? (?<unit>week | month | year)', (match, context) => {
    const unit = unitOf(match, context)
    const lead = wordBefore(match, context)
    const next = wordAfter(match, context)
    if (/^(?:of|before|after|that|when|in|he|she)$/.test(next)) return null
    const edged =
      lead === 'of' &&
      /^(?:beginning|start|middle|end|close|rest|months|half|part|quarter)$/.test(wordBefore(match, context, 2))
    if (!edged && !/^(?:for|in|during|over|within|through|throughout|by|far|earlier|later)$/.test(lead)) return null
    if (/^end(?:ed|ing)$/.test(next)) return { type: 'duration', value: `P1${unit}` }
    return date(shifted(unit, 0, context.day), 'publication')
  }),
]
