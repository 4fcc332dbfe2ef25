import { packageVersion } from '../../../data/version.ts'
import { addressOf } from '../../../output/about.ts'
import { type Entry, wholeDays, writeCalendar } from '../../../output/calendar.ts'
import { day, instantOf } from '../../../output/event-days.ts'
import type { ArchiveEvent } from '../questions.ts'

/** What lasts longer is no entry of a calendar: "in September" would cover all of it. */
const mostDays = 7

/** The events that have days as iCalendar (RFC 5545); asked again, those that a calendar has are updated. */
export const calendarOf = (events: readonly ArchiveEvent[]): string =>
  writeCalendar('Events of an archive', packageVersion, events.flatMap(entryOf))

function entryOf({ id, name, type, status, from, to, ...event }: ArchiveEvent): Entry[] {
  const [first, last] = [from ?? to, to ?? from]
  if (first === null || last === null || instantOf(last) - instantOf(first) >= mostDays * day) return []
  const [place] = event.places
  const addresses = event.sources.flatMap(({ url }) => addressOf(url === null ? {} : { url }) ?? [])
  return [
    {
      ...{ id: `event-${id}`, name, type, status },
      // That of writing would make another calendar of the same events each time.
      stamp: new Date(instantOf(event.lastTold ?? first)),
      ...wholeDays(first, last),
      participants: [...event.participants, ...event.parties].map((one) => one.name),
      topics: event.topics,
      place: place && {
        name: place.name,
        at: place.lat === null || place.lon === null ? null : { lat: place.lat, lon: place.lon },
      },
      url: addresses.at(-1),
    },
  ]
}
