import { firstFrom, oneLine } from '../../base/span.ts'
import type { Event, Topic } from '../../base/story.ts'
import { eventType } from '../../english/event-types.ts'
import type { Document, Sentence } from '../../text/document.ts'
import { type Barrier, phraseReader } from '../../text/noun-phrases.ts'
import { tokenAt } from '../../text/position.ts'
import type { Found, Subject, TopicMatch } from './agenda.ts'
import type { Categorizer } from './categories.ts'
import { choicesOf, type EventMention, mentionFinder, type TopicJudge, topicStatuses } from './topic-links.ts'

/** Words that name no subject: "issues", "the agenda", "a number of matters". */
const light =
  /^(?:(?:bilateral|various|other|many|several|key|important|common|mutual|major|range|number|series|variety|wide|of|broad|related|concerned|these|regional|international)\s)*(?:issues?|matters?|topics?|subjects?|questions?|agenda|concerns?|range|number|variety|series|sides?|parties|ways?|things?|details?|talks|meetings?|visits?|basis|sidelines|invitation)$/i

/** What a rule took, with its whole phrase, one for each coordinate that stands alone. */
export function grown(doc: Document, match: TopicMatch, barrier: Barrier): Subject[] {
  const own = { first: tokenAt(doc, match.start), last: tokenAt(doc, match.end) }
  const phrases = match.open ? phraseReader(doc, match.sentence, barrier).topicsFrom(own.first) : []
  // What the pattern took is the least that the topic has.
  const kept = (phrases.at(-1)?.last ?? 0) < own.last ? [own] : phrases
  return kept.map(({ first, last }) => ({
    start: doc.tokens[first]!.start,
    end: doc.tokens[last - 1]!.end,
    status: match.status,
    source: match.source,
    confidence: 0.5,
    sentence: match.sentence,
    user: match.user,
  }))
}

/** Topics by what they say, tied to the event next to them. Subjects in order of the text, none overlapping another. */
export function topicsOf(
  doc: Document,
  subjects: readonly Subject[],
  events: readonly Event[],
  found: Found,
  categoryOf: Categorizer,
  judge: TopicJudge,
): Topic[] {
  const topics: Topic[] = []
  const byLabel = new Map<string, Topic>()
  const mentionsNear = mentionFinder(events)
  const idsWithin = idFinder(found)
  let reached = 0
  let last: { sentence: Sentence; event: string | null; status: Topic['status'] } | undefined
  for (const subject of subjects) {
    const { start, end, sentence, confidence, source } = subject
    if (start < reached) continue
    reached = end
    const text = doc.text.slice(start, end)
    const label = oneLine(text)
    if (light.test(label)) continue
    const before = last?.sentence === sentence ? last : undefined
    const event = eventOf(doc, mentionsNear(subject), subject, events[0], before?.event, judge)
    const status =
      topicStatus(subject.status) ?? judge.status(subject, event, ruledStatus(doc, subject, event), before?.status)
    last = { sentence, event: event?.id ?? null, status }
    const mention = { start, end, text, confidence, source }
    const key = `${event?.id} ${label.toLowerCase()}`
    const known = byLabel.get(key)
    if (known) {
      known.mentions.push(mention)
      continue
    }
    const topic: Topic = {
      id: `t${topics.length + 1}`,
      label,
      category: categoryOf(label),
      status,
      event: event?.id ?? null,
      entities: idsWithin(start, end),
      mentions: [mention],
      evidence: { start: sentence.start, end: sentence.end, text: doc.text.slice(sentence.start, sentence.end) },
    }
    topics.push(topic)
    byLabel.set(key, topic)
  }
  return topics
}

/** Finds the ids of what is named within a stretch, entities before places, in order of first mention in the story. */
function idFinder({ entities, places }: Found): (start: number, end: number) => string[] {
  const named = [...entities, ...places].flatMap(({ id, mentions }, order) =>
    mentions.map((mention) => ({ id, order, start: mention.start, end: mention.end })),
  )
  named.sort((a, b) => a.start - b.start)
  return (start, end) => {
    const inside: typeof named = []
    for (let i = firstFrom(named, start); i < named.length && named[i]!.start < end; i++)
      if (named[i]!.end <= end) inside.push(named[i]!)
    return [...new Set(inside.sort((a, b) => a.order - b.order).map(({ id }) => id))]
  }
}

const ahead =
  /\b(?:will|would|to discuss|expected|scheduled|planned|due|next|should|agenda|plans?|upcoming|forthcoming|push for|aimed at)\b/i

/** "agreed to", "signed an agreement on", close before the topic. */
const settled =
  /\b(?:agree[sd]?|agreeing|agreement|sign(?:s|ed|ing)?|approv(?:es|ed)|adopt(?:s|ed)|decid(?:es|ed)|pledge[sd]?|vow(?:s|ed)|commit(?:s|ted)|endorse[sd]|passe[sd]|ratified)\b[^.;:]{0,50}$/i
const soon =
  /\b(?:will|would|to|expected|hopes?|may|could|should|draft|push) (?:\w+ )?(?:agree|sign|approve|adopt|decide|conclude|reach|agreement|endorse|pass|ratify)\b[^.;:]{0,60}$|\b(?:fail|failed|without|no|not) (?:\w+ ){0,3}(?:agree|agreement)/i

const topicStatus = (status: string | undefined) => topicStatuses.find((one) => one === status)

/** The status by the words before a topic, as far as rules can tell. */
export function ruledStatus(doc: Document, subject: Subject, event: Event | undefined): Topic['status'] {
  const before = doc.text.slice(subject.sentence.start, subject.start)
  if (settled.test(before) && !soon.test(before)) return 'agreed'
  return ahead.test(before) ||
    (event?.status === 'planned' && !/\b(?:discussed|focus+ed|cent(?:e?red|red)|raised|talked)\b/i.test(before))
    ? 'planned'
    : 'discussed'
}

/** The likeliest of the events next to a topic. */
function eventOf(
  doc: Document,
  mentions: readonly EventMention[],
  subject: Subject,
  first: Event | undefined,
  before: string | null | undefined,
  judge: TopicJudge,
): Event | undefined {
  const ruled = ruledEvent(doc, mentions, subject, first)
  const choices = choicesOf(mentions, subject)
  let [likeliest, most] = [ruled, 0]
  for (const [rank, { event }] of choices.entries()) {
    const likely = judge.belongs(subject, choices, rank, event === ruled, before)
    if (likely > most) [likeliest, most] = [event, likely]
  }
  return likeliest
}

/**
 * The event of a topic as far as rules can tell: the one named last before it, in its sentence or before; for a headline
 * the first that the story names.
 */
export function ruledEvent(
  doc: Document,
  mentions: readonly EventMention[],
  { start, sentence }: Subject,
  first: Event | undefined,
): Event | undefined {
  let [best, least] = [undefined as Event | undefined, Number.POSITIVE_INFINITY]
  for (const mention of mentions) {
    const gap = Math.abs(start - mention.start) * (mention.start > start ? 2 : 1)
    const distance =
      (gap + (mention.start >= sentence.start ? 0 : 300)) * (eventType(mention.event.type).holdsTopics ? 1 : farther)
    if (distance < least) [best, least] = [mention.event, distance]
  }
  return best ?? (sentence === doc.sentences[0] ? first : undefined)
}

/** Topics are treated at meetings: a visit or a press conference beside them counts as if it stood farther off. */
const farther = 2
