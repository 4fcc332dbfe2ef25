import { packedEvents } from '#packed'
import type { Known } from '../../base/found.ts'
import { eventStatuses } from '../../base/types.ts'
import { spokespeople } from '../../english/event-senses.ts'
import { eventType } from '../../english/event-types.ts'
import { type Features, templatesHash } from '../../model/features.ts'
import { logOdds, probability } from '../../model/logistic.ts'
import { type AddWeights, openWeights } from '../../model/weights.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import type { EventClassifier } from './clusters.ts'
import { compareMentions } from './compared.ts'
import { areCoreferent, areOfOtherPeople, isInSequence, isOfAnotherTime, isOther, isSameGuest } from './coreference.ts'
import { discourseReader } from './discourse.ts'
import type { EventReading } from './events.ts'
import { mentionFeatures, mentionTemplates, statusOutput } from './mention-features.ts'
import { pairFeatures, pairTemplates } from './pair-features.ts'
import { isHost, participantFeatures, participantTemplates } from './participants.ts'
import { isOutside, isParty, isSure } from './senses.ts'
import { isFresh } from './status.ts'

// What the rules say is believed unless the model is sure that it is not so: a power below one raises a probability.
const byRule = { coreferent: 0.5, sameGuest: 0.25, takesPart: 0.8 }
const byTree = { occasion: 0.1, takesPart: 0.25 }

const speaksForOthers = ({ titles = [] }: Known) =>
  titles.some((title) => title.split(' ').some((word) => spokespeople.has(word.toLowerCase())))

/** Tells the features by which events are found from any others. */
export const eventTemplates = templatesHash(mentionTemplates, pairTemplates, participantTemplates)

let standard: AddWeights | undefined

/** The weights that ship with the package, unpacked at first use. */
export function eventWeights(): AddWeights {
  standard ??= openWeights(packedEvents(), { model: 'events', templates: eventTemplates })
  return standard
}

/** A classifier by learned weights. */
export function eventClassifier(doc: Document, reading: EventReading, weights = eventWeights()): EventClassifier {
  const { contextOf, clauseOf, headingOf } = reading
  const discourseOf = discourseReader(doc, reading)
  const comparedOf = compareMentions(doc, reading, discourseOf)
  const likely = (features: Features) => probability(logOdds(weights, features)[0]!)
  // Both are asked for in a row.
  let read: { mention: EventMention; odds: Float32Array } | undefined
  const oddsOf = (mention: EventMention): Float32Array => {
    if (read?.mention !== mention) {
      const { features } = mentionFeatures(doc, mention, contextOf(mention), clauseOf(mention), discourseOf(mention))
      read = { mention, odds: logOdds(weights, features).slice() }
    }
    return read.odds
  }
  return {
    occasion(mention) {
      const share = probability(oddsOf(mention)[0]!)
      return isSure(clauseOf(mention)) ? share ** byTree.occasion : share
    },
    odds: (mention) => eventStatuses.map((_, i) => oddsOf(mention)[statusOutput(i)]!),
    takesPart(mention, candidates, at, ruled) {
      if (isHost(mention, candidates[at]!, clauseOf(mention)) || speaksForOthers(candidates[at]!.known)) return 0
      if (isOutside(doc, candidates[at]!, clauseOf(mention))) return 0
      const share = likely(
        participantFeatures(doc, mention, candidates, at, ruled, contextOf(mention), clauseOf(mention)),
      )
      const power = isParty(doc, candidates[at]!, clauseOf(mention)) ? byTree.takesPart : 1
      return share ** (ruled.includes(candidates[at]!.known.id) ? power * byRule.takesPart : power)
    },
    coreferent(known, fresh, rank) {
      // What was called off is not what takes place.
      if (known.cancelled !== fresh.cancelled || isOther(known, fresh)) return 0
      if (headingOf(known.mentions.at(-1)!) !== headingOf(fresh.mentions[0]!)) return 0
      if (isInSequence(known, fresh, clauseOf) || isOfAnotherTime(doc, known, fresh, clauseOf)) return 0
      const [last, mention] = [known.mentions.at(-1)!, fresh.mentions[0]!]
      if (eventType(known.type).apartByArticle && last.sentence === mention.sentence && isFresh(doc, mention)) return 0
      if (areOfOtherPeople(known, fresh, comparedOf)) return 0
      const isRuled = areCoreferent(doc, known, fresh)
      const share = likely(pairFeatures(known, fresh, rank, isRuled, comparedOf))
      if (!isRuled) return share
      const isSame = isSameGuest(known, fresh) && fresh.definite
      return share ** (isSame ? byRule.sameGuest : byRule.coreferent)
    },
  }
}
