import { type Day, parseDay } from '../../base/calendar.ts'

/** The calendar day of the publication, in its own offset or, for an instant with one, in the given time zone (IANA). */
export function publicationDay(published: string, timeZone?: string): Day | null {
  const own = parseDay(published)
  if (timeZone === undefined || !/T[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(published)) return own
  const instant = new Date(published.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    era: 'short',
  }).formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)!.value
  // At the edge of the calendar the day of the zone has no number: the written day stays.
  return part('era') === 'AD'
    ? (parseDay(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`) ?? own)
    : own
}
