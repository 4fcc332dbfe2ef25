import { firstFrom, type Span, type SpanSet } from '../../base/span.ts'
import { eventType } from '../../english/event-types.ts'
import type { Document, Sentence } from '../../text/document.ts'
import type { Drafting, Found, Trigger } from './agenda.ts'
import { type Named, type Outline, outlineOf } from './chunks.ts'
import { isOther, isSame } from './coreference.ts'
import { statusShift, type TriggerFeatures, triggerFeatures } from './event-features.ts'
import { type EventJudge, statuses } from './events.ts'
import type { Linear } from './linear.ts'
import { pairFeatures } from './pair-features.ts'
import { participantFeatures } from './participants.ts'
import { isFresh } from './status.ts'

/** What surrounds triggers; an outline is made once for each sentence that has one. */
export function surroundingsOf(
  doc: Document,
  named: SpanSet<Named>,
  dated: SpanSet<Span>,
  { dates }: Found,
): Drafting['around'] {
  const orders = new Map(doc.sentences.map((sentence, order) => [sentence, order]))
  const outlines = new Map<number, Outline>()
  const published = doc.published?.slice(0, 10)
  const days = dates
    .flatMap(({ from, mentions }) => mentions.map(({ start }) => ({ start, day: from?.slice(0, 10) })))
    .sort((a, b) => a.start - b.start)

  return ({ sentence, start }) => {
    const order = orders.get(sentence)!
    let outline = outlines.get(order)
    if (!outline) {
      outline = outlineOf(doc, sentence, named, dated)
      outlines.set(order, outline)
    }
    return { outline, order, day: dayOf(sentence, start) }
  }

  /** The side of the publication on which the nearest day of the sentence lies. */
  function dayOf(sentence: Sentence, start: number): number {
    if (published === undefined) return 0
    let nearest: string | undefined
    let least = Number.POSITIVE_INFINITY
    for (let i = firstFrom(days, sentence.start); i < days.length && days[i]!.start < sentence.end; i++) {
      const gap = Math.abs(days[i]!.start - start)
      if (days[i]!.day !== undefined && gap < least) [nearest, least] = [days[i]!.day, gap]
    }
    if (nearest === undefined) return 0
    return nearest < published ? 1 : nearest > published ? 3 : 2
  }
}

// What the rules say is believed unless the model is sure that it is not so: a power below one raises a probability.
const byRule = { same: 0.25, takesPart: 0.6 }
const logit = (p: number) => Math.log(p / (1 - p))

/** A judge by learned weights. */
export function eventJudge({ doc, around }: Drafting, model: Linear): EventJudge {
  const place = (trigger: Trigger) => around(trigger).order
  // They are asked for twice in a row.
  let read: { trigger: Trigger; features: TriggerFeatures } | undefined
  const featuresOf = (trigger: Trigger): TriggerFeatures => {
    if (read?.trigger !== trigger) read = { trigger, features: triggerFeatures(doc, trigger, around(trigger)) }
    return read.features
  }
  return {
    occasion: (trigger) => model(featuresOf(trigger).list),
    odds(trigger) {
      const { list, plain } = featuresOf(trigger)
      return statuses.map((_, i) => logit(model(list, statusShift(i), plain)))
    },
    takesPart(trigger, candidates, at, ruled) {
      const likely = model(participantFeatures(doc, trigger, candidates, at, ruled, around(trigger)))
      return ruled.includes(candidates[at]!.known.id) ? likely ** byRule.takesPart : likely
    },
    same(known, fresh, rank) {
      // What was called off is not what takes place.
      if (known.cancelled !== fresh.cancelled || isOther(known, fresh)) return 0
      const [last, trigger] = [known.triggers.at(-1)!, fresh.triggers[0]!]
      if (eventType(known.type).apartByArticle && last.sentence === trigger.sentence && isFresh(doc, trigger)) return 0
      const likely = model(pairFeatures(doc, known, fresh, rank, place))
      return isSame(doc, known, fresh) ? likely ** byRule.same : likely
    },
  }
}
