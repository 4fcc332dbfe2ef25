import { packedPlaces } from '#packed'
import { type NameList, openNames } from '../../base/front-coding.ts'
import { memoizeBounded } from '../../base/memoize-bounded.ts'
import type { Location } from '../../base/story.ts'
import { keyOf } from './key.ts'
import {
  capitalLevel,
  countriesOf,
  kindLetters,
  type PointColumns,
  readMarks,
  readNames,
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

/**
 * Places besides the default ones, for `createExtractor({ places })`.
 *
 * @example
 * import { createExtractor } from 'nutgraf'
 * import { fullPlaces, type PlacePack } from 'nutgraf/places-full'
 *
 * const places: PlacePack = fullPlaces
 * console.log(createExtractor({ places }).extract('He lives in Giverny, France.').locations[0]?.admin) // FR-NOR
 */
export interface PlacePack {
  /** What says that an object is a pack, in whichever copy of the library it was made. */
  readonly kind: 'nutgraf/place-pack'
  readonly columns: PlaceColumns
}

/**
 * Places as src/data has them, in order of their keys; their divisions are those of the default pack.
 *
 * @example
 * import { fullPlaces, type PlaceColumns } from 'nutgraf/places-full'
 *
 * const { count }: PlaceColumns = fullPlaces.columns
 * console.log(count > 120_000) // true
 */
export interface PlaceColumns {
  readonly count: number
  /** The letters of names, where these are packed letter by letter, and not as front-coded lists. */
  readonly letters: string
  readonly keys: string
  readonly marked: number
  readonly marks: string
  readonly markLetters: string
  readonly written: string
  readonly sizes: string
  readonly points: string
  readonly aliases: string
  /** The places of aliases; those of the default pack are counted before those of another. */
  readonly aliasOf: string
}

/** Whether a value is a pack; what its columns hold is not read until a text is. */
export function isPlacePack(value: unknown): value is PlacePack {
  if (typeof value !== 'object' || value === null) return false
  const { kind, columns } = value as Partial<PlacePack>
  return kind === 'nutgraf/place-pack' && typeof columns?.keys === 'string'
}

let standard: Finder | undefined
const extended = new WeakMap<PlacePack, Finder>()

/**
 * The embedded gazetteer (GeoNames, CC BY 4.0; sizes in the README), unpacked at first use, and a pack besides; `added`
 * places go first.
 */
export function openGazetteer(
  added: readonly { place: Place; aliases: readonly string[] }[] = [],
  pack?: PlacePack,
): Gazetteer {
  standard ??= unpack(packedPlaces())
  const whole = pack ? extendedBy(pack, standard) : standard.gazetteer
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

/** A gazetteer, and what a pack besides needs of it. */
interface Finder {
  gazetteer: Gazetteer
  shelf: Shelf
  find(key: string): Set<Place>
}

function extendedBy(pack: PlacePack, { gazetteer, find, shelf }: Finder): Gazetteer {
  let opened = extended.get(pack)
  if (!opened) {
    const more = openShelf(pack.columns, shelf.divisions)
    const placeAt = (i: number) => (i < shelf.count ? shelf.placeAt(i) : more.placeAt(i - shelf.count))
    const findAll = (key: string) => {
      const found = find(key)
      more.addNamed(key, found, placeAt)
      return found
    }
    opened = {
      gazetteer: { ...gazetteer, byName: memoized(findAll) },
      shelf: more,
      find: findAll,
    }
    extended.set(pack, opened)
  }
  return opened.gazetteer
}

const memoized = (find: (key: string) => ReadonlySet<Place>): Gazetteer['byName'] =>
  memoizeBounded(2500, (name) => {
    const found = find(keyOf(name))
    return found.size === 0 ? noPlaces : [...found]
  })

type Packed = ReturnType<typeof packedPlaces>

function unpack(packed: Packed): Finder {
  const { special, prominent, demonyms, byCode, byId } = unpackTable(packed)
  const divisions = readDivisions(packed)
  const countries = new Set(divisions.map(({ country }) => country))
  const divisionCodes = new Set(divisions.map(({ admin }) => admin))
  const shelf = openShelf(packed, divisions)
  const find = (key: string): Set<Place> => {
    const found = new Set<Place>(special.get(key))
    shelf.addNamed(key, found, shelf.placeAt)
    const moved = byId.get(key)
    if (moved !== undefined) for (const place of shelf.byId(moved)) found.add(place)
    return found
  }
  const prominence = memoizeBounded(2500, (name) => {
    const key = keyOf(name)
    return { isKnown: prominent.has(key) || byId.has(key) || shelf.hasTown(key) }
  })
  const gazetteer: Gazetteer = {
    byName: memoized(find),
    byDemonym: (word) => demonyms.get(word),
    byCode: (code) => byCode.get(code) ?? noPlaces,
    mainCity: (name) => byId.get(keyOf(name)),
    hasCountry: (code) => countries.has(code),
    hasDivision: (code) => divisionCodes.has(code),
    isProminent: (name) => prominence(name).isKnown,
  }
  return { gazetteer, shelf, find }
}

/** Packed places, each of which is read when it is asked for. */
interface Shelf {
  count: number
  divisions: readonly Division[]
  placeAt(i: number): Place
  /** Adds the places that are called so; those of an alias may lie on another shelf, and `placeOf` reads them. */
  addNamed(key: string, found: Set<Place>, placeOf: (i: number) => Place): void
  byId(id: number): Iterable<Place>
  hasTown(key: string): boolean
}

function openShelf(columns: PlaceColumns, divisions: readonly Division[]): Shelf {
  const { letters, count, aliasOf } = columns
  const namesOf = (list: string, count: number) => openNames(letters === '' ? list : readNames(list, count, letters))
  const [keys, aliases] = [namesOf(columns.keys, count), namesOf(columns.aliases, aliasOf.length / aliasWidth)]
  const sizes = readSizes(columns.sizes, columns.count, divisions.length)
  const detailsOf = openDetails(columns, sizes, keys, divisions)
  const made = new Map<number, Place>()
  const placeAt = (i: number): Place => {
    let place = made.get(i)
    if (!place) {
      place = readPlace(i, divisions[sizes.divisions[i]!]!, sizes, detailsOf())
      made.set(i, place)
    }
    return place
  }
  return {
    ...{ count, divisions, placeAt },
    addNamed(key, found, placeOf) {
      const own = keys.find(key)
      for (let i = own.first; i < own.last; i++) found.add(placeAt(i))
      const other = aliases.find(key)
      for (let i = other.first; i < other.last; i++) found.add(placeOf(numberAt(aliasOf, i, aliasWidth)))
    },
    *byId(id) {
      for (const i of placesOf(detailsOf().points.ids, id)) yield placeAt(i)
    },
    hasTown: (key) => isTown(keys.find(key), sizes),
  }
}

/** What is read of places that a text names. */
interface PlaceDetails {
  points: PointColumns
  nameOf(place: number): string
}

/** Unpacks details when the first is asked for: many a text names no town. What they are unpacked from is not kept. */
function openDetails(
  columns: PlaceColumns,
  sizes: SizeColumns,
  keys: NameList,
  divisions: readonly Division[],
): () => PlaceDetails {
  let details: PlaceDetails | undefined
  let source: PlaceColumns | undefined = columns
  return () => {
    details ??= {
      points: readPoints(source!.points, sizes, countriesOf(divisions.map(({ country }) => country))),
      nameOf: openWritten(source!, keys),
    }
    source = undefined
    return details
  }
}

/** How places are written: as their key, with marks on some letters, or otherwise. */
function openWritten(columns: PlaceColumns, keys: NameList): (place: number) => string {
  const marksOf = readMarks(columns.marks, columns.marked, columns.markLetters)
  const whole = new Map(
    columns.written.split('\n').map((line) => {
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

/** Digits of a place's number. */
const aliasWidth = 4

const numberAt = (column: string, i: number, width: number): number =>
  Number.parseInt(column.slice(i * width, (i + 1) * width), 36)

/** The places of an id. */
function* placesOf(ids: Uint32Array, wanted: number): Generator<number> {
  for (let at = ids.indexOf(wanted); at >= 0; at = ids.indexOf(wanted, at + 1)) yield at
}

/** A first-level division of a country, or all of it. */
interface Division {
  country: string
  /** ISO 3166-2 where it is known, else the division's name. */
  admin: string | null
  /** The item of Wikidata. */
  item: string | undefined
}

function readDivisions(packed: Packed): Division[] {
  const items = new Map(
    packed.divisionItems.split('\n').map((line) => line.split('\t') as [code: string, item: string]),
  )
  return packed.divisions.split('\n').map((line) => {
    const country = line.slice(0, 2)
    const own = line.slice(2)
    const admin = own.startsWith('-') ? line : own || null
    return { country, admin, item: items.get(line) }
  })
}

const typeOf: Readonly<Record<string, Place['type']>> = { c: 'city', s: 'state', d: 'district' }

function readPlace(
  i: number,
  { country, admin, item }: Division,
  { kinds, levels }: SizeColumns,
  { points: { latitudes, longitudes, ids }, nameOf }: PlaceDetails,
): Place {
  const level = levels[i]!
  const type = typeOf[kindLetters[kinds[i]!]!]!
  return {
    name: nameOf(i),
    type,
    country,
    admin,
    lat: Math.round(latitudes[i]! - 9000) / 100,
    lon: Math.round(longitudes[i]! - 18_000) / 100,
    geonames: ids[i]! || null,
    ...(type === 'state' && item !== undefined && { wikidata: item }),
    population: level === 0 ? 0 : Math.round(10 ** ((level % capitalLevel) / 4.5)),
    capital: level >= capitalLevel,
  }
}

/** Countries, regions, seas and what else people edit in data/places.tsv and data/regions.tsv. */
function unpackTable(packed: Packed) {
  const special = new Map<string, Place[]>()
  const demonyms = new Map<string, Place>()
  const byCode = new Map<string, Place[]>()
  const add = (name: string, place: Place) => {
    const list = special.get(keyOf(name))
    if (!list) special.set(keyOf(name), [place])
    else if (!list.includes(place)) list.push(place)
  }
  const lines = packed.places.split('\n')
  const prominent = new Set<string>()
  for (const [number, line] of [...lines, ...packed.regions.split('\n')].entries()) {
    const [name = '', type, code = '', id, lat, lon, aliases = '', adjectives = '', item] = line.split('\t')
    const [country, admin] = code.split('-')
    const place: Place = {
      name: name.split(' (')[0]!,
      type: type as Place['type'],
      country: country || null,
      admin: admin ? code : null,
      lat: Number(lat),
      lon: Number(lon),
      geonames: id ? Number(id) : null,
      ...(item && { wikidata: item }),
      population: 0,
      capital: false,
    }
    for (const form of [place.name, ...aliases.split(',')]) {
      if (form) add(form, place)
      if (form && number < lines.length) prominent.add(keyOf(form))
    }
    for (const word of adjectives.split(',')) if (word) demonyms.set(word, place)
    if (type === 'state' && admin && (country === 'US' || country === 'CA')) byCode.set(admin, [place])
  }
  const byId = new Map(
    packed.cityAliases.split('\n').map((line) => {
      const [alias = '', id = ''] = line.split('\t')
      return [keyOf(alias), Number(id)] as const
    }),
  )
  return { special, prominent, demonyms, byCode, byId }
}
