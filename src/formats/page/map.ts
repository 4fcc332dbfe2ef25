import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoContains,
  geoEqualEarth,
  geoGraticule10,
  geoPath,
} from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { world } from '../../data/world.ts'
import type { Location, Story } from '../../story.ts'
import { escapeHtml } from './escape.ts'

const width = 800
const height = 420
const margin = 60
/** Degrees on each side of the places: nearer than that the coastline is too coarse. */
const least = { lat: 9, lon: 16 }

type Placed = Location & { coordinates: { lat: number; lon: number } }
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

function drawFigure(placed: readonly Placed[]): string {
  topology ??= JSON.parse(world) as World
  const { countries } = topology.objects
  const projection = projectionFor(placed)
  const path = geoPath(projection).digits(1)
  const shape = (object: GeoPermissibleObjects, name: string) => {
    const line = path(object)
    return line === null ? '' : `<path class="${name}" d="${line}"/>\n`
  }
  const named = placed.filter(({ type }) => type === 'country')
  const shaded = feature(topology, countries).features.filter((country) =>
    named.some(({ coordinates: { lat, lon } }) => geoContains(country, [lon, lat])),
  )
  return (
    `<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(mapLabel(placed))}">\n` +
    shape({ type: 'Sphere' }, 'sea') +
    shape(geoGraticule10(), 'grid') +
    shape(feature(topology, countries), 'land') +
    shaded.map((country) => shape(country, 'named')).join('') +
    shape(
      mesh(topology, countries, (a, b) => a !== b),
      'border',
    ) +
    drawPlaces(placed, projection) +
    '</svg>\n'
  )
}

const mapLabel = (placed: readonly Placed[]) =>
  `Map of ${placed
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ')}${placed.length > 5 ? ` and ${placed.length - 5} more places` : ''}`

/** Equal Earth, its middle meridian among the places, as large as they allow. */
function projectionFor(placed: readonly Placed[]): GeoProjection {
  const points = placed.map(({ coordinates: { lat, lon } }): [number, number] => [lon, lat])
  const middle = middleOf(points.map(([lon]) => lon))
  const projection = geoEqualEarth().rotate([-middle, 0])
  const turned = points.map(([lon, lat]): [number, number] => [((lon - middle + 540) % 360) - 180, lat])
  const lats = turned.map(([, lat]) => lat)
  const lons = turned.map(([lon]) => lon)
  const center = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2] as const
  const corners = [-1, 1].flatMap((x) =>
    [-1, 1].map((y): [number, number] => [
      center[0] + middle + x * least.lon,
      Math.max(-85, Math.min(85, center[1] + y * least.lat)),
    ]),
  )
  return projection
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      { type: 'MultiPoint', coordinates: [...points, ...corners] },
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ])
}

/** The meridian opposite to the middle of the widest gap between longitudes. */
function middleOf(longitudes: readonly number[]): number {
  const sorted = [...longitudes].sort((a, b) => a - b)
  let [widest, middle] = [-1, 0]
  for (const [i, lon] of sorted.entries()) {
    const gap = (i === 0 ? lon - sorted.at(-1)! + 360 : lon - sorted[i - 1]!) || 360
    if (gap > widest) [widest, middle] = [gap, lon + (360 - gap) / 2]
  }
  return middle > 180 ? middle - 360 : middle
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Dots and names, the most mentioned first; a name that finds no room beside its dot is left to the table. */
function drawPlaces(placed: readonly Placed[], projection: GeoProjection): string {
  const taken: Box[] = []
  const free = (box: Box) =>
    box.left >= 0 &&
    box.right <= width &&
    box.top >= 0 &&
    box.bottom <= height &&
    taken.every(
      ({ left, right, top, bottom }) => box.right < left || box.left > right || box.bottom < top || box.top > bottom,
    )
  const spots = [...placed]
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .flatMap((place) => {
      const at = projection([place.coordinates.lon, place.coordinates.lat])
      const radius = place.type === 'country' ? 0 : 2.5 + 1.5 * Math.sqrt(place.mentions.length)
      return at ? [{ place, x: at[0], y: at[1], radius }] : []
    })
  for (const { x, y, radius } of spots)
    if (radius > 0) taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })
  return spots
    .map(({ place, x, y, radius }) => {
      const { id, name, type, mentions } = place
      const literal = mentions.some(({ sense }) => sense === 'literal')
      const long = 6.3 * name.length
      const sides: [x: number, y: number][] =
        radius === 0
          ? [[x - long / 2, y + 4]]
          : [
              [x + radius + 3, y + 4],
              [x - radius - 3 - long, y + 4],
              [x - long / 2, y - radius - 4],
              [x - long / 2, y + radius + 12],
            ]
      const box = ([left, base]: [number, number]) => ({ left, right: left + long, top: base - 11, bottom: base + 3 })
      const side = sides.find((side) => free(box(side)))
      if (side) taken.push(box(side))
      const title = `<title>${escapeHtml(name)}, ${mentions.length} ×</title>`
      const dot =
        radius === 0
          ? ''
          : `<circle class="${literal ? 'literal' : 'associative'}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}">${title}</circle>`
      const label = side
        ? `<text class="${type === 'country' ? 'country' : 'spot'}" x="${side[0].toFixed(1)}" y="${side[1].toFixed(1)}">${escapeHtml(name)}</text>`
        : ''
      return dot === '' && label === '' ? '' : `<g data-id="${id}">${dot}${label}</g>\n`
    })
    .join('')
}

function placeTable(locations: readonly Location[]): string {
  const rows = locations.map(({ id, name, type, country, coordinates, mentions }) => {
    const literal = mentions.filter(({ sense }) => sense === 'literal').length
    return (
      `<tr><th scope="row"><a href="#${id}"><bdi>${escapeHtml(name)}</bdi></a></th><td>${type}</td><td>${escapeHtml(country ?? '')}</td>` +
      `<td>${coordinates ? `${coordinates.lat}, ${coordinates.lon}` : 'not resolved'}</td>` +
      `<td class="number">${literal}</td><td class="number">${mentions.length - literal}</td></tr>\n`
    )
  })
  return (
    '<div class="scroll" role="region" aria-label="Table of places" tabindex="0"><table class="places">\n<thead><tr><th scope="col">Place</th><th scope="col">Type</th><th scope="col">Country</th>' +
    '<th scope="col">Latitude, longitude</th><th scope="col" class="number">As a place</th><th scope="col" class="number">As people or government</th></tr></thead>\n' +
    `<tbody>\n${rows.join('')}</tbody></table></div>\n`
  )
}
