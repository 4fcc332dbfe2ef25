/** Ids of features that are seen often enough get rows, numbered from 0. */
export class RowNumbers {
  readonly ids: number[] = []
  /** Open addressing: an id plus one, and its row. */
  readonly #slots: Int32Array
  readonly #mask: number

  constructor(ids: Iterable<number>) {
    for (const id of ids) this.ids.push(id)
    let size = 1
    while (size < 2 * this.ids.length) size *= 2
    this.#mask = size - 1
    this.#slots = new Int32Array(2 * size)
    this.ids.forEach((id, row) => {
      let slot = this.#home(id)
      while (this.#slots[2 * slot] !== 0) slot = (slot + 1) & this.#mask
      this.#slots[2 * slot] = id + 1
      this.#slots[2 * slot + 1] = row
    })
  }

  #home(id: number): number {
    return id & this.#mask
  }

  /** The row of an id, or -1. */
  rowOf(id: number): number {
    let slot = this.#home(id)
    for (;;) {
      const held = this.#slots[2 * slot]!
      if (held === id + 1) return this.#slots[2 * slot + 1]!
      if (held === 0) return -1
      slot = (slot + 1) & this.#mask
    }
  }
}

/** How often features were seen, up to 255 times. */
export class Counts {
  readonly #counts = new Uint8Array(1 << 26)

  add(ids: Int32Array, length: number): void {
    for (let k = 0; k < length; k++) if (this.#counts[ids[k]!]! < 255) this.#counts[ids[k]!]!++
  }

  /** Those seen as often as this or more, rising. */
  *atLeast(least: number): Iterable<number> {
    for (let id = 0; id < this.#counts.length; id++) if (this.#counts[id]! >= least) yield id
  }
}

/** A perceptron of many classes whose weights are the mean over all steps (Freund and Schapire 1999). */
export class AveragedPerceptron {
  readonly numbers: RowNumbers
  readonly labelCount: number
  readonly scores: Float32Array
  #rows: Float32Array
  // What was added, times when: the mean over all steps comes of it without a sum at each.
  #sums: Float32Array
  #step = 1
  #at = new Int32Array(256)
  #length = 0
  readonly #known = new WeakMap<object, Int32Array>()

  constructor(numbers: RowNumbers, labelCount: number, rows = new Float32Array(numbers.ids.length * labelCount)) {
    this.numbers = numbers
    this.labelCount = labelCount
    this.scores = new Float32Array(labelCount)
    this.#rows = rows
    this.#sums = new Float32Array(rows.length)
  }

  /** Begins an example. */
  start(): void {
    this.#length = 0
    this.scores.fill(0)
    this.#step++
  }

  /** Adds features by their ids to the example and its scores. */
  add(ids: Int32Array, length: number): void {
    for (let k = 0; k < length; k++) {
      const row = this.numbers.rowOf(ids[k]!)
      if (row >= 0) this.#addRow(row)
    }
  }

  /** Adds one of the equal parts of a list of features, which is always the same: its rows are looked up once. */
  addPart(list: { readonly ids: Int32Array }, part: number, parts: number): void {
    let rows = this.#known.get(list)
    if (!rows) {
      rows = list.ids.map((id) => this.numbers.rowOf(id))
      this.#known.set(list, rows)
    }
    const size = rows.length / parts
    for (let k = part * size; k < (part + 1) * size; k++) if (rows[k]! >= 0) this.#addRow(rows[k]!)
  }

  /** The label of highest score. */
  best(): number {
    let best = 0
    for (let label = 1; label < this.labelCount; label++) if (this.scores[label]! > this.scores[best]!) best = label
    return best
  }

  #addRow(row: number): void {
    const at = row * this.labelCount
    this.#at[this.#length++] = at
    for (let label = 0; label < this.labelCount; label++) this.scores[label]! += this.#rows[at + label]!
  }

  /** Learns from the example that it is of one label and not of the other. */
  learn(good: number, bad: number): void {
    for (let k = 0; k < this.#length; k++) {
      const at = this.#at[k]!
      this.#rows[at + good]! += 1
      this.#sums[at + good]! += this.#step
      this.#rows[at + bad]! -= 1
      this.#sums[at + bad]! -= this.#step
    }
  }

  /** The mean of the rows over all steps. */
  average(): Float32Array {
    return this.#rows.map((weight, i) => weight - this.#sums[i]! / this.#step)
  }
}

/** The rows of greatest weights, so many, and their numbers: learning goes on with these alone. */
export function pruned(numbers: RowNumbers, rows: Float32Array, labelCount: number, most: number): AveragedPerceptron {
  const sizes = Float32Array.from(numbers.ids, (_, row) => {
    let size = 0
    for (let label = 0; label < labelCount; label++) size = Math.max(size, Math.abs(rows[row * labelCount + label]!))
    return size
  })
  const least = sizes.toSorted()[Math.max(0, sizes.length - most)]!
  const kept = [...numbers.ids.keys()].filter((row) => sizes[row]! >= least && sizes[row]! > 0)
  const weights = new Float32Array(kept.length * labelCount)
  kept.forEach((row, i) => {
    weights.set(rows.subarray(row * labelCount, (row + 1) * labelCount), i * labelCount)
  })
  return new AveragedPerceptron(new RowNumbers(kept.map((row) => numbers.ids[row]!)), labelCount, weights)
}
