// How sure events and topics are, counted on annotated stories that the models have not seen:
// npx tsx train/agenda-confidence.ts
import { writeFileSync } from 'node:fs'
import { readAgenda, readFound } from '../src/api/layers.ts'
import { openResources } from '../src/api/resources.ts'
import { overlaps } from '../src/base/span.ts'
import { eventClassifier, eventTemplates } from '../src/layers/events/classifier.ts'
import { eventClusters } from '../src/layers/events/events.ts'
import { topicClassifier, topicTemplates } from '../src/layers/topics/classifier.ts'
import { topicSpans } from '../src/layers/topics/spans.ts'
import { oddsOf } from '../src/model/logistic.ts'
import { openWeights } from '../src/model/weights.ts'
import { builtInRules } from '../src/rules/ruleset.ts'
import { spanOf } from '../src/text/position.ts'
import type { GoldStory } from './agenda-examples.ts'
import { type Lessons, lessonsOfAll, lessonsOfRules } from './agenda-lessons.ts'
import { readStories } from './agenda-stories.ts'
import { confidenceCurve, type Judged, steps } from './calibration.ts'
import { learnEventWeights } from './events.ts'
import { learnTopicWeights, matched } from './topics.ts'

/** So many of the folds are tried: two fifths of the stories tell enough. */
const [folds, tried] = [5, 2]
const resources = openResources(builtInRules())
const judged: Record<'events' | 'topics', Judged[]> = { events: [], topics: [] }
const studied = lessonsOfAll(readStories())
const rules = lessonsOfRules()

for (let fold = 0; fold < tried; fold++) {
  const others = studied.filter((_, i) => i % folds !== fold).map(({ lessons }) => lessons)
  const weights = {
    events: openWeights(learnEventWeights([...others, ...rules]), { model: 'events', templates: eventTemplates }),
    topics: openWeights(learnTopicWeights([...others, ...rules]), { model: 'topics', templates: topicTemplates }),
  }
  for (const { story, lessons } of studied.filter((_, i) => i % folds === fold)) {
    judged.events.push(...judgedEvents(story, weights.events))
    judged.topics.push(...judgedTopics(story, lessons, weights.topics))
  }
}

for (const kind of ['events', 'topics'] as const) {
  console.log(kind)
  const curve = confidenceCurve(judged[kind], console.log, steps.odds)
  writeFileSync(
    new URL(`../src/layers/${kind}/confidence.ts`, import.meta.url),
    `/** How often ${kind} are right: a curve over log odds (made by \`train/agenda-confidence.ts\`). */
export const curve = [${curve.join(', ')}] as const
`,
  )
}

function judgedEvents({ text, published, events }: GoldStory, weights: ReturnType<typeof openWeights>): Judged[] {
  if (!events) return []
  const reading = readFound(resources, [{ text, about: published ? { published } : {} }])[0]!
  const { agenda } = readAgenda(resources, reading)
  const gold = events.flatMap((event) => event.mentions ?? [event])
  return eventClusters(reading.doc, agenda, eventClassifier(reading.doc, agenda, weights)).flatMap(({ mentions }) =>
    mentions.map((mention): Judged => [oddsOf(mention.confidence), gold.some((one) => overlaps(one, mention))]),
  )
}

function judgedTopics(story: GoldStory, { view }: Lessons, weights: ReturnType<typeof openWeights>): Judged[] {
  const found = topicSpans(view, topicClassifier(view, weights))
  const spans = found.map((span) => spanOf(view.doc.tokens, span))
  const { right } = matched(story, spans)
  return found.map(({ probability }, i) => [oddsOf(probability), right.has(i)])
}
