import { typeOf, types } from './labels.ts'
import type { NameToken } from './name-tokens.ts'
import type { NameWord } from './name-words.ts'

/** How a first reading of the story typed each capitalised word: counts by type, the last for no name. */
export type Votes = Map<number, Uint16Array>

const outside = types.length

export function countVotes(votes: Votes, tokens: readonly NameToken[], labels: ArrayLike<number>): void {
  tokens.forEach(({ word }, i) => {
    if (!word.capital) return
    let counts = votes.get(word.id)
    if (!counts) {
      counts = new Uint16Array(types.length + 1)
      votes.set(word.id, counts)
    }
    const type = typeOf(labels[i]!)
    counts[type < 0 ? outside : type]!++
  })
}

interface Tally {
  /** The type, or none, that most of its tokens have. */
  most: number
  /** How many tokens it has, roughly. */
  total: number
  /** A bit for each type that any of them has. */
  present: number
}

/** What the first reading made of a word, null where it has no capital. */
export function tallyOf({ id, capital }: NameWord, votes: Votes): Tally | null {
  const counts = capital ? votes.get(id) : undefined
  if (!counts) return null
  let [most, total, present] = [0, 0, 0]
  for (let type = 0; type < counts.length; type++) {
    total += counts[type]!
    if (counts[type]! > 0) present |= 1 << type
    if (counts[type]! > counts[most]!) most = type
  }
  return { most, total: total > 4 ? 4 : total > 2 ? 3 : total, present }
}
