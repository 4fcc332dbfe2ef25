import { addressOf } from '../../output/about.ts'
import { type Entry, wholeDays, writeCalendar } from '../../output/calendar.ts'
import { day, instantOf } from '../../output/event-days.ts'
import type { ArchiveEvent } from '../archive/questions.ts'
import { nameOfEvent } from './parts/links.ts'

/** What lasts longer is no entry of a calendar: "in September" would cover all of it. */
const mostDays = 7

/** Events of an archive that have days, as iCalendar: asked again, those that a calendar has are updated. */
export const calendarOf = (events: readonly ArchiveEvent[], name: string): string =>
  writeCalendar(name, 'archive', events.flatMap(entryOf))

function entryOf(event: ArchiveEvent): Entry[] {
  const { id, type, status, from, to, participants, parties, places, topics, lastTold, sources } = event
  if (from === null || instantOf(to ?? from) - instantOf(from) >= mostDays * day) return []
  const [place] = places
  const url = sources.at(-1)?.url
  return [
    {
      ...{ id: `event-${id}`, type, status, topics, name: nameOfEvent(event) },
      stamp: new Date(instantOf((lastTold ?? from).slice(0, 10))),
      ...wholeDays(from, to ?? from),
      participants: [...participants, ...parties].map(({ name }) => name),
      place: place && {
        name: place.name,
        at: place.lat === null || place.lon === null ? null : { lat: place.lat, lon: place.lon },
      },
      url: addressOf({ ...(url && { url }) }),
    },
  ]
}
