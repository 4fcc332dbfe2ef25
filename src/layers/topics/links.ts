import type { FoundEvent } from '../../base/found.ts'
import { firstFrom, type Span } from '../../base/span.ts'
import type { TopicMention } from './mentions.ts'

/** An event that a topic may belong to, with where it is mentioned next to it. */
export interface Choice {
  event: FoundEvent
  at: number
}

/** An event, where it is mentioned next to a topic. */
export interface NearbyEvent extends Span {
  event: FoundEvent
}

const nearest = { mentions: 30, events: 8 }

/** Finds the mentions of events next to a topic: those last before it, and those after it in its sentence. */
export function nearbyFinder(events: readonly FoundEvent[]): (topic: TopicMention) => NearbyEvent[] {
  const all = events
    .flatMap((event) => event.mentions.map(({ start, end }) => ({ event, start, end })))
    .sort((a, b) => a.start - b.start)
  return ({ start, end, sentence }) => {
    const from = Math.max(0, firstFrom(all, start) - nearest.mentions)
    const to = firstFrom(all, sentence.end)
    // "plans to hold talks": an occasion inside of a topic is not where it is treated.
    return all.slice(from, to).filter((mention) => !(mention.start >= start && mention.end <= end))
  }
}

/** Events that a topic may belong to, the one named last before it first; those after it come last. */
export function choicesOf(mentions: readonly NearbyEvent[], { start }: TopicMention): Choice[] {
  const found = new Map<FoundEvent, number>()
  const after = mentions.filter((mention) => mention.start >= start)
  const before = mentions.filter((mention) => mention.start < start).reverse()
  for (const mention of [...before, ...after]) if (!found.has(mention.event)) found.set(mention.event, mention.start)
  return [...found].slice(0, nearest.events).map(([event, at]) => ({ event, at }))
}
