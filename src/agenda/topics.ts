import type { Document } from '../document/document.ts'
import type { RuleSet } from '../rules/define.ts'
import type { Event, Topic } from '../story.ts'
import type { Found, TopicMatch } from './agenda.ts'
import { type Barrier, phraseReader } from './phrases.ts'

/** Words that name no subject: "issues", "the agenda", "a number of matters". */
const light =
  /^(?:(?:bilateral|various|other|many|several|key|important|common|mutual|major|range|number|series|variety|wide|of|broad|related|concerned|these|regional|international)\s)*(?:issues?|matters?|topics?|subjects?|questions?|agenda|concerns?|range|number|variety|series|sides?|parties|ways?|things?|details?|talks|meetings?|visits?|basis|sidelines|invitation)$/i

/** Topics with their whole phrase, one for each coordinate that stands alone, tied to the event next to them. */
export function topicsOf(
  doc: Document,
  subjects: readonly TopicMatch[],
  events: readonly Event[],
  found: Found,
  barrier: Barrier,
  categories: Categories,
): Topic[] {
  const starts = new Map(doc.tokens.map((token, i) => [token.start, i]))
  const topics: Topic[] = []
  const byLabel = new Map<string, Topic>()
  let reached = 0
  for (const subject of subjects) {
    const from = starts.get(subject.start)
    if (from === undefined || subject.start < reached) continue
    const own = { first: from, last: lastToken(doc, from, subject.end) }
    const grown = subject.open ? phraseReader(doc, subject.sentence, barrier).topicsFrom(from) : []
    // What a user's pattern took is the least that the topic has.
    const short = subject.user && (grown.at(-1)?.last ?? 0) < own.last
    const phrases = !subject.open || short ? [own] : grown
    for (const { first, last } of phrases) {
      const start = doc.tokens[first]!.start
      const end = doc.tokens[last - 1]!.end
      const text = doc.text.slice(start, end)
      const label = text.replace(/\s+/g, ' ')
      reached = end
      if (light.test(label)) continue
      const event = eventNear(doc, events, subject)
      const mention = { start, end, text, confidence: 0.5, source: subject.source }
      const key = `${event?.id} ${label.toLowerCase()}`
      const known = byLabel.get(key)
      if (known) {
        known.mentions.push(mention)
        continue
      }
      const inside = found.entities
        .concat(found.places)
        .filter(({ mentions }) => mentions.some((inner) => inner.start >= start && inner.end <= end))
      const topic: Topic = {
        id: `t${topics.length + 1}`,
        label,
        category: categoryOf(label, categories),
        status: statusOf(doc, subject, event),
        event: event?.id ?? null,
        entities: inside.map(({ id }) => id),
        mentions: [mention],
        evidence: {
          start: subject.sentence.start,
          end: subject.sentence.end,
          text: doc.text.slice(subject.sentence.start, subject.sentence.end),
        },
      }
      topics.push(topic)
      byLabel.set(key, topic)
    }
  }
  return topics
}

/** IPTC Media Topics with the words that tell them. */
export type Categories = NonNullable<RuleSet['categories']>

function categoryOf(label: string, categories: Categories): Topic['category'] {
  const padded = ` ${label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const found = categories.find(({ words }) => words.some((word) => padded.includes(` ${word.toLowerCase()} `)))
  return found ? { code: found.code, name: found.name } : null
}

function lastToken(doc: Document, from: number, end: number): number {
  let at = from
  while (at < doc.tokens.length && doc.tokens[at]!.end <= end) at++
  return at
}

const ahead =
  /\b(?:will|would|to discuss|expected|scheduled|planned|due|next|should|agenda|plans?|upcoming|forthcoming|push for|aimed at)\b/i

/** "agreed to", "signed an agreement on", close before the topic. */
const settled =
  /\b(?:agree[sd]?|agreeing|agreement|sign(?:s|ed|ing)?|approv(?:es|ed)|adopt(?:s|ed)|decid(?:es|ed)|pledge[sd]?|vow(?:s|ed)|commit(?:s|ted)|endorse[sd]|passe[sd]|ratified)\b[^.;:]{0,50}$/i
const soon =
  /\b(?:will|would|to|expected|hopes?|may|could|should|draft|push) (?:\w+ )?(?:agree|sign|approve|adopt|decide|conclude|reach|agreement|endorse|pass|ratify)\b[^.;:]{0,60}$|\b(?:fail|failed|without|no|not) (?:\w+ ){0,3}(?:agree|agreement)/i

function statusOf(doc: Document, subject: TopicMatch, event: Event | undefined): Topic['status'] {
  const { status } = subject
  if (status === 'planned' || status === 'discussed' || status === 'agreed' || status === 'refused') return status
  const before = doc.text.slice(subject.sentence.start, subject.start)
  if (settled.test(before) && !soon.test(before)) return 'agreed'
  return ahead.test(before) ||
    (event?.status === 'planned' && !/\b(?:discussed|focus+ed|cent(?:e?red|red)|raised|talked)\b/i.test(before))
    ? 'planned'
    : 'discussed'
}

/** Topics are treated at meetings: a visit or a press conference beside them counts as if it stood farther off. */
const farther: Readonly<Partial<Record<Event['type'], number>>> = { visit: 2, statement: 2 }

// The event named last before the topic, in the same sentence or before; for a headline the first that the story names.
function eventNear(doc: Document, events: readonly Event[], subject: TopicMatch): Event | undefined {
  let best: Event | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (const event of events)
    for (const mention of event.mentions) {
      // "plans to hold talks": an occasion inside of a topic is not where it is treated.
      if (mention.start >= subject.start && mention.end <= subject.end) continue
      const inSentence = mention.start >= subject.sentence.start && mention.end <= subject.sentence.end
      const behind = mention.start > subject.start
      if (behind && !inSentence) continue
      const gap = Math.abs(subject.start - mention.start) * (behind ? 2 : 1) + (inSentence ? 0 : 300)
      const distance = gap * (farther[event.type] ?? 1)
      if (distance < nearest) {
        best = event
        nearest = distance
      }
    }
  return best ?? (subject.sentence === doc.sentences[0] ? events[0] : undefined)
}
