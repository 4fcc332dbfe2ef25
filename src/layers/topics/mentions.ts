import type { Span } from '../../base/span.ts'
import { gerundPrepositions } from '../../english/phrases.ts'
import type { TopicMatch } from '../../rules/mentions.ts'
import type { Document, Sentence } from '../../text/document.ts'
import { type IsPhraseEnd, phraseReader } from '../../text/noun-phrases.ts'
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

/** What a rule took, with its whole phrase, one for each coordinate that stands alone. */
export function expandPhrase(doc: Document, match: TopicMatch, isPhraseEnd: IsPhraseEnd): TopicMention[] {
  const own = { first: tokenAt(doc, match.start), last: tokenAt(doc, match.end) }
  const phrases = match.open ? phraseReader(doc, match.sentence, isPhraseEnd).topicsFrom(own.first) : []
  // What the pattern took is the least that the topic has.
  const kept = (phrases.at(-1)?.last ?? 0) < own.last ? [own] : phrases
  // "ties, including oil contracts": what leads to a list is no part of it, and the model reads on from there.
  const leads = ({ first }: typeof own) => first > own.first && gerundPrepositions.has(doc.tokens[first]!.normal)
  return kept
    .filter((range) => !leads(range))
    .map((range) => ({
      ...spanOf(doc.tokens, range),
      status: match.status,
      source: match.source,
      rule: match.rule,
      confidence: 0.5,
      sentence: match.sentence,
      user: match.user,
    }))
}
