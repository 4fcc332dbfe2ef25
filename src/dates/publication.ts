import { type Day, parseDay } from './calendar.ts'

/** The calendar day of the publication, in its own offset or, for an instant with one, in the given time zone (IANA). */
export function publicationDay(published: string, timeZone?: string): Day | null {
  if (timeZone === undefined || !/T[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(published)) return parseDay(published)
  const instant = new Date(published.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)!.value
  return parseDay(`${part('year')}-${part('month')}-${part('day')}`)
}
