import { SymbolReader, type SymbolTable } from '../base/symbol-reader.ts'
import type { FeatureIds } from './features.ts'
import { openTables, type PackedWeights, type RowTables, restOf } from './packed-rows.ts'

const idBits = 26
const cellBits = 20
/** An id's lowest bits stand in its slot: they tell it from others that may stand there. */
const markMask = (1 << (32 - cellBits)) - 1
export const cellMask = (1 << cellBits) - 1
export const lastCell = 1 << 15
/** A larger sieve, in bytes, would take as long to read as the slots. */
const largestSieve = 1 << 18

/** Weights by feature id (open addressing). */
export class WeightTable {
  /** A label and the code of its weight; the last of a feature has the highest bit. The first is of none. */
  readonly cells: Uint16Array
  /** What was found last: the first cell of each feature, and where this one lies if others follow it. */
  firstCells = new Uint16Array(0)
  rows = new Uint32Array(0)
  /** The bit of a row that is its only cell. */
  readonly #isCell: number
  /** Ids that the sieve lets through. */
  #kept = new Int32Array(0)
  /** By the highest bits of ids: the mark of an id, and where its cells begin, or its only cell. */
  readonly #slots: Uint32Array
  /** Most features of a text have no weight: a bit for some ids, in a table small enough for the processor's cache, says so. */
  readonly #sieve: Uint8Array

  constructor({ labels, features, weights, rows }: PackedWeights) {
    const reader = new SymbolReader(rows)
    const tables = openTables((count, size) => reader.tables(count, size), labels)
    let homeBits = idBits + cellBits - 32
    while (1 << homeBits < features * 2) homeBits++
    this.#slots = new Uint32Array(1 << homeBits)
    this.#sieve = sieveFor(this.#slots.length)
    this.cells = new Uint16Array(1 + weights)
    this.#isCell = cellFlag(weights)
    // Ids rise, and with them their places in the tables: one is filled from its beginning to its end.
    for (let row = 0, id = 0, cell = 1; row < features; row++) {
      id += reader.number(tables.gaps)
      const next = readRow(reader, tables, this.cells, cell)
      this.#add(id, cell, next)
      cell = next
    }
  }

  /** Adds a feature whose cells are those from one on, up to the next one's. */
  #add(id: number, cell: number, next: number): void {
    const [slots, sieve, isCell] = [this.#slots, this.#sieve, this.#isCell]
    let slot = id >>> shiftFor(slots.length)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    const weighs = isCell !== 0 && next === cell + 1 ? isCell | this.cells[cell]! : cell
    slots[slot] = ((id & markMask) << cellBits) | weighs
    const bit = id >>> shiftFor(8 * sieve.length)
    sieve[bit >> 3]! |= 1 << (bit & 7)
  }

  /**
   * Finds the rows of those features from `from` on that have weights, and says how many. All go through the sieve, then the
   * slots of all that are left are read before any is judged, then the first cells of all that were found, each without a
   * branch: a processor reads memory ahead as long as it need not guess what comes next.
   */
  find({ ids, length }: FeatureIds, from: number): number {
    if (this.rows.length < length) this.#grow(2 * length)
    const { rows, firstCells, cells } = this
    const [kept, slots, sieve, isCell] = [this.#kept, this.#slots, this.#sieve, this.#isCell]
    const [mask, homeShift, sieveShift] = [slots.length - 1, shiftFor(slots.length), shiftFor(8 * sieve.length)]
    let left = 0
    for (let k = from; k < length; k++) {
      const id = ids[k]!
      const bit = id >>> sieveShift
      kept[left] = id
      left += (sieve[bit >> 3]! >> (bit & 7)) & 1
    }
    for (let k = 0; k < left; k++) rows[k] = slots[kept[k]! >>> homeShift]!
    let found = 0
    for (let k = 0; k < left; k++) {
      const id = kept[k]!
      const mark = id & markMask
      let slot = id >>> homeShift
      let row = rows[k]!
      // All bits where the mark is another, so that an empty slot and the right one end the search alike.
      while ((row & (-((row >>> cellBits) ^ mark) >> 31)) !== 0) {
        slot = (slot + 1) & mask
        row = slots[slot]!
      }
      rows[found] = row
      found += row === 0 ? 0 : 1
    }
    for (let k = 0; k < found; k++) {
      const row = rows[k]!
      const isOnly = -((row & isCell) >>> (cellBits - 1))
      firstCells[k] = (row & isOnly) | (cells[row & cellMask & ~isOnly]! & ~isOnly)
    }
    return found
  }

  #grow(length: number): void {
    this.rows = new Uint32Array(length)
    this.firstCells = new Uint16Array(length)
    this.#kept = new Int32Array(length)
  }
}

/**
 * Most features have one cell. Where no cell lies so far that it needs the highest bit of a place, that bit says that the
 * slot holds the cell itself, which saves a look at memory.
 */
const cellFlag = (weights: number): number => (weights + 1 < 1 << (cellBits - 1) ? 1 << (cellBits - 1) : 0)

/** A sieve that lets nothing through yet, four bits for a slot; of so many that it does not pay one that lets all through. */
const sieveFor = (slotCount: number): Uint8Array =>
  slotCount >> 1 > largestSieve ? new Uint8Array(4).fill(255) : new Uint8Array(slotCount >> 1)

/** By how much an id is shifted to its place in a table of so many. */
const shiftFor = (size: number): number => idBits - 31 + Math.clz32(size)

/** Reads the weights of a feature into cells from one on, and says where the next one's begin. Apart, so that it is soon compiled. */
function readRow(
  reader: SymbolReader,
  { labelsAfter, codesBy }: RowTables<SymbolTable>,
  cells: Uint16Array,
  first: number,
): number {
  let label = labelsAfter.length - 1
  let sum = 0
  for (let cell = first; ; cell++) {
    const symbol = reader.symbol(labelsAfter[label]!)
    label = symbol >> 1
    const last = symbol & 1
    const code = reader.symbol(codesBy[2 * restOf(sum) + last]!)
    cells[cell] = (last * lastCell) | (label << 8) | code
    if (last === 1) return cell + 1
    sum += (code - 128) * Math.abs(code - 128)
  }
}
