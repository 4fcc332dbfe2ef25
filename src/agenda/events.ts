import type { Document } from '../document/document.ts'
import type { Event } from '../story.ts'
import type { Trigger } from './agenda.ts'
import type { ArgumentFinder, Arguments } from './arguments.ts'
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
  triggers: Trigger[]
}

export const statuses = ['planned', 'ongoing', 'held', 'cancelled'] as const

/** Who decides which triggers are occasions, when they take place, and which are the same. */
export interface EventJudge {
  isOccasion(trigger: Trigger): boolean
  odds(trigger: Trigger): number[]
  /** How likely a fresh mention is of a known occasion; `rank` 0 is the one named last. */
  same(known: Draft, fresh: Draft, rank: number): number
}

/** How many occasions back a mention may point. */
export const farthest = 12

/** Joins the mentions of one real occasion, and gives it who, where and when. */
export function draftEvents(
  doc: Document,
  triggers: readonly Trigger[],
  find: ArgumentFinder,
  judge: EventJudge,
): Draft[] {
  const drafts: Draft[] = []
  // The occasion named last comes first.
  const recent: Draft[] = []
  for (const trigger of triggers) {
    if (!trigger.user && !judge.isOccasion(trigger)) continue
    const { status } = trigger
    const fresh: Draft = {
      type: trigger.type,
      status: statuses.find((one) => one === status) ?? tenseOf(doc, trigger),
      odds: judge.odds(trigger),
      cancelled: isCancelled(doc, trigger),
      previous: isPrevious(doc, trigger),
      triggers: [trigger],
      ...find(trigger),
    }
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
  return drafts
}

export function eventOf(
  doc: Document,
  draft: Draft,
  id: string,
  nameOf: (id: string) => string | undefined,
): Event {
  const names = draft.triggers.map(({ start, end }) => doc.text.slice(start, end).replace(/\s+/g, ' '))
  const name = names.find((name) => /\p{Lu}/u.test(name)) ?? names[0]!
  const place = draft.type === 'visit' && draft.where[0] !== undefined ? nameOf(draft.where[0]) : undefined
  return {
    id,
    type: draft.type,
    status: statusOf(draft),
    // A verb names no visit: "visit to Dhaka" for "arrived in Dhaka".
    name: place === undefined ? name : `${/^(?:trip|tour|journey)$/.test(name) ? name : 'visit'} to ${place}`,
    participants: draft.who,
    locations: draft.where,
    dates: draft.when,
    topics: [],
    mentions: draft.triggers.map(({ start, end, source }) => ({
      start,
      end,
      text: doc.text.slice(start, end),
      confidence: 0.6,
      source,
    })),
  }
}

export function statusOf({ cancelled, status, odds }: Draft): Event['status'] {
  if (cancelled) return 'cancelled'
  return status ?? statuses[odds.indexOf(Math.max(...odds))]!
}

function merge(into: Draft, from: Draft): void {
  into.triggers.push(...from.triggers)
  into.status ??= from.status
  from.odds.forEach((value, i) => void (into.odds[i]! += 0.5 * value))
  const add = (to: string[], ids: readonly string[], most: number) => {
    for (const id of ids) if (!to.includes(id) && to.length < most) to.push(id)
  }
  add(into.visitor, from.visitor, 1)
  add(into.countries, from.countries, 1)
  add(into.who, from.who, into.type === 'visit' ? 1 : 8)
  if (into.where.length === 0) add(into.where, from.where, 1)
  if (into.when.length === 0) add(into.when, from.when, 4)
}
