import { isoDay } from '../../calendar.ts'
import { classes } from '../lexicon.ts'
import { before, type Context, date, type Match, numberOf, type Reading, rule, time, two } from '../reading.ts'
import { dayReading, weekdayOn } from '../resolve.ts'

const dayWords = `(?: (?<weekday>WEEKDAY | WEEKDAY_SHORT)? ,? (?<month>MONTH) (?<day>DAY | NTH) (?: , (?<year>YEAR))? | (?<weekday2>WEEKDAY) | (?<today>TODAY))`

/** The day that stands beside a clock time, `XXXX-XX-XX` where there is neither one nor a publication day. */
function dayBeside(match: Match, context: Context): { value: string; by: string } | null {
  const { groups } = match
  if (groups.month !== undefined) {
    const year = groups.year === undefined ? null : Number(context.lexemes[groups.year]!.meaning)
    const reading = dayReading(
      numberOf(match, 'month', context, 'MONTH'),
      numberOf(match, 'day', context),
      year,
      match,
      context,
    )
    return reading === 'none' ? null : { value: reading.value, by: reading.by ?? 'written' }
  }
  for (const group of ['weekday2', 'beside'])
    if (groups[group] !== undefined) return weekdayOn(numberOf(match, group, context, 'WEEKDAY'), '', match, context)
  if (context.day === null) return { value: 'XXXX-XX-XX', by: 'symbolic' }
  if (groups.today !== undefined)
    return { value: isoDay(context.day + numberOf(match, 'today', context, 'TODAY')), by: 'publication' }
  const { focus, lexemes } = context
  const near = focus.day && lexemes[match.first]!.start - focus.day.at < 120 ? focus.day.day : null
  return near === null ? { value: isoDay(context.day), by: 'publication' } : { value: isoDay(near), by: 'focus' }
}

function readClock(match: Match, context: Context): Reading | null {
  const beside = dayBeside(match, context)
  if (!beside) return null
  const { lexemes } = context
  const at = match.groups.time
  if (at === undefined) {
    const word = lexemes[match.groups.noon!]!.word
    const utc = /^(?:gmt|utc)$/.test(lexemes[match.groups.noon! + 1]?.word ?? '')
    return time(`${beside.value}T${classes.NOON![word]}${utc ? 'Z' : ''}`, beside.by)
  }
  const { clock, offset } = lexemes[at]!.explicit!
  return withZone(`${beside.value}T${clock}`, beside.by, offset)
}

/** TIMEX3 writes UTC into the value; other zones stand in the instant alone. */
function withZone(local: string, by: string, offset: number | null): Reading {
  if (offset === null || offset === 0) return time(`${local}${offset === 0 ? 'Z' : ''}`, by)
  const minutes = Math.abs(offset)
  return { ...time(local, by), zone: `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }
}

const clock = '(?: (?<time>TIME) | (?<noon>NOON) ZONE?)'

export const clocks = [
  rule(
    'clock',
    `${clock} (?: ,? (?:on)? ${dayWords})? (?: (?= OPEN TIME CLOSE (?:on)? (?<beside>WEEKDAY)) | )`,
    (match, context) => {
      const noon = match.groups.noon
      if (noon !== undefined && context.lexemes[noon]!.capital && before(match, context) !== '') return null
      return readClock(match, context)
    },
  ),
  rule('day-clock', `${dayWords} (?:at | ,) ${clock}`, readClock),
  rule(
    'hour-of',
    '(?<count>COUNT) (?:in the | at) (?<part>morning | afternoon | evening | night)',
    (match, context) => {
      const hour = numberOf(match, 'count', context)
      const beside = dayBeside({ ...match, groups: {} }, context)
      if (
        !Number.isInteger(hour) ||
        hour < 1 ||
        hour > 12 ||
        !beside ||
        !/^(?:at|by|until|around|about|from|to)$/.test(before(match, context))
      )
        return null
      const late = context.lexemes[match.groups.part!]!.word !== 'morning' && hour < 12
      return time(`${beside.value}T${String(late ? hour + 12 : hour).padStart(2, '0')}:00`, beside.by)
    },
  ),
  rule('numeric', '(?<date>DATE)', (match, context) => {
    const { date: day, clock: at, offset } = context.lexemes[match.first]!.explicit!
    return at === null ? date(day, 'written') : withZone(`${day}T${at}`, 'written', offset)
  }),
]
