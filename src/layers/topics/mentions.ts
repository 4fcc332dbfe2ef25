import type { Span } from '../../base/span.ts'
import { gerundPrepositions } from '../../english/phrases.ts'
import type { TopicMatch } from '../../rules/mentions.ts'
import type { Document, Sentence } from '../../text/document.ts'
import type { PhraseReader } from '../../text/noun-phrases.ts'
import { spanOf, tokenAt } from '../../text/position.ts'

/** A stretch of text that may be a topic, with who says so. */
export interface TopicMention extends Span {
  status: string | undefined
  source: string
  /** The rule that took it, 0 where none did. */
  rule: number
  confidence: number
  sentence: Sentence
  user: boolean
}

/** What rules took, with its whole phrase, one for each coordinate that stands alone, by where it begins. */
export function ruledTopics(
  doc: Document,
  matches: readonly TopicMatch[],
  phrasesOf: (sentence: Sentence) => PhraseReader,
): ReadonlyMap<number, TopicMention> {
  const found = new Map<number, TopicMention>()
  // From the last on: where several take a coordinate it is of the nearest.
  for (const match of matches.toReversed()) {
    const { status, source, rule, sentence, user } = match
    for (const range of coordinates(doc, match, phrasesOf(sentence))) {
      const { start, end } = spanOf(doc.tokens, range)
      if (!found.has(start)) found.set(start, { start, end, status, source, rule, confidence: 0.5, sentence, user })
    }
  }
  return found
}

function coordinates(doc: Document, { start, end, open }: TopicMatch, phrases: PhraseReader) {
  const own = { first: tokenAt(doc, start), last: tokenAt(doc, end) }
  const listed = open ? phrases.topicsFrom(own.first) : []
  // What the pattern took is the least that the topic has.
  const kept = (listed.at(-1)?.last ?? 0) < own.last ? [own] : listed
  // "ties, including oil contracts": what leads to a list is no part of it, and the model reads on from there.
  return kept.filter(({ first }) => first === own.first || !gerundPrepositions.has(doc.tokens[first]!.normal))
}
