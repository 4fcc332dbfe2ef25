import { eventType } from '../../english/event-types.ts'
import type { Linear } from '../../model/linear.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import type { ContextOf } from '../../text/sentence-context.ts'
import { type EventClassifier, statuses } from './clusters.ts'
import { areCoreferent, isOther } from './coreference.ts'
import { type MentionFeatures, mentionFeatures, statusShift } from './mention-features.ts'
import { pairFeatures } from './pair-features.ts'
import { participantFeatures } from './participants.ts'
import { isFresh } from './status.ts'

// What the rules say is believed unless the model is sure that it is not so: a power below one raises a probability.
const byRule = { coreferent: 0.25, takesPart: 0.6 }
const logit = (p: number) => Math.log(p / (1 - p))

/** A classifier by learned weights. */
export function eventClassifier(doc: Document, contextOf: ContextOf, model: Linear): EventClassifier {
  const indexOf = (mention: EventMention) => contextOf(mention).sentenceIndex
  // They are asked for twice in a row.
  let read: { mention: EventMention; features: MentionFeatures } | undefined
  const featuresOf = (mention: EventMention): MentionFeatures => {
    if (read?.mention !== mention) read = { mention, features: mentionFeatures(doc, mention, contextOf(mention)) }
    return read.features
  }
  return {
    occasion: (mention) => model(featuresOf(mention).list),
    odds(mention) {
      const { list, plain } = featuresOf(mention)
      return statuses.map((_, i) => logit(model(list, statusShift(i), plain)))
    },
    takesPart(mention, candidates, at, ruled) {
      const likely = model(participantFeatures(doc, mention, candidates, at, ruled, contextOf(mention)))
      return ruled.includes(candidates[at]!.known.id) ? likely ** byRule.takesPart : likely
    },
    coreferent(known, fresh, rank) {
      // What was called off is not what takes place.
      if (known.cancelled !== fresh.cancelled || isOther(known, fresh)) return 0
      const [last, mention] = [known.mentions.at(-1)!, fresh.mentions[0]!]
      if (eventType(known.type).apartByArticle && last.sentence === mention.sentence && isFresh(doc, mention)) return 0
      const likely = model(pairFeatures(doc, known, fresh, rank, indexOf))
      return areCoreferent(doc, known, fresh) ? likely ** byRule.coreferent : likely
    },
  }
}
