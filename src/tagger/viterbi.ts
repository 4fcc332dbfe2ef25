import { before, closed, labelCount } from './labels.ts'

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
  const best = new Float32Array(count * labelCount).fill(Number.NEGATIVE_INFINITY)
  const from = new Uint8Array(count * labelCount)
  for (let i = 0; i < count; i++) {
    const must = allowed ? allowed[i]! : -1
    for (let label = 0; label < labelCount; label++) {
      if (must >= 0 && must !== label) continue
      let most = Number.NEGATIVE_INFINITY
      let chosen = 0
      if (i === 0) {
        if (before[label] === closed) most = transitions[label]!
      } else {
        const row = (i - 1) * labelCount
        for (const previous of before[label]!) {
          const score = best[row + previous]! + transitions[previous * labelCount + label]!
          if (score > most) {
            most = score
            chosen = previous
          }
        }
      }
      best[i * labelCount + label] = most + scores[i * labelCount + label]!
      from[i * labelCount + label] = chosen
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
