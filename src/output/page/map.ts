import { type GeoPermissibleObjects, geoContains, geoGraticule10, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Location, Story } from '../../base/story.ts'
import { world } from '../../data/world.ts'
import { literalMentions } from '../names.ts'
import { escapeHtml } from './escape.ts'
import { drawMarkers } from './markers.ts'
import { height, type Placed, projectionFor, width } from './projection.ts'
import { drawHead, drawTable } from './table.ts'

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>

let topology: World | undefined

/**
 * The places of a story on a map in the Equal Earth projection, turned to them: countries that are named shaded, other
 * places as dots by number of mentions, hollow where none is literal. Coastlines are Natural Earth's. Beside it a table of
 * all places.
 */
export function drawMap(story: Story<string>): string {
  if (story.locations.length === 0) return '<p class="none">No place found.</p>\n'
  const placed = story.locations.filter(
    (place): place is Placed => place.coordinates !== null && place.type !== 'continent',
  )
  return `${placed.length === 0 ? '' : drawFigure(placed)}${placeTable(story.locations)}`
}

/** Places on the map alone. */
export function drawFigure(placed: readonly Placed[]): string {
  topology ??= JSON.parse(world) as World
  const { countries } = topology.objects
  const lands = feature(topology, countries)
  const projection = projectionFor(placed)
  const path = geoPath(projection).digits(1)
  const shape = (object: GeoPermissibleObjects, name: string) => {
    const line = path(object)
    return line === null ? '' : `<path class="${name}" d="${line}"/>\n`
  }
  const named = placed.filter(({ type }) => type === 'country')
  const shaded = lands.features.filter((country) =>
    named.some(({ coordinates: { lat, lon } }) => geoContains(country, [lon, lat])),
  )
  return (
    `<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(mapLabel(placed))}">\n` +
    shape({ type: 'Sphere' }, 'sea') +
    shape(geoGraticule10(), 'grid') +
    shape(lands, 'land') +
    shaded.map((country) => shape(country, 'named')).join('') +
    shape(
      mesh(topology, countries, (a, b) => a !== b),
      'border',
    ) +
    drawMarkers(placed, projection) +
    '</svg>\n'
  )
}

const mapLabel = (placed: readonly Placed[]) =>
  `Map of ${placed
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ')}${placed.length > 5 ? ` and ${placed.length - 5} more places` : ''}`

function placeTable(locations: readonly Location[]): string {
  const rows = locations.map((place) => {
    const { id, name, type, country, coordinates, mentions } = place
    const literal = literalMentions(place)
    return (
      `<tr><th scope="row"><a href="#${id}"><bdi>${escapeHtml(name)}</bdi></a></th><td>${type}</td><td>${escapeHtml(country ?? '')}</td>` +
      `<td>${coordinates ? `${coordinates.lat}, ${coordinates.lon}` : 'not resolved'}</td>` +
      `<td class="number">${literal}</td><td class="number">${mentions.length - literal}</td></tr>\n`
    )
  })
  const head =
    ['Place', 'Type', 'Country', 'Latitude, longitude'].map((name) => drawHead(name)).join('') +
    ['As a place', 'As people or government'].map((name) => drawHead(name, 'number')).join('')
  return drawTable('places', 'Table of places', head, rows)
}
