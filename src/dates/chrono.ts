import * as chrono from 'chrono-node/en'
import { type Day, dayOf, isoDay, partsOf } from './calendar.ts'
import type { Reading } from './news.ts'

export interface Found extends Reading {
  start: number
  end: number
}

const pad = (n: number) => String(n).padStart(2, '0')

/** Explicit dates and clock times of one sentence, as chrono-node finds them (strict English). Offsets are the sentence's. */
export function findExplicit(sentence: string, day: Day | null): Found[] {
  const reference = new Date((day ?? dayOf(2000, 1, 1)) * 86_400_000 + 43_200_000)
  return chrono.strict.parse(sentence, { instant: reference, timezone: 'UTC' }).flatMap((result) => {
    const lead = /^(?:on|at|in|the|of|from)\s+/i.exec(result.text)?.[0].length ?? 0
    const text = result.text.slice(lead).trimEnd()
    const reading = read(result.start, day)
    const start = result.index + lead
    return reading && !result.end ? [{ ...reading, start, end: start + text.length }] : []
  })
}

function read(parts: chrono.ParsedResult['start'], day: Day | null): Reading | null {
  const known = (name: chrono.Component) => (parts.isCertain(name) ? parts.get(name) : null)
  const hour = known('hour')
  const date = known('day')
  const month = known('month')
  const year = known('year')
  if (hour === null) {
    // Where the year is not written, the value is that of our own grammar.
    return year !== null && month !== null && date !== null
      ? { type: 'date', value: isoDay(dayOf(year, month, date)) }
      : null
  }
  const minute = parts.get('minute') ?? 0
  const on =
    date !== null && month !== null ? dayOf(year ?? (day === null ? 2000 : partsOf(day).year), month, date) : day
  const offset = known('timezoneOffset')
  const clock = `T${pad(hour)}:${pad(minute)}${offset === 0 ? 'Z' : ''}`
  return { type: 'time', value: `${on === null ? 'XXXX-XX-XX' : isoDay(on)}${clock}` }
}
