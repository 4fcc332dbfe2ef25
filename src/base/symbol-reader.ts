import { bytesOf } from './base64.ts'

/** Frequencies of symbols are shares of so many. */
export const shareBits = 10
export const allShares = 1 << shareBits
/** The state of a coder is at least this, and less than 65,536 times as much. */
export const leastState = 1 << 15
/** How many bits a number of shares has, from 0 on. */
export const widths = shareBits + 2
/** The greatest numbers that `number` reads have so many bits below their first three. */
const mantissaBits = 2
export const numberSymbols = 32 << mantissaBits

/**
 * How frequent symbols are where a table is used, ready to be read by: for each share its symbol (8 bits), how many shares
 * that symbol has (10 bits, less one), and the first of them (10 bits).
 */
export type SymbolTable = Uint32Array

/**
 * Reads numbers that data/symbol-writer.ts wrote, each in about as many bits as it tells (rANS: J. Duda, "Asymmetric numeral
 * systems", 2013). How frequent symbols are stands before them, in tables; which table is meant whoever reads must know.
 */
export class SymbolReader {
  readonly #bytes: Uint8Array
  #at = 4
  #state: number

  constructor(base64: string) {
    const bytes = bytesOf(base64)
    this.#bytes = bytes
    this.#state = (bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!
  }

  /** A symbol, of those of a table. */
  symbol(table: SymbolTable): number {
    const state = this.#state
    const share = state & (allShares - 1)
    const entry = table[share]!
    const shares = ((entry >>> 8) & (allShares - 1)) + 1
    this.#refill(shares * (state >> shareBits) + share - (entry >>> (8 + shareBits)))
    return entry & 255
  }

  /** A number of so many bits, at most `shareBits`, all of which are as likely. */
  bits(count: number): number {
    const state = this.#state
    this.#refill(state >> count)
    return state & ((1 << count) - 1)
  }

  /** A whole number by its size, of which a table tells how likely it is: its first three bits, and how many are behind them. */
  number(sizes: SymbolTable): number {
    const size = this.symbol(sizes)
    let behind = bitsBehind(size)
    let number = behind === 0 ? size : (size & 3) | 4
    while (behind > 0) {
      const count = Math.min(behind, shareBits)
      number = (number << count) | this.bits(count)
      behind -= count
    }
    return number
  }

  /** A number below a limit, all of which are as likely. */
  below(limit: number): number {
    const behind = behindParts(limit)
    const parts = partsOf(limit, behind)
    const state = this.#state
    const share = state & (allShares - 1)
    const part = ((share + 1) * parts - 1) >> shareBits
    const start = startOf(part, parts)
    this.#refill((startOf(part + 1, parts) - start) * (state >> shareBits) + share - start)
    return (part << behind) | this.bits(behind)
  }

  /** The tables of what comes next: so many, of symbols below `size`. */
  tables(count: number, size: number): readonly SymbolTable[] {
    const widthShares = new Uint16Array(widths)
    for (let width = 0; width < widths; width++) widthShares[width] = (this.bits(1) << shareBits) | this.bits(shareBits)
    const widthTable = tableOf(widthShares)
    const tables: SymbolTable[] = []
    while (tables.length < count) tables.push(tableOf(this.#shares(this.bits(1) * size, widthTable)))
    return tables
  }

  #shares(size: number, widthTable: SymbolTable): Uint16Array {
    const shares = new Uint16Array(size)
    for (let symbol = 0; symbol < size; symbol++) {
      const width = this.symbol(widthTable)
      shares[symbol] = width < 2 ? width : (1 << (width - 1)) | this.bits(width - 1)
    }
    return shares
  }

  #refill(state: number): void {
    if (state >= leastState) this.#state = state
    else {
      const bytes = this.#bytes
      const at = this.#at
      this.#at = at + 2
      this.#state = (state << 16) | (bytes[at]! << 8) | bytes[at + 1]!
    }
  }
}

function tableOf(counts: Uint16Array): SymbolTable {
  const table = new Uint32Array(counts.length === 0 ? 0 : allShares)
  for (let symbol = 0, share = 0; symbol < counts.length; symbol++) {
    const count = counts[symbol]!
    if (count === 0) continue
    table.fill((share << (8 + shareBits)) | ((count - 1) << 8) | symbol, share, share + count)
    share += count
  }
  return table
}

/** The size of a number, as `number` reads it: those below 8 are their own. */
export const sizeOf = (number: number): number => {
  if (number < 8) return number
  const shift = 31 - Math.clz32(number) - mantissaBits
  return ((shift + 1) << mantissaBits) | ((number >> shift) & 3)
}
/** How many bits stand behind the first three. */
export const bitsBehind = (size: number): number => Math.max(0, (size >> mantissaBits) - 1)

/** The numbers below a limit are cut into 255 parts at most: how many bits stand behind a part. */
export const behindParts = (limit: number): number => Math.max(0, 24 - Math.clz32(limit))
/** Into how many parts they are cut. */
export const partsOf = (limit: number, behind: number): number => ((limit - 1) >> behind) + 1
/** The first share of a part of so many. */
export const startOf = (part: number, parts: number): number => ((part << shareBits) / parts) | 0

/** Whole numbers as those from 0 on: 0, -1, 1, -2 … */
export const folded = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number)
export const unfolded = (number: number): number => (number & 1 ? -((number + 1) / 2) : number / 2)
