import { draftAgenda } from '../src/agenda/agenda.ts'
import { participantsOf, typedSpans } from '../src/assemble.ts'
import { readStory } from '../src/extract.ts'
import { openKnowledge } from '../src/knowledge.ts'
import type { Span } from '../src/span.ts'

interface GoldStory {
  text: string
  published: string | null
  topics: (Span & { mentions?: Span[] })[]
}

export interface TopicExample {
  features: string[]
  spans: Span[]
  /** How many of its phrases are gold topics. */
  gold: number
}

const knowledge = openKnowledge([])

/** What the models see of a story, with what the annotators say of it. */
export function studied(story: GoldStory) {
  const { doc, story: read } = readStory(knowledge, story.text, story.published ? { published: story.published } : {})
  const found = participantsOf(read)
  const { candidates } = draftAgenda(doc, knowledge.rules.agenda, typedSpans(read), found, knowledge.clusterOf)
  const goldSpans = story.topics.flatMap((topic) => topic.mentions ?? [topic])
  const topics: TopicExample[] = candidates.map(({ phrases, features }) => {
    const spans = phrases.map(({ first, last }) => ({
      start: doc.tokens[first]!.start,
      end: doc.tokens[last - 1]!.end,
    }))
    const gold = spans.filter((span) => goldSpans.some((one) => shared(one, span) > 0.5)).length
    return { features, spans, gold }
  })
  return { topics, goldSpans, gold: goldSpans.length }
}

/** How much of the longer of two spans both have. */
const shared = (a: Span, b: Span) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / Math.max(a.end - a.start, b.end - b.start)
