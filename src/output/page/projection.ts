import { type GeoProjection, geoEqualEarth } from 'd3-geo'
import type { Location } from '../../base/story.ts'

/** Pixels of a map before it is scaled. */
export const width = 800
export const height = 420
const margin = 60
/** Degrees on each side of the places: nearer than that the coastline is too coarse. */
const least = { lat: 9, lon: 16 }

/** A place that has a point. */
export type Placed = Location & { coordinates: { lat: number; lon: number } }

/** Equal Earth, its middle meridian among the places, as large as they allow. */
export function projectionFor(placed: readonly Placed[]): GeoProjection {
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
