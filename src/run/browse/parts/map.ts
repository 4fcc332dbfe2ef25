import type { Location } from '../../../base/story.ts'
import { countryName } from '../../../output/page/countries.ts'
import { drawFigure } from '../../../output/page/map.ts'
import type { Placed } from '../../../output/page/projection.ts'
import type { ArchiveEvent, PlaceRef } from '../../archive/questions.ts'
import { type Content, html, Markup } from '../markup.ts'
import { counted, list, placeLink } from './links.ts'

/** A place and how many events it has. */
export interface Spot {
  place: PlaceRef
  events: number
}

/** Where events are held, those with the most first. */
export function spotsOf(events: readonly ArchiveEvent[]): Spot[] {
  const spots = new Map<number, Spot>()
  for (const place of events.flatMap(({ places }) => places)) {
    const known = spots.get(place.id)
    if (known) known.events++
    else spots.set(place.id, { place, events: 1 })
  }
  return [...spots.values()].sort((a, b) => b.events - a.events || a.place.id - b.place.id)
}

/** More places than these are told by the map alone. */
const mostListed = 12

/** A map of places, and their names as links. */
export function drawSpots(spots: readonly Spot[]): Content {
  if (spots.length === 0) return false
  return [
    drawMapOf(spots),
    list(
      spots
        .slice(0, mostListed)
        .map(({ place, events }) => [
          placeLink(place),
          html` <span class="quiet">${place.country !== null && place.type !== 'country' && `${countryName(place.country)}, `}${counted(events, 'event')}</span>`,
        ]),
      'names',
    ),
  ]
}

export function drawMapOf(spots: readonly Spot[]): Content {
  const placed = spots.flatMap(placedOf)
  return placed.length > 0 && new Markup(drawFigure(placed))
}

/** A place as the map of a story has it: a mention for each event. */
function placedOf({ place: { id, name, type, country, lat, lon }, events }: Spot): Placed[] {
  if (lat === null || lon === null || type === 'continent') return []
  const mention = {
    start: 0,
    end: 0,
    text: name,
    confidence: 1,
    source: 'archive',
    sense: 'literal',
    form: 'name',
  } as const
  return [
    {
      ...{
        id: `l${id}`,
        name,
        type: type as Location['type'],
        country,
        admin: null,
        precision: null,
        within: null,
        geonames: null,
      },
      coordinates: { lat, lon },
      mentions: Array.from({ length: Math.min(events, 200) }, () => mention),
    },
  ]
}
