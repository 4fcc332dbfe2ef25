import type { Found, FoundEvent } from '../../base/found.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import type { ContextOf } from '../../text/sentence-context.ts'
import { argumentFinder } from './arguments.ts'
import { circumstanceFinder } from './circumstances.ts'
import { eventClassifier } from './classifier.ts'
import type { ClauseOf } from './clause.ts'
import { clusterMentions, type EventClassifier, type EventCluster, eventOf } from './clusters.ts'
import type { HeadingOf } from './diary.ts'
import { candidateFinder } from './participants.ts'
import { withRollCalls } from './roll-call.ts'
import { titleMentions } from './titles.ts'

/** What events are found by: what rules take, and what surrounds it. */
export interface EventReading {
  mentions: { readonly events: readonly EventMention[] }
  found: Found
  contextOf: ContextOf
  clauseOf: ClauseOf
  headingOf: HeadingOf
}

/** The events that rules name, as far as the model believes them: each with all its mentions. */
export function findEvents(doc: Document, reading: EventReading): FoundEvent[] {
  if (reading.mentions.events.length === 0) return []
  const clusters = eventClusters(doc, reading, eventClassifier(doc, reading))
  return eventsOf(doc, withRollCalls(doc, clusters, reading.found), reading)
}

/** Mentions by event, as a classifier decides. */
export function eventClusters(
  doc: Document,
  { mentions: { events: mentions }, found, clauseOf, headingOf }: EventReading,
  classifier: EventClassifier,
): EventCluster[] {
  const titled = titleMentions(doc, found.entities, new Set(mentions.map(({ sentence }) => sentence)))
  const find = argumentFinder(doc, mentions, found, titled)
  return clusterMentions(
    doc,
    mentions,
    find,
    candidateFinder(doc, found, titled, clauseOf),
    classifier,
    clauseOf,
    circumstanceFinder(doc, found, clauseOf, headingOf),
  )
}

/** Events with their ids, in order of first mention. */
export function eventsOf(
  doc: Document,
  clusters: readonly EventCluster[],
  { found: { places, dates }, headingOf }: EventReading,
): FoundEvent[] {
  const names = new Map(places.map(({ id, name }) => [id, name]))
  const days = new Map(dates.map(({ id, from }) => [id, from?.slice(0, 10)]))
  const today = doc.published?.slice(0, 10)
  const isAhead = (id: string) => today !== undefined && (days.get(id) ?? today) > today
  const ends = new Map(dates.map(({ id, from, to }) => [id, from === to ? undefined : to?.slice(0, 10)]))
  const isOver = (id: string) => today !== undefined && (ends.get(id) ?? today) < today
  return clusters.map((cluster, i) => {
    const event = eventOf(doc, cluster, `v${i + 1}`, (id) => names.get(id))
    if (event.dates.length === 0 || event.status === 'cancelled') return event
    const heading = headingOf(event.mentions[0]!)
    const isListed = heading !== undefined && event.dates.includes(heading)
    // "The summit runs May 3 through May 6": what goes on has begun. A diary tells in the present what is to come.
    if ((event.status === 'ongoing' || isListed) && event.dates.every(isAhead)) return { ...event, status: 'planned' }
    // "his visit in October" is over in November.
    if (event.status === 'ongoing' && event.dates.every(isOver)) return { ...event, status: 'held' }
    return event
  })
}
