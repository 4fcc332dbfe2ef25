import type { FoundEvent } from '../../base/found.ts'
import { oneLine } from '../../base/span.ts'
import type { Event } from '../../base/story.ts'
import { eventStatuses } from '../../base/types.ts'
import { eventType } from '../../english/event-types.ts'
import { calibrated } from '../../model/logistic.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import type { ArgumentFinder, Arguments } from './arguments.ts'
import type { Circumstances } from './circumstances.ts'
import type { ClauseOf } from './clause.ts'
import { curve } from './confidence.ts'
import { type Candidate, takingPart } from './participants.ts'
import {
  isCalledOff,
  isCancelled,
  isDefinite,
  isDemanded,
  isPresent,
  isPrevious,
  isScheduled,
  postponed,
} from './status.ts'

/** One real occasion with all its mentions. */
export interface EventCluster extends Arguments {
  type: Event['type']
  /** What a rule says of it; where none does, `odds` decide. */
  status: Event['status'] | undefined
  /** For each of `eventStatuses`, how much speaks for it, all mentions together. */
  odds: number[]
  cancelled: boolean
  previous: boolean
  /** Whether its first mention is of an occasion told or known before. */
  definite: boolean
  mentions: (EventMention & { confidence: number })[]
  /** Ids of who takes part, once all mentions are known. */
  taking: string[]
}

/** The mentions by which an occasion is known again: the first and the last few, however often it is named. */
export const identifying = ({ mentions }: EventCluster): EventCluster['mentions'] =>
  mentions.length > 6 ? [mentions[0]!, ...mentions.slice(-5)] : mentions

/** Nothing speaks for one more than for another. */
const even = eventStatuses.map(() => 0)

/** How many occasions were named after a known one, and how many of the same type. */
export interface Rank {
  rank: number
  typeRank: number
}

/** Who decides which mentions are occasions, when they take place, and which are the coreferent. */
export interface EventClassifier {
  /** How likely a mention is an occasion of the story. */
  occasion(mention: EventMention): number
  odds(mention: EventMention): number[]
  /** How likely a fresh mention is of a known occasion; `rank` 0 is the one named last. */
  coreferent(known: EventCluster, fresh: EventCluster, rank: Rank): number
  /** How likely a name in the sentence of a mention takes part; `ruled` are the ids of those for whom the rules are. */
  takesPart(mention: EventMention, candidates: readonly Candidate[], at: number, ruled: readonly string[]): number
}

const leastOccasion = 0.6
/** What a user's rule takes is not judged. */
const usualConfidence = 0.6

const begun: ReadonlySet<Event['status']> = new Set(['held', 'ongoing'])
/** So much log odds turns what a single mention says, and not what an occasion's other mentions say together. */
const farMore = 4

/** How many occasions back a mention may point. */
const farthest = 12

/** Joins the mentions of one real occasion, and gives it who, where and when. */
export function clusterMentions(
  doc: Document,
  mentions: readonly EventMention[],
  find: ArgumentFinder,
  candidatesOf: (mention: EventMention) => Candidate[],
  classifier: EventClassifier,
  clauseOf: ClauseOf,
  circumstancesOf: (cluster: EventCluster) => Circumstances,
): EventCluster[] {
  const clusters: EventCluster[] = []
  const ruled = new Map<EventMention, readonly string[]>()
  // The occasion named last comes first.
  const recent: EventCluster[] = []
  for (const mention of mentions) {
    const confidence = mention.user ? usualConfidence : classifier.occasion(mention)
    if (confidence < leastOccasion) continue
    const { status: said } = mention
    const put = postponed(clauseOf(mention))
    const status = eventStatuses.find((one) => one === said) ?? put
    const fresh: EventCluster = {
      type: mention.type,
      status,
      odds: status ? even : oddsOf(mention),
      cancelled: put === 'cancelled' || isCalledOff(clauseOf(mention)) || isCancelled(doc, mention),
      previous: isPrevious(doc, mention),
      definite: isDefinite(doc, mention),
      mentions: [withConfidence(mention, confidence)],
      taking: [],
      ...find(mention),
    }
    ruled.set(fresh.mentions[0]!, fresh.who.slice())
    let [likeliest, most] = [undefined as EventCluster | undefined, 0.5]
    let typeRank = 0
    for (const [rank, known] of recent.entries()) {
      const likely = classifier.coreferent(known, fresh, { rank, typeRank })
      if (known.type === fresh.type) typeRank++
      if (likely > most) [likeliest, most] = [known, likely]
    }
    if (likeliest) {
      merge(likeliest, fresh)
      recent.splice(recent.indexOf(likeliest), 1)
    } else clusters.push(fresh)
    recent.unshift(likeliest ?? fresh)
    recent.length = Math.min(recent.length, farthest)
  }
  /** What is only demanded or planned has not begun; "is visiting" goes on. */
  function oddsOf(mention: EventMention): number[] {
    const [odds, clause] = [classifier.odds(mention), clauseOf(mention)]
    const [isAsked, isAhead, goesOn] = [isDemanded(clause), isScheduled(clause), isPresent(clause)]
    if (!isAsked && !isAhead && !goesOn) return odds
    return odds.map((value, i) => {
      const status = eventStatuses[i]!
      if (isAhead && status === 'planned') return value + farMore
      if (isAsked || isAhead) return begun.has(status) ? value - farMore : value
      return status === 'ongoing' ? value + farMore : value
    })
  }

  return clusters.map((cluster) => ({
    ...cluster,
    ...circumstancesOf(cluster),
    taking: takingPart(doc, cluster.mentions, clauseOf, candidatesOf, (mention, candidates, at) =>
      classifier.takesPart(mention, candidates, at, ruled.get(mention)!),
    ),
  }))
}

const withConfidence = (
  { start, end, type, status, source, rule, sentence, user, roles }: EventMention,
  confidence: number,
) => ({
  start,
  end,
  type,
  status,
  source,
  rule,
  sentence,
  user,
  roles,
  confidence,
})

export function eventOf(
  doc: Document,
  cluster: EventCluster,
  id: string,
  nameOf: (id: string) => string | undefined,
): FoundEvent {
  const names = cluster.mentions.flatMap((mention) => nounOf(doc, mention) ?? [])
  // A verb names nothing: what was "met" is a meeting.
  const { noun, keptNouns, namedByDestination } = eventType(cluster.type)
  const name = names.find((name) => /\p{Lu}/u.test(name)) ?? names[0] ?? noun
  const place = namedByDestination && cluster.where[0] !== undefined ? nameOf(cluster.where[0]) : undefined
  return {
    id,
    type: cluster.type,
    status: statusOf(cluster),
    // "Visit to Dhaka" for "stopover in Dhaka".
    name: place === undefined ? name : `${keptNouns.includes(name) ? name : noun} to ${place}`,
    participants: cluster.taking,
    locations: cluster.where,
    dates: cluster.when,
    mentions: cluster.mentions.map(({ start, end, source, confidence }) => ({
      start,
      end,
      text: doc.text.slice(start, end),
      confidence: calibrated(confidence, curve),
      source,
    })),
  }
}

/** The words of a mention that ends in a noun, so not "sat down", in small letters where its sentence begins with it. */
function nounOf(doc: Document, { start, end, sentence }: EventMention): string | undefined {
  const words = doc.tokens.slice(tokenAt(doc, start), tokenAt(doc, end))
  const last = words.at(-1)
  if (last && !last.tags.includes('Noun')) return undefined
  const name = oneLine(doc.text.slice(start, end))
  const only = words.slice(1).every(({ word }) => !word.capital)
  return start === sentence.start && only && !words[0]?.word.allCaps
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name
}

function statusOf({ cancelled, status, odds }: EventCluster): Event['status'] {
  if (cancelled) return 'cancelled'
  return status ?? eventStatuses[odds.indexOf(Math.max(...odds))]!
}

function merge(into: EventCluster, from: EventCluster): void {
  into.mentions.push(...from.mentions)
  into.status ??= from.status
  // The first mention says most.
  into.odds = into.odds.map((value, i) => value + 0.5 * from.odds[i]!)
  const add = (to: string[], ids: readonly string[], most: number) => {
    for (const id of ids) if (!to.includes(id) && to.length < most) to.push(id)
  }
  add(into.visitor, from.visitor, 1)
  add(into.countries, from.countries, 1)
  add(into.who, from.who, eventType(into.type).participants === 'guest' ? 1 : 8)
  if (into.where.length === 0) add(into.where, from.where, 1)
  if (into.when.length === 0) add(into.when, from.when, 4)
}
