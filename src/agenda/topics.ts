import type { Document } from '../document/document.ts'
import type { Event, Topic } from '../story.ts'
import type { Found, TopicMatch } from './agenda.ts'
import { topicPhrase } from './phrases.ts'

/** Topics with their whole phrase, one for each coordinate that stands alone, tied to the event next to them. */
export function topicsOf(
  doc: Document,
  subjects: readonly TopicMatch[],
  events: readonly Event[],
  found: Found,
): Topic[] {
  const starts = new Map(doc.tokens.map((token, i) => [token.start, i]))
  const topics: Topic[] = []
  const byLabel = new Map<string, Topic>()
  for (const subject of subjects) {
    const from = starts.get(subject.start)
    const phrase = from === undefined ? null : topicPhrase(doc, subject.sentence, from)
    if (!phrase) continue
    const start = doc.tokens[phrase.first]!.start
    const end = doc.tokens[phrase.last - 1]!.end
    const text = doc.text.slice(start, end)
    const event = eventNear(events, subject)
    const mention = { start, end, text, confidence: 0.5, source: subject.source }
    const key = `${event?.id} ${text.toLowerCase()}`
    const known = byLabel.get(key)
    if (known) {
      known.mentions.push(mention)
      continue
    }
    const topic: Topic = {
      id: `t${topics.length + 1}`,
      label: text.replace(/\s+/g, ' '),
      category: null,
      status: statusOf(subject, event),
      event: event?.id ?? null,
      entities: [...found.people, ...found.places]
        .filter(({ mentions }) => mentions.some((inner) => inner.start >= start && inner.end <= end))
        .map(({ id }) => id),
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
  return topics
}

function statusOf(subject: TopicMatch, event: Event | undefined): Topic['status'] {
  const { status } = subject
  if (status === 'planned' || status === 'discussed' || status === 'agreed' || status === 'refused') return status
  return event?.status === 'planned' ? 'planned' : 'discussed'
}

// The event named last before the topic, in the same sentence or before.
function eventNear(events: readonly Event[], subject: TopicMatch): Event | undefined {
  let best: Event | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (const event of events)
    for (const mention of event.mentions) {
      const distance =
        mention.start <= subject.start
          ? subject.start - mention.start
          : mention.start < subject.sentence.end
            ? 300 + mention.start - subject.start
            : Number.POSITIVE_INFINITY
      if (distance < nearest) {
        best = event
        nearest = distance
      }
    }
  return best
}
