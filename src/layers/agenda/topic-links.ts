import { firstFrom, type Span } from '../../base/span.ts'
import type { Event, Topic } from '../../base/story.ts'
import { type Document, hasTag } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import type { Drafting, Subject } from './agenda.ts'
import { tagId } from './chunks.ts'
import { FeatureList, flag, textId } from './feature-list.ts'
import { isHeadline } from './headline.ts'
import type { Linear } from './linear.ts'

const bases = { link: 12000, status: 13000 }
/** By how much the templates of the status of a number are moved. */
export const statusShift = (status: number): number => 200 * status
const list = new FeatureList()

export const topicStatuses = ['planned', 'discussed', 'agreed', 'refused'] as const

/** Who decides to which event a topic belongs, and its status. */
export interface TopicJudge {
  /** How likely a topic belongs to an event; `before` is the event of the topic before it in its sentence. */
  belongs(
    subject: Subject,
    choices: readonly Choice[],
    rank: number,
    ruled: boolean,
    before: string | null | undefined,
  ): number
  status(
    subject: Subject,
    event: Event | undefined,
    ruled: Topic['status'],
    before: Topic['status'] | undefined,
  ): Topic['status']
}

/** An event that a topic may belong to, with where it is mentioned next to it. */
export interface Choice {
  event: Event
  at: number
}

/** A judge by learned weights. */
export function topicJudge({ doc, around }: Drafting, model: Linear): TopicJudge {
  return {
    belongs: (subject, choices, rank, ruled, before) =>
      model(linkFeatures(doc, subject, choices, rank, ruled, before, around)),
    status(subject, event, ruled, before) {
      const features = topicStatusFeatures(doc, subject, event, ruled, before, around)
      const odds = topicStatuses.map((_, i) => model(features, statusShift(i)))
      return topicStatuses[odds.indexOf(Math.max(...odds))]!
    },
  }
}

/** A mention of an event. */
export interface EventMention extends Span {
  event: Event
}

const nearest = { mentions: 30, events: 8 }

/** Finds the mentions of events next to a subject: those last before it, and those behind it in its sentence. */
export function mentionFinder(events: readonly Event[]): (subject: Subject) => EventMention[] {
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

/** Events that a topic may belong to, the one named last before it first; those behind it come last. */
export function choicesOf(mentions: readonly EventMention[], { start }: Subject): Choice[] {
  const found = new Map<Event, number>()
  const behind = mentions.filter((mention) => mention.start >= start)
  const before = mentions.filter((mention) => mention.start < start).reverse()
  for (const mention of [...before, ...behind]) if (!found.has(mention.event)) found.set(mention.event, mention.start)
  return [...found].slice(0, nearest.events).map(([event, at]) => ({ event, at }))
}

/** What says that a topic belongs to an event. */
export function linkFeatures(
  doc: Document,
  subject: Subject,
  choices: readonly Choice[],
  rank: number,
  ruled: boolean,
  before: string | null | undefined,
  around: Drafting['around'],
): FeatureList {
  list.begin(bases.link)
  const { event, at } = choices[rank]!
  const count = Math.min(5, choices.length)
  const { outline, order } = around(subject)
  const inside = at >= subject.sentence.start
  const place = at < subject.start ? (inside ? 1 : 2) : 3
  const k = outline.wordAt(tokenAt(doc, subject.start))
  const word = outline.stem
  const kind = outline.kind
  const gap = inside
    ? Math.min(8, Math.floor(Math.abs(subject.start - at) / 25))
    : 9 + Math.min(4, Math.floor((subject.start - at) / 200))
  const type = textId(event.type)
  const rule = flag(ruled)
  const same = before === undefined ? 0 : flag(before === event.id)
  list.add(type)
  list.add(rule)
  list.add(rule, type)
  list.add(rule, rank)
  list.add(rank)
  list.add(rank, type)
  list.add(rank, place)
  list.add(rank, place, type)
  list.add(place, type)
  list.add(gap)
  list.add(gap, type)
  list.add(count)
  list.add(count, rank)
  list.add(same)
  list.add(same, rank)
  list.add(same, place)
  list.add(textId(event.status))
  list.add(textId(event.status), type)
  list.add(textId(event.status), kind(k - 1))
  list.add(word(k - 1), type)
  list.add(word(k - 1), place)
  list.add(word(k - 2), word(k - 1), type)
  list.add(kind(k - 1), type)
  list.add(kind(k - 2), kind(k - 1), type)
  list.add(kind(k - 1), place, rank)
  list.add(textId(subject.source), type)
  list.add(Math.min(4, event.mentions.length), rank)
  list.add(flag(event.id === 'v1'))
  list.add(flag(event.id === 'v1'), Math.min(3, order))
  list.add(Math.min(3, order), type)
  list.add(
    textId(
      doc.text
        .slice(at, at + 12)
        .split(/\W/)[0]
        ?.toLowerCase(),
    ),
    kind(k - 1),
  )
  const verbs = outline.words.slice(Math.max(0, k - 8), k).filter(({ verb }) => verb)
  list.each(
    verbs.map(({ stem }) => stem),
    type,
  )
  list.each(
    verbs.map(({ kind }) => kind),
    type,
  )
  if (inside) {
    const j = outline.wordAt(tokenAt(doc, at))
    const between = outline.words.slice(Math.min(j, k) + 1, Math.max(j, k))
    list.each(
      between.map(({ stem }) => stem),
      type,
    )
    list.each(
      between.map(({ kind }) => kind),
      place,
    )
  }
  return list
}

/** What says that a topic has a status. */
export function topicStatusFeatures(
  doc: Document,
  subject: Subject,
  event: Event | undefined,
  ruled: Topic['status'],
  before: Topic['status'] | undefined,
  around: Drafting['around'],
): FeatureList {
  list.begin(bases.status)
  const { outline, order } = around(subject)
  const { tokens } = doc
  const at = tokenAt(doc, subject.start)
  const k = outline.wordAt(at)
  const { words } = outline
  const stem = outline.stem
  const kind = outline.kind
  const rule = textId(ruled)
  const type = textId(event?.type)
  const state = textId(event?.status)
  const auxiliaries: number[] = []
  for (let i = at - 1; i >= subject.sentence.first && i >= at - 20; i--)
    if (hasTag(tokens[i], 'Verb') || /^(?:to|will|would|not|no|without)$/.test(tokens[i]!.normal))
      auxiliaries.push(tokens[i]!.word.hash)
  list.add()
  list.add(rule)
  list.add(rule, type)
  list.add(rule, state)
  list.add(state)
  list.add(state, type)
  list.add(textId(before))
  list.add(textId(before), rule)
  list.add(textId(subject.source))
  list.add(textId(subject.source), rule)
  list.add(stem(k - 1))
  list.add(stem(k - 2), stem(k - 1))
  list.add(kind(k - 1))
  list.add(kind(k - 2), kind(k - 1))
  list.add(kind(k - 3), kind(k - 2), kind(k - 1))
  list.add(stem(k - 1), state)
  list.add(auxiliaries[0] ?? 0)
  list.add(auxiliaries[1] ?? 0, auxiliaries[0] ?? 0)
  list.add(auxiliaries[0] ?? 0, state)
  list.each(auxiliaries)
  list.each(auxiliaries, state)
  list.each(words.slice(Math.max(0, k - 10), k).map(({ stem }) => stem))
  list.each(words.slice(Math.max(0, k - 10), k).map(({ kind }) => kind))
  list.each(
    words.slice(Math.max(0, k - 10), k).map(({ kind }) => kind),
    state,
  )
  const governing = words.slice(0, k).filter(({ verb }) => verb)
  const [u1, u2] = [governing.at(-1), governing.at(-2)]
  list.add(u1?.stem ?? 0)
  list.add(u1?.kind ?? 0)
  list.add(u2?.kind ?? 0, u1?.kind ?? 0)
  list.add(u1?.kind ?? 0, state)
  list.add(u1?.kind ?? 0, rule)
  list.add(tagId(tokens[at]!), u1?.kind ?? 0)
  list.add(Math.min(2, order))
  list.add(flag(isHeadline(doc, subject.sentence)))
  return list
}
