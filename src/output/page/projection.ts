import { type GeoProjection, geoAzimuthalEqualArea, geoBounds, geoEqualEarth } from 'd3-geo'
import type { Location } from '../../base/story.ts'
import { literalMentions } from '../names.ts'
import { largestPart, openCountries } from './countries.ts'

/** Pixels of a map before it is scaled. */
const width = 800
const height = 460
const margin = { x: 90, y: 50 }
/** On a map of the world there is land around. */
const worldMargin = { x: 20, y: 20 }
/** Nothing is told of what lies nearer to the poles. */
const poles = { north: 84, south: -58 }
/** Degrees on each side of the places, at least: nearer than that the coastline is too coarse. */
const least = { lat: 4, lon: 7 }
/** The share of all mentions that may lie beyond the map, so that the rest is seen from near. */
const mostBeyond = 0.2
/** What is named so often, in shares of what is named most, is never left out. */
const alwaysShown = 0.75
/** What is left out has to make the map smaller than this, in shares of its area. */
const leastGain = 0.6
/** Degrees from the middle that are drawn true to their middle; what reaches farther is drawn as the whole Earth is. */
const hemisphere = 60

/** A place that has a point. */
export type Placed = Location & { coordinates: { lat: number; lon: number } }

/** A stretch of a map in its pixels. */
export interface Frame {
  left: number
  right: number
  top: number
  bottom: number
}

/** How the Earth is drawn, and what is seen of it. */
export interface View {
  projection: GeoProjection
  frame: Frame
}

interface Box {
  west: number
  east: number
  south: number
  north: number
}

/** What a map is to show, and how often it is named. */
interface Wanted extends Box {
  weight: number
}

/** The part of the Earth that most of what is named lies in, as large as the map allows; areas are true in it. */
export function viewOf(placed: readonly Placed[]): View {
  const most = mostNamed(placed)
  const turn = middleOf(most.map(({ coordinates }) => coordinates.lon))
  const { west, east, south, north } = boundsOf(nearOf(wantedOf(most, turn)))
  const [lon, lat] = [turn + (west + east) / 2, (south + north) / 2]
  const [wide, high] = [Math.max(least.lon, (east - west) / 2), Math.max(least.lat, (north - south) / 2)]
  const isWorld = wide > hemisphere || high > hemisphere
  const projection = isWorld ? geoEqualEarth().rotate([-lon, 0]) : geoAzimuthalEqualArea().rotate([-lon, -lat])
  const edges = [-1, 0, 1].flatMap((x) =>
    [-1, 0, 1].map((y): [number, number] => [
      lon + x * Math.min(wide, 179),
      Math.max(poles.south, Math.min(poles.north, lat + y * high)),
    ]),
  )
  const { x, y } = isWorld ? worldMargin : margin
  const extent: [[number, number], [number, number]] = [
    [x, y],
    [width - x, height - y],
  ]
  projection.fitExtent(extent, { type: 'MultiPoint', coordinates: edges })
  // Beyond the poles there is nothing to show.
  const rowOf = (latitude: number) => Math.round(projection([lon, latitude])![1])
  const frame = {
    ...{ left: 0, right: width },
    top: isWorld ? Math.max(0, rowOf(poles.north)) : 0,
    bottom: isWorld ? Math.min(height, rowOf(poles.south)) : height,
  }
  projection.clipExtent([
    [frame.left, frame.top],
    [frame.right, frame.bottom],
  ])
  return { projection, frame }
}

/** Places beyond these change no map. */
const mostLookedAt = 200

const mostNamed = (placed: readonly Placed[]) =>
  [...placed].sort((a, b) => b.mentions.length - a.mentions.length).slice(0, mostLookedAt)

/** Places by their points, countries by their land; one that a place in it stands for is not wanted whole. */
function wantedOf(placed: readonly Placed[], turn: number): Wanted[] {
  const stoodFor = new Set(placed.flatMap(({ type, country }) => (type === 'country' ? [] : [country])))
  const turned = (lon: number) => ((lon - turn + 540) % 360) - 180
  return placed
    .filter(({ type, country }) => type !== 'country' || !stoodFor.has(country))
    .map((place) => {
      const { lon, lat } = place.coordinates
      const weight = place.mentions.length + literalMentions(place)
      const land = place.type === 'country' ? openCountries().byCode.get(place.country ?? '') : undefined
      if (!land) return { west: turned(lon), east: turned(lon), south: lat, north: lat, weight }
      const [[west, south], [east, north]] = geoBounds(largestPart(land))
      return { west: turned(west), east: turned(west) + ((east - west + 360) % 360), south, north, weight }
    })
}

/** What is wanted without those few at the edges that make the map much larger. */
function nearOf(wanted: readonly Wanted[]): readonly Wanted[] {
  let shown = wanted
  const keep = alwaysShown * Math.max(...wanted.map(({ weight }) => weight))
  let spare = mostBeyond * weightOf(wanted)
  for (;;) {
    const size = areaOf(shown)
    const cuts = sides
      .flatMap(([side, towards]) => {
        const sorted = [...shown].sort((a, b) => towards * (a[side] - b[side]))
        const rests: Cut[] = []
        for (let [at, weight] = [0, 0]; at < sorted.length - 1; ) {
          weight += sorted[at]!.weight
          if (weight > spare || sorted[at++]!.weight >= keep) break
          const rest = sorted.slice(at)
          rests.push({ rest, weight, gain: areaOf(rest) / size })
        }
        return rests
      })
      .filter(({ gain }) => gain < leastGain)
      // What makes the map smaller by the fewest mentions.
      .sort((a, b) => Math.log(a.gain) / a.weight - Math.log(b.gain) / b.weight)
    const [best] = cuts
    if (!best) return shown
    shown = best.rest
    spare -= best.weight
  }
}

const sides = [
  ['west', 1],
  ['east', -1],
  ['south', 1],
  ['north', -1],
] as const

interface Cut {
  rest: readonly Wanted[]
  weight: number
  gain: number
}

const weightOf = (wanted: readonly Wanted[]) => wanted.reduce((sum, { weight }) => sum + weight, 0)

function boundsOf(boxes: readonly Box[]): Box {
  const bounds = { west: 360, east: -360, south: 90, north: -90 }
  for (const { west, east, south, north } of boxes) {
    bounds.west = Math.min(bounds.west, west)
    bounds.east = Math.max(bounds.east, east)
    bounds.south = Math.min(bounds.south, south)
    bounds.north = Math.max(bounds.north, north)
  }
  return bounds
}

function areaOf(boxes: readonly Box[]): number {
  const { west, east, south, north } = boundsOf(boxes)
  return Math.max(east - west, 2 * least.lon) * Math.max(north - south, 2 * least.lat)
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
