import { folded } from '../src/base/symbol-reader.ts'
import {
  capitalLevel,
  gapTable,
  groupsOf,
  guessCount,
  IdGuesses,
  kindLetters,
  longestShared,
  type Marks,
  markTables,
  nameTables,
  openLetterContexts,
  type PointColumns,
  pointTables,
  type SizeColumns,
  sizeTables,
  squareOf,
} from '../src/layers/locations/place-columns.ts'
import { SymbolWriter } from './symbol-writer.ts'

/** Columns as `readSizes` of src/layers/locations/place-columns.ts reads them. */
export function packSizes({ divisions, kinds, levels }: SizeColumns, divisionCount: number): string {
  const writer = new SymbolWriter()
  const tables = sizeTables((count, size) => writer.tables(count, size), groupsOf(divisionCount))
  let before = 0
  for (const [i, division] of divisions.entries()) {
    const group = division >> 8
    const kind = kinds[i]!
    writer.symbol(tables.groups[before]!, group)
    writer.symbol(tables.divisions[group]!, division & 255)
    writer.symbol(tables.kinds[group]!, kind)
    writer.symbol(tables.levels[group * kindLetters.length + kind]!, levels[i]!)
    before = group
  }
  return writer.text()
}

/** Columns as `readPoints` reads them. */
export function packPoints(points: PointColumns, divisions: Uint16Array, countries: Uint16Array): string {
  const writer = new SymbolWriter()
  const { edges, extents, guesses, gaps } = pointTables((count, size) => writer.tables(count, size), countries)
  const divisionCount = countries.length
  const sides = [points.latitudes, points.longitudes].map((column) => boundsOf(column, divisions, divisionCount))
  for (let division = 0; division < divisionCount; division++)
    for (const [side, bounds] of sides.entries()) {
      const [least, extent] = bounds[division]!
      writer.number(edges[side]!, folded(least - (bounds[division - 1]?.[0] ?? 0)))
      writer.number(extents[side]!, extent)
    }
  const known = new IdGuesses(countries)
  for (const [i, division] of divisions.entries()) {
    const [latitude, longitude] = [points.latitudes[i]!, points.longitudes[i]!]
    for (const [side, value] of [latitude, longitude].entries()) {
      const [least, extent] = sides[side]![division]!
      writer.below(value - least, extent)
    }
    const id = points.ids[i]!
    const square = squareOf(latitude, longitude)
    const offsets = Array.from({ length: guessCount }, (_, guess) => id - known.at(guess, division, square))
    const guess = id === 0 ? 0 : bestOf(offsets)
    writer.symbol(guesses[countries[division]!]!, guess)
    writer.number(gaps[gapTable(division, guess)]!, id === 0 ? 0 : 1 + folded(offsets[guess]!))
    if (id > 0) known.add(id, division, square)
  }
  return writer.text()
}

/** The guess that is nearest; a later one costs more to name, and has to be three times as near. */
const bestOf = (offsets: readonly number[]): number =>
  offsets.reduce((best, offset, guess) => (3 * Math.abs(offset) < Math.abs(offsets[best]!) ? guess : best), 0)

/** The least value of each division, and how many there are from it to the greatest. */
function boundsOf(column: Uint16Array, divisions: Uint16Array, count: number): (readonly [number, number])[] {
  const bounds = Array.from({ length: count }, (): readonly [number, number] => [0, 0])
  for (const [i, division] of divisions.entries()) {
    const value = column[i]!
    const [least, extent] = bounds[division]!
    const [from, to] = extent === 0 ? [value, value + 1] : [Math.min(least, value), Math.max(least + extent, value + 1)]
    bounds[division] = [from, to - from]
  }
  return bounds
}

/** The logarithm of the population; towns of a hundred people are told from larger ones alone, capitals or not. */
export function levelOf({ population, capital }: { population: number; capital: boolean }): number {
  const level = Math.round(Math.min(35, Math.log10(Math.max(population, 1)) * 4.5))
  return capital && level >= 10 ? level + capitalLevel : level
}

export const kindOf = (letter: string): number => kindLetters.indexOf(letter)

/** By which letters a name differs from its key, where it does so by letters alone. */
export function marksOf(name: string, key: string): Marks | undefined {
  if (name === key || name.length !== key.length || /[\ud800-\udfff]/.test(name)) return undefined
  return [...name].flatMap((letter, at) => (letter === key[at] ? [] : [[at, letter] as const]))
}

/** Marks as `readMarks` reads them, with the letters that they have. */
export function packMarks(all: readonly (Marks | undefined)[]) {
  const letters = [...new Set(all.flatMap((marks) => marks?.map(([, letter]) => letter) ?? []))].sort()
  const writer = new SymbolWriter()
  const tables = markTables((count, size) => writer.tables(count, size), letters.length)
  let place = 0
  for (const [i, marks] of all.entries()) {
    if (!marks) continue
    writer.number(tables.gaps, i - place)
    place = i
    for (const [number, [at, letter]] of marks.entries()) {
      const step = at - (marks[number - 1]?.[0] ?? 0)
      writer.symbol(tables.steps[number === 0 ? 0 : 1]!, 2 * step + (number === marks.length - 1 ? 1 : 0))
      writer.symbol(tables.letters, letters.indexOf(letter))
    }
  }
  return { marked: all.filter(Boolean).length, marks: writer.text(), markLetters: letters.join('') }
}

/** The letters of names, those that are most frequent first. */
export function lettersOf(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) for (const letter of name.split('')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([letter]) => letter)
    .join('')
}

/** Names in order, as `readNames` reads them. */
export function packNames(names: readonly string[], letters: string): string {
  const writer = new SymbolWriter()
  const tables = nameTables((count, size) => writer.tables(count, size), letters.length)
  const contextOf = openLetterContexts(letters)
  const numberAt = (name: string, at: number) => (at < 0 ? 0 : letters.indexOf(name[at]!) + 1)
  let before = ''
  for (const name of names) {
    let shared = 0
    while (shared < longestShared && shared < before.length && before[shared] === name[shared]) shared++
    writer.symbol(tables.shared, shared)
    for (let at = shared; at <= name.length; at++) {
      const context = contextOf(numberAt(name, at - 2), numberAt(name, at - 1))
      writer.symbol(tables.letters[context]!, at < name.length ? numberAt(name, at) : 0)
    }
    before = name
  }
  return writer.text()
}
