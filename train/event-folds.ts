// Events and who takes part in them in cross-validation over the annotated stories: npx tsx train/event-folds.ts
import { readAgenda, readFound } from '../src/api/layers.ts'
import { openResources } from '../src/api/resources.ts'
import { overlaps, type Span } from '../src/base/span.ts'
import { eventClassifier, eventTemplates } from '../src/layers/events/classifier.ts'
import type { EventClassifier } from '../src/layers/events/clusters.ts'
import { eventClusters, eventsOf } from '../src/layers/events/events.ts'
import { withRollCalls } from '../src/layers/events/roll-call.ts'
import { openWeights } from '../src/model/weights.ts'
import { builtInRules } from '../src/rules/ruleset.ts'
import type { GoldStory } from './agenda-examples.ts'
import { lessonsOfAll, lessonsOfRules } from './agenda-lessons.ts'
import { readStories } from './agenda-stories.ts'
import { learnEventWeights } from './events.ts'

const resources = openResources(builtInRules())
/** What is added to probabilities of an occasion, of being one with another, of taking part. */
type Shift = readonly [occasion: number, coreferent: number, takesPart: number]
const shifts: readonly Shift[] = [
  [0, 0, 0],
  [-0.1, 0, 0],
  [0.1, 0, 0],
  [0, -0.1, 0],
  [0, 0.1, 0],
  [0, -0.2, 0],
  [0, 0, -0.1],
  [0, 0, 0.1],
  [0, 0, -0.2],
]

const shifted = (by: EventClassifier, [occasion, coreferent, takesPart]: Shift): EventClassifier => ({
  occasion: (mention) => by.occasion(mention) + occasion,
  odds: (mention) => by.odds(mention),
  coreferent: (known, fresh, rank) => by.coreferent(known, fresh, rank) + coreferent,
  takesPart: (mention, candidates, at, ruled) => by.takesPart(mention, candidates, at, ruled) + takesPart,
})

function crossValidate(stories: readonly GoldStory[], folds: number, tried: number): void {
  const studied = lessonsOfAll(stories).filter(({ story }) => story.events)
  const rules = lessonsOfRules()
  const sums = shifts.map(() => ({ gold: 0, given: 0, right: 0, status: 0, wanted: 0, named: 0, found: 0 }))
  for (let fold = 0; fold < tried; fold++) {
    const others = studied.filter((_, i) => i % folds !== fold).map(({ lessons }) => lessons)
    const weights = openWeights(learnEventWeights([...others, ...rules]), {
      model: 'events',
      templates: eventTemplates,
    })
    for (const { story } of studied.filter((_, i) => i % folds === fold)) {
      const { text, published, events: gold = [] } = story
      const whole = readFound(resources, [{ text, about: published ? { published } : {} }])[0]!
      const { doc, findings: read } = whole
      const { agenda: reading } = readAgenda(resources, whole)
      const known = new Map(
        [...read.entities, ...read.locations].map((one) => [one.id, one.mentions as readonly Span[]]),
      )
      for (const [i, shift] of shifts.entries()) {
        const clusters = eventClusters(doc, reading, shifted(eventClassifier(doc, reading, weights), shift))
        const events = eventsOf(doc, withRollCalls(doc, clusters, reading.found), reading)
        const sum = sums[i]!
        sum.gold += gold.length
        sum.given += events.length
        for (const [g, e] of matched(gold, events)) {
          const [one, other] = [gold[g]!, events[e]!]
          sum.right++
          if (one.status === other.status) sum.status++
          if (!one.participants) continue
          const words = (span: Span) => text.slice(span.start, span.end)
          const wanted = one.participants.filter((a, i, all) => all.findIndex((b) => words(b) === words(a)) === i)
          const used = other.participants.map((id) => known.get(id) ?? [])
          const found = wanted.filter((a) => used.some((mentions) => mentions.some((m) => overlaps(a, m))))
          sum.wanted += wanted.length
          sum.named += used.length
          sum.found += found.length
        }
      }
    }
  }
  for (const [i, shift] of shifts.entries()) {
    const { gold, given, right, status, wanted, named, found } = sums[i]!
    const share = (a: number, b: number) => ((100 * a) / b).toFixed(1)
    console.log(
      `${shift.join(' ')}: events P ${share(right, given)} R ${share(right, gold)} F1 ${share(2 * right, given + gold)}, status ${share(status, right)}; participants P ${share(found, named)} R ${share(found, wanted)} F1 ${share(2 * found, named + wanted)}`,
    )
  }
}

/** Pairs as the scorer makes them: most mentions in common first. */
function matched(
  gold: readonly (Span & { mentions?: Span[] })[],
  events: readonly { mentions: readonly Span[] }[],
): [number, number][] {
  const pairs = gold.flatMap((one, g) =>
    events.map(({ mentions }, e) => {
      const own = one.mentions ?? [one]
      return { g, e, share: own.filter((a) => mentions.some((b) => overlaps(a, b))).length / own.length }
    }),
  )
  const found: [number, number][] = []
  for (const { g, e, share } of pairs.sort((a, b) => b.share - a.share))
    if (share > 0 && !found.some(([a, b]) => a === g || b === e)) found.push([g, e])
  return found
}

crossValidate(readStories(), 4, Number(process.env.FOLDS ?? 1))
