import type { Sentence, Token } from './document.ts'
import { inkFrom, invisible } from './scan.ts'
import { tagsOf, untagged } from './tags.ts'
import { readParts } from './wink.ts'

const odd = new RegExp(String.raw`[^\S ]|[${invisible}]`, 'g')

/** Gives each token of a sentence its tags: those of the word that wink-nlp reads at its place. */
export function tagSentence(
  { text, tokens, start, end, first, last }: Sentence,
  give: (token: Token, tags: readonly string[]) => void,
): void {
  // wink-nlp counts only plain spaces; one for each code unit keeps offsets as they are.
  const own = text.slice(start, end).replace(odd, ' ')
  let next = first
  let cursor = 0
  for (const { text: written, partOfSpeech } of readParts(own)) {
    const at = find(own, written, cursor)
    if (at < 0) continue
    cursor = at + written.length
    for (; next < last && tokens[next]!.start - start < cursor; next++) {
      const token = tokens[next]!
      const beside = token.punctuation || token.end - start <= at
      give(token, beside ? untagged : tagsOf(partOfSpeech, token.normal))
    }
  }
  for (; next < last; next++) give(tokens[next]!, untagged)
}

// wink-nlp may normalise what it returns; what does not stand near the cursor is left out, never misplaced.
function find(text: string, word: string, cursor: number): number {
  const at = inkFrom(text, cursor)
  if (text.startsWith(word, at)) return at
  const near = text.slice(at, at + 400).indexOf(word)
  return near < 0 ? -1 : at + near
}
