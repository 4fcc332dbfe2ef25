import type { Document, Sentence } from '../document/document.ts'
import { matchAll, type TypedSpan, wordsOf } from '../rules/match.ts'
import type { CompiledRule } from '../rules/ruleset.ts'
import { isEventType } from '../rules/schema.ts'
import { byPosition, keepLongest, type Span } from '../span.ts'
import type { Event, Topic } from '../story.ts'
import { linkEvents } from './events.ts'
import { nounPhrases } from './phrases.ts'
import { topicsOf } from './topics.ts'

/** What the other layers found, by id. */
export interface Found {
  people: readonly Known[]
  places: readonly Known[]
  dates: readonly Known[]
}

export interface Known {
  id: string
  type: string
  mentions: readonly Span[]
}

/** A word that names an event, with the roles that its rule gave. */
export interface Trigger extends Span {
  type: Event['type']
  status: string | undefined
  source: string
  sentence: Sentence
  roles: { who?: Span; where?: Span; when?: Span }
}

export interface TopicMatch extends Span {
  status: string | undefined
  source: string
  sentence: Sentence
}

/** Events by their triggers, topics by theirs, and what ties them. */
export function findAgenda(
  doc: Document,
  rules: readonly CompiledRule[],
  spans: readonly TypedSpan[],
  found: Found,
): { events: Event[]; topics: Topic[] } {
  const triggers: Trigger[] = []
  const subjects: TopicMatch[] = []
  const sorted = [...spans].sort(byPosition)
  let from = 0
  for (const sentence of doc.sentences) {
    const present = new Set(doc.tokens.slice(sentence.first, sentence.last).map((token) => token.normal))
    const usable = rules.filter(
      ({ pattern }) => pattern.triggers === null || [...pattern.triggers].some((word) => present.has(word)),
    )
    while (from < sorted.length && sorted[from]!.end <= sentence.start) from++
    if (usable.length === 0 || sentence.capitals) continue
    let to = from
    while (to < sorted.length && sorted[to]!.start < sentence.end) to++
    const phrases = nounPhrases(doc, sentence).map((span) => ({ ...span, tag: 'NounPhrase' }))
    const words = wordsOf(doc, sentence, [...sorted.slice(from, to), ...phrases])
    for (const { pattern, status, source } of usable)
      for (const { groups } of matchAll(pattern, words))
        for (const [group, span] of Object.entries(groups)) {
          if (isEventType(group)) triggers.push({ ...span, type: group, status, source, sentence, roles: groups })
          else if (group === 'topic') subjects.push({ ...span, status, source, sentence })
        }
  }
  const events = linkEvents(doc, keepLongest(triggers), found)
  const topics = topicsOf(doc, keepLongest(subjects), events, found)
  for (const topic of topics) events.find(({ id }) => id === topic.event)?.topics.push(topic.id)
  return { events, topics }
}
