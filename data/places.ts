// Which places the packs have, and their packed columns.
import { keyOf } from '../src/layers/locations/key.ts'
import { countriesOf } from '../src/layers/locations/place-columns.ts'
import { frontCoded } from './front-coded.ts'
import { kindOf, lettersOf, levelOf, marksOf, packMarks, packNames, packPoints, packSizes } from './place-columns.ts'
import {
  type City,
  countryOf,
  districtCountries,
  districtRows,
  divisionRows,
  firstLevel,
  home,
  type Row,
  readCities,
  readDivisionFacts,
  secondLevel,
} from './place-rows.ts'

/** News tells of larger towns alone, where they are not near its readers. */
const smallestTown = 5000
const smallestSection = 5000
/** Elsewhere only such districts are in the pack that all take. */
const largeDistrict = 150_000
/** Other names of towns of this size are in the full pack; with those of all it would be twice as large. */
const smallestAliased = 50_000

const isListed = (city: City): boolean =>
  city.kind === 'd'
    ? city.population >= smallestSection || home.has(countryOf(city))
    : city.population >= smallestTown || city.capital || home.has(countryOf(city))

const byKey = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function inOrder(rows: readonly Row[]): Row[] {
  return [...rows].sort(
    (a, b) =>
      byKey(keyOf(a.name), keyOf(b.name)) ||
      b.population - a.population ||
      a.id - b.id ||
      byKey(a.division, b.division),
  )
}

/** The places of the default pack, and those that only the full one has; `ownNames` are those of data/places.tsv. */
function readPlaces(ownNames: ReadonlySet<string>) {
  const cities = readCities()
  const facts = readDivisionFacts()
  const towns = cities.filter(({ kind }) => kind === 'c')
  const own = districtRows(cities)
  const ownIds = new Set(own.map(({ id }) => id).filter(Boolean))
  const listed = cities.filter((city) => isListed(city) && !ownIds.has(city.id))
  const rest = cities.filter((city) => !isListed(city) && !ownIds.has(city.id))
  const states = divisionRows('s', firstLevel(), towns, facts).filter(
    (state) => !ownNames.has(`${keyOf(state.name)} ${countryOf(state)}`),
  )
  const taken = new Set(listed.map(({ name, division }) => `${keyOf(name)} ${division}`))
  const isTowns = (name: string, division: string) => taken.has(`${keyOf(name)} ${division}`)
  // A district that a town gives its name to is the town.
  const districts = divisionRows('d', secondLevel(), towns, facts).flatMap((district) => {
    const { name, division } = district
    if (isTowns(name, division)) return []
    return [{ ...district, aliases: district.aliases.filter((alias) => !isTowns(alias, division)) }]
  })
  const isKnown = (district: Row) => districtCountries.has(countryOf(district)) || district.population >= largeDistrict
  return { facts, rows: inOrder([...listed, ...own, ...states, ...districts.filter(isKnown)]), rest: inOrder(rest) }
}

/** Names in Latin script, folded, that a place may have in English news. */
function usableAliases(name: string, aliases: readonly string[], taken: ReadonlySet<string>): string[] {
  const usable = aliases.filter(
    (alias) => /^\p{Lu}[\p{Script=Latin}' .-]{3,28}$/u.test(alias) && !/[A-Z]{2}/.test(alias),
  )
  const own = keyOf(name)
  return [...new Set(usable.map(keyOf))].filter((key) => key !== own && !taken.has(key))
}

/** The alias columns: names in order, and for each the number of its place. */
function packAliases(
  aliases: (readonly [alias: string, place: number])[],
  listOf: (names: readonly string[]) => string,
) {
  aliases.sort(([a, i], [b, j]) => byKey(a, b) || i - j)
  return {
    aliases: listOf(aliases.map(([alias]) => alias)),
    aliasOf: aliases.map(([, place]) => place.toString(36).padStart(4, '0')).join(''),
  }
}

/** The columns of places, which are in order of their keys. */
function packColumns(rows: readonly Row[], codes: readonly string[], listOf: (names: readonly string[]) => string) {
  const countries = countriesOf(codes.map((code) => code.slice(0, 2)))
  const codeAt = new Map(codes.map((code, i) => [code, i]))
  const divisions = Uint16Array.from(rows, ({ division }) => codeAt.get(division)!)
  const marks = rows.map(({ name }) => marksOf(name, keyOf(name)))
  return {
    count: rows.length,
    keys: listOf(rows.map(({ name }) => keyOf(name))),
    // How those are written whose key is another: by its marks, or else as a whole.
    ...packMarks(marks),
    written: rows
      .flatMap(({ name }, i) => (marks[i] || keyOf(name) === name ? [] : [`${i.toString(36)}\t${name}`]))
      .join('\n'),
    sizes: packSizes(
      {
        divisions,
        kinds: Uint8Array.from(rows, ({ kind }) => kindOf(kind)),
        levels: Uint8Array.from(rows, levelOf),
      },
      codes.length,
    ),
    points: packPoints(
      {
        latitudes: Uint16Array.from(rows, ({ lat }) => Math.round((lat + 90) * 100)),
        longitudes: Uint16Array.from(rows, ({ lon }) => Math.round((lon + 180) * 100)),
        ids: Uint32Array.from(rows, ({ id }) => id),
      },
      divisions,
      countries,
    ),
  }
}

/** Both packs as src/data has them: that of `openGazetteer`, and what the full one has besides. */
export function packPlaces(ownNames: ReadonlySet<string>) {
  const { rows, rest, facts } = readPlaces(ownNames)
  const codes = [...new Set([...rows, ...rest].map(({ division }) => division))].sort(byKey)
  const nameOf = new Map(firstLevel().map(({ code, name }) => [code, name]))
  const taken = new Set([
    ...rows.filter(({ population }) => population >= 15_000).map(({ name }) => keyOf(name)),
    ...ownNames,
  ])
  const aliases = rows.flatMap((row, i) =>
    usableAliases(row.name, row.aliases, taken).map((alias) => [alias, i] as const),
  )
  const rareAliases = [...rows, ...rest].flatMap((row, i) =>
    row.population < smallestAliased
      ? []
      : usableAliases(row.name, row.rareAliases, taken).map((alias) => [alias, i] as const),
  )
  const letters = lettersOf([...rest.map(({ name }) => keyOf(name)), ...rareAliases.map(([alias]) => alias)])
  const packed = (names: readonly string[]) => packNames(names, letters)
  return {
    places: {
      ...packColumns(rows, codes, frontCoded),
      letters: '',
      // Country and first-level division: its code of ISO 3166-2 where it has one, else its name.
      divisions: codes
        .map((code) => [code.slice(0, 2), facts.get(code)?.iso.slice(2) || nameOf.get(code) || ''].join(''))
        .join('\n'),
      divisionItems: codes
        .flatMap((code) => {
          const { iso = '', item = '' } = facts.get(code) ?? {}
          return item ? [`${iso}\t${item}`] : []
        })
        .join('\n'),
      ...packAliases(aliases, frontCoded),
    },
    full: { letters, ...packColumns(rest, codes, packed), ...packAliases(rareAliases, packed) },
  }
}
