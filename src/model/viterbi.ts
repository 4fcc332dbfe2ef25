/** Labels from 0 to `before.length - 1`, and how they may follow each other. Label 0 stands before every sequence. */
export interface LabelScheme {
  /** For each label, those that may stand before it. */
  before: readonly (readonly number[])[]
  /** Labels that a sequence may end with. */
  ends: readonly number[]
}

/**
 * The labels of highest score for a sequence. `scores` holds a number for each label of each token; `transitions` a row for
 * each label of what the one after it weighs; `given`, where it is passed, a label that a token must have, or -1.
 */
export type BestLabels = (
  scores: Float32Array,
  length: number,
  transitions: Float32Array,
  given?: Int8Array,
) => Uint8Array

/** Finds labels by dynamic programming (Viterbi 1967), in memory that is used again. */
export function openViterbi({ before, ends }: LabelScheme): BestLabels {
  const labelCount = before.length
  // The labels before each, one after the other; those of a label end where the next one's begin.
  const previous = Uint8Array.from(before.flat())
  const limits = Uint16Array.from(before, (_, label) => before.slice(0, label + 1).flat().length)
  const begins = Uint8Array.from(before, (list) => Number(list.includes(0)))
  const transitionRows = Uint16Array.from(previous, (one) => one * labelCount)
  let room = 64
  let best = new Float32Array(room * labelCount)
  let from = new Uint8Array(room * labelCount)

  return (scores, length, transitions, given) => {
    if (length > room) {
      room = 2 * length
      best = new Float32Array(room * labelCount)
      from = new Uint8Array(room * labelCount)
    }
    for (let i = 0; i < length; i++) {
      const must = given ? given[i]! : -1
      const row = i * labelCount
      for (let label = 0, next = 0; label < labelCount; label++) {
        let most = Number.NEGATIVE_INFINITY
        let chosen = next
        const limit = limits[label]!
        if (must >= 0 && must !== label) next = limit
        else if (i === 0) {
          if (begins[label]) most = transitions[label]!
          next = limit
        } else
          for (; next < limit; next++) {
            const score = best[row - labelCount + previous[next]!]! + transitions[transitionRows[next]! + label]!
            if (score > most) {
              most = score
              chosen = next
            }
          }
        best[row + label] = most + scores[row + label]!
        from[row + label] = previous[chosen]!
      }
    }
    return trace(length)
  }

  /** Follows the best sequence back from its end. */
  function trace(length: number): Uint8Array {
    const labels = new Uint8Array(length)
    const lastRow = (length - 1) * labelCount
    let label = ends[0]!
    for (const end of ends) if (best[lastRow + end]! > best[lastRow + label]!) label = end
    for (let i = length - 1; i >= 0; i--) {
      labels[i] = label
      label = from[i * labelCount + label]!
    }
    return labels
  }
}
