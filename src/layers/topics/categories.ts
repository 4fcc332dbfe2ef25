import type { Topic } from '../../base/story.ts'
import type { RuleSet } from '../../rules/define.ts'

/** Topics of a taxonomy with the words that tell them. */
export type Categories = NonNullable<RuleSet['categories']>

/** Finds the category of a label; null where no word tells one. */
export type Categorizer = (label: string) => Topic['category']

const singular = (word: string) =>
  word.length < 5
    ? word
    : word
        .replace(/ies$/, 'y')
        .replace(/(?<=ss|x|ch|sh)es$/, '')
        .replace(/(?<=[^s])s$/, '')

/** Words as they are compared: lower case, without plural endings, hyphens as spaces. */
const wordsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(singular)

const longestPhrase = 5
const none: readonly number[] = []
/** The head of a label, and what stands before it, says more than what is tied to it: "exports of crude oil". */
const headWeight = 2
const preposition =
  /^(?:of|in|on|to|for|from|with|between|against|by|under|at|over|about|toward|towards|into|that|which)$/

/**
 * Looks labels up by phrase. A user's category wins over a built-in one, then the one for which most of a label speaks,
 * long phrases more than single words, then the first in the list.
 */
export function categorizer(user: Categories, standard: Categories): Categorizer {
  const byPhrase = new Map<string, number[]>()
  /** How many words a phrase that begins with a word has at most. */
  const lengths = new Map<string, number>()
  const all = [...user, ...standard]
  for (const [i, category] of all.entries())
    for (const phrase of category.words) {
      const words = wordsOf(phrase)
      const key = words.join(' ')
      lengths.set(words[0]!, Math.max(words.length, lengths.get(words[0]!) ?? 0))
      const list = byPhrase.get(key)
      if (list) list.push(i)
      else byPhrase.set(key, [i])
    }
  return (label) => {
    const words = wordsOf(label)
    const scores = new Map<number, number>()
    const tied = words.findIndex((word) => preposition.test(word))
    for (let at = 0; at < words.length; at++)
      for (
        let length = Math.min(lengths.get(words[at]!) ?? 0, longestPhrase, words.length - at);
        length > 0;
        length--
      ) {
        const weight = length ** 1.5 * (tied < 0 || at < tied ? headWeight : 1)
        for (const i of byPhrase.get(words.slice(at, at + length).join(' ')) ?? none)
          scores.set(i, (scores.get(i) ?? (i < user.length ? 1e6 : 0)) + weight)
      }
    const [best] = [...scores].sort(([a, x], [b, y]) => y - x || a - b)
    return best ? { code: all[best[0]]!.code, name: all[best[0]]!.name } : null
  }
}
