import type { FoundEvent } from '../../base/found.ts'
import type { Topic } from '../../base/story.ts'
import { eventType } from '../../english/event-types.ts'
import type { Document } from '../../text/document.ts'
import { openingOf } from '../../text/headline.ts'
import type { NearbyEvent } from './links.ts'
import type { TopicMention } from './mentions.ts'

const future =
  /\b(?:will|would|to discuss|expected|scheduled|planned|due|next|should|agenda|plans?|upcoming|forthcoming|push for|aimed at)\b/i

/** "agreed to", "signed an agreement on", close before the topic. */
const settled =
  /\b(?:agree[sd]?|agreeing|agreement|sign(?:s|ed|ing)?|approv(?:es|ed)|adopt(?:s|ed)|decid(?:es|ed)|pledge[sd]?|vow(?:s|ed)|commit(?:s|ted)|endorse[sd]|passe[sd]|ratified)\b[^.;:]{0,50}$/i
const soon =
  /\b(?:will|would|to|expected|hopes?|may|could|should|draft|push) (?:\w+ )?(?:agree|sign|approve|adopt|decide|conclude|reach|agreement|endorse|pass|ratify)\b[^.;:]{0,60}$|\b(?:fail|failed|without|no|not) (?:\w+ ){0,3}(?:agree|agreement)/i

/** The status by the words before a topic, as far as rules can tell. */
export function ruledStatus(doc: Document, topic: TopicMention, event: FoundEvent | undefined): Topic['status'] {
  const before = doc.text.slice(topic.sentence.start, topic.start)
  if (settled.test(before) && !soon.test(before)) return 'agreed'
  return future.test(before) ||
    (event?.status === 'planned' && !/\b(?:discussed|focus+ed|cent(?:e?red|red)|raised|talked)\b/i.test(before))
    ? 'planned'
    : 'discussed'
}

/** An event at which topics are seldom treated counts as if it stood so much farther off. */
const farther = 2

/**
 * The event of a topic as far as rules can tell: the one named last before it, in its sentence or before; for a headline
 * the first that the story names.
 */
export function ruledEvent(
  doc: Document,
  nearby: readonly NearbyEvent[],
  { start, sentence }: TopicMention,
  first: FoundEvent | undefined,
): FoundEvent | undefined {
  let [best, least] = [undefined as FoundEvent | undefined, Number.POSITIVE_INFINITY]
  for (const mention of nearby) {
    const gap = Math.abs(start - mention.start) * (mention.start > start ? 2 : 1)
    const distance =
      (gap + (mention.start >= sentence.start ? 0 : 300)) * (eventType(mention.event.type).holdsTopics ? 1 : farther)
    if (distance < least) [best, least] = [mention.event, distance]
  }
  return best ?? (sentence === openingOf(doc) ? first : undefined)
}
