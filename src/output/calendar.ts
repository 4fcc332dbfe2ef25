import ical, { ICalEventStatus } from 'ical-generator'
import { byPosition } from '../base/span.ts'
import type { DateExpression, Event, Location, Story, Topic } from '../base/story.ts'
import { type About, addressOf } from './about.ts'
import { byId } from './by-id.ts'
import { day, hasZone, instantOf } from './event-days.ts'
import { fitLine } from './fit.ts'
import { hashOf } from './hash-of.ts'
import { namesById } from './names.ts'
import { instantAt } from './zones.ts'

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

/** A month is no entry of a calendar, a week is one; days from one to another are, however many. */
const mostDays = 7
/** What begins at a time and has no end lasts so long in a calendar: without an end it would be drawn as a line. */
const usualLength = 3600 * 1000
/** The beginning of the day of a value. */
const dayOf = (value: string) => instantOf(value.slice(0, 10))

/**
 * The events of a story that have days as iCalendar (RFC 5545), an entry for each stretch of days on end ("from May 3 to
 * May 6", which the text tells from "May 3 and May 6") and for each time. Whole days have no time; a time without an end
 * lasts an hour, one without a zone has that of its place, or floats where the place has several. What lasts longer than a
 * week ("in September") is no entry. Planned events are tentative. The same story gives the same bytes, so that a calendar
 * which has them updates them.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toCalendar } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka from May 3 to May 6.'
 * const calendar = toCalendar(extract(text, { published: '2023-04-20' }), {}, text)
 * console.log(calendar.includes('DTEND;VALUE=DATE:20230507')) // true
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function toCalendar(story: Story<string>, about: About = {}, text?: string): string {
  const names = namesById(story)
  const [datesOf, topicsOf, placesOf] = [byId(story.dates), byId(story.topics), byId(story.locations)]
  const url = addressOf(about)
  const entries = story.events.flatMap((event) => {
    const { name, type, status } = event
    const [place] = placesOf(event.locations)
    return slotsOf(datesOf(event.dates), text).map((slot): Entry => {
      const { first, last } = slot
      return {
        id: `${event.id}-${hashOf(JSON.stringify([story.published, first, last, event.name, event.mentions.map(({ start }) => start)]))}`,
        // Required, and by the standard the instant of writing: that of publication keeps the calendar the same.
        stamp: new Date(instantOf(story.published ?? first)),
        ...timesOf(slot, place),
        ...{ name, type, status },
        participants: names(event.participants),
        topics: topicsOf(event.topics),
        place: place && { name: place.name, at: place.coordinates },
        url,
      }
    })
  })
  return writeCalendar(about.title || 'Events of a story', story.version, entries)
}

/** An entry of a calendar. */
export interface Entry extends Pick<Event, 'name' | 'type' | 'status'> {
  /** The same for what is the same, whatever else the calendar has. */
  id: string
  stamp: Date
  start: Date
  end: Date
  allDay?: boolean
  floating?: boolean
  /** Names. */
  participants: readonly string[]
  topics: readonly Pick<Topic, 'label' | 'status'>[]
  place: { name: string; at: { lat: number; lon: number } | null } | undefined
  url: string | undefined
}

/** Entries as iCalendar. */
export function writeCalendar(name: string, product: string, entries: readonly Entry[]): string {
  const calendar = ical({
    name: escapeText(fitLine(name)),
    prodId: { company: 'nutgraf', product: escapeText(fitLine(product)), language: 'EN' },
  })
  for (const { id, stamp, start, end, allDay, floating, place, url, ...event } of entries) {
    const entry = calendar.createEvent({
      ...{ id: `${id}@nutgraf`, stamp, start, end },
      ...(allDay !== undefined && { allDay }),
      ...(floating !== undefined && { floating }),
      summary: fitLine(event.name),
      status: statuses[event.status],
      categories: [{ name: event.type }],
      description: descriptionOf(event.participants, event.topics),
      ...(url !== undefined && { url }),
    })
    if (place) entry.location({ title: fitLine(place.name), ...(place.at && { geo: place.at }) })
  }
  return `${calendar.toString()}\r\n`
}

/** Beginning and end of whole days; the end is the day after, as the standard says. */
export const wholeDays = (first: string, last: string): Pick<Entry, 'start' | 'end' | 'allDay'> => ({
  ...{ start: new Date(dayOf(first)), end: new Date(dayOf(last) + day), allDay: true },
})

/** ical-generator writes names as they are given; the rest of the texts it escapes by itself. */
const escapeText = (text: string) => text.replace(/[\\;,]/g, '\\$&')

/** Beginning and end of an entry. */
function timesOf({ first, last, timed }: Slot, place: Location | undefined) {
  if (!timed) return wholeDays(first, last)
  const zoned = hasZone(first)
  const here = (time: string) => (zoned || !place ? undefined : instantAt(place, time))
  const floating = !zoned && here(first) === undefined
  const at = (time: string) => here(time) ?? instantOf(time)
  const end = at(last) > at(first) ? at(last) : at(first) + usualLength
  return { start: new Date(at(first)), end: new Date(end), floating }
}

function slotsOf(dates: readonly DateExpression[], text: string | undefined): Slot[] {
  const slots = rangesOf(dates, text).sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
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

/** The dates that are entries, two of them as one where the text goes from one to the other. */
function rangesOf(dates: readonly DateExpression[], text: string | undefined): Slot[] {
  const slots: Slot[] = []
  let before: DateExpression | undefined
  for (const date of [...dates].sort(byPosition)) {
    const slot = slotOf(date)
    const open = slots.at(-1)
    if (slot && before && open && open.timed === slot.timed && open.last < slot.last && leadsTo(before, date, text))
      open.last = slot.last
    else if (slot) slots.push(slot)
    before = slot && date
  }
  return slots
}

function slotOf({ from, to, type }: DateExpression): Slot | undefined {
  // Years before the first have no days here.
  if (from === null || to === null || !(dayOf(to) - dayOf(from) < mostDays * day)) return undefined
  return { first: from, last: to, timed: type === 'time' && from.includes('T') }
}

/** Whether a text goes from one date to the next: "from May 3 to May 6", "between May 3 and May 6", "May 3-6". */
function leadsTo(a: DateExpression, b: DateExpression, text: string | undefined): boolean {
  // Without the text, its length tells " to " and a dash from " and ".
  if (text === undefined) return b.start - a.end === ' to '.length || b.start - a.end === '-'.length
  const between = text.slice(a.end, Math.min(b.start, a.end + 12))
  if (/^\s*(?:to|through|thru|until|till|[-–—])\s*$/i.test(between)) return true
  return /^\s+and\s+$/i.test(between) && /\bbetween\s+$/i.test(text.slice(Math.max(0, a.start - 10), a.start))
}

function descriptionOf(who: readonly string[], topics: Entry['topics']): string {
  return [
    ...(who.length > 0 ? [`Participants: ${who.map(fitLine).join(', ')}`] : []),
    ...(topics.length > 0 ? ['Agenda:', ...topics.map(({ label, status }) => `- ${fitLine(label)} (${status})`)] : []),
  ].join('\n')
}
