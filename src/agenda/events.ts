import type { Document } from '../document/document.ts'
import type { Event } from '../story.ts'
import type { Trigger } from './agenda.ts'
import type { ArgumentFinder, Arguments } from './arguments.ts'
import { isCancelled, isDefinite, isPrevious, tenseOf } from './status.ts'

/** One real occasion with all its mentions. */
export interface Draft extends Arguments {
  type: Event['type']
  /** What the first mention that says so tells; undefined where none did. */
  status: Event['status'] | undefined
  cancelled: boolean
  previous: boolean
  triggers: Trigger[]
}

/** Joins the mentions of one real occasion, and gives it who, where and when. */
export function draftEvents(doc: Document, triggers: readonly Trigger[], find: ArgumentFinder): Draft[] {
  const drafts: Draft[] = []
  for (const trigger of triggers) {
    const before = drafts.findLast(({ triggers }) => triggers.at(-1)!.sentence === trigger.sentence)
    const draft: Draft = {
      type: trigger.type,
      // "will include a meeting with A as well as a meeting with B": what holds for the one holds for the other.
      status: statusOf(doc, trigger) ?? before?.status,
      cancelled: isCancelled(doc, trigger),
      previous: isPrevious(doc, trigger),
      triggers: [trigger],
      ...find(trigger),
    }
    // The occasion named last is looked at first.
    const same = drafts.findLast((other) => isSame(doc, other, draft))
    if (same) merge(same, draft)
    else drafts.push(draft)
  }
  return drafts
}

export function eventOf(
  doc: Document,
  draft: Draft,
  id: string,
  nameOf: (id: string) => string | undefined,
  day: DaySide | undefined,
): Event {
  const names = draft.triggers.map(({ start, end }) => doc.text.slice(start, end).replace(/\s+/g, ' '))
  const name = names.find((name) => /\p{Lu}/u.test(name)) ?? names[0]!
  const place = draft.type === 'visit' && draft.where[0] !== undefined ? nameOf(draft.where[0]) : undefined
  return {
    id,
    type: draft.type,
    status: draft.cancelled ? 'cancelled' : statusOn(draft.status, day),
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

/** Where the days of an event lie, seen from the publication. */
export type DaySide = 'before' | 'after'

/** A day says more than a verb: what is dated ahead is planned, what is dated back is not. */
function statusOn(status: Event['status'] | undefined, day: DaySide | undefined): Event['status'] {
  if (day === 'after') return 'planned'
  return day === 'before' && status === 'planned' ? 'held' : (status ?? 'held')
}

function statusOf(doc: Document, trigger: Trigger): Event['status'] | undefined {
  const { status } = trigger
  if (status === 'planned' || status === 'ongoing' || status === 'held') return status
  return tenseOf(doc, trigger)
}

const shares = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id))
const disagree = (a: readonly string[], b: readonly string[]) => a.length > 0 && b.length > 0 && !shares(a, b)

function isSame(doc: Document, a: Draft, b: Draft): boolean {
  if (a.type !== b.type || a.cancelled !== b.cancelled) return false
  if (isHeadline(doc, a.triggers) && isLead(doc, b.triggers[0]!)) return true
  if (!a.cancelled && b.previous !== a.previous) return false
  const last = b.triggers[0]!
  if (a.type === 'summit' || a.type === 'vote' || a.type === 'statement') return sameHead(doc, a, b)
  if (a.type === 'visit') return !disagree(a.visitor, b.visitor) && !disagree(a.countries, b.countries)
  // Two meetings in one sentence, each with its own name, are two.
  if (a.triggers.some((trigger) => trigger.sentence === last.sentence) && disagree(a.who, b.who)) return false
  return isDefinite(doc, last)
    ? !disagree(a.who, b.who) || b.who.length === 0
    : shares(a.who, b.who) && !disagree(a.when, b.when)
}

/** A headline is a first sentence without a full stop; what it names, the lead names again. */
const isHeadline = (doc: Document, triggers: readonly Trigger[]): boolean => {
  const [first] = doc.sentences
  return (
    first !== undefined &&
    triggers.every(({ sentence }) => sentence === first) &&
    !/[.!?]["”’]?$/.test(doc.text.slice(first.start, first.end))
  )
}
const isLead = (doc: Document, { sentence }: Trigger): boolean =>
  sentence === doc.sentences[1] || sentence === doc.sentences[2]

const head = (doc: Document, { start, end }: Trigger) => doc.text.slice(start, end).toLowerCase().split(/\s+/)

/** "the summit" is the G20 summit named before; "the G20 summit" is not the EU summit. */
function sameHead(doc: Document, a: Draft, b: Draft): boolean {
  const words = head(doc, b.triggers[0]!)
  return a.triggers.some((trigger) => {
    const other = head(doc, trigger)
    return other.at(-1) === words.at(-1) && (words.length === 1 || other.length === 1 || other[0] === words[0])
  })
}

function merge(into: Draft, from: Draft): void {
  into.triggers.push(...from.triggers)
  into.status ??= from.status
  const add = (to: string[], ids: readonly string[], most: number) => {
    for (const id of ids) if (!to.includes(id) && to.length < most) to.push(id)
  }
  add(into.visitor, from.visitor, 1)
  add(into.countries, from.countries, 1)
  add(into.who, from.who, into.type === 'visit' ? 1 : 8)
  if (into.where.length === 0) add(into.where, from.where, 1)
  if (into.when.length === 0) add(into.when, from.when, 4)
}
