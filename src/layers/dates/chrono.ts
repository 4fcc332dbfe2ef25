import type { Chrono, Parser } from 'chrono-node/en'
import { chrono } from '#chrono'
import { type Day, isoDay, realDay } from '../../base/calendar.ts'
import { memoizeBounded } from '../../base/memoize-bounded.ts'
import type { Span } from '../../base/span.ts'
import type { Document } from '../../text/document.ts'
import type { Stretch } from './scope.ts'

/** A numeric date or clock time as chrono-node reads it: `2023-09-07`, `10:30` with its offset in minutes from UTC. */
export interface Explicit extends Span {
  kind: 'DATE' | 'TIME'
  /** `YYYY-MM-DD`, where the text gives the day. */
  date: string | null
  /** `HH:MM`. */
  clock: string | null
  offset: number | null
  /** The half of the day is said: "9:30 p.m.", "21:30", not "9:30". */
  half: boolean
}

// What chrono-node is asked about: ISO and numeric dates, clock times with their zone. All else is the grammar's.
const zone = '(?:\\s?(?:GMT|UTC|[ECMP][SD]?T|BST|CES?T|EES?T|MSK|IST|JST)(?![A-Za-z]))'
const window = new RegExp(
  [
    '\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,4})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![\\d-])',
    '\\d{4}/\\d{1,2}/\\d{1,2}(?![\\d/])',
    '\\d{1,2}/\\d{1,2}(?=\\s?(?:to|through|until|-|–)\\s?\\d{1,2}/\\d{1,2}(?![\\d/%]))',
    '(?<=\\d/\\d{1,2}\\s?(?:to|through|until|-|–)\\s?)\\d{1,2}/\\d{1,2}(?![\\d/%])',
    '\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})(?![\\d/-])',
    '\\d{1,2}-\\d{1,2}-(?:\\d{4}|\\d{2})(?![\\d/-])',
    '\\d{1,2}\\.\\d{1,2}\\.\\d{4}(?!\\.?\\d)',
    `\\d{1,2}(?:[:.]\\d{2}(?::\\d{2})?)?\\s?[ap]\\.?\\s?m(?![A-Za-z])\\.?${zone}?`,
    `\\d{1,2}:\\d{2}(?::\\d{2})?(?![\\d:])${zone}?`,
    `(?:[01]\\d|2[0-3])[0-5]\\d(?:\\s?(?:hours|hrs)${zone}?|${zone})`,
    `\\d{1,2}\\s?o['’]clock`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'iy',
)

/** "1430 GMT", "0735 hours", "9 o'clock", "10.30am": clock times that chrono-node does not know. */
const newsClock: Parser = {
  pattern: () =>
    /^(?:([01]\d|2[0-3])([0-5]\d)(?=\s?(?:hours|hrs|\(?[A-Z]{2,4}))(?:\s?(?:hours|hrs))?|(\d{1,2})\s?o['’]clock|(\d{1,2})\.(\d{2})\s?([ap])\.?\s?m\b\.?)/i,
  extract: (context, match) => {
    const half = match[6]?.toLowerCase()
    const said = Number(match[1] ?? match[3] ?? match[4])
    const hour = half === 'p' && said < 12 ? said + 12 : half === 'a' && said === 12 ? 0 : said
    return context.createParsingComponents({ hour, minute: Number(match[2] ?? match[5] ?? 0) })
  },
}

/** What chrono-node counts from where no day is known; nothing that it is asked about depends on it. */
const millennium = realDay(2000, 1, 1)!

/** What chrono-node reads from the beginning of what is written, and how far. */
interface Reading {
  read: Omit<Explicit, 'start' | 'end'> | null
  length: number
}

type Reader = (written: string, day: Day) => Reading

const readers = new Map<boolean, Reader>()

function readerOf(dayFirst: boolean): Reader {
  let reader = readers.get(dayFirst)
  if (!reader) {
    reader = openReader(dayFirst)
    readers.set(dayFirst, reader)
  }
  return reader
}

/** Clock times that no day changes, by summer time or a 29th of February: most that news writes, and the same again. */
const timeless = /^\d{1,2}(?:[:.]?\d{2})?(?:\s?[ap]\.?\s?m\.?)?(?:\s?(?:GMT|UTC))?$/i

function openReader(dayFirst: boolean): Reader {
  const { Chrono, configuration } = chrono()
  const { parsers, refiners } = configuration.createConfiguration(true, dayFirst)
  const engine = new Chrono({ parsers: [newsClock, ...parsers], refiners })
  const read: Reader = (written, day) => {
    const instant = new Date(day * 86_400_000 + 43_200_000)
    const [result] = engine.parse(written, { instant, timezone: 'UTC' })
    if (result?.index !== 0 || result.end) return { read: null, length: 0 }
    return { read: readResult(result.start), length: result.text.length }
  }
  const clockTime = memoizeBounded(500, (written) => read(written, millennium))
  return (written, day) => (timeless.test(written) ? clockTime(written) : read(written, day))
}

const inWord = /\w/

/** What stands at tokens that begin with a digit: nothing else begins a date. */
function* windowsIn({ text, columns }: Document, stretches: readonly Stretch[]): Generator<RegExpExecArray> {
  let reached = 0
  for (const { first, last } of stretches)
    for (let token = first; token < last; token++) {
      const start = columns.starts[token]!
      const code = text.charCodeAt(start)
      if (code < 48 || code > 57 || start < reached || inWord.test(text[start - 1] ?? ' ')) continue
      window.lastIndex = start
      const match = window.exec(text)
      if (!match) continue
      yield match
      reached = start + match[0].length
    }
}

/** Numeric dates and clock times of some stretches of the text. Whether days stand first is an option, else shown by the text ("25/12/2023"). */
export function findExplicit(
  doc: Document,
  stretches: readonly Stretch[],
  day: Day | null,
  dayFirst?: boolean,
): Explicit[] {
  const { text } = doc
  const found: Explicit[] = []
  let reader: Reader | undefined
  for (const { 0: written, index } of windowsIn(doc, stretches)) {
    if (!mayBegin(text, index, written)) continue
    if (isTimeTaken(written, text.slice(Math.max(0, index - 8), index))) continue
    reader ??= readerOf(dayFirst ?? showsDayFirst(text))
    const { read, length: readLength } = reader(written, day ?? millennium)
    if (!read) continue
    const length = read.clock === null ? readLength : written.trimEnd().length
    const end = index + withoutStop(text, index, length)
    found.push({ ...read, start: index, end: read.clock === null ? end : withZoneWords(text, end) })
  }
  return found
}

/** "in 2:09:15" is a time taken, not a time of the day; "from 14:30 to 15:30" are two of the day. */
const isTimeTaken = (written: string, lead: string): boolean =>
  /^\d+:\d+(?::\d+)?$/.test(written) && /\b(?:in|of|by|to) $/.test(lead) && !/\d:\d\d to $/.test(lead)

// A number goes on after most marks; after a hyphen a clock time may begin: "1:00pm-2:30pm", "5-6 p.m.".
function mayBegin(text: string, index: number, written: string): boolean {
  if (!/[\w$€£.,:/–-]/.test(text[index - 1] ?? ' ')) return true
  const lead = text.slice(Math.max(0, index - 8), index)
  return (
    /[^\w]-$|\s[,.:/]$|–$/.test(lead) ||
    (/m\.?$/i.test(written) ? /(?:[ap]\.?m\.?|^|[\s(]\d{1,2}(?::\d\d)?)-$/i.test(lead) : /\d[:/]\d\d?-$/.test(lead))
  )
}

/** "6 p.m. Moscow time": the words of a zone belong to the clock. */
const zoneWords =
  /\s(?:local|(?:[A-Z][a-z]+\s)?[A-Z][a-z]+(?:\s(?:standard|daylight|summer|Standard|Daylight|Summer))?)\s[Tt]ime\b/y

function withZoneWords(text: string, end: number): number {
  zoneWords.lastIndex = end
  return zoneWords.test(text) ? zoneWords.lastIndex : end
}

// The full stop of "p.m." is the time's, that of "5pm." the sentence's.
function withoutStop(text: string, start: number, length: number): number {
  const written = text.slice(start, start + length)
  return written.endsWith('.') && !/[ap]\.\s?m\.$/i.test(written) ? length - 1 : length
}

const showsDayFirst = (text: string): boolean => {
  for (const [, first, , second] of text.matchAll(/(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/g))
    if (Number(first) > 12 && Number(second) <= 12) return true
  return false
}

type Components = ReturnType<Chrono['parse']>[number]['start']

function readResult(parts: Components): Omit<Explicit, 'start' | 'end'> | null {
  const known = (name: Parameters<Components['get']>[0]) => (parts.isCertain(name) ? parts.get(name) : null)
  const [year, month, date, hour] = [known('year'), known('month'), known('day'), known('hour')]
  const two = (n: number) => String(n).padStart(2, '0')
  let day: string | null = null
  if (month !== null && date !== null) {
    const real = realDay(year ?? 2000, month, date)
    if (real === null) return null
    day = year === null ? `XXXX-${two(month)}-${two(date)}` : isoDay(real)
  }
  if (hour === null) return day === null ? null : { kind: 'DATE', date: day, clock: null, offset: null, half: false }
  const seconds = known('second')
  const clock = `${two(hour)}:${two(parts.get('minute') ?? 0)}${seconds === null ? '' : `:${two(seconds)}`}`
  const half = parts.isCertain('meridiem') || hour > 12 || hour === 0
  return { kind: day === null ? 'TIME' : 'DATE', date: day, clock, offset: realOffset(known('timezoneOffset')), half }
}

// "+99:99" is the offset of no clock.
const realOffset = (minutes: number | null) => (minutes !== null && Math.abs(minutes) < 24 * 60 ? minutes : null)
