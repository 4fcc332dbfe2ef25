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
  #turn = 1

  /** `make` looks at nothing but the string: what was asked before must not show. */
  constructor(most: number, make: (text: string) => T) {
    this.#most = most
    this.#room = most
    this.#make = make
  }

  find(text: string): T {
    if (text.length > longest) return this.#make(text)
    this.#forget()
    // Asked for first: the values lie elsewhere once the table has grown by it.
    const place = this.#place(text, 0, text.length)
    return this.#young.values[place]!
  }

  /** Numbers what is found at the places of one text from 0 on, each value once; `values` takes them in this order. */
  numberer(text: string, values: T[]): (start: number, end: number) => number {
    this.#forget()
    const turn = this.#turn++
    return (start, end) => {
      const place = this.#place(text, start, end)
      const { cells } = this.#young
      const cell = place * width
      if (cells[cell + turnOf] !== turn) {
        cells[cell + turnOf] = turn
        cells[cell + numberOf] = values.push(this.#young.values[place]!) - 1
      }
      return cells[cell + numberOf]!
    }
  }

  // Never in the midst of a text: its values keep their places.
  #forget(): void {
    if (this.#room > 0) return
    this.#old = this.#young
    this.#young = new Generation<T>(this.#old.values.length)
    this.#room = this.#most
  }

  #place(text: string, start: number, end: number): number {
    // Signed as the cell that keeps it, or no text at all would get a new place each time.
    let hash = 0x811c9dc5 | 0
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    const place = this.#young.placeOf(text, start, end, hash)
    if (this.#young.values[place] !== undefined) return place
    const known = this.#old.values[this.#old.placeOf(text, start, end, hash)]
    this.#room -= Math.max(1, (end - start) / usual)
    return this.#young.put(place, hash, known ?? this.#make(copyOf(text.slice(start, end))))
  }
}

/** What is known of a place besides its value: the hash, the text in which it was found last, and its number there. */
const hashOf = 0
const turnOf = 1
const numberOf = 2
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

  /** Where the value of a stretch of text is, or would be put. */
  placeOf(text: string, start: number, end: number, hash: number): number {
    const { values, cells } = this
    const last = values.length - 1
    for (let place = (hash ^ (hash >>> 15)) & last; ; place = (place + 1) & last) {
      const value = values[place]
      if (value === undefined) return place
      if (cells[place * width + hashOf] === hash && isWritten(value.text, text, start, end)) return place
    }
  }

  /** Puts a value at its place, and gives the place that it has then. */
  put(place: number, hash: number, value: T): number {
    this.values[place] = value
    this.cells[place * width + hashOf] = hash
    if (2 * ++this.#size <= this.values.length) return place
    this.#grow()
    return this.placeOf(value.text, 0, value.text.length, hash)
  }

  #grow(): void {
    const { values, cells } = this
    const larger = new Generation<T>(2 * values.length)
    values.forEach((value, from) => {
      if (value === undefined) return
      const own = cells.subarray(from * width, (from + 1) * width)
      const to = larger.placeOf(value.text, 0, value.text.length, own[hashOf]!)
      larger.values[to] = value
      larger.cells.set(own, to * width)
    })
    this.values = larger.values
    this.cells = larger.cells
  }
}

function isWritten(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

// A slice of 13 characters or more keeps the whole text that it was cut from.
const copyOf = (text: string): string => (text.length < 13 ? text : text.split('').join(''))
