import type { DateExpression } from '../story.ts'
import { type Day, dayOf, isoDay, isoMonth, isoWeek, isoYear, partsOf } from './calendar.ts'
import {
  amountOf,
  durationOf,
  monthOf,
  months,
  number,
  ordinal,
  ordinalOf,
  unitOf,
  units,
  weekdayOf,
  weekdays,
} from './words.ts'

export interface Reading {
  type: DateExpression['type']
  value: string
  modifier?: NonNullable<DateExpression['modifier']>
}

/** What an expression is resolved against. */
export interface Anchor {
  /** The publication day, or null: then only symbolic values are given. */
  day: Day | null
  /** What the sentence around it speaks of. */
  tense: 'past' | 'future' | 'unknown'
  /** Months that the text has given a year before: `11` -> `2022`. */
  years: ReadonlyMap<number, number>
}

/** A form of news prose: a pattern, and what it means. Group numbers are those of the pattern. */
export interface Form {
  id: string
  pattern: RegExp
  read: (groups: string[], anchor: Anchor) => Reading | null
}

const form = (id: string, pattern: string, read: Form['read'], flags = 'gi'): Form => ({
  id,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}$€£])(?:${pattern})(?![\\p{L}\\p{N}])`, `${flags}u`),
  read,
})

const date = (value: string, modifier?: Reading['modifier']): Reading => ({
  type: 'date',
  value,
  ...(modifier && { modifier }),
})
const duration = (value: string, modifier?: Reading['modifier']): Reading => ({
  type: 'duration',
  value,
  ...(modifier && { modifier }),
})

const past = '(?:last|past|previous|preceding)'
const modifierOf: Record<string, Reading['modifier']> = {
  'more than': 'more_than',
  over: 'more_than',
  'less than': 'less_than',
  under: 'less_than',
  'fewer than': 'less_than',
  about: 'approx',
  around: 'approx',
  roughly: 'approx',
  approximately: 'approx',
  nearly: 'less_than',
  almost: 'less_than',
  'at least': 'equal_or_more',
  'up to': 'equal_or_less',
  'at most': 'equal_or_less',
  early: 'start',
  'the beginning of': 'start',
  'the start of': 'start',
  mid: 'mid',
  'the middle of': 'mid',
  late: 'end',
  'the end of': 'end',
}
const modifier = (words: string | undefined) =>
  words ? modifierOf[words.toLowerCase().replace(/-$/, '').trim()] : undefined
const amountWords =
  '(more than|over|less than|under|fewer than|about|around|roughly|approximately|nearly|almost|at least|up to|at most) '
const partWords = '(early|late|mid-?|the (?:beginning|start|middle|end) of)[ -]?'

/** The year of a month (and day) that stands without one: the one given before, else the nearest that the tense allows. */
export function yearOf(month: number, anchor: Anchor): string {
  const known = anchor.years.get(month)
  if (known !== undefined) return isoYear(known)
  if (anchor.day === null) return 'XXXX'
  const now = partsOf(anchor.day)
  let ahead = month - now.month
  if (ahead > 6) ahead -= 12
  if (ahead < -6) ahead += 12
  if (anchor.tense === 'past' && ahead > 3) ahead -= 12
  if (anchor.tense === 'future' && ahead < -1) ahead += 12
  return isoMonth(now.year, now.month + ahead).slice(0, 4)
}

/** A unit before or after the publication day, at the granularity of the unit: "next month", "two years ago". */
function shifted(unit: string, by: number, anchor: Anchor): string | null {
  if (anchor.day === null) return by < 0 ? 'PAST_REF' : by > 0 ? 'FUTURE_REF' : 'PRESENT_REF'
  const { year, month } = partsOf(anchor.day)
  switch (unitOf(unit)) {
    case 'D':
      return isoDay(anchor.day + by)
    case 'W':
      return isoWeek(anchor.day + by * 7)
    case 'M':
      return isoMonth(year, month + by)
    case 'Q': {
      const quarter = Math.floor((month - 1) / 3) + by
      return `${isoYear(year + Math.floor(quarter / 4))}-Q${(((quarter % 4) + 4) % 4) + 1}`
    }
    case 'Y':
      return isoYear(year + by)
    case 'DE':
      return isoYear(year + by * 10).slice(0, 3)
    case 'CE':
      return isoYear(year + by * 100).slice(0, 2)
    default:
      return null
  }
}

const dated = (value: string | null, mod?: Reading['modifier']) => (value === null ? null : date(value, mod))

function weekday(word: string, direction: 'last' | 'next' | 'this' | '', anchor: Anchor): string {
  const wanted = weekdayOf(word)
  if (anchor.day === null) return `XXXX-WXX-${wanted || 7}`
  const back = (partsOf(anchor.day).weekday - wanted + 7) % 7
  if (direction === 'last') return isoDay(anchor.day - (back || 7))
  if (direction === 'next') return isoDay(anchor.day + (7 - back))
  // News reports what has happened: a weekday alone is the last one, publication day included.
  if (anchor.tense === 'future') return isoDay(anchor.day + ((7 - back) % 7))
  return isoDay(anchor.day - back)
}

const seasonCodes: Record<string, string> = { spring: 'SP', summer: 'SU', fall: 'FA', autumn: 'FA', winter: 'WI' }
const dayParts: Record<string, string> = { morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI', noon: 'MI' }
const by = (word: string) =>
  /^(?:last|past|previous|preceding)$/i.test(word) ? -1 : /^(?:next|coming|following)$/i.test(word) ? 1 : 0

/** The forms of news prose that chrono-node does not know or values otherwise; where two fit, the longer wins. */
export const forms: readonly Form[] = [
  // September 7 and 8; Sept. 7, 2023
  form(
    'month-day',
    `(${months}) (\\d{1,2})(?:st|nd|rd|th)?(?:(?:, ?| )(\\d{4}))?(?!:|\\.\\d|,\\d)`,
    ([month, day, year], anchor) => dayIn(month!, day!, year, anchor),
  ),
  form(
    'day-month',
    `(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months})(?:,? (\\d{4}))?`,
    ([day, month, year], anchor) => dayIn(month!, day!, year, anchor),
  ),
  form(
    'month-of-year',
    `(${months}) of (?:the |this )?(?:(previous|last|past|preceding|next|following|coming|this|same) year|year)`,
    ([month, which], anchor) =>
      anchor.day === null
        ? date(`XXXX-${two(monthOf(month!))}`)
        : date(`${isoYear(partsOf(anchor.day).year + by(which ?? ''))}-${two(monthOf(month!))}`),
  ),
  form('month-year', `(?:${partWords})?(${months}),?(?: of)? (\\d{4})`, ([part, month, year]) =>
    date(`${year}-${two(monthOf(month!))}`, modifier(part)),
  ),
  // A bare month needs its capital: "may" and "march" are verbs, "sun" a star.
  form(
    'month',
    `(?:([Ee]arly|[Ll]ate|[Mm]id-?|[Tt]he (?:beginning|start|middle|end) of)[ -]?)?(January|February|(?<=(?:[Ii]n|[Oo]f|[Ll]ast|[Nn]ext|[Ss]ince|[Bb]y|[Uu]ntil|[Ee]arly|[Ll]ate|[Tt]his|[Ff]rom|[Mm]id) |[Mm]id-)(?:March|May|Mar\\.)|April|June|July|August|September|October|November|December|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.)`,
    ([part, month], anchor) => date(`${yearOf(monthOf(month!), anchor)}-${two(monthOf(month!))}`, modifier(part)),
    'g',
  ),
  form('which-month', `(last|next|this|this past) (${months})`, ([which, month], anchor) => {
    if (anchor.day === null) return date(`XXXX-${two(monthOf(month!))}`)
    const now = partsOf(anchor.day)
    const ahead = (monthOf(month!) - now.month + 12) % 12
    const shift =
      by(which!.split(' ').at(-1)!) < 0 ? ahead - 12 : by(which!) > 0 ? ahead || 12 : ahead > 6 ? ahead - 12 : ahead
    return date(isoMonth(now.year, now.month + shift))
  }),
  form(
    'weekday',
    `(?:(last|next|this|this past|this coming) )?(${weekdays})(?: (morning|afternoon|evening|night))?`,
    ([which, day, part], anchor) => {
      const word = which?.toLowerCase().split(' ').at(-1) ?? ''
      const direction = word === 'past' ? 'last' : word === 'coming' ? 'next' : (word as 'last' | 'next' | 'this' | '')
      const value = weekday(day!, direction, anchor)
      return part ? { type: 'time', value: `${value}T${dayParts[part.toLowerCase()]}` } : date(value)
    },
  ),
  form('weekdays', `(?:every|each) (${weekdays})|(${weekdays})s`, ([day, plural]) => ({
    type: 'set',
    value: `XXXX-WXX-${weekdayOf((day ?? plural)!) || 7}`,
  })),
  form('day-word', '(today|tomorrow|yesterday)(?: (morning|afternoon|evening|night))?', ([word, part], anchor) => {
    const value = shifted('day', { today: 0, tomorrow: 1, yesterday: -1 }[word!.toLowerCase()] ?? 0, anchor)!
    return part && /^\d/.test(value) ? { type: 'time', value: `${value}T${dayParts[part.toLowerCase()]}` } : date(value)
  }),
  form('tonight', 'tonight|this (morning|afternoon|evening)|last night', ([part], anchor) => {
    if (anchor.day === null) return { type: 'time', value: `XXXX-XX-XXT${dayParts[part?.toLowerCase() ?? 'night']}` }
    return { type: 'time', value: `${isoDay(anchor.day)}T${dayParts[part?.toLowerCase() ?? 'night']}` }
  }),
  form(
    'last-unit',
    `(?:the )?(last|past|previous|preceding|next|coming|following|this|current) (week|month|quarter|year|decade|century)`,
    ([which, unit], anchor) => dated(shifted(unit!, by(which!), anchor)),
  ),
  form('weekend', `(?:(last|next|this|the)(?: past| coming)? )weekend`, ([which], anchor) =>
    anchor.day === null
      ? date('XXXX-WXX-WE')
      : date(`${isoWeek(anchor.day + 7 * (which!.toLowerCase() === 'last' ? -1 : by(which!)))}-WE`),
  ),
  form(
    'part-of-unit',
    `(?:the )?(beginning|start|middle|end) of (?:the|this) (month|year|decade|century)|(earlier|later) this (week|month|year)`,
    ([part, unit, side, other], anchor) =>
      dated(
        shifted((unit ?? other)!, 0, anchor),
        part ? modifier(`the ${part} of`) : side!.toLowerCase() === 'earlier' ? 'before' : 'after',
      ),
  ),
  form(
    'ago',
    `(?:${amountWords})?(${number}) (${units}) (ago|earlier|later|from now)`,
    ([mod, amount, unit, side], anchor) => {
      const count = amountOf(amount!)
      if (count === null) return null
      if (/earlier|later/i.test(side!)) return duration(durationOf(count, unit!), modifier(mod))
      return Number.isInteger(count)
        ? dated(shifted(unit!, side!.toLowerCase() === 'ago' ? -count : count, anchor), modifier(mod))
        : null
    },
  ),
  form('span-ago', `(several|a few|some|many) (${units}) ago`, () => date('PAST_REF')),
  form(
    'amount',
    `(?:${amountWords})?(${number})[ -](?:full |consecutive |straight |long )?(${units})(?:[- ](?:long|old))?`,
    ([mod, amount, unit]) => {
      const count = amountOf(amount!)
      // "a second", "a quarter" are seldom durations in news.
      if (
        count === null ||
        (/^an?$/i.test(amount!) && /^(?:second|minute|quarter)/i.test(unit!)) ||
        (/^seconds?$/i.test(unit!) && /^\D*$/.test(amount!) && count === 1)
      )
        return null
      return duration(durationOf(count, unit!), modifier(mod))
    },
  ),
  form(
    'past-amount',
    `(?:the )?(${past}|next|coming|following) (${number}|few|several|couple of) (${units})`,
    ([, amount, unit]) => {
      const count = /few|several|couple/i.test(amount!) ? 'X' : amountOf(amount!)
      return count === null ? null : duration(durationOf(count, unit!))
    },
  ),
  form(
    'some-units',
    `(?:several|a few|many|some) (days|weeks|months|years|decades|hours|minutes|centuries)|(?<=(?:over|for|in|through) )(?:the )(years|decades|centuries)|(?<=for )(days|weeks|months|years|decades|hours|centuries)`,
    ([a, b, c]) => duration(durationOf('X', (a ?? b ?? c)!)),
  ),
  form(
    'recent',
    'recent (?:times?|days|weeks|months|years|decades)|the (?:recent |not too distant |distant )?past',
    () => date('PAST_REF'),
  ),
  form(
    'future',
    '(?:the )(?:near|foreseeable|not too distant|distant|immediate) future|the (?:coming|next few) (?:days|weeks|months|years)|the (?:days|weeks|months|years) (?:ahead|to come)',
    () => date('FUTURE_REF'),
  ),
  form('now', 'now|currently|at present|at the moment|presently|nowadays', () => date('PRESENT_REF')),
  form('once', 'recently', () => date('PAST_REF')),
  form(
    'quarter',
    `(?:the )?(${ordinal})[- ](quarter|half)(?:(?: of|,)? (?:(\\d{4})|(this|last|next) year))?`,
    ([which, unit, year, rel], anchor) => {
      const letter = unit!.toLowerCase() === 'half' ? 'H' : 'Q'
      const y = year ?? (anchor.day === null ? 'XXXX' : isoYear(partsOf(anchor.day).year + by(rel ?? '')))
      return letter === 'H' && ordinalOf(which!) > 2 ? null : date(`${y}-${letter}${ordinalOf(which!)}`)
    },
  ),
  form(
    'season',
    `(?:(?:the )?(?:${partWords})?(spring|summer|fall|autumn|winter) of (\\d{4})|(last|this|next) (spring|summer|fall|autumn|winter))`,
    ([mod, season, year, which, other], anchor) => {
      const y = year ?? (anchor.day === null ? 'XXXX' : isoYear(partsOf(anchor.day).year + by(which!)))
      return date(`${y}-${seasonCodes[(season ?? other)!.toLowerCase()]}`, modifier(mod))
    },
  ),
  form('decade', "(?:the )?(?:(early|late|mid)[- ])?(?:(1[5-9]|20)?(\\d)0s|'(\\d)0s)", ([mod, century, ten, short]) => {
    const value = short ? `19${short}` : century ? `${century}${ten}` : `19${ten}`
    return date(value, modifier(mod))
  }),
  form(
    'year',
    '(?:(early|late|mid-?|the (?:beginning|start|middle|end) of)[ -])?(?<![\\d,.$-])((?:1[5-9]|20)\\d\\d)(?![\\d%-]|[,.]\\d| (?:people|men|women|dollars|euros|million|troops|soldiers|workers|meters|metres|feet|miles|kilometers|km))',
    ([mod, year]) => date(year!, modifier(mod)),
  ),
  form('century', 'the (\\d{1,2})(?:st|nd|rd|th) century', ([n]) => date(two(Number(n) - 1))),
  form(
    'frequency',
    '(daily|weekly|monthly|quarterly|yearly|annual|annually)|(?:every|each) (day|week|month|year)',
    ([word, unit]) => {
      const code: Record<string, string> = { d: 'P1D', w: 'P1W', m: 'P1M', q: 'P3M', y: 'P1Y', a: 'P1Y' }
      return { type: 'set', value: code[(word ?? unit)![0]!.toLowerCase()]! }
    },
  ),
]

const two = (n: number) => String(n).padStart(2, '0')

function dayIn(month: string, day: string, year: string | undefined, anchor: Anchor): Reading | null {
  const m = monthOf(month)
  const d = Number(day)
  if (d < 1 || d > 31) return null
  const y = year ?? yearOf(m, anchor)
  if (y !== 'XXXX' && isoDay(dayOf(Number(y), m, d)).slice(8) !== two(d)) return null
  return date(`${y}-${two(m)}-${two(d)}`)
}
