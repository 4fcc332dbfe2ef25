import { casual, type ParsedComponents } from 'chrono-node'
import { dayOf, isoWeek } from '../../src/base/calendar.ts'
import type { Peer } from '../peers.ts'

/**
 * Dates as precise as chrono is certain of them, in the words of TIMEX3: "now" is PRESENT_REF, "last week" a week. A stretch
 * of days has the value of its first; a preposition and a comma that it takes in are left out.
 */
export const chrono: Peer = async function* (gold) {
  for (const { text, published } of gold) {
    const found = casual.parse(text, published ? new Date(`${published.slice(0, 10)}T12:00:00`) : undefined)
    yield {
      dates: found.map(({ index, text: words, start }) => {
        const before = /^(?:on|in|at|by|within|during|for)\s+/i.exec(words)?.[0].length ?? 0
        const isTime = start.isCertain('hour') && !/^now$/i.test(words)
        return {
          start: index + before,
          end: index + words.replace(/[,\s]+$/, '').length,
          type: isTime ? 'time' : 'date',
          value: timexValue(start, words),
        }
      }),
    }
  }
}

function timexValue(date: ParsedComponents, words: string): string {
  if (/^now$/i.test(words)) return 'PRESENT_REF'
  const two = (part: 'month' | 'day' | 'hour' | 'minute') => String(date.get(part)).padStart(2, '0')
  const year = String(date.get('year'))
  const day = `${year}-${two('month')}-${two('day')}`
  if (/\bweek(?:end)?$/i.test(words))
    return `${isoWeek(dayOf(Number(year), Number(two('month')), Number(two('day'))))}${/weekend$/i.test(words) ? '-WE' : ''}`
  const toDay = date.isCertain('day') || date.isCertain('weekday') || date.isCertain('hour')
  if (!toDay) return date.isCertain('month') ? `${year}-${two('month')}` : year
  return date.isCertain('hour') ? `${day}T${two('hour')}:${two('minute')}` : day
}
