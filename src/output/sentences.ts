import type { Span } from '../base/span.ts'
import { inkFrom, tokenEnd } from '../text/scan.ts'
import { endsSentence, isWrapped, longestSentence } from '../text/sentence-ends.ts'
import { type Word, wordOf } from '../text/word.ts'

/** Tokens as the extractor cuts them, sentence by sentence; cut once more where a name begins or ends within one. */
export function tokensBySentence(text: string, names: readonly Span[] = []): Span[][] {
  const wrapped = isWrapped(text)
  const sentences: Span[][] = []
  let tokens: { start: number; end: number; word: Word }[] = []
  const read = () => ({
    length: tokens.length,
    wordAt: (at: number) => tokens[at]!.word,
    isGlued: (at: number) => at > 0 && tokens[at - 1]!.end === tokens[at]!.start,
  })
  let next = 0
  let end = 0
  const isTooLong = () =>
    tokens.length >= longestSentence.tokens || end - (tokens[0]?.start ?? end) > longestSentence.characters
  for (let start = inkFrom(text, 0); start < text.length; start = inkFrom(text, end)) {
    if (start > end && tokens.length > 0 && (endsSentence(text, end, start, read(), 0, wrapped) || isTooLong())) {
      sentences.push(tokens)
      tokens = []
    }
    end = tokenEnd(text, start)
    while (names[next] && names[next]!.end <= start) next++
    const name = names[next]
    if (name) end = Math.min(end, name.start > start ? name.start : name.end)
    tokens.push({ start, end, word: wordOf(text.slice(start, end)) })
  }
  if (tokens.length > 0) sentences.push(tokens)
  return sentences
}
