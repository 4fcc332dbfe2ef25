import type { Document, Sentence, Token } from '../document/document.ts'
import type { Span } from '../span.ts'

const is = (token: Token, ...tags: string[]) => tags.some((tag) => token.tags.includes(tag))
const inside = new Set([
  'of',
  'and',
  '&',
  'between',
  'from',
  'for',
  'against',
  'with',
  'under',
  'by',
  'in',
  'on',
  'to',
  'over',
  'into',
  'within',
  'about',
  'among',
  'toward',
  'towards',
  'at',
])
const leadOut = new Set([
  'the',
  'a',
  'an',
  'their',
  'its',
  'his',
  'her',
  'our',
  'any',
  'some',
  'this',
  'that',
  'these',
  'those',
  'such',
  'both',
])

/** A simple noun phrase from a token on: determiner out, adjectives and nouns in. Index of its end, or `from`. */
export function nounPhraseEnd(doc: Document, sentence: Sentence, from: number): number {
  let at = from
  let noun = -1
  for (; at < sentence.last; at++) {
    const token = doc.tokens[at]!
    if (is(token, 'Noun') && !is(token, 'Pronoun')) noun = at
    else if (
      token.text === '-' ||
      token.text === '/' ||
      is(token, 'Adjective', 'Value', 'Possessive') ||
      /^(?:[$€£%])$/.test(token.text) ||
      /(?:ing|ed)$/.test(token.normal)
    )
      continue
    else break
  }
  return noun < 0 ? from : noun + 1
}

/** Noun phrases of a sentence, without determiners: what `#NounPhrase` stands for. */
export function nounPhrases(doc: Document, sentence: Sentence): Span[] {
  const found: Span[] = []
  for (let at = sentence.first; at < sentence.last; ) {
    const end = is(doc.tokens[at]!, 'Verb') ? at : nounPhraseEnd(doc, sentence, at)
    if (end > at) {
      found.push({ start: doc.tokens[at]!.start, end: doc.tokens[end - 1]!.end })
      at = end
    } else at++
  }
  return found
}

/** The whole phrase that a topic is: a noun phrase with the prepositional phrases behind it. Token indexes, end exclusive. */
export function topicPhrase(doc: Document, sentence: Sentence, from: number): { first: number; last: number } | null {
  let first = from
  while (first < sentence.last && (leadOut.has(doc.tokens[first]!.normal) || doc.tokens[first]!.text === '"')) first++
  let last = first
  let closed = 0
  for (let at = first; at < sentence.last; ) {
    const token = doc.tokens[at]!
    if (leadOut.has(token.normal) && at > first) at++
    const end = nounPhraseEnd(doc, sentence, at)
    if (end > at) {
      last = end
      closed = end
      at = end
      const next = doc.tokens[at]
      if (at < sentence.last && next && inside.has(next.normal)) {
        at++
        continue
      }
      break
    }
    break
  }
  return closed > first ? { first, last } : null
}
