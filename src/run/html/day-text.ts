import { isPublished } from '../../api/options.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const weekdays = 'sun mon tue wed thu fri sat'.split(' ')

/** Hours from UTC of the zones that news is dated in. */
const zones: Record<string, string> = {
  ...{ z: 'Z', utc: 'Z', gmt: 'Z', bst: '+01:00', cet: '+01:00', cest: '+02:00', eet: '+02:00', eest: '+03:00' },
  ...{ msk: '+03:00', ist: '+05:30', jst: '+09:00', aest: '+10:00', aedt: '+11:00' },
  ...{
    est: '-05:00',
    edt: '-04:00',
    cst: '-06:00',
    cdt: '-05:00',
    mst: '-07:00',
    mdt: '-06:00',
    pst: '-08:00',
    pdt: '-07:00',
  },
}

const weekday = String.raw`(?:\b(?<weekday>${weekdays.join('|')})[a-z]{0,6}\.?,?\s{0,3})?`
const month = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
const year = String.raw`(?<year>\d{4})(?!\d)`
const ordinal = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`
const forms = [
  String.raw`(?<![\d+-])(?<year>\d{4})(?<sign>[-/.])(?<number>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)`,
  String.raw`(?<![\d+-])(?<year>\d{4})(?<number>\d\d)(?<day>\d\d)(?!\d)`,
  String.raw`${weekday}(?<!\d)${ordinal}(?:\s|[-/,.]|of\b){1,4}${month}[\s,/-]{1,3}${year}`,
  String.raw`${weekday}\b${month}[\s/-]{0,3}${ordinal}[\s,/-]{1,3}${year}`,
  String.raw`${weekday}(?<![\d/])(?<first>\d{1,2})(?<sign>[-/.])(?<second>\d{1,2})\k<sign>${year}`,
].map((form) => new RegExp(form, 'gi'))

const clock =
  /^(?:[\s,|@–-]|at\b|t(?=\d)){0,4}(?<hour>\d{1,2})[:.]?(?<minute>\d\d)(?:[:.]?(?<second>\d\d)(?:\.\d{1,9})?)?\s?(?<half>[ap])?(?:\.?m\b\.?)?\s?(?<zone>(?:GMT|UTC)?[+-]\d\d:?\d\d|\(?[a-z]{1,4}\b)?/i

/** What a day is called that is not that of publication. */
const later = /\b(?:updat|modifi|edited|correct|review|revis|amend|expire|last changed)/i

/** Longer texts are none that give a day of publication. */
const longest = 200

interface Found {
  at: number
  end: number
  iso: string
}

/** How the day is written where both numbers could be the month. */
export interface DayOrder {
  dayFirst?: boolean
}

/**
 * The day or instant in ISO 8601 that a short text names, in whatever way pages write one; null where there is none, or
 * only one of an update.
 */
export function isoOf(text: string, order: DayOrder = {}): string | null {
  const value = text.trim()
  if (/^\d{10}(?:\d{3})?$/.test(value)) return new Date(Number(value.padEnd(13, '0'))).toISOString()
  return value.length > longest ? null : (firstIn(value, order)?.iso ?? null)
}

/** As `isoOf`, of a line that is a day, perhaps with who wrote it: "By Jane Doe | August 30, 2023", no sentence. */
export function isoOfByline(line: string, order: DayOrder = {}): string | null {
  const day = firstIn(line, order)
  if (!day) return null
  const rest = `${line.slice(0, day.at)} ${line.slice(day.end)}`.match(/\p{L}{2,}/gu) ?? []
  const most = startsByline.test(line) ? 8 : day.at === 0 ? 4 : 0
  return rest.length <= most ? day.iso : null
}

const startsByline = /^(?:by|published|posted|first published|written by|reported by|date|story by)\b/i

/** The first day that is none of an update. */
function firstIn(text: string, order: DayOrder): Found | null {
  let before = 0
  for (const day of daysIn(text, order)) {
    if (!later.test(text.slice(before, day.at))) return day
    before = day.end
  }
  return null
}

const daysIn = (text: string, order: DayOrder): Found[] =>
  forms
    .flatMap((form) => [...text.matchAll(form)])
    .flatMap((match) => found(match, text, order))
    .sort((a, b) => a.at - b.at)

function found({ 0: written, index, groups }: RegExpMatchArray, text: string, order: DayOrder): Found[] {
  const day = dayOf(groups!, order)
  if (!isPublished(day)) return []
  const at = index!
  const end = at + written.length
  // A wrong clock does not make the day wrong.
  const instant = `${day}${clockOf(text.slice(end))}`
  return [{ at, end, iso: isPublished(instant) ? instant : day }]
}

function dayOf(groups: Record<string, string | undefined>, { dayFirst = false }: DayOrder): string {
  const { year, month, number, day, first, second, sign, weekday } = groups
  if (month) return isoDay(year!, months.indexOf(month.slice(0, 3).toLowerCase()) + 1, day!)
  if (number) return isoDay(year!, number, day!)
  const readings = [isoDay(year!, first!, second!), isoDay(year!, second!, first!)]
  if (dayFirst || sign === '.') readings.reverse()
  const fits = readings.filter(isPublished)
  return fits.find((one) => weekday && weekdayOf(one) === weekday.toLowerCase()) ?? fits[0] ?? ''
}

const isoDay = (year: string, month: string | number, day: string) =>
  `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`

const weekdayOf = (day: string) => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]

/** "T10:05:00+03:00" of what follows a day. */
function clockOf(text: string): string {
  const groups = clock.exec(text)?.groups
  if (!groups) return ''
  const { hour, minute, second = '00', half, zone = '' } = groups
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  const offset =
    zones[zone.replace('(', '').toLowerCase()] ?? /[+-].*/.exec(zone)?.[0].replace(/^(...)(\d\d)$/, '$1:$2') ?? ''
  return `T${String(hours).padStart(2, '0')}:${minute}:${second}${offset}`
}
