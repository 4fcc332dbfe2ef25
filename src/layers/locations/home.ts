import { memoizeBounded } from '../../base/memoize-bounded.ts'
import { type Gazetteer, openGazetteer, type Place } from './gazetteer.ts'
import { nearness } from './nearness.ts'
import { placesIn } from './readings.ts'
import type { Weights } from './weights.ts'

/** A point in degrees, WGS 84. */
export interface Point {
  lat: number
  lon: number
}

/** Where an outlet is at home: a country, a state of it, a point in it, as far as they are known. */
export interface Home {
  country: string | null
  admin: string | null
  point: Point | null
}

/**
 * Where an outlet is at home, by a code of ISO 3166-1 ("GB") or of a state ("US-OH"), by a name with what it lies in
 * ("Dublin, Ireland") or without ("Ohio"), or by a point; undefined where no such place is known.
 */
export const homeOf = (home: string | Point): Home | undefined =>
  typeof home === 'string'
    ? (named(home).home ?? undefined)
    : { country: null, admin: null, point: { lat: home.lat, lon: home.lon } }

const named = memoizeBounded(100, (written: string) => ({ home: readHome(written.trim(), openGazetteer()) }))

function readHome(written: string, gazetteer: Gazetteer): Home | undefined {
  if (/^[A-Z]{2}$/.test(written)) return gazetteer.hasCountry(written) ? whole(written, null) : undefined
  if (/^[A-Z]{2}-[A-Z\d]{1,3}$/.test(written))
    return gazetteer.hasDivision(written) ? whole(written.slice(0, 2), written) : undefined
  const comma = written.lastIndexOf(',')
  const [name, holder] = comma < 0 ? [written] : [written.slice(0, comma).trim(), written.slice(comma + 1).trim()]
  const place = largest(holder === undefined ? gazetteer.byName(name) : placesIn(name, holder, gazetteer))
  if (!place) return undefined
  const { type, country, admin, lat, lon } = place
  const isTown = type === 'city' || type === 'district'
  return { country, admin, point: isTown && lat !== null && lon !== null ? { lat, lon } : null }
}

const whole = (country: string, admin: string | null): Home => ({ country, admin, point: null })

const sizeOf = ({ type, population }: Place): number =>
  type === 'country' || type === 'state' ? Number.POSITIVE_INFINITY : population

const largest = (places: readonly Place[]): Place | undefined =>
  places.reduce<Place | undefined>((most, one) => (most && sizeOf(most) >= sizeOf(one) ? most : one), undefined)

/** What speaks for a town, a state or a district because its readers live there. */
export function atHome(place: Place, home: Home | undefined, weights: Weights): number {
  if (!home || place.type === 'country' || place.type === 'continent') return 0
  const near = home.point ? nearness(place, { ...place, ...home.point }, homeRegion) : 0
  return (
    (home.country !== null && place.country === home.country ? weights.homeCountry : 0) +
    (home.admin !== null && place.admin === home.admin ? weights.homeState : 0) +
    weights.homeNear * near
  )
}

/** Distance in km over which nearness to the home falls to a third. */
const homeRegion = 100
