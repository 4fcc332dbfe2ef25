import { type Drafting, draftAgenda } from '../src/agenda/agenda.ts'
import { occasionFeatures, pairFeatures, statusFeatures } from '../src/agenda/event-features.ts'
import { type EventJudge, statuses } from '../src/agenda/events.ts'
import { endReader } from '../src/agenda/topic-ends.ts'
import { possibleEnds } from '../src/agenda/topic-model.ts'
import { pastReader, remember, startReader } from '../src/agenda/topic-starts.ts'
import { type StoryView, sentenceView } from '../src/agenda/topic-view.ts'
import { participantsOf, typedSpans } from '../src/assemble.ts'
import { agenda } from '../src/english/agenda.ts'
import { readStory } from '../src/extract.ts'
import { openKnowledge } from '../src/knowledge.ts'
import { unmark } from '../src/marks.ts'
import { overlaps, type Span } from '../src/span.ts'
import type { Example } from './logistic.ts'

/** A story in the format of FORMAT.md, as far as topics go. */
export interface GoldStory {
  id: string
  text: string
  published: string | null
  topics: (Span & { mentions?: Span[] })[]
  /** Absent where only topics are annotated. */
  events?: (Span & { id: string; type: string; status: string; mentions?: Span[] })[]
}

const knowledge = openKnowledge([])

/** A story as the models see it; its events are judged by the model itself unless another judge is given. */
export function draftOf({ text, published }: GoldStory, judgeOf?: (drafting: Drafting) => EventJudge) {
  const { doc, story } = readStory(knowledge, text, published ? { published } : {})
  const found = participantsOf(story)
  return draftAgenda(doc, knowledge.rules.agenda, typedSpans(story), found, knowledge.clusterOf, judgeOf)
}

/** What there is to learn of a story's events: a judge that knows the annotation notes what it is asked. */
export function eventExamplesOf(story: GoldStory): Example[] {
  const { events } = story
  if (!events) return []
  const examples: Example[] = []
  const note = (features: number[], label: boolean) => {
    examples.push({ features, label, weight: 1 })
    return label
  }
  const goldOf = (trigger: Span) =>
    events.find((event) => (event.mentions ?? [event]).some((mention) => overlaps(mention, trigger)))
  draftOf(story, ({ doc, around }) => ({
    isOccasion: (trigger) => note(occasionFeatures(doc, trigger, around(trigger)), goldOf(trigger) !== undefined),
    odds: (trigger) =>
      statuses.map((status, i) =>
        Number(note(statusFeatures(doc, trigger, around(trigger), i), goldOf(trigger)?.status === status)),
      ),
    same: (known, fresh, rank) =>
      Number(
        note(
          pairFeatures(doc, known, fresh, rank, (trigger) => around(trigger).order),
          goldOf(known.triggers[0]!) === goldOf(fresh.triggers[0]!),
        ),
      ),
  }))
  return examples
}

export const goldSpans = ({ topics }: GoldStory): Span[] => topics.flatMap((topic) => topic.mentions ?? [topic])

/** What there is to learn of a story: where topics begin (those weigh more, since they are few), and where they end. */
export function examplesOf(story: GoldStory, view: StoryView, positive: number): Example[] {
  const { doc } = view
  const ends = new Map(goldSpans(story).map(({ start, end }) => [start, end]))
  const examples: Example[] = []
  let found = 0
  doc.sentences.forEach((sentence, order) => {
    if (sentence.capitals) return
    const own = sentenceView(view, sentence, order)
    const [startFeatures, pastFeatures, endFeatures] = [startReader(own), pastReader(own), endReader(own)]
    const past = { ends: new Set<number>(), coordinates: new Set<number>(), found }
    for (let at = sentence.first; at < sentence.last; at++) {
      if (!own.borders.begins(at)) continue
      const goldEnd = ends.get(doc.tokens[at]!.start)
      const label = goldEnd !== undefined
      examples.push({
        features: [...startFeatures(at), ...pastFeatures(at, past)],
        label,
        weight: label ? positive : 1,
      })
      if (!label) continue
      const possible = possibleEnds(own, at)
      const right = possible.findIndex((end) => doc.tokens[end - 1]!.end === goldEnd)
      if (right < 0) continue
      found++
      remember(own, past, at, possible[right]!)
      possible
        .slice(0, right + 1)
        .forEach((end, i) => void examples.push({ features: endFeatures(at, end), label: i === right, weight: 1 }))
    }
  })
  return examples
}

/** The sentences by which the built-in rules are tested, as stories: what a rule is for is a topic. */
export const ruleStories = (): GoldStory[] =>
  (agenda.rules ?? []).flatMap(({ id, yes = [], no = [] }) =>
    [...yes, ...no].map((sentence, i) => {
      const { text, spans } = unmark(sentence)
      return { id: `${id}-${i}`, text, published: null, topics: spans.filter(({ name }) => name === 'topic') }
    }),
  )
