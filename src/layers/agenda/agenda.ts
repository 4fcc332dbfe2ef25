import { byPosition, keepLongest, type Span, SpanSet } from '../../base/span.ts'
import type { Event, Topic } from '../../base/story.ts'
import { isEventType } from '../../rules/groups.ts'
import { matchAll, type TypedSpan, wordsOf } from '../../rules/match.ts'
import type { RuleIndex } from '../../rules/rule-index.ts'
import type { Document, Sentence, Token } from '../../text/document.ts'
import { type Barrier, phraseReader } from '../../text/noun-phrases.ts'
import type { Word } from '../../text/words.ts'
import { argumentFinder } from './arguments.ts'
import type { Categorizer } from './categories.ts'
import type { Named } from './chunks.ts'
import type { Surroundings } from './event-features.ts'
import { eventJudge, surroundingsOf } from './event-model.ts'
import { draftEvents, type EventJudge, eventOf } from './events.ts'
import { agendaModel, type Linear } from './linear.ts'
import { candidateFinder } from './participants.ts'
import { titleMentions } from './titles.ts'
import { topicJudge } from './topic-links.ts'
import { leastProbability, modelTopics } from './topic-model.ts'
import { isSilent, type StoryView, storyView } from './topic-view.ts'
import { grown, topicsOf } from './topics.ts'

/** The classes of meaning that a word is in, 0 for none. */
export type ClusterOf = (word: Word) => { fine: number; coarse: number }

/** What the other layers found, by id. */
export interface Found {
  entities: readonly Known[]
  places: readonly Known[]
  dates: readonly Known[]
}

export interface Known {
  id: string
  name?: string
  type: string
  country?: string | null
  titles?: readonly string[]
  /** Of a date: its first day. */
  from?: string | null
  mentions: readonly Span[]
}

/** A word that names an event, with the roles that its rule gave. */
export interface Trigger extends Span {
  type: Event['type']
  status: string | undefined
  source: string
  sentence: Sentence
  user: boolean
  roles: { who?: Span; where?: Span; when?: Span }
}

export interface TopicMatch extends Span {
  status: string | undefined
  source: string
  sentence: Sentence
  user: boolean
  /** Whether the pattern ends here, so that the topic may be longer than what it matched. */
  open: boolean
}

/** A stretch of text that may be a topic, with who says so. */
export interface Subject extends Span {
  status: string | undefined
  source: string
  confidence: number
  sentence: Sentence
  user: boolean
}

/** Events by their triggers, topics by theirs, and what ties them. */
export function findAgenda(
  doc: Document,
  rules: RuleIndex,
  spans: readonly TypedSpan[],
  found: Found,
  categoryOf: Categorizer,
  clusterOf: ClusterOf,
  model: Linear = agendaModel(),
): { events: Event[]; topics: Topic[] } {
  const judgeOf = (drafting: Drafting) => eventJudge(drafting, model)
  const { drafts, view, around } = draftAgenda(doc, rules, spans, found, clusterOf, judgeOf)
  if (isSilent(view)) return { events: [], topics: [] }
  const places = new Map(found.places.map(({ id, name }) => [id, name]))
  const events = drafts.map((draft, i) => eventOf(doc, draft, `v${i + 1}`, (id) => places.get(id)))
  const judge = topicJudge({ doc, around }, model)
  const topics = topicsOf(doc, subjectsOf(view, model), events, found, categoryOf, judge)
  const byId = new Map<string | null, Event>(events.map((event) => [event.id, event]))
  for (const topic of topics) byId.get(topic.event)?.topics.push(topic.id)
  return { events, topics }
}

/** What a judge of events is told of a story. */
export interface Drafting {
  doc: Document
  around: (place: Pick<Trigger, 'sentence' | 'start'>) => Surroundings
}

/** Events and what may be topics, before the model has its say: what `train/agenda.ts` learns from. */
export function draftAgenda(
  doc: Document,
  rules: RuleIndex,
  spans: readonly TypedSpan[],
  found: Found,
  clusterOf: ClusterOf,
  judgeOf: (drafting: Drafting) => EventJudge,
) {
  const dates = found.dates.flatMap(({ mentions }) => mentions)
  const barrier = dateBarrier(dates)
  const { triggers, subjects } = keepBest(agendaCandidates(doc, rules, spans, barrier))
  const seen = { barrier, named: namedSpans(found), dated: new SpanSet(dates) }
  const around = surroundingsOf(doc, seen.named, seen.dated, found)
  const titled = titleMentions(doc, found.entities, new Set(triggers.map(({ sentence }) => sentence)))
  const find = argumentFinder(doc, triggers, found, titled)
  const drafts = draftEvents(doc, triggers, find, candidateFinder(doc, found, titled), judgeOf({ doc, around }))
  const phrases = subjects.flatMap((match) => grown(doc, match, barrier))
  return { drafts, around, view: storyView(doc, seen, triggers, phrases, clusterOf) }
}

/** Names by type; a demonym is a group, whatever place it stands for. */
function namedSpans({ entities, places }: Found): SpanSet<Named> {
  const spans = new SpanSet<Named>()
  const add = (list: readonly Known[], typeOf: (type: string) => string) => {
    for (const { type, mentions } of list)
      for (const { start, end } of mentions)
        if (!spans.overlapping({ start, end })) spans.add({ start, end, type: typeOf(type) })
  }
  add(entities, (type) => type)
  add(places, () => 'place')
  return spans
}

/** What a user's rules take is a subject; of what else could be one, the model chooses. */
function subjectsOf(view: StoryView, model: Linear): Subject[] {
  const { doc, ruleAt } = view
  const own = [...ruleAt.values()].filter(({ user }) => user)
  const taken = new SpanSet(own)
  const chosen = modelTopics(view, leastProbability, model).flatMap(({ order, first, last, probability }) => {
    const span = { start: doc.tokens[first]!.start, end: doc.tokens[last - 1]!.end }
    if (taken.overlapping(span)) return []
    const rule = ruleAt.get(span.start)
    const confidence = Math.round(probability * 100) / 100
    const { status, source = 'topics/model' } = rule ?? {}
    const { start, end } = span
    return [{ start, end, status, source, confidence, sentence: doc.sentences[order]!, user: false }]
  })
  return [...own, ...chosen].sort(byPosition)
}

/** Dates end a phrase. */
export function dateBarrier(dates: readonly Span[]): Barrier {
  const dated = new SpanSet(dates)
  return (token: Token) => dated.overlapping(token) !== undefined
}

/** Reads the noun phrases of sentences, for rules that are run before the agenda. */
export function nounPhrasesOf(doc: Document, dates: readonly Span[]): (sentence: Sentence) => Span[] {
  const barrier = dateBarrier(dates)
  return (sentence) => phraseReader(doc, sentence, barrier).nounPhrases()
}

interface AgendaCandidates {
  triggers: Trigger[]
  subjects: TopicMatch[]
}

/** Runs the rules on the sentences in which they can match: all that they take, overlapping or not. */
export function agendaCandidates(
  doc: Document,
  rules: RuleIndex,
  typed: readonly TypedSpan[],
  barrier: Barrier,
): AgendaCandidates {
  const spans = [...typed].sort(byPosition)
  const triggers: Trigger[] = []
  const subjects: TopicMatch[] = []
  let from = 0
  for (const sentence of doc.sentences) {
    while (from < spans.length && spans[from]!.end <= sentence.start) from++
    let to = from
    while (to < spans.length && spans[to]!.start < sentence.end) to++
    if (sentence.capitals) continue
    const here = spans.slice(from, to)
    const usable = rules.usable(
      doc,
      sentence,
      here.map(({ tag }) => tag),
    )
    if (usable.length === 0) continue
    const words = wordsOf(doc, sentence, here, () => phraseReader(doc, sentence, barrier).nounPhrases())
    for (const { pattern, status, source, user } of usable)
      for (const { groups, end } of matchAll(pattern, words))
        for (const [group, span] of Object.entries(groups)) {
          // Spelled out: copies by spread are slow.
          const { start, end: last } = span
          if (isEventType(group))
            triggers.push({ start, end: last, type: group, status, source, sentence, roles: groups, user })
          else if (group === 'topic')
            subjects.push({ start, end: last, status, source, sentence, user, open: last === end })
        }
  }
  return { triggers, subjects }
}

const userFirst = ({ user }: { user: boolean }) => Number(user)

const keepBest = ({ triggers, subjects }: AgendaCandidates): AgendaCandidates => ({
  triggers: keepLongest(triggers, userFirst),
  subjects: keepLongest(subjects, userFirst),
})
