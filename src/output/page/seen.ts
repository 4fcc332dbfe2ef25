import { type GeoProjection, geoPath } from 'd3-geo'
import { literalMentions } from '../names.ts'
import { countryName, type Land, largestPart, openCountries } from './countries.ts'
import type { Frame, Placed, View } from './projection.ts'

/** What is seen on a map: a place, or the country around it that the story does not name. */
export interface Seen {
  name: string
  place: Placed | null
  x: number
  y: number
  /** How often it is named; of a country, with the places in it. */
  weight: number
  isLiteral: boolean
  /** The land of a country, as far as it is seen. */
  land: { of: Land; box: Frame } | null
}

/** Square pixels of land that are seen as such; of a smaller country the point is shown. */
const leastLand = 60

/** What is seen, that which the story is most about first: its country, before the places in it. */
export function seenOf(placed: readonly Placed[], { projection, frame }: View): Seen[] {
  const byCountry = new Map<string, number>()
  for (const { country, mentions } of placed)
    if (country !== null) byCountry.set(country, (byCountry.get(country) ?? 0) + mentions.length)
  const seen = placed.flatMap((place): Seen[] => {
    const isCountry = place.type === 'country' && place.country !== null
    const weight = isCountry ? byCountry.get(place.country!)! : place.mentions.length
    const spot = (isCountry && onLand(place.country!, projection)) || onPoint(place, projection, frame)
    return spot ? [{ name: place.name, place, weight, isLiteral: literalMentions(place) > 0, ...spot }] : []
  })
  const [home] = [...byCountry].sort(([, a], [, b]) => b - a)
  if (home && !placed.some(({ type, country }) => type === 'country' && country === home[0])) {
    const spot = onLand(home[0], projection)
    if (spot) seen.push({ name: countryName(home[0]), place: null, weight: home[1], isLiteral: false, ...spot })
  }
  return seen.sort((a, b) => b.weight - a.weight || Number(b.land !== null) - Number(a.land !== null))
}

type Spot = Pick<Seen, 'x' | 'y' | 'land'>

function onLand(code: string, projection: GeoProjection): Spot | undefined {
  const land = openCountries().byCode.get(code)
  if (!land) return undefined
  const path = geoPath(projection)
  // Where no more than an island of it is seen, the country lies elsewhere.
  const part = largestPart(land)
  if (path.area(part) < leastLand) return undefined
  const [[left, top], [right, bottom]] = path.bounds(part)
  const [x, y] = path.centroid(part)
  return { x, y, land: { of: land, box: { left, right, top, bottom } } }
}

function onPoint({ coordinates: { lat, lon } }: Placed, projection: GeoProjection, frame: Frame): Spot | undefined {
  const [x, y] = projection([lon, lat]) ?? [-1, -1]
  const isSeen = x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom
  return isSeen ? { x, y, land: null } : undefined
}
