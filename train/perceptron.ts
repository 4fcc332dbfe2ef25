import { labelCount, labelsBy } from '../src/layers/names/labels.ts'
import { randomFrom, shuffled } from './random.ts'

/** A sequence of tokens to learn from: rows of the features of each, and its label, -1 where any will do. */
export interface Sequence {
  features: readonly Int32Array[]
  /** Features of a second reading, which a first one is without. */
  votes: readonly Int32Array[]
  labels: Int8Array
  weight: number
}

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
export function learnSequences(
  sequences: readonly Sequence[],
  rowCount: number,
  { rounds, seed, dropped }: Settings,
  log: (line: string) => void,
): Weights {
  const random = randomFrom(seed)
  const kept = new Uint8Array(rowCount)
  for (let row = 0; row < rowCount; row++) kept[row] = random() < dropped ? 0 : 1
  const rows = new Float32Array(rowCount * labelCount)
  const sums = new Float64Array(rowCount * labelCount)
  const transitions = new Float32Array(labelCount * labelCount)
  const transitionSums = new Float64Array(labelCount * labelCount)
  let step = 1
  for (let round = 0; round < rounds; round++) {
    let wrong = 0
    for (const { features: first, votes, labels, weight } of shuffled(sequences, random)) {
      const n = first.length
      // Half of the time as in the first reading, so that one set of weights serves both.
      const second = votes.length > 0 && random() < 0.5
      const features = second ? withVotes(first, votes) : first
      const scores = scoresOf(features, rows, kept)
      const bestLabels = labelsBy(transitions)
      const guess = bestLabels(scores, n)
      step++
      if (guess.every((label, i) => labels[i]! < 0 || labels[i] === label)) continue
      wrong++
      const gold = bestLabels(scores, n, labels)
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
    log(`  round ${round + 1}: ${wrong} of ${sequences.length} wrong`)
  }
  for (let i = 0; i < rows.length; i++) rows[i]! -= sums[i]! / step
  for (let i = 0; i < transitions.length; i++) transitions[i]! -= transitionSums[i]! / step
  return { rows, transitions }
}

export const withVotes = (features: readonly Int32Array[], votes: readonly Int32Array[]): Int32Array[] =>
  features.map((list, i) => Int32Array.of(...list, ...votes[i]!))

let room = new Float32Array()

/** `labelCount` numbers for each token; they are gone at the next call. */
export function scoresOf(features: readonly Int32Array[], rows: Float32Array, kept?: Uint8Array): Float32Array {
  if (features.length * labelCount > room.length) room = new Float32Array(2 * features.length * labelCount)
  const scores = room
  scores.fill(0, 0, features.length * labelCount)
  for (let i = 0; i < features.length; i++) {
    const to = i * labelCount
    for (const feature of features[i]!) {
      if (kept && !kept[feature]) continue
      const at = feature * labelCount
      for (let label = 0; label < labelCount; label++) scores[to + label]! += rows[at + label]!
    }
  }
  return scores
}
