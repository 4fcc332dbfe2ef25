import { isoDay } from '../../../base/calendar.ts'
import { dayReading, weekdayOn } from '../anchors.ts'
import { classes } from '../lexicon.ts'
import {
  type DateContext,
  type DateMatch,
  type DateReading,
  date,
  dateRule,
  groupMeaning,
  groupNumber,
  time as timeOf,
  twoDigits,
  wordBefore,
} from '../reading.ts'

/** A day beside a clock time: "Sunday, Sept. 8, 2024", "Friday night", "tomorrow". */
const dayWords = `(?: (?:WEEKDAY | WEEKDAY_SHORT)? ,? (?: (?<month>MONTH) (?:the)? (?<day>DAY | NTH) | (?:the)? (?<day>DAY | NTH) (?:of)? (?<month>MONTH)) (?: ,? (?<year>YEAR))? | (?:this | next)? (?<weekday>WEEKDAY) (?<part>DAYPART)? | (?<today>TODAY) (?<part>DAYPART)? | this (?<part>DAYPART) | (?<night>tonight) | last (?<lastnight>night))`
const time = '(?: (?<time>TIME) | (?<noon>NOON) ZONE?)'
/** What joins the two clock times of a range. */
const joint = '(?: - | DASH | to | until | till | and | or | through)'
const besideClock = `(?: ,? (?:on)? ${dayWords})`

/** The day that is next to a clock time, `XXXX-XX-XX` where there is neither one nor a publication day. */
function dayBeside(match: DateMatch, context: DateContext): { value: string; by: string } | null {
  const { groups } = match
  if (groups.month !== undefined) {
    const year = groups.year === undefined ? null : Number(context.lexemes[groups.year]!.meaning)
    const reading = dayReading(
      groupNumber(match, 'month', context, 'MONTH'),
      groupNumber(match, 'day', context),
      year,
      match,
      context,
    )
    return reading === 'none' ? null : { value: reading.value, by: reading.by ?? 'written' }
  }
  if (groups.weekday !== undefined)
    return weekdayOn(groupNumber(match, 'weekday', context, 'WEEKDAY'), '', match, context)
  if (context.day === null) return { value: 'XXXX-XX-XX', by: 'symbolic' }
  if (groups.today !== undefined)
    return { value: isoDay(context.day + groupNumber(match, 'today', context, 'TODAY')), by: 'publication' }
  if (groups.lastnight !== undefined) return { value: isoDay(context.day - 1), by: 'publication' }
  if (groups.night !== undefined || groups.part !== undefined) return { value: isoDay(context.day), by: 'publication' }
  const { focus, lexemes } = context
  const near = focus.day && lexemes[match.first]!.start - focus.day.at < 120 ? focus.day.day : null
  return near === null ? { value: isoDay(context.day), by: 'publication' } : { value: isoDay(near), by: 'focus' }
}

function readClock(match: DateMatch, context: DateContext): DateReading | null {
  const beside = dayBeside(match, context)
  if (!beside) return null
  const { lexemes } = context
  const { time: at, noon, until } = match.groups
  if (at === undefined) {
    const { word } = lexemes[noon!]!
    const utc = /^(?:gmt|utc)$/.test(lexemes[noon! + 1]?.word ?? '')
    // "from midnight to noon" begins with the day.
    const clock = word === 'midnight' && until !== undefined ? '00:00' : classes.NOON![word]
    return timeOf(`${beside.value}T${clock}${utc ? 'Z' : ''}`, beside.by)
  }
  const { clock, offset, half } = lexemes[at]!.explicit!
  return withZone(`${beside.value}T${half ? clock : inPart(clock!, partBeside(match, context))}`, beside.by, offset)
}

/** "from 6:30 to 8 p.m.": the first clock time has its half of the day from the second, if it is before it there. */
function readSharedHalf(match: DateMatch, context: DateContext): DateReading | null {
  const [from, to] = [match.groups.from, match.groups.time].map((at) => context.lexemes[at!]!.explicit!)
  const beside = dayBeside(match, context)
  if (from!.half || !to!.half || !beside || to!.clock! < '12') return null
  const late = inPart(from!.clock!, 'AF')
  return withZone(`${beside.value}T${late < to!.clock! ? late : from!.clock}`, beside.by, to!.offset)
}

/** The part of the day that is next to a clock time: "tonight at 9:30". */
function partBeside(match: DateMatch, context: DateContext): string {
  const { night, lastnight } = match.groups
  return night !== undefined || lastnight !== undefined
    ? 'NI'
    : String(groupMeaning(match, 'part', 'DAYPART', context) ?? '')
}

/** 9:30 in the evening is 21:30; 1:30 at night is 1:30. */
function inPart(clock: string, part: string): string {
  const hour = Number(clock.slice(0, 2))
  const late = part === 'AF' || part === 'EV' || (part === 'NI' && hour >= 5)
  return late && hour < 12 ? `${hour + 12}${clock.slice(2)}` : clock
}

/** TIMEX3 writes UTC into the value; other zones are in the instant alone. */
function withZone(local: string, by: string, offset: number | null): DateReading {
  if (offset === null || offset === 0) return timeOf(`${local}${offset === 0 ? 'Z' : ''}`, by)
  const minutes = Math.abs(offset)
  return {
    ...timeOf(local, by),
    zone: `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`,
  }
}

const hours = /^(\d{1,2})(?:[.:](\d\d))?$/

/** "4 in the morning", "4.30 at night": an hour that is no clock time by itself. */
function readHour(match: DateMatch, context: DateContext): DateReading | null {
  const { lexemes } = context
  const [, hour, minute = '00'] = hours.exec(lexemes[match.groups.count!]!.word) ?? []
  const spoken = hour === undefined ? groupNumber(match, 'count', context) : Number(hour)
  const beside = dayBeside({ ...match, groups: { ...match.groups, part: undefined } }, context)
  if (!beside || !Number.isInteger(spoken) || spoken < 1 || spoken > 12 || Number(minute) > 59) return null
  if (!/^(?:at|by|until|around|about|from|to|before|after)$/.test(wordBefore(match, context))) return null
  return timeOf(`${beside.value}T${inPart(`${twoDigits(spoken)}:${minute}`, partBeside(match, context))}`, beside.by)
}

/** "from 5 to 6 p.m.": the first is in the half of the day that the second is in, where it is before it there. */
function readStart(match: DateMatch, context: DateContext): DateReading | null {
  const { lexemes } = context
  const hour = groupNumber(match, 'hour', context)
  const { clock, half } = lexemes[match.groups.time!]!.explicit!
  const beside = dayBeside(match, context)
  if (!half || !beside || !Number.isInteger(hour) || hour < 1 || hour > 12 || lexemes[match.first]!.word === '')
    return null
  const end = Number(clock!.slice(0, 2))
  const late = end >= 12 && hour % 12 < (end % 12 || 12) && !(end === 12 && hour !== 12)
  return timeOf(`${beside.value}T${twoDigits((hour % 12) + (late ? 12 : 0))}:00`, beside.by)
}

/** "ran 2:00:35": a time with its seconds, and no day, hour of the clock or zone, is how long something took. */
function isRunningTime({ first, last }: DateMatch, { lexemes }: DateContext): boolean {
  const { clock, offset, half } = lexemes[first]!.explicit ?? {}
  if (last > first + 1 || half || offset !== null || !/^0\d:\d\d:\d\d$/.test(clock ?? '')) return false
  return !/^(?:at|by|until|till|from|to|before|after|since|around|about|time)$/.test(lexemes[first - 1]?.word ?? '')
}

export const clocks = [
  dateRule(
    'clock',
    `${time} (?: ${besideClock} | (?= OPEN TIME CLOSE (?:on)? (?<weekday>WEEKDAY)) | (?= (?<until>${joint}) (?: TIME | NOON) ${besideClock}) | (?= (?<until>to | until)) | )`,
    (match, context) => {
      const { noon } = match.groups
      if (isRunningTime(match, context)) return 'none'
      if (noon !== undefined && context.lexemes[noon]!.capital && wordBefore(match, context) !== '') return null
      return readClock(match, context)
    },
  ),
  dateRule('day-clock', `${dayWords} (?:at | , | around | about | by)? ${time}`, readClock),
  dateRule('clock-shared', `(?<from>TIME) (?= ${joint} (?<time>TIME) ${besideClock}?)`, readSharedHalf),
  dateRule('clock-start', `(?<hour>COUNT) (?= ${joint} (?<time>TIME) ${besideClock}?)`, readStart),
  dateRule(
    'hour-of',
    `(?<count>COUNT) (?: (?:in the | at) (?<part>DAYPART) | (?<night>tonight)) (?: ,? (?:on)? (?: (?<weekday>WEEKDAY) | (?<today>TODAY)))?`,
    readHour,
  ),
  dateRule('clock-of', `(?<time>TIME) (?:in the | at) (?<part>DAYPART) ${besideClock}?`, readClock),
  dateRule(
    'numeric',
    '(?<date>DATE)',
    (match, context) => {
      const { date: day, clock: at, offset } = context.lexemes[match.first]!.explicit!
      const yearless = /^XXXX-(\d\d)-(\d\d)$/.exec(day ?? '')
      if (yearless) return dayReading(Number(yearless[1]), Number(yearless[2]), null, match, context)
      return at === null ? date(day, 'written') : withZone(`${day}T${at}`, 'written', offset)
    },
    { dated: true },
  ),
]
