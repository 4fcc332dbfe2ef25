import { casual, type ParsedComponents } from 'chrono-node'
import type { Peer } from '../peers.ts'

/** Dates as precise as chrono is certain of them; a stretch of days has the value of its first. */
export const chrono: Peer = async function* (gold) {
  for (const { text, published } of gold) {
    const found = casual.parse(text, published ? new Date(`${published.slice(0, 10)}T12:00:00`) : undefined)
    yield {
      dates: found.map(({ index, text: words, start }) => ({
        start: index,
        end: index + words.length,
        type: start.isCertain('hour') ? 'time' : 'date',
        value: timexValue(start),
      })),
    }
  }
}

function timexValue(date: ParsedComponents): string {
  const two = (part: 'month' | 'day' | 'hour' | 'minute') => String(date.get(part)).padStart(2, '0')
  const year = String(date.get('year'))
  const toDay = date.isCertain('day') || date.isCertain('weekday') || date.isCertain('hour')
  if (!toDay) return date.isCertain('month') ? `${year}-${two('month')}` : year
  const day = `${year}-${two('month')}-${two('day')}`
  return date.isCertain('hour') ? `${day}T${two('hour')}:${two('minute')}` : day
}
