import { readAgenda, readFound } from '../src/api/layers.ts'
import { openResources } from '../src/api/resources.ts'
import { unmark } from '../src/base/brackets.ts'
import { overlaps, type Span } from '../src/base/span.ts'
import type { Topic } from '../src/base/story.ts'
import { eventStatuses, topicStatuses } from '../src/base/types.ts'
import { agenda } from '../src/english/agenda.ts'
import type { EventClassifier } from '../src/layers/events/clusters.ts'
import { compareMentions } from '../src/layers/events/compared.ts'
import { areCoreferent } from '../src/layers/events/coreference.ts'
import { discourseReader } from '../src/layers/events/discourse.ts'
import { type EventReading, eventClusters, eventsOf } from '../src/layers/events/events.ts'
import { mentionFeatures, statusOutput } from '../src/layers/events/mention-features.ts'
import { pairFeatures } from '../src/layers/events/pair-features.ts'
import { participantFeatures } from '../src/layers/events/participants.ts'
import type { TopicClassifier } from '../src/layers/topics/classifier.ts'
import { endReader } from '../src/layers/topics/end-features.ts'
import { leadReader } from '../src/layers/topics/lead-features.ts'
import { linkFeatures, topicStatusFeatures } from '../src/layers/topics/link-features.ts'
import { pastReader, startReader } from '../src/layers/topics/start-features.ts'
import { topicsBy } from '../src/layers/topics/topics.ts'
import { type StoryView, storyView } from '../src/layers/topics/view.ts'
import { builtInRules } from '../src/rules/ruleset.ts'
import type { Document } from '../src/text/document.ts'
import type { Example } from './logistic.ts'

// Topics are few: one weighs as much as two other candidates.
const positive = 2

/** A story in the format of FORMAT.md, as far as topics go. */
export interface GoldStory {
  id: string
  text: string
  published: string | null
  topics: (Span & { mentions?: Span[]; event?: string | null; status: Topic['status'] })[]
  /** Absent where only topics are annotated. */
  events?: (Span & { id: string; type: string; status?: string; mentions?: Span[]; participants?: Span[] })[]
}

type GoldEvent = NonNullable<GoldStory['events']>[number]
/** Notes a yes or a no of the first output, or of another. */
type Note = (features: Int32Array, label: boolean, about?: { output?: number; weight?: number }) => boolean

/** What there is to learn of a story for each of the models. */
interface Lessons {
  events: Example[]
  topics: Example[]
  /** At which tokens a topic may begin at all. */
  topicLeads: Example[]
}

const resources = openResources(builtInRules())

/**
 * What there is to learn of a story: it is read as any other, but by classifiers that know the annotation, and note what
 * they are asked with what they answer.
 */
export function lessonsOf(story: GoldStory): Lessons & { view: StoryView } {
  const lessons: Lessons = { events: [], topics: [], topicLeads: [] }
  const noteIn =
    (examples: Example[]): Note =>
    (features, label, { output = 0, weight = 1 } = {}) => {
      examples.push({ features, output, label, weight })
      return label
    }
  const { text, published } = story
  const reading = readFound(resources, [{ text, about: published ? { published } : {} }])[0]!
  const { agenda } = readAgenda(resources, reading)
  const { doc } = reading
  const known = story.events ? goldEvents(doc, agenda, story.events, noteIn(lessons.events)) : ruledEvents(doc)
  const clusters = eventClusters(doc, agenda, known)
  const events = eventsOf(doc, clusters, agenda)
  const given = { events, ...agenda }
  const view = storyView(doc, given, resources.clusterOf)
  const goldIds = new Map(
    events.map(({ id }, i) => [id, goldEvent(story.events ?? [], clusters[i]!.mentions[0]!)?.id ?? null]),
  )
  const notes = { topic: noteIn(lessons.topics), lead: noteIn(lessons.topicLeads) }
  topicsBy(goldTopics(view, story, goldIds, notes), view, given, () => null)
  return { view, ...lessons }
}

const goldEvent = (events: readonly GoldEvent[], mention: Span): GoldEvent | undefined =>
  events.find((event) => (event.mentions ?? [event]).some((one) => overlaps(one, mention)))

export function goldEvents(
  doc: Document,
  reading: EventReading,
  events: readonly GoldEvent[],
  note: Note,
): EventClassifier {
  const goldOf = (mention: Span) => goldEvent(events, mention)
  const { contextOf, clauseOf } = reading
  const discourseOf = discourseReader(doc, reading)
  const comparedOf = compareMentions(doc, reading, discourseOf)
  return {
    occasion(mention) {
      const { features, plain } = mentionFeatures(
        doc,
        mention,
        contextOf(mention),
        clauseOf(mention),
        discourseOf(mention),
      )
      const ids = features.copy()
      const gold = goldOf(mention)
      for (const [i, one] of eventStatuses.entries())
        if (gold?.status) note(ids.slice(0, plain), gold.status === one, { output: statusOutput(i) })
      return Number(note(ids, gold !== undefined))
    },
    odds: () => eventStatuses.map(() => 0),
    coreferent(known, fresh, rank) {
      const features = pairFeatures(known, fresh, rank, areCoreferent(doc, known, fresh), comparedOf)
      return Number(note(features.copy(), goldOf(known.mentions[0]!) === goldOf(fresh.mentions[0]!)))
    },
    takesPart(mention, candidates, at, ruled) {
      const { participants } = goldOf(mention) ?? {}
      if (!participants) return 0
      const { mentions } = candidates[at]!.known
      const label = participants.some((one) => mentions.some((other) => overlaps(one, other)))
      return Number(
        note(
          participantFeatures(doc, mention, candidates, at, ruled, contextOf(mention), clauseOf(mention)).copy(),
          label,
        ),
      )
    },
  }
}

/** For stories whose events are not annotated: events as the rules see them. */
const ruledEvents = (doc: Document): EventClassifier => ({
  occasion: () => 1,
  odds: () => eventStatuses.map(() => 0),
  coreferent: (known, fresh) => Number(areCoreferent(doc, known, fresh)),
  takesPart: () => 0,
})

export const goldSpans = ({ topics }: GoldStory): Span[] => topics.flatMap((topic) => topic.mentions ?? [topic])

function goldTopics(
  view: StoryView,
  { topics }: GoldStory,
  goldIds: ReadonlyMap<string, string | null>,
  { topic: note, lead: noteLead }: Record<'topic' | 'lead', Note>,
): TopicClassifier {
  const { doc } = view
  const goldAt = new Map(
    topics.flatMap((topic) => (topic.mentions ?? [topic]).map(({ start, end }) => [start, { ...topic, start, end }])),
  )
  return {
    reads: () => true,
    spans(own) {
      const [leadFeatures, startFeatures] = [leadReader(own), startReader(own)]
      const [addPast, endFeatures] = [pastReader(own), endReader(own)]
      const startOf = (at: number) => doc.tokens[at]!.start
      return {
        isTold: () => false,
        startsAt(at, past) {
          const label = goldAt.has(startOf(at))
          const weight = label ? positive : 1
          noteLead(leadFeatures(at, past).copy(), label, { weight })
          const features = startFeatures(at, past)!
          addPast(at, past)
          return Number(note(features.copy(), label, { weight }))
        },
        endOf(first, ends) {
          const gold = goldAt.get(startOf(first))!.end
          const right = ends.findIndex((end) => doc.tokens[end - 1]!.end === gold)
          for (const [i, end] of ends.slice(0, right + 1).entries()) note(endFeatures(first, end).copy(), i === right)
          return ends[right] ?? ends.findLast((end) => doc.tokens[end - 1]!.end < gold) ?? ends[0]!
        },
      }
    },
    belongs(topic, choices, rank, ruled, before) {
      const gold = goldAt.get(topic.start)?.event
      const isGold = ({ event }: (typeof choices)[number]) => goldIds.get(event.id) === gold
      // Where no event is annotated, or none of these is it, there is nothing to choose.
      if (!gold || !choices.some(isGold)) return 0
      const features = linkFeatures(view, topic, choices, rank, ruled, before)
      return Number(note(features.copy(), isGold(choices[rank]!)))
    },
    status(topic, event, ruled, before) {
      const { status } = goldAt.get(topic.start) ?? { status: ruled }
      const features = topicStatusFeatures(view, topic, event, ruled, before)
      for (const [i, one] of topicStatuses.entries()) note(features.copy(), one === status, { output: i })
      return status
    },
  }
}

/** The sentences by which the built-in rules are tested, as stories: what a rule is for is a topic or an event. */
export const ruleStories = (): GoldStory[] =>
  (agenda.rules ?? []).flatMap(({ id, status, yes = [], no = [] }) =>
    [...yes, ...no].map((sentence, i) => {
      const { text, spans } = unmark(sentence)
      const isTopic = ({ name }: { name: string }) => name === 'topic'
      const topics = spans.filter(isTopic).map((span) => ({ ...span, status: topicStatus(status) ?? 'discussed' }))
      const events = spans
        .filter((span) => !isTopic(span))
        .map((span, v) => ({ ...span, id: `v${v + 1}`, type: span.name }))
      // A sentence of a topic's rule says nothing of its events.
      return { id: `${id}-${i}`, text, published: null, topics, ...(topics.length === 0 && { events }) }
    }),
  )

const topicStatus = (status: string | undefined) => topicStatuses.find((one) => one === status)
