import type { Span } from '../../base/span.ts'
import type { Document } from '../../text/document.ts'

/** A headline or two may come before it. */
const farthest = 1500
const longest = 120

/** "NEW YORK, Sept 7 (Reuters) -", "BEIRUT, Lebanon (AP) —", "McALLEN, Texas –": a town in capitals, an agency, a dash. */
const dateline =
  /^((?:Mc|St\. )?\p{Lu}{2}[\p{Lu}'’. -]{0,28})(?:, [\p{L}\d., ]{1,40})?(?: {1,3}\(\p{L}[^()\n]{1,40}\)| {0,3}[–—]| {1,3}--?\s)/u

/** "CRICKET - ENGLAND BEAT PAKISTAN" is a headline: a story begins in lower case soon. */
const soon = 25

/** Where the town of the story's dateline is. */
export function datelineOf({ text, sentences }: Document): Span | undefined {
  for (const { start } of sentences) {
    if (start > farthest) return undefined
    const found = dateline.exec(text.slice(start, start + longest))
    const town = found?.[1]?.trimEnd()
    const at = start + (found?.[0].length ?? 0)
    if (town && /\p{Ll}/u.test(text.slice(at, at + soon))) return { start, end: start + town.length }
  }
  return undefined
}

/** "McALLEN" is McAllen. */
export const townFromCapitals = (town: string): string =>
  town.replace(/\p{Lu}{2,}(?:['’]S\b)?/gu, (word) => word[0] + word.slice(1).toLowerCase())
