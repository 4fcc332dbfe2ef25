import { portfolios, titleAbbreviations, titleWords } from '../english/heads-and-titles.ts'
import { betweenLandAndName, callings } from '../english/linking.ts'

const all: ReadonlySet<string> = new Set([
  ...[...titleWords, ...portfolios].map((word) => word.toLowerCase()),
  ...Object.values(callings).flatMap((words) => [...words]),
  ...betweenLandAndName,
])

/** Whether a word may stand in a title before a name. A full stop ends the sentence, but behind "Gen". */
export function isTitleWord(word: string): boolean {
  const bare = word.replace(/\.$/, '')
  return all.has((titleAbbreviations.has(bare) ? bare : word).toLowerCase())
}

/** What is left of the words of a name without the title before them: "Abdullah II" of "King Abdullah II", "King" of "Judge King". */
export function withoutTitle(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word, i) => i === words.length - 1 || !isTitleWord(word))
  return words.slice(Math.max(0, first))
}
