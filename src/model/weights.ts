import { SymbolReader, type SymbolTable } from '../base/symbol-reader.ts'
import { type FeatureIds, type Templates, templates, templatesHash } from './features.ts'
import { openTables, type PackedWeights, type RowTables, restOf } from './packed-rows.ts'

export type { PackedWeights } from './packed-rows.ts'

/** What a model's weights are opened with. */
export interface Learned {
  model: string
  /** Hash of its templates and of its labels in their order. */
  templates: string
}

/** A model by its name, the templates that it reads, and the labels that it gives, which weights number. */
export const learned = (model: string, groups: readonly Templates[], labels: readonly string[] = []): Learned => ({
  model,
  templates: templatesHash(
    ...groups,
    templates(
      `labels of ${model}`,
      labels.map((label, number) => `${number} ${label}`),
    ),
  ),
})

/** Throws where weights were learned with other templates or labels than those of the code. */
export function checkLearned({ templates }: { readonly templates: string }, model: Learned): void {
  if (templates !== model.templates)
    throw new Error(`the weights of ${model.model} were learned with other features: npm run train -- ${model.model}`)
}

/** Adds the weights of features, those from `from` on, to the scores of labels, which begin at `at`. */
export type AddWeights = (features: FeatureIds, scores: Float32Array, at: number, from?: number) => void

const idBits = 26
const cellBits = 20
/** An id's lowest bits stand in its slot: they tell it from others that may stand there. */
const markMask = (1 << (32 - cellBits)) - 1
const cellMask = (1 << cellBits) - 1
const lastCell = 1 << 15

/** Unpacks weights into a table by feature id (open addressing), a byte for each label. */
export function openWeights(packed: PackedWeights, model: Learned): AddWeights {
  checkLearned(packed, model)
  const { slots, sieve, cells } = unpack(packed)
  const [mask, homeShift] = [slots.length - 1, shiftFor(slots.length)]
  const sieveShift = shiftFor(8 * sieve.length)
  const isCell = cellFlag(packed.weights)
  const weightOf = weightsOfCodes(packed)
  return ({ ids, length }, scores, at, from = 0) => {
    for (let k = from; k < length; k++) {
      const id = ids[k]!
      const bit = id >>> sieveShift
      if ((sieve[bit >> 3]! & (1 << (bit & 7))) === 0) continue
      const mark = id & markMask
      let slot = id >>> homeShift
      while (slots[slot] !== 0 && slots[slot]! >>> cellBits !== mark) slot = (slot + 1) & mask
      const found = slots[slot]!
      if ((found & isCell) !== 0) scores[at + ((found >> 8) & 127)]! += weightOf[found & 255]!
      else
        for (let i = found & cellMask, cell = 0; i > 0 && cell < lastCell; i++) {
          cell = cells[i]!
          scores[at + ((cell >> 8) & 127)]! += weightOf[cell & 255]!
        }
    }
  }
}

/** Apart: what it reads, all rows with it, would be kept with the function that adds weights. */
const weightsOfCodes = ({ greatestWeight }: PackedWeights): Float32Array =>
  Float32Array.from({ length: 256 }, (_, code) => {
    const share = (code - 128) / 127
    return Math.sign(share) * share * share * greatestWeight
  })

/** Adds weights that are whole numbers, whose sums are exact in any order. */
export type AddWholeWeights = (features: FeatureIds, scores: Int32Array, at: number) => void

/** What the greatest of weights that are whole numbers is written as: they are the squares of their codes. */
export const greatestWhole = 127 ** 2

/** Does what `openWeights` does, once more: a loop that met numbers of both kinds would be compiled for neither. */
export function openWholeWeights(packed: PackedWeights, model: Learned): AddWholeWeights {
  checkLearned(packed, model)
  if (packed.greatestWeight !== greatestWhole) throw new Error(`the weights of ${model.model} are no whole numbers`)
  const { slots, sieve, cells } = unpack(packed)
  const [mask, homeShift] = [slots.length - 1, shiftFor(slots.length)]
  const sieveShift = shiftFor(8 * sieve.length)
  const isCell = cellFlag(packed.weights)
  const weightOf = Int32Array.from({ length: 256 }, (_, code) => (code - 128) * Math.abs(code - 128))
  return ({ ids, length }, scores, at) => {
    for (let k = 0; k < length; k++) {
      const id = ids[k]!
      const bit = id >>> sieveShift
      if ((sieve[bit >> 3]! & (1 << (bit & 7))) === 0) continue
      const mark = id & markMask
      let slot = id >>> homeShift
      while (slots[slot] !== 0 && slots[slot]! >>> cellBits !== mark) slot = (slot + 1) & mask
      const found = slots[slot]!
      if ((found & isCell) !== 0) scores[at + ((found >> 8) & 127)]! += weightOf[found & 255]!
      else
        for (let i = found & cellMask, cell = 0; i > 0 && cell < lastCell; i++) {
          cell = cells[i]!
          scores[at + ((cell >> 8) & 127)]! += weightOf[cell & 255]!
        }
    }
  }
}

/**
 * Most features have one cell. Where no cell lies so far that it needs the highest bit of a place, that bit says that the
 * slot holds the cell itself, which saves a look at memory.
 */
const cellFlag = (weights: number): number => (weights + 1 < 1 << (cellBits - 1) ? 1 << (cellBits - 1) : 0)

/** By how much an id is shifted to its place in a table of so many. */
const shiftFor = (size: number): number => idBits - 31 + Math.clz32(size)

interface Table {
  /** By the highest bits of ids: the mark of an id, and where its cells begin, or its only cell. */
  slots: Uint32Array
  /** Most features of a text have no weight: a bit for some ids, in a table small enough for the processor's cache, says so. */
  sieve: Uint8Array
  /** A label and the code of its weight; the last of a feature has the highest bit. The first is of none. */
  cells: Uint16Array
}

/** Ids rise, and with them their places in the tables: one is filled from its beginning to its end. */
function unpack({ labels, features, weights, rows }: PackedWeights): Table {
  const reader = new SymbolReader(rows)
  const tables = openTables((count, size) => reader.tables(count, size), labels)
  let homeBits = idBits + cellBits - 32
  while (1 << homeBits < features * 2) homeBits++
  const slots = new Uint32Array(1 << homeBits)
  const sieve = new Uint8Array(slots.length >> 1)
  const cells = new Uint16Array(1 + weights)
  const [mask, homeShift, sieveShift] = [slots.length - 1, shiftFor(slots.length), shiftFor(8 * sieve.length)]
  const isCell = cellFlag(weights)
  let id = 0
  let cell = 1
  for (let row = 0; row < features; row++) {
    id += reader.number(tables.gaps)
    let slot = id >>> homeShift
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    const next = readRow(reader, tables, cells, cell)
    const weighs = isCell !== 0 && next === cell + 1 ? isCell | cells[cell]! : cell
    slots[slot] = ((id & markMask) << cellBits) | weighs
    const bit = id >>> sieveShift
    sieve[bit >> 3]! |= 1 << (bit & 7)
    cell = next
  }
  return { slots, sieve, cells }
}

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

/** The label of the greatest score, the first of several. */
export function greatest(scores: Float32Array): number {
  let best = 0
  for (let label = 1; label < scores.length; label++) if (scores[label]! > scores[best]!) best = label
  return best
}

/** The same of whole numbers. */
export function greatestOf(scores: Int32Array): number {
  let best = 0
  let most = scores[0]!
  for (let label = 1; label < scores.length; label++) {
    const score = scores[label]!
    if (score <= most) continue
    most = score
    best = label
  }
  return best
}
