import type { FeatureCollection, Point } from 'geojson'
import type { ArchiveEvent, PlaceRef } from '../questions.ts'
import { cellsOf, type EventCells } from './event-rows.ts'

/** Events as GeoJSON (RFC 7946): a feature for each place of each; an event that has none has no geometry. */
export const mapOf = (
  events: readonly ArchiveEvent[],
): FeatureCollection<Point | null, EventCells & { place: string | null; country: string | null }> => ({
  type: 'FeatureCollection',
  features: events.flatMap((event) => {
    const places: readonly (PlaceRef | undefined)[] = event.places.length > 0 ? event.places : [undefined]
    return places.map((place) => ({
      type: 'Feature' as const,
      id: place ? `${event.id}/${place.id}` : `${event.id}`,
      geometry: pointOf(place),
      properties: { ...cellsOf(event), place: place?.name ?? null, country: place?.country ?? null },
    }))
  }),
})

function pointOf(place: PlaceRef | undefined): Point | null {
  if (!place || place.lat === null || place.lon === null) return null
  return { type: 'Point', coordinates: [place.lon, place.lat] }
}
