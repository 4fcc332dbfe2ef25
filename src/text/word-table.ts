/** What a table holds: something that a stretch of text is read as. */
interface Written {
  readonly text: string
}

/** Texts longer than this count for more than one entry; those longer than the other are not kept: none comes again. */
const usual = 64
const longest = 1000

/**
 * Values by how they are written, found at a place of a text without cutting it out. Values of two generations are kept: one that is found again goes to the young, the old ones are forgotten as a whole. So
 * memory has a bound, and what is common stays.
 */
export class WordTable<T extends Written> {
  readonly #make: (text: string) => T
  readonly #most: number
  #young = new Generation<T>(1 << 10)
  #old = new Generation<T>(1 << 10)
  #room: number
  /** Where the positions of the text that is read begin, and where those of the next will. */
  #base = 1
  #next = 1

  /** `make` looks at nothing but the string: what was asked before must not show. */
  constructor(most: number, make: (text: string) => T) {
    this.#most = most
    this.#room = most
    this.#make = make
  }

  find(text: string): T {
    if (text.length > longest) return this.#make(text)
    this.#begin(text)
    // Asked for first: the values lie elsewhere once the table has grown by it.
    const place = this.#place(text, 0, text.length)
    return this.#young.values[place]!
  }

  /** Numbers what is found at the places of one text from 0 on, each value once; `values` takes them in this order. */
  numberer(text: string, values: T[]): (start: number, end: number) => number {
    this.#begin(text)
    const base = this.#base
    return (start, end) => {
      const place = this.#place(text, start, end)
      const { cells } = this.#young
      const cell = place * width
      if (cells[cell + seenOf]! < base) {
        cells[cell + seenOf] = base + start
        cells[cell + numberOf] = values.push(this.#young.values[place]!) - 1
      }
      return cells[cell + numberOf]!
    }
  }

  /** Begins a text; all is forgotten when the table is full or positions are used up, and in the midst of a text never. */
  #begin(text: string): void {
    const next = this.#next + text.length
    if (this.#room <= 0 || next > lastPosition) {
      this.#old = this.#young
      this.#young = new Generation<T>(this.#old.values.length)
      this.#room = this.#most
    }
    this.#base = next > lastPosition ? 1 : this.#next
    this.#next = this.#base + text.length
  }

  #place(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    const place = this.#young.placeOf(text, start, end, hash, this.#base)
    if (this.#young.isTaken(place)) return place
    const known = this.#old.values[this.#old.placeOf(text, start, end, hash, lastPosition)]
    this.#room -= Math.max(1, (end - start) / usual)
    return this.#young.put(place, hash, known ?? this.#make(copyOf(text.slice(start, end))))
  }
}

/** Positions of texts are counted on from text to text, up to the largest number that a cell holds. */
const lastPosition = 2 ** 31 - 1

/**
 * What is known of a place besides its value: the hash, the length and 1, or 0 where it is free, the position at which the
 * value was first found in the text that was read last, and its number there.
 */
const hashOf = 0
const lengthOf = 1
const seenOf = 2
const numberOf = 3
const width = 4

/** A hash table with open addressing, at most half full. */
class Generation<T extends Written> {
  values: (T | undefined)[]
  /** Side by side, since they are asked for together. */
  cells: Int32Array
  #size = 0

  constructor(places: number) {
    this.values = new Array<T | undefined>(places).fill(undefined)
    this.cells = new Int32Array(width * places)
  }

  isTaken(place: number): boolean {
    return this.cells[place * width + lengthOf] !== 0
  }

  /**
   * Where the value of a stretch of text is, or would be put. What the text, whose positions begin at `base`, has had before
   * is compared within the text, which is at hand, and not with a value, which lies anywhere.
   */
  placeOf(text: string, start: number, end: number, hash: number, base: number): number {
    const { values, cells } = this
    const last = values.length - 1
    for (let place = (hash ^ (hash >>> 15)) & last; ; place = (place + 1) & last) {
      const cell = place * width
      const length = cells[cell + lengthOf]! - 1
      if (length < 0) return place
      if (cells[cell + hashOf] !== hash || length !== end - start) continue
      const seen = cells[cell + seenOf]! - base
      const isSame =
        seen >= 0 ? isWritten(text, seen, text, start, length) : isWritten(values[place]!.text, 0, text, start, length)
      if (isSame) return place
    }
  }

  /** Puts a value at its place, and gives the place that it has then. */
  put(place: number, hash: number, value: T): number {
    this.values[place] = value
    this.cells[place * width + hashOf] = hash
    this.cells[place * width + lengthOf] = value.text.length + 1
    if (2 * ++this.#size <= this.values.length) return place
    this.#grow()
    return this.placeOf(value.text, 0, value.text.length, hash, lastPosition)
  }

  #grow(): void {
    const { values, cells } = this
    const larger = new Generation<T>(2 * values.length)
    values.forEach((value, from) => {
      if (value === undefined) return
      const own = cells.subarray(from * width, (from + 1) * width)
      const to = larger.placeOf(value.text, 0, value.text.length, own[hashOf]!, lastPosition)
      larger.values[to] = value
      larger.cells.set(own, to * width)
    })
    this.values = larger.values
    this.cells = larger.cells
  }
}

function isWritten(word: string, from: number, text: string, start: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (word.charCodeAt(from + i) !== text.charCodeAt(start + i)) return false
  return true
}

// A slice of 13 characters or more keeps the whole text that it was cut from.
const copyOf = (text: string): string => (text.length < 13 ? text : text.split('').join(''))
