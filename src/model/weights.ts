import { type Features, type Templates, templates, templatesHash } from './features.ts'
import { bytesOf, gapReader } from './pack.ts'

/** Rows of weights, one of a feature, a weight for each label that has one: as train/pack.ts writes them. */
export interface PackedWeights {
  /** Hash of the templates that they were learned with. */
  templates: string
  featureGaps: string
  rowLabels: string
  rowWeights: string
  greatestWeight: string
}

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
export type AddWeights = (features: Features, scores: Float32Array, at: number, from?: number) => void

const idBits = 26
const markBits = 12
const lastCell = 1 << 15

/** Unpacks weights into a table by feature id (open addressing), a byte for each label. */
export function openWeights(packed: PackedWeights, model: Learned): AddWeights {
  checkLearned(packed, model)
  const nextId = gapReader(packed.featureGaps)
  const [labels, codes] = [bytesOf(packed.rowLabels), bytesOf(packed.rowWeights)]
  const count = labels.reduce((sum, label) => sum + (label >> 7), 0)
  // An id's lowest bits are its home. Its other bits, and as many of the lowest as there is room for, which tell a
  // neighbour's home apart, stand in the slot's highest 12. The slot's other 20 say where the cells of the feature begin.
  let homeBits = idBits - markBits
  while (1 << homeBits < count * 2) homeBits++
  const mask = (1 << homeBits) - 1
  const lowBits = markBits - (idBits - homeBits)
  const lowMask = (1 << lowBits) - 1
  const slots = new Uint32Array(mask + 1)
  // Most features of a text have no weight: a bit for some ids, in a table small enough for the processor's cache, says so.
  const sieve = new Uint8Array(slots.length >> 1)
  const sieveMask = 8 * sieve.length - 1
  // A cell is a label and the code of its weight; the last one of a feature has the highest bit. The first cell is of none.
  const cells = new Uint16Array(1 + labels.length)
  for (let i = 0; i < labels.length; i++) cells[i + 1] = (labels[i]! << 8) | codes[i]!
  // Most features have one cell. Where no cell lies so far that it needs the 20th bit, this one says that the slot holds the
  // cell itself, which saves a look at memory.
  const isCell = cells.length < 1 << 19 ? 1 << 19 : 0
  const placeMask = isCell === 0 ? 0xfffff : isCell - 1
  let cell = 1
  for (let row = 0; row < count; row++) {
    const id = nextId()
    let slot = id & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    const weighs = isCell !== 0 && cells[cell]! >= lastCell ? isCell | cells[cell]! : cell
    slots[slot] = ((((id >>> homeBits) << lowBits) | (id & lowMask)) << (32 - markBits)) | weighs
    sieve[(id & sieveMask) >> 3]! |= 1 << (id & 7)
    while (cells[cell]! < lastCell) cell++
    cell++
  }
  const weightOf = Float32Array.from({ length: 256 }, (_, code) => {
    const share = (code - 128) / 127
    return Math.sign(share) * share * share * Number(packed.greatestWeight)
  })
  return ({ ids, length }, scores, at, from = 0) => {
    for (let k = from; k < length; k++) {
      const id = ids[k]!
      const bit = id & sieveMask
      if ((sieve[bit >> 3]! & (1 << (bit & 7))) === 0) continue
      const mark = ((id >>> homeBits) << lowBits) | (id & lowMask)
      let slot = id & mask
      while (slots[slot] !== 0 && slots[slot]! >>> (32 - markBits) !== mark) slot = (slot + 1) & mask
      const found = slots[slot]!
      if ((found & isCell) !== 0) scores[at + ((found >> 8) & 127)]! += weightOf[found & 255]!
      else
        for (let i = found & placeMask, cell = 0; i > 0 && cell < lastCell; i++) {
          cell = cells[i]!
          scores[at + ((cell >> 8) & 127)]! += weightOf[cell & 255]!
        }
    }
  }
}

/** The label of the greatest score, the first of several. */
export function greatest(scores: Float32Array): number {
  let best = 0
  for (let label = 1; label < scores.length; label++) if (scores[label]! > scores[best]!) best = label
  return best
}
