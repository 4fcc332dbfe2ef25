/** Labels from 0 to `before.length - 1`, and how they may follow each other. Label 0 stands before every sequence. */
export interface LabelScheme {
  /** For each label, those that may stand before it. */
  before: readonly (readonly number[])[]
  /** Labels that a sequence may end with. */
  ends: readonly number[]
}

/**
 * The labels of highest score for a sequence. `scores` holds a number for each label of each token; `given`, where it is
 * passed, a label that a token must have, or -1.
 */
export type BestLabels = (scores: Float32Array, length: number, given?: Int8Array) => Uint8Array

/**
 * Finds labels by dynamic programming (Viterbi 1967), in memory that is used again. `transitions` holds a row for each label
 * of what the one after it weighs.
 */
export function openViterbi({ before, ends }: LabelScheme): (transitions: Float32Array) => BestLabels {
  const labelCount = before.length
  // Most labels have the same ones before them: each list once, and which is whose.
  const lists = [...new Map(before.map((list) => [list.join(), Uint8Array.from(list)])).values()]
  const listOf = Uint8Array.from(before, (list) => lists.findIndex((one) => one.join() === list.join()))
  const begins = before.map((list) => list.includes(0))
  /** Of each list, the label that leads at a token, and how good the next one is. */
  const leaders = new Uint8Array(lists.length)
  const seconds = new Float64Array(lists.length)
  let room = 64
  let best = new Float32Array(room * labelCount)
  let from = new Uint8Array(room * labelCount)

  return (transitions) => {
    const greatest = Float64Array.from(before, (list, label) =>
      Math.max(...list.map((one) => transitions[one * labelCount + label]!)),
    )
    return (scores, length, given) => {
      makeRoom(length)
      for (let i = 0; i < length; i++) {
        const row = i * labelCount
        if (i > 0) findLeaders(row - labelCount)
        for (let label = 0; label < labelCount; label++) {
          const isOut = given !== undefined && given[i]! >= 0 && given[i] !== label
          const last = i === 0 ? 0 : lastBefore(label, row - labelCount, transitions, greatest)
          const lead = i > 0 ? best[row - labelCount + last]! : begins[label] ? 0 : Number.NEGATIVE_INFINITY
          const score = lead + transitions[last * labelCount + label]! + scores[row + label]!
          best[row + label] = isOut ? Number.NEGATIVE_INFINITY : score
          from[row + label] = last
        }
      }
      return trace(length)
    }
  }

  function makeRoom(length: number): void {
    if (length <= room) return
    room = 2 * length
    best = new Float32Array(room * labelCount)
    from = new Uint8Array(room * labelCount)
  }

  function findLeaders(row: number): void {
    for (let k = 0; k < lists.length; k++) {
      const list = lists[k]!
      let leader = list[0]!
      let most = best[row + leader]!
      let second = Number.NEGATIVE_INFINITY
      for (let i = 1; i < list.length; i++) {
        const score = best[row + list[i]!]!
        if (score > most) {
          second = most
          most = score
          leader = list[i]!
        } else if (score > second) second = score
      }
      leaders[k] = leader
      seconds[k] = second
    }
  }

  /** The best label before one: the leader, unless the next could make up for less by what its transition weighs. */
  function lastBefore(label: number, row: number, transitions: Float32Array, greatest: Float64Array): number {
    const which = listOf[label]!
    const leader = leaders[which]!
    let most = best[row + leader]! + transitions[leader * labelCount + label]!
    if (seconds[which]! + greatest[label]! < most) return leader
    const list = lists[which]!
    let chosen = list[0]!
    most = Number.NEGATIVE_INFINITY
    for (let i = 0; i < list.length; i++) {
      const score = best[row + list[i]!]! + transitions[list[i]! * labelCount + label]!
      if (score <= most) continue
      most = score
      chosen = list[i]!
    }
    return chosen
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
