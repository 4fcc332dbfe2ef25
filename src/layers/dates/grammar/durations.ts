import { type Day, withinCalendar } from '../../../base/calendar.ts'
import { wordSet } from '../../../base/word-list.ts'
import {
  type DateContext,
  type DateMatch,
  type DateReading,
  dateRule,
  durationOf,
  groupMeaning,
  groupNumber,
  groupWord,
  moved,
  set,
  wordAfter,
  wordBefore,
} from '../reading.ts'

const unitOf = (match: DateMatch, context: DateContext): string =>
  String(groupMeaning(match, 'unit', 'UNIT', context) ?? groupMeaning(match, 'unit', 'UNITS', context))

const duration = (value: string | null, interval?: [Day, Day]): DateReading | null =>
  value === null ? null : { type: 'duration', value, ...(interval && { interval, by: 'publication' }) }

/** First and last day of "the past three months", "the next two weeks", counted from the publication. */
function intervalOf(which: string, count: number, unit: string, day: Day | null): [Day, Day] | undefined {
  if (day === null || !/^(?:last|past|next|coming)$/.test(which)) return undefined
  const back = which === 'last' || which === 'past'
  const edge = withinCalendar(
    () => moved(unit, back ? -count : count, day),
    () => null,
  )
  return edge === null ? undefined : back ? [edge, day] : [day, edge]
}

const which =
  '(?<which>last | past | next | coming | previous | preceding | following | first | latest | final | recent)'
const filler =
  '(?:more | full | consecutive | straight | additional | long | whole | solid | other | trading | business | working)'
/** After other words "a day" is a rate. */
const beforeLength = wordSet(
  `for in within over after than about around nearly almost least roughly of during under only just by as and or to is was
  take takes took last lasts spent once had has have with from be been not such what quite before until -`,
)

function readCounted(match: DateMatch, context: DateContext): DateReading | 'none' | null {
  const unit = unitOf(match, context)
  const count = groupNumber(match, 'count', context) + (match.groups.half === undefined ? 0 : 0.5)
  const words = context.lexemes.slice(match.first, match.last)
  if (!(count > 0)) return null
  // "60 Minutes" is a programme.
  if (words.at(-1)!.capital && unit.startsWith('T') && /^["“'‘`]$/.test(wordBefore(match, context))) return 'none'
  if (words.length === 2 && words[1]!.word === 'second' && count === 1) return null
  return duration(durationOf(count, unit), intervalOf(groupWord(match, 'which', context), count, unit, context.day))
}

export const durations = [
  dateRule(
    'counted',
    `(?:the)? ${which}? (?<count>COUNT) -? ${filler}? (?:and a (?<half>half))? (?<unit>UNITS) (?:or so)?`,
    readCounted,
  ),
  dateRule(
    'counted-adjective',
    `(?: (?:the)? ${which})? (?<count>COUNT) -? ${filler}? (?<unit>UNIT) (?: - long)?`,
    readCounted,
  ),
  dateRule(
    'to',
    '(?:the)? (?:last | past | next)? (?<count>COUNT) (?:to | or | -) COUNT -? (?<unit>UNITS)',
    (match, context) => {
      const value = durationOf(groupNumber(match, 'count', context), unitOf(match, context))
      return value === null ? null : { type: 'duration', value, modifier: 'equal_or_more' }
    },
  ),
  dateRule('couple', `(?:the)? ${which}? (?:a)? couple (?:of)? (?<unit>UNITS)`, (match, context) =>
    duration(
      durationOf(2, unitOf(match, context)),
      intervalOf(groupWord(match, 'which', context), 2, unitOf(match, context), context.day),
    ),
  ),
  dateRule(
    'half',
    '(?:(?:a)? half (?:a | an)? | half -) (?<unit>hour | day | year | decade | century | month)',
    (match, context) => {
      const unit = unitOf(match, context)
      const value = { TH: 'PT30M', D: 'PT12H', Y: 'P6M', DE: 'P5Y', CE: 'P50Y', M: 'P2W' }[unit]
      return duration(value ?? null)
    },
  ),
  dateRule('quarter', '(?:a)? quarter (?: of (?:a | an) | -) (?<unit>hour | century)', (match, context) =>
    duration(unitOf(match, context) === 'TH' ? 'PT15M' : 'P25Y'),
  ),
  dateRule(
    'hundreds',
    '(?: hundreds | thousands | dozens | scores | millions | billions) of (?<unit>UNITS) (?<ago>ago)?',
    (match, context) =>
      match.groups.ago !== undefined
        ? { type: 'date', value: 'PAST_REF', by: 'vague' }
        : duration(durationOf('X', unitOf(match, context))),
  ),
  dateRule('and-a-half', '(?:a | an | one) (?<unit>UNIT) and a half', (match, context) =>
    duration(durationOf(1.5, unitOf(match, context))),
  ),
  dateRule(
    'one',
    '(?<which>a | an | another | one | (?:an) additional) (?:whole | full | single)? (?<unit>UNIT) (?:or (?:so | two))?',
    (match, context) => {
      const unit = unitOf(match, context)
      const lead = wordBefore(match, context)
      const word = groupWord(match, 'which', context)
      if (unit === 'TS' || unit === 'Q' || (unit === 'TM' && word === 'a') || context.lexemes[match.last - 1]!.capital)
        return null
      // "declared Monday a day of mourning": what kind of day.
      if (unit === 'D' && word === 'a' && lead.endsWith('day') && wordAfter(match, context) === 'of') return null
      const value = durationOf(1, unit)
      // "$33 million a year", "seven flights a week": how often, not how long.
      if ((word === 'a' || word === 'an') && lead !== '' && !beforeLength.has(lead) && match.last - match.first === 2) {
        const preceding = context.lexemes[match.first - 1]!
        return preceding.code === ' ' && !preceding.capital && !/(?:ed|ing)$/.test(lead) ? set(value!) : duration(value)
      }
      if (
        unit === 'D' &&
        (word === 'a' || word === 'one') &&
        !/^(?:for|in|within|than|about|over|just|only|nearly|almost|takes?|took|lasted)$/.test(lead)
      )
        return null
      return duration(value)
    },
  ),
  dateRule('last-one', '(?:the) (?<which>last | past | next | coming) (?<unit>UNIT) (?:or so)?', (match, context) => {
    const unit = unitOf(match, context)
    if (
      unit === 'TS' ||
      unit === 'TM' ||
      (unit === 'D' && !/^(?:in|over|within|for)$/.test(wordBefore(match, context)))
    )
      return null
    return duration(durationOf(1, unit), intervalOf(groupWord(match, 'which', context), 1, unit, context.day))
  }),
  dateRule(
    'few',
    `(?:the)? (?:${which} (?:few | several | many)? | (?:a few | several | many | some | a number of | a handful of)) (?: more | short | long)? (?<unit>UNITS) (?:and UNITS)?`,
    (match, context) => {
      const first = groupWord(match, 'which', context)
      const unit = unitOf(match, context)
      const words = context.lexemes.slice(match.first, match.last).map(({ word }) => word)
      if (first === 'recent' && !words.includes('few')) return { type: 'date', value: 'PAST_REF', by: 'vague' }
      if (/^(?:coming|following)$/.test(first) && words[0] !== 'the')
        return { type: 'date', value: 'FUTURE_REF', by: 'vague' }
      if (first === 'first' || first === 'final' || first === 'latest' || first === 'following')
        if (words.length < 3) return null
      return duration(durationOf('X', unit))
    },
  ),
  dateRule('bare', '(?:the)? (?<unit>UNITS) (?:or UNITS)? (?: - long)?', (match, context) => {
    const unit = unitOf(match, context)
    const lead = wordBefore(match, context)
    const next = wordAfter(match, context)
    const long = context.lexemes[match.last - 1]!.word === 'long' && context.lexemes[match.last - 2]!.word === ''
    if (/^(?:TS|TM|Q)$/.test(unit) || context.lexemes[match.last - 1]!.capital || next === 'ago' || next === 'old')
      return null
    const article = context.lexemes[match.first]!.word === 'the'
    if (article && !/^(?:in|over|for|through|during)$/.test(lead)) return null
    if (
      !long &&
      !/^(?:for|in|within|over|after|follows|following|take|takes|took|spent|lasted|last|through|despite)$/.test(lead)
    )
      return null
    return duration(durationOf('X', unit))
  }),
  dateRule('ahead', 'the (?<unit>UNITS) (?:ahead | to come)', () => ({
    type: 'date',
    value: 'FUTURE_REF',
    by: 'vague',
  })),
  dateRule('unit-long', '(?:(?<unit>UNIT) - long | (?<long>LONG))', (match, context) =>
    duration(
      match.groups.long === undefined
        ? durationOf(1, unitOf(match, context))
        : String(groupMeaning(match, 'long', 'LONG', context)),
    ),
  ),
  dateRule(
    'every',
    '(?:every | each) (?<other>other | second)? (?<count>COUNT)? (?<unit>UNIT | UNITS)',
    (match, context) => {
      const unit = unitOf(match, context)
      if (
        match.groups.count === undefined &&
        /^(?:TS|TM)$/.test(unit) &&
        groupWord(match, 'unit', context) === 'second'
      )
        return null
      const count =
        match.groups.other !== undefined
          ? 2
          : match.groups.count === undefined
            ? 1
            : groupNumber(match, 'count', context)
      const value =
        unit === 'Q' ? `P${count}Q` : unit === 'DE' || unit === 'CE' ? durationOf(count, unit) : durationOf(count, unit)
      return value === null ? null : set(value)
    },
  ),
  dateRule(
    'times',
    '(?: once | twice | (?:COUNT | several | many | few) times) (?: a | an | each | every | per) (?<unit>UNIT)',
    (match, context) => {
      const value = durationOf(1, unitOf(match, context))
      return value === null ? null : set(value)
    },
  ),
  dateRule('per', 'per (?<unit>day | week | month | year)', (match, context) => {
    const value = durationOf(1, unitOf(match, context))
    return value === null ? null : set(value)
  }),
  dateRule('often', '(?<often>OFTEN)', (match, context) =>
    context.lexemes[match.first]!.capital && wordBefore(match, context) !== ''
      ? null
      : set(String(groupMeaning(match, 'often', 'OFTEN', context))),
  ),
]
