import { type Day, withinCalendar } from '../../../base/calendar.ts'
import { wordSet } from '../../../base/word-list.ts'
import {
  before,
  behind,
  type Context,
  durationOf,
  type Match,
  meaningOf,
  moved,
  numberOf,
  type Reading,
  rule,
  set,
  wordOf,
} from '../reading.ts'

const unitOf = (match: Match, context: Context): string =>
  String(meaningOf(match, 'unit', 'UNIT', context) ?? meaningOf(match, 'unit', 'UNITS', context))

const duration = (value: string | null, interval?: [Day, Day]): Reading | null =>
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

function readCounted(match: Match, context: Context): Reading | 'none' | null {
  const unit = unitOf(match, context)
  const count = numberOf(match, 'count', context) + (match.groups.half === undefined ? 0 : 0.5)
  const words = context.lexemes.slice(match.first, match.last)
  if (!(count > 0)) return null
  // "60 Minutes" is a programme.
  if (words.at(-1)!.capital && unit.startsWith('T') && /^["“'‘`]$/.test(before(match, context))) return 'none'
  if (words.length === 2 && words[1]!.word === 'second' && count === 1) return null
  return duration(durationOf(count, unit), intervalOf(wordOf(match, 'which', context), count, unit, context.day))
}

export const durations = [
  rule(
    'counted',
    `(?:the)? ${which}? (?<count>COUNT) -? ${filler}? (?:and a (?<half>half))? (?<unit>UNITS) (?:or so)?`,
    readCounted,
  ),
  rule(
    'counted-adjective',
    `(?: (?:the)? ${which})? (?<count>COUNT) -? ${filler}? (?<unit>UNIT) (?: - long)?`,
    readCounted,
  ),
  rule(
    'to',
    '(?:the)? (?:last | past | next)? (?<count>COUNT) (?:to | or | -) COUNT -? (?<unit>UNITS)',
    (match, context) => {
      const value = durationOf(numberOf(match, 'count', context), unitOf(match, context))
      return value === null ? null : { type: 'duration', value, modifier: 'equal_or_more' }
    },
  ),
  rule('couple', `(?:the)? ${which}? (?:a)? couple (?:of)? (?<unit>UNITS)`, (match, context) =>
    duration(
      durationOf(2, unitOf(match, context)),
      intervalOf(wordOf(match, 'which', context), 2, unitOf(match, context), context.day),
    ),
  ),
  rule(
    'half',
    '(?:(?:a)? half (?:a | an)? | half -) (?<unit>hour | day | year | decade | century | month)',
    (match, context) => {
      const unit = unitOf(match, context)
      const value = { TH: 'PT30M', D: 'PT12H', Y: 'P6M', DE: 'P5Y', CE: 'P50Y', M: 'P2W' }[unit]
      return duration(value ?? null)
    },
  ),
  rule('and-a-half', '(?:a | an | one) (?<unit>UNIT) and a half', (match, context) =>
    duration(durationOf(1.5, unitOf(match, context))),
  ),
  rule(
    'one',
    '(?<which>a | an | another | one | (?:an) additional) (?:whole | full | single)? (?<unit>UNIT) (?:or (?:so | two))?',
    (match, context) => {
      const unit = unitOf(match, context)
      const lead = before(match, context)
      const word = wordOf(match, 'which', context)
      if (unit === 'TS' || unit === 'Q' || (unit === 'TM' && word === 'a') || context.lexemes[match.last - 1]!.capital)
        return null
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
  rule('last-one', '(?:the) (?<which>last | past | next | coming) (?<unit>UNIT) (?:or so)?', (match, context) => {
    const unit = unitOf(match, context)
    if (unit === 'TS' || unit === 'TM' || (unit === 'D' && !/^(?:in|over|within|for)$/.test(before(match, context))))
      return null
    return duration(durationOf(1, unit), intervalOf(wordOf(match, 'which', context), 1, unit, context.day))
  }),
  rule(
    'few',
    `(?:the)? (?:${which} (?:few | several | many)? | (?:a few | several | many | some | a number of | a handful of)) (?: more | short | long)? (?<unit>UNITS) (?:and UNITS)?`,
    (match, context) => {
      const first = wordOf(match, 'which', context)
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
  rule('bare', '(?:the)? (?<unit>UNITS) (?:or UNITS)? (?: - long)?', (match, context) => {
    const unit = unitOf(match, context)
    const lead = before(match, context)
    const next = behind(match, context)
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
  rule('ahead', 'the (?<unit>UNITS) (?:ahead | to come)', () => ({ type: 'date', value: 'FUTURE_REF', by: 'vague' })),
  rule('unit-long', '(?:(?<unit>UNIT) - long | (?<long>LONG))', (match, context) =>
    duration(
      match.groups.long === undefined
        ? durationOf(1, unitOf(match, context))
        : String(meaningOf(match, 'long', 'LONG', context)),
    ),
  ),
  rule(
    'every',
    '(?:every | each) (?<other>other | second)? (?<count>COUNT)? (?<unit>UNIT | UNITS)',
    (match, context) => {
      const unit = unitOf(match, context)
      if (match.groups.count === undefined && /^(?:TS|TM)$/.test(unit) && wordOf(match, 'unit', context) === 'second')
        return null
      const count =
        match.groups.other !== undefined ? 2 : match.groups.count === undefined ? 1 : numberOf(match, 'count', context)
      const value =
        unit === 'Q' ? `P${count}Q` : unit === 'DE' || unit === 'CE' ? durationOf(count, unit) : durationOf(count, unit)
      return value === null ? null : set(value)
    },
  ),
  rule(
    'times',
    '(?: once | twice | (?:COUNT | several | many | few) times) (?: a | an | each | every | per) (?<unit>UNIT)',
    (match, context) => {
      const value = durationOf(1, unitOf(match, context))
      return value === null ? null : set(value)
    },
  ),
  rule('per', 'per (?<unit>day | week | month | year)', (match, context) => {
    const value = durationOf(1, unitOf(match, context))
    return value === null ? null : set(value)
  }),
  rule('often', '(?<often>OFTEN)', (match, context) =>
    context.lexemes[match.first]!.capital && before(match, context) !== ''
      ? null
      : set(String(meaningOf(match, 'often', 'OFTEN', context))),
  ),
]
