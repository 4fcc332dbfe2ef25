import { packedPlaces } from '#packed'
import { type NameList, openNames } from '../../base/front-coding.ts'
import { memoizeBounded } from '../../base/memoize-bounded.ts'
import type { Location } from '../../base/story.ts'
import { keyOf } from './key.ts'
import {
  capitalLevel,
  kindLetters,
  type PointColumns,
  readMarks,
  readPoints,
  readSizes,
  type SizeColumns,
  withMarks,
} from './place-columns.ts'

/**
 * A place that the gazetteer knows (GeoNames, CC BY 4.0, and tables of our own).
 *
 * @example
 * import { lookup, type Place } from 'nutgraf/places'
 *
 * const isLarge = ({ population }: Place) => population > 100_000
 * console.log(lookup('Springfield').filter(isLarge).map(({ admin }) => admin).join()) // US-MO,US-MA,US-IL
 * @see https://www.geonames.org
 */
export interface Place {
  name: string
  type: Location['type']
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** ISO 3166-2, or the name of the first-level division. */
  admin: string | null
  /** Degrees, WGS 84, to two decimals; of a division, the mean of its towns. */
  lat: number | null
  lon: number | null
  /** The id of GeoNames. */
  geonames: number | null
  /** The item of Wikidata. */
  wikidata?: string
  /** To within a tenth; 0 where it is not known. */
  population: number
  /** Of a country. */
  capital: boolean
}

/** Look-up of places by name and by demonym. Made once, never changed. */
export interface Gazetteer {
  /** All places of a name, in no order. */
  byName(name: string): readonly Place[]
  byDemonym(word: string): Place | undefined
  /** States and provinces by their postal code, which is a word besides: "CA", "ON". */
  byCode(code: string): readonly Place[]
  /** The id of the city that a name means before all others, as `data/city-aliases.tsv` says: New York, Washington. */
  mainCity(name: string): number | undefined
  /** Whether a code of ISO 3166-1 is a country's that it knows, and one of ISO 3166-2 a division's. */
  hasCountry(code: string): boolean
  hasDivision(code: string): boolean
  /** Whether a country, region, capital or town of some size is called so: what the tagger asks. */
  isProminent(name: string): boolean
}

let whole: Gazetteer | undefined

/** The embedded gazetteer (GeoNames, CC BY 4.0; sizes in the README), unpacked at first use; `added` places go first. */
export function openGazetteer(added: readonly { place: Place; aliases: readonly string[] }[] = []): Gazetteer {
  whole ??= unpack(packedPlaces())
  if (added.length === 0) return whole
  const { byName } = whole
  const own = new Map<string, Place[]>()
  for (const { place, aliases } of added)
    for (const name of [place.name, ...aliases]) {
      const known = own.get(keyOf(name))
      if (known) known.push(place)
      else own.set(keyOf(name), [place])
    }
  return { ...whole, byName: (name) => own.get(keyOf(name)) ?? byName(name) }
}

const noPlaces: readonly Place[] = []

type Packed = ReturnType<typeof packedPlaces>

function unpack(packed: Packed): Gazetteer {
  const { special, demonyms, byCode, byId } = unpackTable(packed)
  const { aliasOf } = packed
  const [keys, aliases] = [openNames(packed.keys), openNames(packed.aliases)]
  const divisions = packed.divisions.split('\n').map((line) => divisionOf(...(line.split('\t') as [string, string])))
  const countries = new Set(divisions.map(({ country }) => country))
  const divisionCodes = new Set(divisions.map(({ admin }) => admin))
  const sizes = readSizes(packed.sizes, packed.count, divisions.length)
  const detailsOf = openDetails(packed, sizes, keys, divisions.length)
  const made = new Map<number, Place>()
  const placeAt = (i: number): Place => {
    let place = made.get(i)
    if (!place) {
      place = readPlace(i, divisions[sizes.divisions[i]!]!, sizes, detailsOf())
      made.set(i, place)
    }
    return place
  }
  const find = (key: string): readonly Place[] => {
    const found = new Set<Place>(special.get(key))
    const own = keys.find(key)
    for (let i = own.first; i < own.last; i++) found.add(placeAt(i))
    const other = aliases.find(key)
    for (let i = other.first; i < other.last; i++) found.add(placeAt(numberAt(aliasOf, i, 4)))
    const moved = byId.get(key)
    if (moved !== undefined) for (const at of placesOf(detailsOf().points.ids, moved)) found.add(placeAt(at))
    return found.size === 0 ? noPlaces : [...found]
  }
  return {
    byName: memoizeBounded(2500, (name) => find(keyOf(name))),
    byDemonym: (word) => demonyms.get(word),
    byCode: (code) => byCode.get(code) ?? noPlaces,
    mainCity: (name) => byId.get(keyOf(name)),
    hasCountry: (code) => countries.has(code),
    hasDivision: (code) => divisionCodes.has(code),
    isProminent(name) {
      const key = keyOf(name)
      return special.has(key) || byId.has(key) || isTown(keys.find(key), sizes)
    },
  }
}

/** What is read of places that a text names. */
interface PlaceDetails {
  points: PointColumns
  nameOf(place: number): string
}

/** Unpacks details when the first is asked for: many a text names no town. What they are unpacked from is not kept. */
function openDetails(packed: Packed, sizes: SizeColumns, keys: NameList, divisionCount: number): () => PlaceDetails {
  let details: PlaceDetails | undefined
  let source: Packed | undefined = packed
  return () => {
    details ??= {
      points: readPoints(source!.points, sizes, divisionCount),
      nameOf: openWritten(source!, keys),
    }
    source = undefined
    return details
  }
}

/** How places are written: as their key, with marks on some letters, or otherwise. */
function openWritten(packed: Packed, keys: NameList): (place: number) => string {
  const marksOf = readMarks(packed.marks, packed.marked, packed.markLetters)
  const whole = new Map(
    packed.written.split('\n').map((line) => {
      const tab = line.indexOf('\t')
      return [Number.parseInt(line.slice(0, tab), 36), line.slice(tab + 1)] as const
    }),
  )
  return (place) => whole.get(place) ?? withMarks(keys.at(place), marksOf(place))
}

/** The level of 13,000 people; all capitals are above it. */
const townLevel = 19

function isTown({ first, last }: { first: number; last: number }, { kinds, levels }: SizeColumns): boolean {
  for (let i = first; i < last; i++) if (kindLetters[kinds[i]!] === 'c' && levels[i]! >= townLevel) return true
  return false
}

const numberAt = (column: string, i: number, width: number): number =>
  Number.parseInt(column.slice(i * width, (i + 1) * width), 36)

/** The places of an id. */
function* placesOf(ids: Uint32Array, wanted: number): Generator<number> {
  for (let at = ids.indexOf(wanted); at >= 0; at = ids.indexOf(wanted, at + 1)) yield at
}

interface Division {
  country: string
  /** ISO 3166-2 where it is known, else the division's name. */
  admin: string | null
}

const canada = ['', 'AB', 'BC', 'MB', 'NB', 'NL', '', 'NS', 'ON', 'PE', 'QC', 'SK', 'YT', 'NT', 'NU']
const australia = ['', 'ACT', 'NSW', 'NT', 'QLD', 'SA', 'TAS', 'VIC', 'WA']

function divisionOf(code: string, name: string): Division {
  const country = code.slice(0, 2)
  const own = code.slice(3)
  const iso =
    country === 'US' || country === 'GB'
      ? own
      : country === 'CA'
        ? canada[Number(own)]
        : country === 'AU'
          ? australia[Number(own)]
          : undefined
  return { country, admin: iso ? `${country}-${iso}` : name || null }
}

const typeOf: Readonly<Record<string, Place['type']>> = { c: 'city', s: 'state', d: 'district' }

function readPlace(
  i: number,
  { country, admin }: Division,
  { kinds, levels }: SizeColumns,
  { points: { latitudes, longitudes, ids }, nameOf }: PlaceDetails,
): Place {
  const level = levels[i]!
  return {
    name: nameOf(i),
    type: typeOf[kindLetters[kinds[i]!]!]!,
    country,
    admin,
    lat: Math.round(latitudes[i]! - 9000) / 100,
    lon: Math.round(longitudes[i]! - 18_000) / 100,
    geonames: ids[i]! || null,
    population: Math.round(10 ** ((level % capitalLevel) / 4.5)),
    capital: level >= capitalLevel,
  }
}

/** Countries, regions, seas and what else people edit in data/places.tsv. */
function unpackTable(packed: Packed) {
  const special = new Map<string, Place[]>()
  const demonyms = new Map<string, Place>()
  const byCode = new Map<string, Place[]>()
  const add = (name: string, place: Place) => {
    const list = special.get(keyOf(name))
    if (!list) special.set(keyOf(name), [place])
    else if (!list.includes(place)) list.push(place)
  }
  for (const line of packed.places.split('\n')) {
    const [name = '', type, code = '', id, lat, lon, aliases = '', adjectives = ''] = line.split('\t')
    const [country, admin] = code.split('-')
    const place: Place = {
      name: name.split(' (')[0]!,
      type: type as Place['type'],
      country: country || null,
      admin: admin ? code : null,
      lat: Number(lat),
      lon: Number(lon),
      geonames: id ? Number(id) : null,
      population: 0,
      capital: false,
    }
    for (const form of [place.name, ...aliases.split(',')]) if (form) add(form, place)
    for (const word of adjectives.split(',')) if (word) demonyms.set(word, place)
    if (admin && (country === 'US' || country === 'CA')) byCode.set(admin, [place])
  }
  const byId = new Map(
    packed.cityAliases.split('\n').map((line) => {
      const [alias = '', id = ''] = line.split('\t')
      return [keyOf(alias), Number(id)] as const
    }),
  )
  return { special, demonyms, byCode, byId }
}
