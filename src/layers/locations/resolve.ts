import type { Gazetteer, Place } from './gazetteer.ts'
import { atHome, type Home } from './home.ts'
import { nearness } from './nearness.ts'
import { heldToponyms, isState, isWhole, placesOf } from './readings.ts'
import type { Toponym } from './toponym.ts'
import { weights as learned, type Weights } from './weights.ts'

/** One place that a name may stand for. */
interface PlaceReading {
  place: Place
  /** What speaks for it without the other names of the story. */
  own: number
  score: number
  /** How likely it is among the readings of the name, 0 to 1. */
  likely: number
}

/** A name of the story, read alike wherever it stands, but for what its own words say. */
interface Name {
  text: string
  /** The town of the dateline, or one whose police, mayor … the story opens with: the story is about it. */
  governs: boolean
  /** Another name of the text says where it lies. */
  held: boolean
  readings: PlaceReading[]
  /** Names beside it in a list: "Washington, Oregon and Idaho". */
  listed: Set<Name>
}

const mostReadings = 24
/** Names on either side, in order of first mention, that are heard. */
const neighbours = 12
const rounds = 2
/** Toponyms among which a story says what town it is about. */
const opening = 2

/**
 * The place of each toponym, undefined where the gazetteer knows none. One name is one place throughout a story. What
 * speaks for a place is its size and kind, what the words beside the name say, that the story names its country or
 * state, and that other names have likely readings near it: what a reading says of others counts by how likely it is
 * itself, so that two villages do not vouch for each other against two capitals (after Leidner 2007, Lieberman & Samet
 * 2012; the rounds are mean-field inference).
 */
export function resolveToponyms(
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
  demonyms: readonly Place[] = [],
  weights: Weights = learned,
  home?: Home,
): (Place | undefined)[] {
  const held = heldToponyms(toponyms, gazetteer)
  const holders = new Map([...held.values()].flatMap(({ by, holder }) => (holder ? [[by, holder]] : [])))
  const keys = toponyms.map((toponym, i) => keyOf(toponym, held.get(i), holders.get(i), gazetteer))
  const names = new Map<string, Name>()
  toponyms.forEach((toponym, i) => {
    if (names.has(keys[i]!)) return
    const holder = holders.get(i)
    const known = holder ? [holder] : (held.get(i)?.inside ?? placesOf(toponym.name, gazetteer))
    const places = toponym.called === 'mountain' ? known.filter(({ type }) => type === 'landform') : known
    const { name: text, dateline, cue } = toponym
    const main = gazetteer.mainCity(text)
    const largest = largestOf(places)
    // "Lebanon" is the country, wherever readers live, and "Paris" in a list of capitals is one of them.
    const isNation = places.some(({ type }) => type === 'country')
    const homeShare = isNation ? 0 : isListed(toponyms, i) ? listedShare : 1
    const readings = places.map((place) => ({
      place,
      own:
        prior(place, weights) +
        (main !== undefined && place.geonames === main ? weights.known : 0) +
        (place === largest ? weights.largest : 0) -
        (isNamesakeCapital(place, places) ? weights.namesakeCapital : 0) +
        cued(place, toponym, held.has(i), weights) +
        homeShare * atHome(place, home, weights),
      score: 0,
      likely: 0,
    }))
    const governs = dateline || (cue === 'city' && i < opening)
    const isHeld = held.has(i) || holder !== undefined
    names.set(keys[i]!, { text, governs, held: isHeld, readings, listed: new Set() })
  })
  toponyms.forEach(({ glue }, i) => {
    if (!isJoint(glue) || i + 1 === toponyms.length || held.has(i)) return
    const [one, other] = [names.get(keys[i]!)!, names.get(keys[i + 1]!)!]
    one.listed.add(other)
    other.listed.add(one)
  })
  const list = [...names.values()]
  for (const name of list) settle(name, ({ own }) => own)
  const namedAreas = namedIn(list, demonyms)
  for (const name of list) {
    const own = toldBy(name)
    // A country's name stands for it, whatever towns of another are called so.
    const sole = name.readings.some(({ place }) => place.type === 'country') ? undefined : soleCountry(namedAreas, own)
    const most = largest(name.readings)
    for (const reading of name.readings)
      reading.own +=
        named(reading.place, namedAreas, own, weights) +
        (sole !== undefined && isAtHomeIn(reading.place, sole, most) ? weights.soleCountry : 0)
    name.readings = name.readings.sort((a, b) => b.own - a.own).slice(0, mostReadings)
  }
  for (const name of list) settle(name, ({ own }) => own)
  const listeners = listenersAmong(list, weights)
  for (let round = 0; round < rounds; round++) hearNeighbours(listeners, weights)
  // "Paris" alone is the Paris of "Paris, Texas".
  const told = new Map<string, string>()
  toponyms.forEach(({ name }, i) => {
    if (held.has(i) && !told.has(name)) told.set(name, keys[i]!)
  })
  const isStray = strays(list, namedAreas)
  const chosen = new Map(
    [...names].map(([key, name]) => {
      const place = best(name.readings)
      return [key, place && isStray(name, place) ? undefined : place]
    }),
  )
  return toponyms.map(({ name }, i) => chosen.get(keys[i] === name ? (told.get(name) ?? name) : keys[i]!))
}

/** How much of what speaks for the home counts in a list, where the other names speak too. */
const listedShare = 0.7

const isListed = (toponyms: readonly Toponym[], i: number): boolean =>
  isJoint(toponyms[i]!.glue) || isJoint(toponyms[i - 1]?.glue)
const isJoint = (glue: Toponym['glue']) => glue === 'comma' || glue === 'and'

/** What is read as one: the name, and what sets this mention of it apart. */
function keyOf(
  { name, dateline, cue }: Toponym,
  held: { holder: Place | undefined } | undefined,
  holds: Place | undefined,
  gazetteer: Gazetteer,
): string {
  if (holds) return `${name}|holds ${holds.type}`
  if (held) return `${name}|in ${held.holder?.name ?? 'what is not known'}`
  if (dateline) return `${name}|dateline`
  return cue && isWhole(name, gazetteer) ? `${name}|${cue}` : name
}

const sure = new Set<Place['type']>(['country', 'continent'])
const broad = new Set<Place['type']>(['region', 'water', 'landform'])

const largestOf = (places: readonly Place[]): Place | undefined =>
  places.reduce<Place | undefined>(
    (most, one) => (one.type === 'city' && !(most && most.population >= one.population) ? one : most),
    undefined,
  )

/** "Singapore", "Panama": the country before its capital. */
const isNamesakeCapital = ({ capital, country }: Place, places: readonly Place[]): boolean =>
  capital && places.some((place) => place.type === 'country' && place.country === country)

/** What speaks for a place before any text. */
function prior({ type, population, admin, capital }: Place, weights: Weights): number {
  const size = type === 'city' || type === 'district' || population > 0 ? Math.log10(Math.max(population, 300)) : 6
  return (
    (type === 'district' ? weights.districtSize : weights.size) * size +
    (sure.has(type) ? weights.country : broad.has(type) ? weights.region : 0) +
    (type === 'state' ? (isState(admin) ? weights.state : weights.division) : 0) +
    (type === 'district' ? weights.district : 0) +
    (capital ? weights.capital : 0)
  )
}

/** What the words beside the name say of a place. */
function cued(place: Place, { dateline, cue, called }: Toponym, held: boolean, weights: Weights): number {
  const { type, population } = place
  if (dateline && !held) return type === 'city' ? weights.dateline * Math.log10(Math.max(population, 300)) : 0
  const isSaid =
    cue === type || (called === 'town' && type === 'city') || (called === 'university' && isOneState(place))
  return isSaid ? weights.cue : 0
}

/** How often the story names countries and states, by the likeliest readings of its names. */
interface Told {
  countries: ReadonlyMap<string, number>
  states: ReadonlyMap<string, number>
}

function namedIn(names: readonly Name[], demonyms: readonly Place[]): Told {
  const countries = new Map<string, number>()
  const states = new Map<string, number>()
  for (const { country, admin } of demonyms) {
    count(countries, country, 1)
    // "The Scottish government" names Scotland.
    if (isState(admin)) count(states, admin, 1)
  }
  for (const { readings } of names)
    for (const { place, likely } of readings) {
      if (place.type === 'country') count(countries, place.country, likely)
      else if (place.type === 'state' && isState(place.admin)) {
        count(states, place.admin, likely)
        count(countries, place.country, likely)
      }
    }
  return { countries, states }
}

function count(map: Map<string, number>, key: string | null, times: number): void {
  if (key !== null) map.set(key, (map.get(key) ?? 0) + times)
}

/**
 * The one country that a story names besides what a name of it tells. The United States are none: all the world's towns
 * have namesakes there.
 */
function soleCountry({ countries }: Told, own: Told): string | undefined {
  let sole: string | undefined
  for (const [country, times] of countries) {
    if (times - (own.countries.get(country) ?? 0) < 0.5) continue
    if (sole !== undefined || country === 'US') return undefined
    sole = country
  }
  return sole
}

const largest = (readings: readonly PlaceReading[]): number =>
  readings.reduce((most, { place }) => Math.max(most, place.population), 0)

/** "A blast in Hyderabad, police in Pakistan said": no village, where the world knows a city of the name. */
const isAtHomeIn = ({ type, country, population, capital }: Place, sole: string, most: number): boolean =>
  country === sole && type !== 'country' && (capital || population * 10 >= most)

/** What a name alone tells of countries and states. */
function toldBy({ readings }: Name): Told {
  const countries = new Map<string, number>()
  const states = new Map<string, number>()
  for (const { place, likely } of readings) {
    const { type, country, admin } = place
    if (type === 'country' || (type === 'state' && isState(admin))) count(countries, country, likely)
    if (type === 'state') count(states, admin, likely)
  }
  return { countries, states }
}

/** What the story's countries and states say for a place; a name does not speak for itself. */
function named({ country, admin }: Place, story: Told, own: Told, weights: Weights): number {
  const times = (told: ReadonlyMap<string, number>, mine: ReadonlyMap<string, number>, key: string | null) =>
    key === null ? 0 : Math.log1p(Math.max(0, (told.get(key) ?? 0) - (mine.get(key) ?? 0)))
  return (
    weights.namedCountry * times(story.countries, own.countries, country) +
    weights.namedState * times(story.states, own.states, admin)
  )
}

/** Scores the readings of a name, and how likely each is. */
function settle({ readings }: Name, scoreOf: (reading: PlaceReading, at: number) => number): void {
  let most = Number.NEGATIVE_INFINITY
  readings.forEach((reading, i) => {
    reading.score = scoreOf(reading, i)
    most = Math.max(most, reading.score)
  })
  let sum = 0
  for (const { score } of readings) sum += Math.exp(score - most)
  for (const reading of readings) reading.likely = Math.exp(reading.score - most) / sum
}

/** A name that may mean several places, and those beside it that it hears. */
interface Listener {
  name: Name
  others: readonly Name[]
  /** By how much less each of them counts, the more they are. */
  share: number
}

function listenersAmong(names: readonly Name[], weights: Weights): Listener[] {
  return names.flatMap((name, i) => {
    if (name.readings.length < 2) return []
    const others = names
      .slice(Math.max(0, i - neighbours), i + neighbours + 1)
      .filter((other) => other !== name && other.text !== name.text && other.readings.length > 0)
    const share = (others.reduce((sum, { governs }) => sum + (governs ? weights.governs : 1), 0) || 1) ** weights.spread
    return [{ name, others, share }]
  })
}

/** One round in which every name hears those beside it. */
function hearNeighbours(listeners: readonly Listener[], weights: Weights): void {
  const heard = listeners.map(({ name, others, share }) =>
    name.readings.map(({ place }) => {
      let sum = 0
      for (const other of others)
        sum += (other.governs ? weights.governs : 1) * support(place, other, name.listed.has(other), weights)
      return sum / share
    }),
  )
  for (const [i, { name }] of listeners.entries()) settle(name, ({ own }, k) => own + heard[i]![k]!)
}

/**
 * What another name says for a place: by how much its readings are the likelier if the place is meant (the message of
 * sum-product inference). A reading that nobody thinks of says next to nothing, however near it lies.
 */
function support(place: Place, { readings }: Name, listed: boolean, weights: Weights): number {
  let sum = 0
  for (const { place: other, likely } of readings)
    sum += likely * (other === place ? 1 : Math.exp(bond(place, other, listed, weights)))
  return Math.log(sum)
}

/** How much two places speak for each other. */
function bond(a: Place, b: Place, listed: boolean, weights: Weights): number {
  // Countries are named together with those around them.
  if (sure.has(b.type)) return a.type === 'country' ? weights.near * nearness(a, b, 1000) : 0
  const near = weights.near * nearness(a, b)
  if (b.country === null || b.country !== a.country) return near
  const alike = listed ? alikeness(a, b, weights) : 0
  return near + alike + weights.sameCountry + (b.admin !== null && b.admin === a.admin ? weights.sameState : 0)
}

const alikeness = (a: Place, b: Place, weights: Weights): number =>
  isOneState(a) && isOneState(b) ? weights.alike : a.type === 'city' && b.type === 'city' ? weights.listedTown : 0

const isOneState = ({ type, admin }: Place) => type === 'state' && isState(admin)

/** A town that a story is about, and one that readers elsewhere do not know. */
const wellKnown = 100_000
const littleKnown = 100_000

/**
 * Whether a place can't be what its name means: a little town far from the city that the story is about, of whose country or
 * state nothing else is said. "Roxbury" in a story of Boston is a part of it, for which the gazetteer has no point.
 */
function strays(names: readonly Name[], { countries, states }: Told): (name: Name, place: Place) => boolean {
  const about = names.find(({ governs, readings }) => governs && (best(readings)?.population ?? 0) >= wellKnown)
  const city = about && best(about.readings)
  const inside = new Map<string | null, number>()
  for (const { readings } of names) {
    const admin = best(readings)?.admin ?? null
    inside.set(admin, (inside.get(admin) ?? 0) + 1)
  }
  return ({ held }, place) => {
    const { type, population, country, admin } = place
    if (!city || held || (type !== 'city' && type !== 'district') || population >= littleKnown) return false
    // A capital's story speaks of all the country.
    if (city.capital && country === city.country) return false
    if (admin === city.admin || nearness(place, city) > closeBy || (inside.get(admin) ?? 0) > 1) return false
    const named = country === city.country ? states.get(admin ?? '') : countries.get(country ?? '')
    return (named ?? 0) < 0.5
  }
}

/** Within 70 km. */
const closeBy = 0.5

const best = (readings: readonly PlaceReading[]): Place | undefined =>
  readings.reduce<PlaceReading | undefined>((top, one) => (top && top.score >= one.score ? top : one), undefined)?.place
