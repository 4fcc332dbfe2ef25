import { bestLabels, labelCount } from '../src/layers/names/labels.ts'
import type { Example } from './examples.ts'
import { randomFrom, shuffled } from './random.ts'

export interface Weights {
  /** Rows of `labelCount` numbers. */
  rows: Float32Array
  transitions: Float32Array
}

export interface Settings {
  rounds: number
  seed: number
  /** Share of the features that this run does without. */
  dropped: number
}

/** Averaged structured perceptron (Collins 2002); masked labels are free (Fernandes & Brefeld 2011). */
export function train(examples: readonly Example[], rowCount: number, { rounds, seed, dropped }: Settings): Weights {
  const random = randomFrom(seed)
  const kept = new Uint8Array(rowCount)
  for (let row = 0; row < rowCount; row++) kept[row] = random() < dropped ? 0 : 1
  const rows = new Float32Array(rowCount * labelCount)
  const sums = new Float64Array(rowCount * labelCount)
  const transitions = new Float32Array(labelCount * labelCount)
  const transitionSums = new Float64Array(labelCount * labelCount)
  const longest = examples.reduce((most, { features }) => Math.max(most, features.length), 0)
  const scores = new Float32Array(longest * labelCount)
  let step = 1
  for (let round = 0; round < rounds; round++) {
    let wrong = 0
    for (const { features: first, votes, labels, weight } of shuffled(examples, random)) {
      const n = first.length
      // Half of the time as in the first reading, so that one set of weights serves both.
      const second = votes.length > 0 && random() < 0.5
      const features = second ? first.map((list, i) => Int32Array.of(...list, ...votes[i]!)) : first
      score(features, rows, kept, scores)
      const guess = bestLabels(scores, n, transitions)
      let right = true
      for (let i = 0; i < n; i++) if (labels[i]! >= 0 && labels[i] !== guess[i]) right = false
      step++
      if (right) continue
      wrong++
      const gold = bestLabels(scores, n, transitions, labels)
      for (let i = 0; i < n; i++) {
        const [good, bad] = [gold[i]!, guess[i]!]
        const [goodBefore, badBefore] = [i > 0 ? gold[i - 1]! : 0, i > 0 ? guess[i - 1]! : 0]
        if (good !== bad || goodBefore !== badBefore) {
          const [up, down] = [goodBefore * labelCount + good, badBefore * labelCount + bad]
          transitions[up]! += weight
          transitionSums[up]! += weight * step
          transitions[down]! -= weight
          transitionSums[down]! -= weight * step
        }
        if (good === bad) continue
        for (const feature of features[i]!) {
          if (!kept[feature]) continue
          const at = feature * labelCount
          rows[at + good]! += weight
          sums[at + good]! += weight * step
          rows[at + bad]! -= weight
          sums[at + bad]! -= weight * step
        }
      }
    }
    console.error(`  round ${round + 1}: ${wrong} of ${examples.length} wrong`)
  }
  for (let i = 0; i < rows.length; i++) rows[i]! -= sums[i]! / step
  for (let i = 0; i < transitions.length; i++) transitions[i]! -= transitionSums[i]! / step
  return { rows, transitions }
}

export function score(
  features: readonly Int32Array[],
  rows: Float32Array,
  kept: Uint8Array | null,
  scores: Float32Array,
) {
  for (let i = 0; i < features.length; i++) {
    const to = i * labelCount
    scores.fill(0, to, to + labelCount)
    for (const feature of features[i]!) {
      if (kept && !kept[feature]) continue
      const at = feature * labelCount
      for (let label = 0; label < labelCount; label++) scores[to + label]! += rows[at + label]!
    }
  }
}
