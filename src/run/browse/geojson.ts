import type { FeatureCollection, Point } from 'geojson'
import type { ArchiveEvent } from '../archive/questions.ts'

/** Events as GeoJSON: a feature for each place of each event, `[longitude, latitude]` in WGS 84. */
export const featuresOf = (events: readonly ArchiveEvent[]): FeatureCollection<Point | null> => ({
  type: 'FeatureCollection',
  features: events.flatMap((event) => {
    const { id, type, status, name, from, to, participants, parties, topics, stories } = event
    return event.places.map(({ lat, lon, ...place }) => ({
      type: 'Feature' as const,
      id: `${id}-${place.id}`,
      geometry: lat === null || lon === null ? null : { type: 'Point' as const, coordinates: [lon, lat] },
      properties: {
        ...{ event: id, type, status, name, from, to, stories },
        place: place.name,
        country: place.country,
        who: [...participants, ...parties].map(({ name }) => name),
        topics: topics.map(({ label }) => label),
      },
    }))
  }),
})
