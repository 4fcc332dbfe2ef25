import ical, { ICalEventStatus } from 'ical-generator'
import type { DateExpression, Event, Story, Topic } from '../story.ts'
import { type About, addressOf } from './about.ts'
import { byId } from './by-id.ts'
import { day, hasZone, instantOf } from './event-days.ts'
import { fitLine } from './fit.ts'
import { hashOf } from './hash-of.ts'
import { namesById } from './names.ts'

const statuses: Record<Event['status'], ICalEventStatus> = {
  planned: ICalEventStatus.TENTATIVE,
  ongoing: ICalEventStatus.CONFIRMED,
  held: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
}

/** What a date is in a calendar: whole days, first and last, or a time. */
interface Slot {
  first: string
  last: string
  timed: boolean
}

/** A month is no entry of a calendar, a week is one. */
const mostDays = 7
/** The beginning of the day of a value. */
const dayOf = (value: string) => instantOf(value.slice(0, 10))

/**
 * The events of a story that have days as iCalendar (RFC 5545), an entry for each stretch of days on end and for each time.
 * Whole days have no time; a time without a zone floats. What lasts longer than a week ("in September") is no entry.
 * Planned events are tentative. The same story gives the same bytes, so that a calendar which has them updates them.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toCalendar } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const calendar = toCalendar(extract(text, { published: '2023-08-30' }))
 * console.log(calendar.includes('DTSTART;VALUE=DATE:20230907')) // true
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function toCalendar(story: Story<string>, about: About = {}): string {
  const names = namesById(story)
  const [datesOf, topicsOf, placesOf] = [byId(story.dates), byId(story.topics), byId(story.locations)]
  const url = addressOf(about)
  const calendar = ical({
    name: escapeText(fitLine(about.title || 'Events of a story')),
    prodId: { company: 'nutgraf', product: 'nutgraf', language: 'EN' },
  })
  for (const event of story.events) {
    const slots = slotsOf(datesOf(event.dates))
    const [place] = placesOf(event.locations)
    for (const { first, last, timed } of slots) {
      const entry = calendar.createEvent({
        id: `${event.id}-${hashOf(JSON.stringify([story.published, first, last, event.name, event.mentions.map(({ start }) => start)]))}@nutgraf`,
        // Required, and by the standard the instant of writing: that of publication keeps the calendar the same.
        stamp: new Date(instantOf(story.published ?? first)),
        start: new Date(timed ? instantOf(first) : dayOf(first)),
        allDay: !timed,
        floating: timed && !hasZone(first),
        summary: fitLine(event.name),
        status: statuses[event.status],
        categories: [{ name: event.type }],
        description: descriptionOf(names(event.participants), topicsOf(event.topics)),
        ...(url !== undefined && { url }),
      })
      if (!timed) entry.end(new Date(dayOf(last) + day))
      else if (last !== first) entry.end(new Date(instantOf(last)))
      if (!place) continue
      const geo = place.coordinates
      entry.location({ title: fitLine(place.name), ...(geo && { geo }) })
    }
  }
  return `${calendar.toString()}\r\n`
}

/** ical-generator writes the name as it is given; the rest of the texts it escapes by itself. */
const escapeText = (text: string) => text.replace(/[\\;,]/g, '\\$&')

function slotsOf(dates: readonly DateExpression[]): Slot[] {
  const slots = dates
    .flatMap(({ from, to, type }) =>
      // Years before the first have no days here.
      from !== null && to !== null && dayOf(to) - dayOf(from) < mostDays * day
        ? [{ first: from, last: to, timed: type === 'time' && from.includes('T') }]
        : [],
    )
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
  const times = slots.filter(({ timed }) => timed)
  // "On Friday" and "at noon on Friday" are one entry, that of the time.
  const days = slots.filter(
    ({ first, last, timed }) => !timed && !(first === last && times.some((time) => time.first.startsWith(first))),
  )
  const merged: Slot[] = []
  for (const slot of days) {
    const before = merged.at(-1)
    if (before && dayOf(slot.first) <= dayOf(before.last) + day) {
      if (slot.last > before.last) before.last = slot.last
    } else merged.push({ ...slot })
  }
  return [...merged, ...new Map(times.map((time) => [time.first, time])).values()]
}

function descriptionOf(who: readonly string[], topics: readonly Topic[]): string {
  return [
    ...(who.length > 0 ? [`Participants: ${who.map(fitLine).join(', ')}`] : []),
    ...(topics.length > 0 ? ['Agenda:', ...topics.map(({ label, status }) => `- ${fitLine(label)} (${status})`)] : []),
  ].join('\n')
}
