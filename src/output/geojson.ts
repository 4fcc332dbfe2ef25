import type { FeatureCollection, Point } from 'geojson'
import type { Location, Story } from '../base/story.ts'
import { eventsWith } from './by-id.ts'
import { literalMentions } from './names.ts'

/**
 * What a feature says of its place.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { type PlaceProperties, toGeoJson } from 'nutgraf/formats'
 *
 * const label = ({ name, mentions }: PlaceProperties) => `${name} ×${mentions}`
 * const { features } = toGeoJson(extract('Moscow warned that the road to Moscow is closed.'))
 * console.log(features.map(({ properties }) => label(properties)).join()) // Moscow ×2
 */
export interface PlaceProperties {
  name: string
  type: Location['type']
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** ISO 3166-2, or the name of the first-level division. */
  admin: string | null
  geonames: number | null
  wikidata?: string | undefined
  /** What the point is of: the place, or what it lies in, where it has none of its own. */
  precision: Location['precision']
  /** The id of the feature that the text says it lies in. */
  within: string | null
  /**
   * How often the story names it; `literal` and `associative` add up to it, demonyms and what lies inside of other names
   * are among the associative.
   */
  mentions: number
  literal: number
  associative: number
  demonym: number
  inside: number
  /** The forms in which it is named, in order. */
  texts: string[]
  /** Names of the events that take place there. */
  events: string[]
}

/**
 * The places of a story as GeoJSON (RFC 7946): a feature for each, `[longitude, latitude]` in WGS 84; a place that was
 * not resolved has the geometry `null`.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toGeoJson } from 'nutgraf/formats'
 *
 * const { features } = toGeoJson(extract('Talks were held in Paris.'))
 * console.log(features[0]?.geometry) // { type: 'Point', coordinates: [ 2.35, 48.85 ] }
 * @see https://www.rfc-editor.org/rfc/rfc7946
 */
export function toGeoJson(story: Story<string>): FeatureCollection<Point | null, PlaceProperties> {
  const eventsOf = eventsWith(story.events, 'locations')
  return {
    type: 'FeatureCollection',
    features: story.locations.map((location) => {
      const { id, coordinates, mentions, ...place } = location
      const literal = literalMentions(location)
      return {
        type: 'Feature',
        id,
        geometry: coordinates && { type: 'Point', coordinates: [coordinates.lon, coordinates.lat] },
        properties: {
          ...place,
          mentions: mentions.length,
          literal,
          associative: mentions.length - literal,
          demonym: mentions.filter(({ form }) => form === 'demonym').length,
          inside: mentions.filter(({ form }) => form === 'inside').length,
          texts: [...new Set(mentions.map(({ text }) => text))],
          events: eventsOf([id]).map(({ name }) => name),
        },
      }
    }),
  }
}
