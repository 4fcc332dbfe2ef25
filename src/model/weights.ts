import { type FeatureIds, type Templates, templates, templatesHash } from './features.ts'
import type { PackedWeights } from './packed-rows.ts'
import { cellMask, lastCell, WeightTable } from './weight-table.ts'

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

/** Unpacks weights into a table by feature id (open addressing), a byte for each label. */
export function openWeights(packed: PackedWeights, model: Learned): AddWeights {
  checkLearned(packed, model)
  const table = new WeightTable(packed)
  const { cells } = table
  const weightOf = weightsOfCodes(packed)
  return (features, scores, at, from = 0) => {
    const count = table.find(features, from)
    const { rows, firstCells } = table
    for (let k = 0; k < count; k++) {
      let cell = firstCells[k]!
      scores[at + ((cell >> 8) & 127)]! += weightOf[cell & 255]!
      for (let i = rows[k]! & cellMask; cell < lastCell; ) {
        cell = cells[++i]!
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
  const table = new WeightTable(packed)
  const { cells } = table
  const weightOf = Int32Array.from({ length: 256 }, (_, code) => (code - 128) * Math.abs(code - 128))
  return (features, scores, at) => {
    const count = table.find(features, 0)
    const { rows, firstCells } = table
    for (let k = 0; k < count; k++) {
      let cell = firstCells[k]!
      scores[at + ((cell >> 8) & 127)]! += weightOf[cell & 255]!
      for (let i = rows[k]! & cellMask; cell < lastCell; ) {
        cell = cells[++i]!
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
