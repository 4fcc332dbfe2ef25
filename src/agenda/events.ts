import type { Document, Sentence } from '../document/document.ts'
import type { Span } from '../span.ts'
import type { Event } from '../story.ts'
import type { Found, Known, Trigger } from './agenda.ts'

const planned =
  /\b(?:will|would|scheduled|planned|plans?|expected|upcoming|forthcoming|impending|next|due|to be held|later|intends?|agenda|invited|prepar\w+|proposed)\b/i
const cancelled = /\b(?:cancel\w*|call(?:ed)? off|scrapped|put off|aborted)\b/i

interface Draft {
  type: Event['type']
  status: Event['status']
  triggers: Trigger[]
  participants: Set<string>
  locations: Set<string>
  dates: Set<string>
}

/** Joins the mentions of one real event, and gives it who, where and when from the sentences that name it. */
export function linkEvents(doc: Document, triggers: readonly Trigger[], found: Found): Event[] {
  const drafts: Draft[] = []
  for (const trigger of triggers) {
    const draft = draftOf(doc, trigger, found)
    const same = [...drafts].reverse().find((other) => isSame(doc, other, draft))
    if (same) merge(same, draft)
    else drafts.push(draft)
  }
  return drafts.map((draft, i) => {
    const first = draft.triggers[0]!
    return {
      id: `v${i + 1}`,
      type: draft.type,
      status: draft.status,
      name: doc.text.slice(first.start, first.end).replace(/\s+/g, ' '),
      participants: [...draft.participants],
      locations: [...draft.locations],
      dates: [...draft.dates],
      topics: [],
      mentions: draft.triggers.map(({ start, end, source }) => ({
        start,
        end,
        text: doc.text.slice(start, end),
        confidence: 0.6,
        source,
      })),
    }
  })
}

function draftOf(doc: Document, trigger: Trigger, found: Found): Draft {
  const clause = doc.text.slice(trigger.sentence.start, trigger.sentence.end)
  const who = idsIn(found.people, trigger.roles.who ?? trigger.sentence)
  const where = idsIn(found.places, trigger.roles.where ?? trigger.sentence)
  const when = idsIn(found.dates, trigger.roles.when ?? trigger.sentence)
  return {
    type: trigger.type,
    status: statusOf(trigger, clause),
    triggers: [trigger],
    participants: new Set(trigger.type === 'visit' ? who.slice(0, 1) : who),
    locations: new Set(trigger.type === 'call' ? [] : where.slice(0, 1)),
    dates: new Set(when),
  }
}

function statusOf(trigger: Trigger, clause: string): Event['status'] {
  if (
    trigger.status === 'planned' ||
    trigger.status === 'ongoing' ||
    trigger.status === 'held' ||
    trigger.status === 'cancelled'
  )
    return trigger.status
  const at = trigger.start - trigger.sentence.start
  if (cancelled.test(clause)) return 'cancelled'
  return planned.test(clause.slice(Math.max(0, at - 200))) ? 'planned' : 'held'
}

function idsIn(known: readonly Known[], span: Span | Sentence): string[] {
  return known
    .flatMap(({ id, mentions }) =>
      mentions
        .filter(({ start, end }) => start >= span.start && end <= span.end)
        .slice(0, 1)
        .map(({ start }) => ({ id, start })),
    )
    .sort((a, b) => a.start - b.start)
    .map(({ id }) => id)
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((id) => b.has(id))

function isSame(doc: Document, a: Draft, b: Draft): boolean {
  if (a.type !== b.type || (a.status === 'cancelled') !== (b.status === 'cancelled')) return false
  const words = (draft: Draft) =>
    doc.text.slice(draft.triggers[0]!.start, draft.triggers[0]!.end).toLowerCase().split(' ')
  if (a.type === 'summit') return words(a)[0] === words(b)[0] || words(b).length === 1
  if (b.participants.size === 0 && b.locations.size === 0) return true
  if (a.locations.size > 0 && b.locations.size > 0 && !shares(a.locations, b.locations) && a.type === 'visit')
    return false
  return shares(a.participants, b.participants) || b.participants.size === 0
}

function merge(into: Draft, from: Draft): void {
  into.triggers.push(...from.triggers)
  for (const id of from.dates) if (into.dates.size < 4) into.dates.add(id)
  if (into.locations.size === 0) for (const id of from.locations) into.locations.add(id)
}
