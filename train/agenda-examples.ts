import { participantsOf, typedSpans } from '../src/api/assemble.ts'
import { readStory } from '../src/api/extract.ts'
import { openKnowledge } from '../src/api/resources.ts'
import { unmark } from '../src/base/brackets.ts'
import { overlaps, type Span } from '../src/base/span.ts'
import type { Topic } from '../src/base/story.ts'
import { agenda } from '../src/english/agenda.ts'
import { type Drafting, draftAgenda, type Subject } from '../src/layers/agenda/agenda.ts'
import { isSame } from '../src/layers/agenda/coreference.ts'
import { statusShift, triggerFeatures } from '../src/layers/agenda/event-features.ts'
import { type EventJudge, eventOf, statuses } from '../src/layers/agenda/events.ts'
import { pairFeatures } from '../src/layers/agenda/pair-features.ts'
import { participantFeatures } from '../src/layers/agenda/participants.ts'
import { endReader } from '../src/layers/agenda/topic-ends.ts'
import {
  choicesOf,
  linkFeatures,
  mentionFinder,
  statusShift as topicShift,
  topicStatuses,
  topicStatusFeatures,
} from '../src/layers/agenda/topic-links.ts'
import { possibleEnds } from '../src/layers/agenda/topic-model.ts'
import { pastReader, remember, startReader } from '../src/layers/agenda/topic-starts.ts'
import { type StoryView, sentenceView } from '../src/layers/agenda/topic-view.ts'
import { ruledEvent, ruledStatus } from '../src/layers/agenda/topics.ts'
import type { Sentence } from '../src/text/document.ts'
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

const knowledge = openKnowledge([])

/** What there is to learn of a story. */
export function examplesOf(story: GoldStory): { view: StoryView; examples: Example[] } {
  const { events, text, published } = story
  const examples: Example[] = []
  const note: Note = (features, label, weight = 1) => {
    examples.push({ features, label, weight })
    return label
  }
  const { doc, story: read } = readStory(knowledge, text, published ? { published } : {})
  const found = participantsOf(read)
  const judgeOf = (drafting: Drafting) => (events ? goldJudge(drafting, events, note) : ruleJudge(drafting))
  const draft = draftAgenda(doc, knowledge.rules.agenda, typedSpans(read), found, knowledge.clusterOf, judgeOf)
  noteTopics(story, draft.view, note)
  noteLinks(story, draft, note)
  return { view: draft.view, examples }
}

type Note = (features: number[], label: boolean, weight?: number) => boolean
type GoldEvent = NonNullable<GoldStory['events']>[number]

const goldEvent = (events: readonly GoldEvent[], trigger: Span): GoldEvent | undefined =>
  events.find((event) => (event.mentions ?? [event]).some((mention) => overlaps(mention, trigger)))

/** A judge that knows the annotation, and notes what it is asked with what it answers. */
function goldJudge({ doc, around }: Drafting, events: readonly GoldEvent[], note: Note): EventJudge {
  const goldOf = (trigger: Span) => goldEvent(events, trigger)
  return {
    occasion(trigger) {
      const { list, plain } = triggerFeatures(doc, trigger, around(trigger))
      const gold = goldOf(trigger)
      for (const [i, one] of statuses.entries())
        if (gold?.status) note(list.ids(statusShift(i), plain), gold.status === one)
      return Number(note(list.ids(), gold !== undefined))
    },
    odds: () => statuses.map(() => 0),
    same(known, fresh, rank) {
      const features = pairFeatures(doc, known, fresh, rank, (trigger) => around(trigger).order)
      return Number(note(features.ids(), goldOf(known.triggers[0]!) === goldOf(fresh.triggers[0]!)))
    },
    takesPart(trigger, candidates, at, ruled) {
      const { participants } = goldOf(trigger) ?? {}
      if (!participants) return 0
      const { mentions } = candidates[at]!.known
      const label = participants.some((one) => mentions.some((mention) => overlaps(one, mention)))
      return Number(note(participantFeatures(doc, trigger, candidates, at, ruled, around(trigger)).ids(), label))
    },
  }
}

/** For stories whose events are not annotated: events as the rules see them. */
const ruleJudge = ({ doc }: Drafting): EventJudge => ({
  occasion: () => 1,
  odds: () => statuses.map(() => 0),
  same: (known, fresh) => Number(isSame(doc, known, fresh)),
  takesPart: () => 0,
})

export const goldSpans = ({ topics }: GoldStory): Span[] => topics.flatMap((topic) => topic.mentions ?? [topic])

/** Where topics begin (those weigh more, since they are few), and where they end. */
function noteTopics(story: GoldStory, view: StoryView, note: Note): void {
  const { doc } = view
  const ends = new Map(goldSpans(story).map(({ start, end }) => [start, end]))
  let found = 0
  doc.sentences.forEach((sentence, order) => {
    if (sentence.capitals) return
    const own = sentenceView(view, sentence, order)
    const [startFeatures, addPast, endFeatures] = [startReader(own), pastReader(own), endReader(own)]
    const past = { ends: new Set<number>(), coordinates: new Set<number>(), found }
    for (let at = sentence.first; at < sentence.last; at++) {
      if (!own.borders.begins(at)) continue
      const goldEnd = ends.get(doc.tokens[at]!.start)
      const label = goldEnd !== undefined
      const features = startFeatures(at)!
      addPast(features, at, past)
      note(features.ids(), label, label ? positive : 1)
      if (!label) continue
      const possible = possibleEnds(own, at)
      const right = possible.findIndex((end) => doc.tokens[end - 1]!.end === goldEnd)
      if (right < 0) continue
      found++
      remember(own, past, at, possible[right]!)
      for (const [i, end] of possible.slice(0, right + 1).entries()) note(endFeatures(at, end).ids(), i === right)
    }
  })
}

/** To which event a topic belongs, and its status. */
function noteLinks(story: GoldStory, { drafts, around, view }: ReturnType<typeof draftAgenda>, note: Note): void {
  const { doc, ruleAt } = view
  const events = drafts.map((draft, i) => eventOf(doc, draft, `v${i + 1}`, () => undefined))
  const idOf = new Map(events.map(({ id }, i) => [id, goldEvent(story.events ?? [], drafts[i]!.triggers[0]!)?.id]))
  const mentionsNear = mentionFinder(events)
  let last: { sentence: Sentence; event: string | null; status: Topic['status'] } | undefined
  const spans = story.topics.flatMap((topic) => (topic.mentions ?? [topic]).map((span) => ({ ...topic, ...span })))
  for (const { start, end, event: gold, status } of spans.sort((a, b) => a.start - b.start)) {
    const sentence = doc.sentences.find((one) => one.start <= start && start < one.end)
    if (!sentence) continue
    const source = ruleAt.get(start)?.source ?? 'topics/model'
    const subject: Subject = { start, end, sentence, source, status: undefined, confidence: 1, user: false }
    const before = last?.sentence === sentence ? last : undefined
    const mentions = mentionsNear(subject)
    const ruled = ruledEvent(doc, mentions, subject, events[0])
    const choices = choicesOf(mentions, subject)
    const right = choices.find(({ event }) => gold && idOf.get(event.id) === gold)?.event
    if (right)
      for (const [rank, { event }] of choices.entries())
        note(linkFeatures(doc, subject, choices, rank, event === ruled, before?.event, around).ids(), event === right)
    // Where it is not annotated, the event is taken to be that of the rules.
    const event = gold === undefined ? ruled : right
    const ruledAs = ruledStatus(doc, subject, event)
    const features = topicStatusFeatures(doc, subject, event, ruledAs, before?.status, around)
    for (const [i, one] of topicStatuses.entries()) note(features.ids(topicShift(i)), one === status)
    last = { sentence, event: right?.id ?? null, status }
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
