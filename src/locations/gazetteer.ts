import * as packed from '../data/places.ts'
import { unfront } from '../pack.ts'
import type { Location } from '../story.ts'

/** A place that the gazetteer knows. */
export interface Place {
  name: string
  type: Location['type']
  country: string | null
  admin: string | null
  lat: number | null
  lon: number | null
  geonames: number | null
  wikidata?: string
  population: number
  capital: boolean
}

/** Look-up of places by name and by demonym. Made once, never changed. */
export interface Gazetteer {
  /** All places of a name, in no order. */
  byName(name: string): readonly Place[]
  byDemonym(word: string): Place | undefined
}

let whole: { names: Map<string, Place[]>; demonyms: Map<string, Place> } | undefined

/** The embedded gazetteer (countries, regions, U.S. states, cities from 15,000 people; GeoNames, CC BY 4.0), unpacked at first use. */
export function openGazetteer(added: readonly { place: Place; aliases: readonly string[] }[] = []): Gazetteer {
  whole ??= unpack()
  const { names, demonyms } = whole
  const own = new Map<string, Place[]>()
  for (const { place, aliases } of added)
    for (const name of [place.name, ...aliases]) own.set(keyOf(name), [...(own.get(keyOf(name)) ?? []), place])
  return {
    byName: (name) => own.get(keyOf(name)) ?? names.get(keyOf(name)) ?? [],
    byDemonym: (word) => demonyms.get(word),
  }
}

// "St Petersburg" and "São Paulo" are looked up as "St. Petersburg" and "Sao Paulo".
const keyOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/^St\.? /, 'Saint ')

function unpack(): { names: Map<string, Place[]>; demonyms: Map<string, Place> } {
  const names = new Map<string, Place[]>()
  const demonyms = new Map<string, Place>()
  const add = (name: string, place: Place) => {
    const list = names.get(keyOf(name))
    if (!list) names.set(keyOf(name), [place])
    else if (!list.includes(place)) list.push(place)
  }
  for (const line of packed.places.split('\n')) {
    const [name = '', type, code = '', id, lat, lon, aliases = '', adjectives = ''] = line.split('\t')
    const [country, admin] = code.split('-')
    const place: Place = {
      name: name.replace(/ \(.*\)$/, ''),
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
  }
  const byId = new Map<string, Place>()
  const ids = packed.cityIds.split(',')
  const admins = packed.cityAdmins.split(',')
  const latitudes = packed.cityLatitudes.split(',')
  const longitudes = packed.cityLongitudes.split(',')
  const populations = packed.cityPopulations.split(',')
  unfront(packed.cityNames).forEach((name, i) => {
    const place: Place = {
      name,
      type: 'city',
      country: packed.cityCountries.slice(2 * i, 2 * i + 2),
      admin: admins[i] || null,
      lat: Number.parseInt(latitudes[i]!, 36) / 1000,
      lon: Number.parseInt(longitudes[i]!, 36) / 1000,
      geonames: Number.parseInt(ids[i]!, 36),
      population: Number.parseInt(populations[i]!, 36) * 100,
      capital: populations[i]!.endsWith('.'),
    }
    byId.set(ids[i]!, place)
    add(name, place)
  })
  for (const line of packed.cityAliases.split('\n')) {
    const [alias = '', id = ''] = line.split('\t')
    const place = byId.get(id)
    if (place) add(alias, place)
  }
  return { names, demonyms }
}
