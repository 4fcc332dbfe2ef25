import { combine } from '../../base/hash.ts'
import type { Features } from '../../model/features.ts'
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

/** Features of the second reading: what the first one made of this word, and of its neighbours, all over the story. */
export function voteFeatures(tokens: readonly NameToken[], i: number, votes: Votes, features: Features): void {
  const own = tallied(tokens[i]!.word, votes)
  if (own === null) return
  const before = i > 0 ? tallied(tokens[i - 1]!.word, votes) : null
  const after = i + 1 < tokens.length ? tallied(tokens[i + 1]!.word, votes) : null
  const add = (template: number, value: number) => features.add(1000 + template, value)
  add(0, combine(own.most, own.total))
  add(1, own.present)
  add(2, combine(own.most, combine(before?.most ?? 9, after?.most ?? 9)))
}

function tallied({ id, capital }: NameWord, votes: Votes): { most: number; total: number; present: number } | null {
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
