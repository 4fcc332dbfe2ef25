import { frontLine } from '../../base/front-coding.ts'
import { numberSymbols, SymbolReader, type SymbolTable, unfolded } from '../../base/symbol-reader.ts'

/** A capital's level of population is raised by so much. */
export const capitalLevel = 36
export const kindLetters = 'csd'

/** The number of each division's country; those of a country stand side by side. */
export function countriesOf(names: readonly string[]): Uint16Array {
  let country = 0
  return Uint16Array.from(names, (name, i) => (i === 0 || name === names[i - 1] ? country : ++country))
}

/** The tables of columns, in their order: towns of one country are alike, and divisions of one are neighbours. */
export const sizeTables = <Table>(tables: (count: number, size: number) => readonly Table[], groups: number) => ({
  /** The group of a place by that of the one before: names of one kind are of one country. */
  groups: tables(groups, groups),
  divisions: tables(groups, 256),
  kinds: tables(groups, kindLetters.length),
  levels: tables(groups * kindLetters.length, 2 * capitalLevel),
})
export const pointTables = <Table>(
  tables: (count: number, size: number) => readonly Table[],
  countries: Uint16Array,
) => ({
  edges: tables(2, numberSymbols),
  extents: tables(2, numberSymbols),
  /** Which guess an id is told by, by its country. */
  guesses: tables(countries.at(-1)! + 1, guessCount),
  /** How far it is from the guess, by what was guessed. */
  gaps: tables(groupsOf(countries.length) * guessCount, numberSymbols),
})

/** Divisions in groups of 256. */
export const groupsOf = (divisions: number): number => (divisions + 255) >> 8
/** Which of the tables of gaps tells of a division's ids. */
export const gapTable = (division: number, guess: number): number => (division >> 8) * guessCount + guess

/** What kind of place each is, where and how large, in order of the places' keys. */
export interface SizeColumns {
  divisions: Uint16Array
  /** Indexes in `kindLetters`. */
  kinds: Uint8Array
  /** The logarithm of the population, of a capital and `capitalLevel`. */
  levels: Uint8Array
}

export function readSizes(packed: string, count: number, divisionCount: number): SizeColumns {
  const reader = new SymbolReader(packed)
  const tables = sizeTables((count, size) => reader.tables(count, size), groupsOf(divisionCount))
  const [divisions, kinds, levels] = [new Uint16Array(count), new Uint8Array(count), new Uint8Array(count)]
  for (let i = 0, group = 0; i < count; i++) {
    group = reader.symbol(tables.groups[group]!)
    divisions[i] = (group << 8) | reader.symbol(tables.divisions[group]!)
    const kind = reader.symbol(tables.kinds[group]!)
    kinds[i] = kind
    levels[i] = reader.symbol(tables.levels[group * kindLetters.length + kind]!)
  }
  return { divisions, kinds, levels }
}

/** Where each place lies, in hundredths of a degree from the south pole and the date line, and its id, 0 where it has none. */
export interface PointColumns {
  latitudes: Uint16Array
  longitudes: Uint16Array
  ids: Uint32Array
}

export const guessCount = 5

/**
 * Guesses at the ids of places that come in order of their names. GeoNames took them in from lists, one after the other: of a
 * division or country by name, or by where they lie.
 */
export class IdGuesses {
  readonly #countries: Uint16Array
  readonly #ofDivision: Uint32Array
  /** The last three of each country, the last first. */
  readonly #ofCountry: Uint32Array
  /** The last in each square of two thirds of a degree. */
  readonly #ofSquare = new Uint32Array(squares << squareBits)

  constructor(countries: Uint16Array) {
    this.#countries = countries
    this.#ofDivision = new Uint32Array(countries.length)
    this.#ofCountry = new Uint32Array(3 * (countries.at(-1)! + 1))
  }

  /** One of the guesses at the id of a place in a division and a square. */
  at(guess: number, division: number, square: number): number {
    if (guess === 0) return this.#ofDivision[division]!
    const first = 3 * this.#countries[division]!
    return (guess === 2 && this.#ofSquare[square]) || this.#ofCountry[first + Math.max(0, guess - 2)]!
  }

  /** Takes the id in. */
  add(id: number, division: number, square: number): void {
    const first = 3 * this.#countries[division]!
    this.#ofCountry[first + 2] = this.#ofCountry[first + 1]!
    this.#ofCountry[first + 1] = this.#ofCountry[first]!
    this.#ofCountry[first] = id
    this.#ofDivision[division] = id
    this.#ofSquare[square] = id
  }
}

const squareBits = 10
const squares = 1 << 9
/** The square of a point. */
export const squareOf = (latitude: number, longitude: number): number =>
  ((latitude >> 6) << squareBits) | (longitude >> 6)

/** Points are told within the bounds of their division, ids by how far they are from a guess. */
export function readPoints(packed: string, { divisions }: SizeColumns, countries: Uint16Array): PointColumns {
  const reader = new SymbolReader(packed)
  const { edges, extents, guesses, gaps } = pointTables((count, size) => reader.tables(count, size), countries)
  const divisionCount = countries.length
  const south = new Int32Array(divisionCount)
  const west = new Int32Array(divisionCount)
  const [height, width] = [new Int32Array(divisionCount), new Int32Array(divisionCount)]
  for (let division = 0; division < divisionCount; division++) {
    south[division] = (south[division - 1] ?? 0) + unfolded(reader.number(edges[0]!))
    height[division] = reader.number(extents[0]!)
    west[division] = (west[division - 1] ?? 0) + unfolded(reader.number(edges[1]!))
    width[division] = reader.number(extents[1]!)
  }
  const count = divisions.length
  const known = new IdGuesses(countries)
  const [latitudes, longitudes, ids] = [new Uint16Array(count), new Uint16Array(count), new Uint32Array(count)]
  for (let i = 0; i < count; i++) {
    const division = divisions[i]!
    const latitude = south[division]! + reader.below(height[division]!)
    const longitude = west[division]! + reader.below(width[division]!)
    latitudes[i] = latitude
    longitudes[i] = longitude
    const guess = reader.symbol(guesses[countries[division]!]!)
    const gap = reader.number(gaps[gapTable(division, guess)]!)
    if (gap === 0) continue
    const square = squareOf(latitude, longitude)
    const id = known.at(guess, division, square) + unfolded(gap - 1)
    known.add(id, division, square)
    ids[i] = id
  }
  return { latitudes, longitudes, ids }
}

/** Names whose letters are those of their key but for marks: at which place of a name which letter stands. */
export type Marks = readonly (readonly [at: number, letter: string])[]

export const markTables = <Table>(tables: (count: number, size: number) => readonly Table[], letterCount: number) => ({
  gaps: tables(1, numberSymbols)[0]!,
  /** How far on the next one is, and whether it is the last; those of the first are not like others. */
  steps: tables(2, 128),
  letters: tables(1, letterCount)[0]!,
})

/** The marks of places by their numbers, ten thousand of them: they are kept in columns, and made where they are asked for. */
export function readMarks(packed: string, count: number, letters: string): (place: number) => Marks {
  const reader = new SymbolReader(packed)
  const tables = markTables((count, size) => reader.tables(count, size), letters.length)
  const places = new Uint32Array(count)
  /** Where in the columns of marks those of each place end. */
  const ends = new Uint32Array(count)
  const [ats, letterNumbers]: [number[], number[]] = [[], []]
  let place = 0
  for (let read = 0; read < count; read++) {
    place += reader.number(tables.gaps)
    places[read] = place
    for (let at = 0, last = 0, steps = tables.steps[0]!; last === 0; steps = tables.steps[1]!) {
      const step = reader.symbol(steps)
      at += step >> 1
      last = step & 1
      ats.push(at)
      letterNumbers.push(reader.symbol(tables.letters))
    }
    ends[read] = ats.length
  }
  return (wanted) => {
    const found = indexIn(places, wanted)
    if (found < 0) return []
    const first = ends[found - 1] ?? 0
    return ats.slice(first, ends[found]).map((at, i) => [at, letters[letterNumbers[first + i]!]!] as const)
  }
}

/** Where a number stands in a column of rising ones, -1 where it does not. */
function indexIn(column: Uint32Array, wanted: number): number {
  let [low, high] = [0, column.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (column[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return column[low] === wanted ? low : -1
}

export function withMarks(key: string, marks: Marks): string {
  let name = key
  for (const [at, letter] of marks) name = name.slice(0, at) + letter + name.slice(at + 1)
  return name
}

/** What stands before a letter: at the beginning of a word, after a vowel, after two vowels, after anything else. */
const letterKinds = 4
const vowels = new Set('aeiouyAEIOUY')

/** Which table tells of the letter after two others, each by its number from 1 on, 0 where there is none. */
export function openLetterContexts(letters: string): (before: number, last: number) => number {
  const kinds = ['', ...letters].map((letter) => (letter === '' || letter === ' ' ? 0 : vowels.has(letter) ? 1 : 2))
  return (before, last) => last * letterKinds + kinds[before]!
}

export const nameTables = <Table>(tables: (count: number, size: number) => readonly Table[], letterCount: number) => ({
  /** How many letters a name shares with the one before. */
  shared: tables(1, longestShared + 1)[0]!,
  letters: tables((letterCount + 1) * letterKinds, letterCount + 1),
})
export const longestShared = 63

/** A front-coded list of names, in order, that `packNames` of data/place-columns.ts wrote letter by letter. */
export function readNames(packed: string, count: number, letters: string): string {
  const reader = new SymbolReader(packed)
  const tables = nameTables((count, size) => reader.tables(count, size), letters.length)
  const contextOf = openLetterContexts(letters)
  const lines: string[] = []
  let name = ''
  for (let i = 0; i < count; i++) {
    const kept = name.slice(0, reader.symbol(tables.shared))
    const next = kept + readLetters(reader, tables.letters, contextOf, letters, kept)
    lines.push(frontLine(next, name, i))
    name = next
  }
  return lines.join('\n')
}

/** The letters of a name that come after its beginning. */
function readLetters(
  reader: SymbolReader,
  tables: readonly SymbolTable[],
  contextOf: (before: number, last: number) => number,
  letters: string,
  beginning: string,
): string {
  let [before, last] = [letters.indexOf(beginning.at(-2) ?? '\n') + 1, letters.indexOf(beginning.at(-1) ?? '\n') + 1]
  let read = ''
  for (;;) {
    const letter = reader.symbol(tables[contextOf(before, last)]!)
    if (letter === 0) return read
    read += letters[letter - 1]
    before = last
    last = letter
  }
}
