/** How much of what was found is right, and how much of what is there was found; 0 to 1. */
export interface Ratio {
  precision: number
  recall: number
  f1: number
  right: number
  predicted: number
  gold: number
}

/** A part of a whole, as "42 of 50". */
export interface Share {
  share: number
  right: number
  of: number
}

/** How far from the truth the placed toponyms are. */
export interface Distances {
  toponyms: number
  /** Share within 161 km (100 miles). */
  accuracy161: number
  medianKm: number
  meanKm: number
  /** Area under the sorted curve of ln(km + 1), 0 perfect, 1 the worst. */
  auc: number
}

/** A thing that was missed, found wrongly, or found where nothing is. */
export interface Wrong {
  kind: string
  id: string | number
  /** The place in its sentence, in brackets. */
  context: string
  gold?: string
  predicted?: string
}

/** What came out of a set, by names. */
export interface Score {
  ratios: Record<string, Ratio>
  shares: Record<string, Share>
  distances?: Record<string, Distances>
  /** Of entities: how often a type was taken for another, most often first. */
  confusions?: Record<string, number>
  wrong: Wrong[]
}

/** `nothing` is what precision and recall are where there is nothing to divide by. */
export function ratio(right: number, predicted: number, gold: number, nothing: 0 | 1 = 0): Ratio {
  const precision = predicted ? right / predicted : gold ? 0 : nothing
  const recall = gold ? right / gold : nothing
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0
  return { precision, recall, f1, right, predicted, gold }
}

export const share = (right: number, of: number): Share => ({ share: of ? right / of : 0, right, of })
