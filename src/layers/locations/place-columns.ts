import { frontLine } from '../../base/front-coding.ts'
import { numberSymbols, SymbolReader, type SymbolTable, unfolded } from '../../base/symbol-reader.ts'

/** A capital's level of population is raised by so much. */
export const capitalLevel = 36
export const kindLetters = 'csd'

/** The tables of columns, in their order: towns of one country are alike, and divisions of one are neighbours. */
export function sizeTables<Table>(tables: (count: number, size: number) => readonly Table[], groups: number) {
  return {
    groups: tables(1, groups)[0]!,
    divisions: tables(groups, 256),
    kinds: tables(groups, kindLetters.length),
    levels: tables(groups, 2 * capitalLevel),
  }
}
export const pointTables = <Table>(tables: (count: number, size: number) => readonly Table[], groups: number) => ({
  edges: tables(2, numberSymbols),
  extents: tables(2, numberSymbols),
  ids: tables(groups, numberSymbols),
})

/** Divisions in groups of 256. */
export const groupsOf = (divisions: number): number => (divisions + 255) >> 8

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
  for (let i = 0; i < count; i++) {
    const group = reader.symbol(tables.groups)
    divisions[i] = (group << 8) | reader.symbol(tables.divisions[group]!)
    kinds[i] = reader.symbol(tables.kinds[group]!)
    levels[i] = reader.symbol(tables.levels[group]!)
  }
  return { divisions, kinds, levels }
}

/** Where each place lies, in hundredths of a degree from the south pole and the date line, and its id, 0 where it has none. */
export interface PointColumns {
  latitudes: Uint16Array
  longitudes: Uint16Array
  ids: Uint32Array
}

/** Points are told within the bounds of their division, ids by how far they are from the one before in it. */
export function readPoints(packed: string, { divisions }: SizeColumns, divisionCount: number): PointColumns {
  const reader = new SymbolReader(packed)
  const {
    edges,
    extents,
    ids: gaps,
  } = pointTables((count, size) => reader.tables(count, size), groupsOf(divisionCount))
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
  const lastIds = new Uint32Array(divisionCount)
  const [latitudes, longitudes, ids] = [new Uint16Array(count), new Uint16Array(count), new Uint32Array(count)]
  for (let i = 0; i < count; i++) {
    const division = divisions[i]!
    latitudes[i] = south[division]! + reader.below(height[division]!)
    longitudes[i] = west[division]! + reader.below(width[division]!)
    const gap = reader.number(gaps[division >> 8]!)
    if (gap > 0) {
      lastIds[division]! += unfolded(gap - 1)
      ids[i] = lastIds[division]!
    }
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
