import type { Span } from '../base/span.ts'

/** A word of a text as it is looked up, with where it stands. */
export interface SearchWord extends Span {
  stem: string
}

/** What is searched for: words that follow one another, as stems. */
export type Phrase = readonly string[]

/** What is longer is no word of a language; so much of it is looked up. */
const longest = 60

// "U.S." is one word, as "US" is; so is "Moscow's", which is "Moscow".
const wordPattern = /(?:\p{L}\.){2,9}|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}{1,9})?/gu

/**
 * The words of a text, one by one: small letters, no accents, endings of number and tense cut off. A database finds what it
 * is given so, each in the same way.
 */
export function* searchWords(text: string): Generator<SearchWord> {
  for (const match of text.matchAll(wordPattern)) {
    const stem = stemOf(match[0])
    if (stem !== '') yield { start: match.index, end: match.index + match[0].length, stem }
  }
}

/** The same of words whose places do not matter. */
export const stemsOf = (text: string): string[] => [...searchWords(text)].map(({ stem }) => stem)

/** What a user's words ask for: each of them, and phrases where they stand in quotes. No sign means anything else. */
export function phrasesIn(words: string): Phrase[] {
  return words
    .split(/["“”„«»]/)
    .flatMap((part, i): Phrase[] => (i % 2 === 1 ? [stemsOf(part)] : stemsOf(part).map((stem) => [stem])))
    .filter((phrase) => phrase.length > 0)
}

function stemOf(word: string): string {
  const plain = word
    .slice(0, longest)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
  return /^[a-z]+$/.test(plain) ? withoutEnding(plain) : plain
}

/** Lemma by rule of thumb: enough to bring "votes", "voted" and "voting" to "vote". */
function withoutEnding(word: string): string {
  if (word === 'news' || /(?:ss|us|is)$/.test(word)) return word
  const singular = word.replace(/(?<=[a-z]{2})(?:ies|ied)$/, 'y')
  if (singular !== word) return singular
  const bare = word.replace(/(?:ing|ed|es|s|e)$/, '')
  if (bare.length < 3 || !/[aeiouy]/.test(bare)) return word
  // "Planned" has a letter of "plan" twice.
  return /(?:ing|ed)$/.test(word) ? bare.replace(/([bdgmnprt])\1$/, '$1') : bare
}
