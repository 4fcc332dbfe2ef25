import type { Words } from '../../src/rules/match.ts'
import { readDocument } from '../../src/text/read.ts'

/** The words of a text without typed spans, and how often one of them has been looked at. */
export function watchedWords(text: string): { words: Words; looks(): number } {
  const { tokens } = readDocument(text)
  let looks = 0
  const watched = new Proxy(tokens, {
    get(all, key) {
      looks++
      return Reflect.get(all, key)
    },
  })
  return { words: { tokens: watched, spanLength: () => 0, tagsAt: () => [] }, looks: () => looks }
}
