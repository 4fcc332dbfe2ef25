import type { Span } from '../span.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { weights as learned, type Weights } from './weights.ts'

/** A name in the text that stands for a place, as the gazetteer is asked for it. */
export interface Toponym extends Span {
  name: string
  /** In capitals, as a dateline writes its town: "NEW YORK" is the city. */
  dateline?: boolean
}

/** The places that a name may stand for in this story, and what of the story speaks for each. */
interface Candidate {
  place: Place
  /** All but what other names say. */
  own: number
}

const mostCandidates = 24
const mostNeighbours = 24

/**
 * The place of each toponym, undefined where the gazetteer knows none. One name is one place throughout a story; what
 * speaks for a place is its size and kind, that the story names its country or state, and that other names of the story
 * have places near it (after Leidner 2007, Lieberman & Samet 2012).
 */
export function resolveToponyms(
  text: string,
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
  demonyms: readonly Place[] = [],
  weights: Weights = learned,
): (Place | undefined)[] {
  const keys = toponyms.map(
    ({ name, dateline }, i) => `${name}|${holderOf(text, toponyms, i)?.name ?? (dateline ? 'dateline' : '')}`,
  )
  const candidates = new Map<string, Candidate[]>()
  const named = namedIn(toponyms, gazetteer, demonyms)
  toponyms.forEach((toponym, i) => {
    if (candidates.has(keys[i]!)) return
    const holder = holderOf(text, toponyms, i)
    const places = placesOf(toponym.name, gazetteer)
    const held = holder ? within(places, gazetteer.byName(holder.name)) : []
    const towns = toponym.dateline ? places.filter(({ type }) => type === 'city') : []
    const list = (held.length > 0 ? held : towns.length > 0 ? towns : places).slice(0, mostCandidates)
    candidates.set(
      keys[i]!,
      list.map((place) => ({ place, own: ownScore(place, named, weights) })),
    )
  })
  // "Paris" alone is the Paris of "Paris, Texas" named before.
  const first = new Map<string, string>()
  toponyms.forEach(({ name }, i) => {
    const key = keys[i]!
    if (!first.has(name) || (first.get(name)!.endsWith('|') && !key.endsWith('|'))) first.set(name, key)
  })
  const support = supportAmong(candidates, weights)
  const chosen = new Map([...candidates].map(([key, list]) => [key, choose(nameOf(key), list, support)]))
  return toponyms.map(({ name }, i) => chosen.get(keys[i]!.endsWith('|') ? first.get(name)! : keys[i]!))
}

/** The places of a name; "Avoyelles" is the parish where nothing else is called so. */
function placesOf(name: string, gazetteer: Gazetteer): readonly Place[] {
  const places = gazetteer.byName(name)
  if (places.length > 0) return places
  const bare = name.replace(/^(?:the |the city of |city of |town of )/i, '')
  if (bare !== name) return gazetteer.byName(bare)
  const part = name.replace(parts, '')
  if (part !== name) return gazetteer.byName(part)
  const county = gazetteer.byName(`${name} County`)
  return county.length > 0 ? county : gazetteer.byName(`${name} Parish`)
}

/** "Northeast Georgia", "downtown Athens", "Panamá Province": a part of a place lies in it. */
const parts =
  /^(?:(?:north|south|east|west)(?:ern|east|west|eastern|western)?|(?:north|south)-(?:east|west)|greater|metro|metropolitan|downtown|central|upper|lower|mid|midtown|suburban|inner|outer|mainland|continental)[ -]| (?:province|region|state|prefecture|oblast|governorate|metropolitan area|metro area|area|city)$/i

/** "Paris, Texas": the name behind the comma holds the one before. */
function holderOf(text: string, toponyms: readonly Toponym[], i: number): Toponym | undefined {
  const [here, next] = [toponyms[i]!, toponyms[i + 1]]
  return next && next.start - here.end <= 3 && /^,\s+$/.test(text.slice(here.end, next.start)) ? next : undefined
}

function within(places: readonly Place[], holders: readonly Place[]): Place[] {
  for (const holder of holders) {
    if (holder.type !== 'country' && holder.type !== 'state' && holder.type !== 'district') continue
    const inside = places.filter((place) => place !== holder && isWithin(place, holder))
    if (inside.length > 0) return inside
  }
  return []
}

const isWithin = (place: Place, holder: Place): boolean =>
  place.country === holder.country &&
  (holder.type === 'country' ||
    (place.admin === holder.admin && (holder.type === 'state' || near(place, holder) > 0.2)))

/** Countries and states that the story names, with how often. */
interface Named {
  countries: ReadonlyMap<string, number>
  states: ReadonlyMap<string, number>
}

function namedIn(toponyms: readonly Toponym[], gazetteer: Gazetteer, demonyms: readonly Place[]): Named {
  const countries = new Map<string, number>()
  const states = new Map<string, number>()
  const count = (map: Map<string, number>, key: string | null) => {
    if (key !== null) map.set(key, (map.get(key) ?? 0) + 1)
  }
  for (const { country } of demonyms) count(countries, country)
  for (const { name } of toponyms) {
    const places = gazetteer.byName(name)
    const whole = places.find(({ type }) => type === 'country') ?? places.find(({ type }) => type === 'state')
    if (whole?.type === 'country') count(countries, whole.country)
    else if (whole?.admin?.includes('-')) {
      count(states, whole.admin)
      count(countries, whole.country)
    }
  }
  return { countries, states }
}

const sure = new Set<Place['type']>(['country', 'continent'])
const broad = new Set<Place['type']>(['region', 'water', 'landform'])

function ownScore(place: Place, { countries, states }: Named, weights: Weights): number {
  const { type, population, country, admin } = place
  const size = type === 'city' || type === 'district' || population > 0 ? Math.log10(Math.max(population, 300)) : 6
  const timesCountry = country === null ? 0 : (countries.get(country) ?? 0)
  const timesState = admin === null ? 0 : (states.get(admin) ?? 0)
  return (
    weights.size * size +
    (sure.has(type) ? weights.country : broad.has(type) ? weights.region : 0) +
    (type === 'state' ? (admin?.includes('-') ? weights.state : weights.division) : 0) +
    (type === 'district' ? weights.district : 0) +
    (place.capital ? weights.capital : 0) +
    weights.namedCountry * Math.log1p(timesCountry) +
    weights.namedState * Math.log1p(timesState)
  )
}

/** What the other names of a story say for a place of a name. */
type Support = (name: string, place: Place) => number

/** The best place of a name, the other names of the story heard. */
function choose(name: string, mine: readonly Candidate[], support: Support): Place | undefined {
  if (mine.length < 2) return mine[0]?.place
  let best: Place | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const { place, own } of mine) {
    const score = own + support(name, place)
    if (score > most) {
      best = place
      most = score
    }
  }
  return best
}

/** The name of a key, which says what holds it besides. */
const nameOf = (key: string): string => key.slice(0, key.lastIndexOf('|'))

/** A name is heard once, whatever holds it: "Springfield" of a thousand counties has the same neighbours. */
function supportAmong(candidates: ReadonlyMap<string, readonly Candidate[]>, weights: Weights): Support {
  const lists = [...candidates].flatMap(([key, list]) => (list.length > 0 ? [{ name: nameOf(key), list }] : []))
  const known = new Map<string, { others: (readonly Candidate[])[]; byPlace: Map<Place, number> }>()
  const othersOf = (name: string) => {
    const others: (readonly Candidate[])[] = []
    for (const other of lists) {
      if (others.length === mostNeighbours) break
      if (other.name !== name) others.push(other.list)
    }
    return others
  }
  return (name, place) => {
    let heard = known.get(name)
    if (!heard) {
      heard = { others: othersOf(name), byPlace: new Map() }
      known.set(name, heard)
    }
    let support = heard.byPlace.get(place)
    if (support === undefined) {
      support = supportOf(place, heard.others, weights)
      heard.byPlace.set(place, support)
    }
    return support
  }
}

function supportOf(place: Place, others: readonly (readonly Candidate[])[], weights: Weights): number {
  let together = 0
  let close = 0
  let same = 0
  for (const list of others) {
    let nearest = 0
    let state = 0
    let country = 0
    for (const { place: other } of list) {
      if (other === place) continue
      // Countries are named together with those around them.
      if (sure.has(other.type)) {
        if (place.type === 'country') nearest = Math.max(nearest, near(place, other, 1000) * share(other, list))
        continue
      }
      nearest = Math.max(nearest, near(place, other) * share(other, list))
      if (other.country === place.country) {
        country = 1
        if (other.admin !== null && other.admin === place.admin) state = 1
      }
    }
    close += nearest
    same += state
    together += country
  }
  return (
    (weights.near * close + weights.sameState * same + weights.sameCountry * together) / Math.sqrt(others.length || 1)
  )
}

// A name of few places tells more than one of many.
const share = (place: Place, list: readonly Candidate[]): number =>
  list[0]!.place === place ? 1 : 1 / Math.sqrt(list.length)

/** 1 at the same point, falling with the distance: a third at the scale, in km. */
function near(a: Place, b: Place, scale = 100): number {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return 0
  const lat = (a.lat - b.lat) * 111
  if (Math.abs(lat) > 5 * scale) return 0
  const lon = (a.lon - b.lon) * 111 * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.exp(-Math.sqrt(lat * lat + lon * lon) / scale)
}
