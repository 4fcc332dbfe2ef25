import { oneLine } from '../../base/span.ts'
import type { Event } from '../../base/story.ts'
import { eventType } from '../../english/event-types.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import type { Trigger } from './agenda.ts'
import type { ArgumentFinder, Arguments } from './arguments.ts'
import { type Candidate, takingPart } from './participants.ts'
import { isCancelled, isPrevious, tenseOf } from './status.ts'

/** One real occasion with all its mentions. */
export interface Draft extends Arguments {
  type: Event['type']
  /** What a rule says of it; where none does, `odds` decide. */
  status: Event['status'] | undefined
  /** For each of `statuses`, how much speaks for it, all mentions together. */
  odds: number[]
  cancelled: boolean
  previous: boolean
  triggers: (Trigger & { confidence: number })[]
  /** Ids of who takes part, once all mentions are known. */
  taking: string[]
}

/** The mentions by which an occasion is known again: the first and the last few, however often it is named. */
export const telling = ({ triggers }: Draft): Draft['triggers'] =>
  triggers.length > 6 ? [triggers[0]!, ...triggers.slice(-5)] : triggers

export const statuses = ['planned', 'ongoing', 'held', 'cancelled'] as const

/** Nothing speaks for one more than for another. */
const even = statuses.map(() => 0)

/** Who decides which triggers are occasions, when they take place, and which are the same. */
export interface EventJudge {
  /** How likely a trigger is an occasion of the story. */
  occasion(trigger: Trigger): number
  odds(trigger: Trigger): number[]
  /** How likely a fresh mention is of a known occasion; `rank` 0 is the one named last. */
  same(known: Draft, fresh: Draft, rank: number): number
  /** How likely a name in the sentence of a trigger takes part; `ruled` are the ids of those for whom the rules are. */
  takesPart(trigger: Trigger, candidates: readonly Candidate[], at: number, ruled: readonly string[]): number
}

const leastOccasion = 0.5
/** What a user's rule takes is not judged. */
const usualConfidence = 0.6

/** How many occasions back a mention may point. */
const farthest = 12

/** Joins the mentions of one real occasion, and gives it who, where and when. */
export function draftEvents(
  doc: Document,
  triggers: readonly Trigger[],
  find: ArgumentFinder,
  candidatesOf: (trigger: Trigger) => Candidate[],
  judge: EventJudge,
): Draft[] {
  const drafts: Draft[] = []
  const ruled = new Map<Trigger, readonly string[]>()
  // The occasion named last comes first.
  const recent: Draft[] = []
  for (const trigger of triggers) {
    const confidence = trigger.user ? usualConfidence : judge.occasion(trigger)
    if (confidence < leastOccasion) continue
    const { status: said } = trigger
    // "will include a meeting with A as well as a meeting with B": what holds for the one holds for the other.
    const beside = recent.slice(0, 1).find(({ triggers }) => triggers.at(-1)!.sentence === trigger.sentence)?.status
    const status = statuses.find((one) => one === said) ?? tenseOf(doc, trigger) ?? beside
    const fresh: Draft = {
      type: trigger.type,
      status,
      odds: status ? even : judge.odds(trigger),
      cancelled: isCancelled(doc, trigger),
      previous: isPrevious(doc, trigger),
      triggers: [withConfidence(trigger, confidence)],
      taking: [],
      ...find(trigger),
    }
    ruled.set(fresh.triggers[0]!, fresh.who.slice())
    let [likeliest, most] = [undefined as Draft | undefined, 0.5]
    for (const [rank, known] of recent.entries()) {
      const likely = judge.same(known, fresh, rank)
      if (likely > most) [likeliest, most] = [known, likely]
    }
    if (likeliest) {
      merge(likeliest, fresh)
      recent.splice(recent.indexOf(likeliest), 1)
    } else drafts.push(fresh)
    recent.unshift(likeliest ?? fresh)
    recent.length = Math.min(recent.length, farthest)
  }
  return drafts.map((draft) => ({
    ...draft,
    taking: takingPart(draft.triggers, candidatesOf, (trigger, candidates, at) =>
      judge.takesPart(trigger, candidates, at, ruled.get(trigger)!),
    ),
  }))
}

const withConfidence = ({ start, end, type, status, source, sentence, user, roles }: Trigger, confidence: number) => ({
  start,
  end,
  type,
  status,
  source,
  sentence,
  user,
  roles,
  confidence,
})

export function eventOf(doc: Document, draft: Draft, id: string, nameOf: (id: string) => string | undefined): Event {
  const names = draft.triggers.flatMap((trigger) => nounOf(doc, trigger) ?? [])
  // A verb names nothing: what was "met" is a meeting.
  const { noun, keptNouns, namedByDestination } = eventType(draft.type)
  const name = names.find((name) => /\p{Lu}/u.test(name)) ?? names[0] ?? noun
  const place = namedByDestination && draft.where[0] !== undefined ? nameOf(draft.where[0]) : undefined
  return {
    id,
    type: draft.type,
    status: statusOf(draft),
    // "Visit to Dhaka" for "stopover in Dhaka".
    name: place === undefined ? name : `${keptNouns.includes(name) ? name : noun} to ${place}`,
    participants: draft.taking,
    locations: draft.where,
    dates: draft.when,
    topics: [],
    mentions: draft.triggers.map(({ start, end, source, confidence }) => ({
      start,
      end,
      text: doc.text.slice(start, end),
      confidence: Math.round(100 * confidence) / 100,
      source,
    })),
  }
}

/** The words of a trigger that is no verb, in small letters where its sentence begins with it. */
function nounOf(doc: Document, { start, end, sentence }: Trigger): string | undefined {
  const words = doc.tokens.slice(tokenAt(doc, start), tokenAt(doc, end))
  const last = words.at(-1)
  if (last?.tags.includes('Verb') && !last.tags.includes('Noun')) return undefined
  const name = oneLine(doc.text.slice(start, end))
  const only = words.slice(1).every(({ word }) => !word.capital)
  return start === sentence.start && only && !words[0]?.word.loud ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function statusOf({ cancelled, status, odds }: Draft): Event['status'] {
  if (cancelled) return 'cancelled'
  return status ?? statuses[odds.indexOf(Math.max(...odds))]!
}

function merge(into: Draft, from: Draft): void {
  into.triggers.push(...from.triggers)
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
