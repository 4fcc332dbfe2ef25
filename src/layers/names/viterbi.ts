import { before, closed, labelCount } from './labels.ts'

/** The labels that may stand before each, one after the other; those of a label end where the next one's begin. */
const previous = Uint8Array.from(before.flat())
const ends = Uint8Array.from(before, (_, label) => before.slice(0, label + 1).flat().length)
const opensNothing = Uint8Array.from(before, (list) => Number(list === closed))

const arranged = { of: undefined as Float32Array | undefined, weights: new Float32Array(previous.length) }

let room = 64
let best = new Float32Array(room * labelCount)
let from = new Uint8Array(room * labelCount)

/**
 * The labels of highest score for a stretch of tokens, no name reaching over its ends. `scores` holds `labelCount`
 * numbers a token; `allowed`, where given, a label that a token must have, or -1.
 */
export function bestLabels(
  scores: Float32Array,
  count: number,
  transitions: Float32Array,
  allowed?: Int8Array,
): Uint8Array {
  if (count > room) {
    room = 2 * count
    best = new Float32Array(room * labelCount)
    from = new Uint8Array(room * labelCount)
  }
  // In the order in which they are read.
  if (transitions !== arranged.of) {
    let next = 0
    for (let label = 0; label < labelCount; label++)
      for (; next < ends[label]!; next++) arranged.weights[next] = transitions[previous[next]! * labelCount + label]!
    arranged.of = transitions
  }
  const { weights } = arranged
  for (let i = 0; i < count; i++) {
    const must = allowed ? allowed[i]! : -1
    const row = i * labelCount
    for (let label = 0, next = 0; label < labelCount; label++) {
      let most = Number.NEGATIVE_INFINITY
      let chosen = 0
      const end = ends[label]!
      if (must >= 0 && must !== label) next = end
      else if (i === 0) {
        if (opensNothing[label]) most = transitions[label]!
        next = end
      } else
        for (; next < end; next++) {
          const one = previous[next]!
          const score = best[row - labelCount + one]! + weights[next]!
          if (score > most) {
            most = score
            chosen = one
          }
        }
      best[row + label] = most + scores[row + label]!
      from[row + label] = chosen
    }
  }
  const labels = new Uint8Array(count)
  let label = 0
  let most = Number.NEGATIVE_INFINITY
  for (const end of closed)
    if (best[(count - 1) * labelCount + end]! > most) {
      most = best[(count - 1) * labelCount + end]!
      label = end
    }
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label
    label = from[i * labelCount + label]!
  }
  return labels
}
