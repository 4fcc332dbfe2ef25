import { overlaps, type Span, sameSpan } from '../../base/span.ts'
import { ratio, type Score, share, type Wrong } from './figures.ts'
import { inContext, overlapping, pairBest, type ScoredPair } from './pairs.ts'
import type { Gold, Prediction } from './schema.ts'

type Topic = NonNullable<Gold['topics']>[number]
type Occasion = NonNullable<Gold['events']>[number]
type Participant = NonNullable<Occasion['participants']>[number]

/**
 * Topics, a span each: `relaxed` shares at least half of the words of both with the annotated one, `exact` is the same.
 * Events, a record each: two are one where mentions of theirs overlap; type, status and participants are looked at among
 * those. What is optional costs nothing.
 */
export function scoreAgenda(documents: readonly (readonly [Gold, Prediction])[]): Score {
  const sum = { relaxed: 0, exact: 0, topics: 0, goldTopics: 0, status: 0, event: 0, eventAsked: 0, silent: 0, kept: 0 }
  const events = { right: 0, predicted: 0, gold: 0, type: 0, status: 0 }
  const who = { right: 0, predicted: 0, gold: 0 }
  const wrong: Wrong[] = []
  for (const [{ id, text, ...annotated }, prediction] of documents) {
    const [goldEvents, saidEvents] = [annotated.events ?? [], prediction.events ?? []]
    const eventPairs = pairBest(sameOccasions(goldEvents, saidEvents))
    const goldOf = new Map([...eventPairs].map(([i, j]) => [saidEvents[j]!.id, goldEvents[i]!.id]))
    for (const [i, j] of eventPairs) {
      const [meant, said] = [goldEvents[i]!, saidEvents[j]!]
      if (meant.optional) continue
      events.right++
      if (meant.type === said.type) events.type++
      if (meant.status === said.status) events.status++
      if (!meant.participants) continue
      const { right, predicted, gold } = countParticipants(meant.participants, said.participants ?? [], text)
      who.right += right
      who.predicted += predicted
      who.gold += gold
    }
    events.gold += goldEvents.filter(({ optional }) => !optional).length
    events.predicted += saidEvents.length - [...eventPairs.keys()].filter((i) => goldEvents[i]!.optional).length

    const gold = places(annotated.topics ?? [])
    const said = places(prediction.topics ?? [])
    const pairs = pairBest(sharingWords(gold, said, text))
    const found = new Set(pairs.values())
    const free = gold.filter(({ optional }, i) => optional && pairs.has(i)).length
    sum.goldTopics += gold.filter(({ optional }) => !optional).length
    sum.topics += said.length - free
    if (gold.length === 0) sum.silent++
    if (gold.length === 0 && said.length === 0) sum.kept++
    for (const [i, one] of gold.entries()) {
      if (one.optional) continue
      const other = said[pairs.get(i) ?? -1]
      const context = inContext(text, one)
      if (!other) {
        wrong.push({ kind: 'missed', id, context })
        continue
      }
      sum.relaxed++
      if (one.status === other.status) sum.status++
      else wrong.push({ kind: 'status', id, context, gold: one.status ?? '', predicted: other.status ?? '' })
      if (sameSpan(one, other)) sum.exact++
      else wrong.push({ kind: 'boundary', id, context, predicted: text.slice(other.start, other.end) })
      if (!one.event) continue
      sum.eventAsked++
      if (other.event && goldOf.get(other.event) === one.event) sum.event++
      else wrong.push({ kind: 'event', id, context, gold: one.event, predicted: other.event ?? 'none' })
    }
    for (const [j, one] of said.entries())
      if (!found.has(j)) wrong.push({ kind: 'spurious', id, context: inContext(text, one) })
  }
  const ofAll = (right: number, predicted: number, gold: number) => ratio(right, predicted, gold, 1)
  return {
    ratios: {
      'topics, relaxed': ofAll(sum.relaxed, sum.topics, sum.goldTopics),
      'topics, exact': ofAll(sum.exact, sum.topics, sum.goldTopics),
      events: ofAll(events.right, events.predicted, events.gold),
      participants: ofAll(who.right, who.predicted, who.gold),
    },
    shares: {
      'status of a topic': share(sum.status, sum.relaxed),
      'event of a topic': share(sum.event, sum.eventAsked),
      'stories without a topic kept silent': share(sum.kept, sum.silent),
      'type of an event': share(events.type, events.right),
      'status of an event': share(events.status, events.right),
    },
    wrong,
  }
}

/** The mentions of a record, or the record where it is its only one. */
const mentionsOf = ({ mentions, start, end }: Pick<Topic, 'mentions' | 'start' | 'end'>): Span[] =>
  mentions ?? [{ start: start!, end: end! }]

const places = (topics: readonly Topic[]): (Topic & Span)[] =>
  topics.flatMap((topic) => mentionsOf(topic).map(({ start, end }) => ({ ...topic, start, end })))

/** Scored by the share of the words of both that they have in common (Jaccard), from a half. */
function sharingWords(gold: readonly Span[], said: readonly Span[], text: string): ScoredPair[] {
  const words = new Map(
    [...gold, ...said].map((one) => [
      one,
      [...text.slice(one.start, one.end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => one.start + index),
    ]),
  )
  return overlapping(gold, said, (a, b) => {
    const other = new Set(words.get(b))
    const common = words.get(a)!.filter((at) => other.has(at)).length
    const jaccard = common / (words.get(a)!.length + other.size - common)
    return jaccard >= 0.5 ? jaccard : 0
  })
}

/** Scored by the share of the annotated mentions that a mention overlaps. */
function sameOccasions(gold: readonly Occasion[], said: readonly Occasion[]): ScoredPair[] {
  const flat = (events: readonly Occasion[]) =>
    events.flatMap((event, of) => mentionsOf(event).map(({ start, end }) => ({ start, end, of })))
  const [ours, theirs] = [flat(gold), flat(said)]
  const met = new Map<string, Set<number>>()
  for (const [m, n] of overlapping(ours, theirs, () => 1)) {
    const key = `${ours[m]!.of} ${theirs[n]!.of}`
    met.set(key, (met.get(key) ?? new Set()).add(m))
  }
  return [...met].map(([key, mentions]): ScoredPair => {
    const [i, j] = key.split(' ').map(Number) as [number, number]
    return [i, j, mentions.size / mentionsOf(gold[i]!).length]
  })
}

/**
 * Participants are entities: one is found where any mention of it overlaps the annotated one or, failing that, has its words.
 * Annotated ones of the same words, or that one entity covers, are one.
 */
function countParticipants(gold: readonly Participant[], said: readonly Participant[], text: string) {
  const wordsOf = ({ start, end }: Span) => text.slice(start, end)
  const mentions = said.map(mentionsOf)
  const wanted = new Map<string, { span: Span; name: string }>()
  for (const one of gold) {
    const span = mentionsOf(one)[0]!
    if (!wanted.has(wordsOf(span))) wanted.set(wordsOf(span), { span, name: one.s ?? wordsOf(span) })
  }
  const candidates = [...wanted.values()].flatMap(({ span, name }, i) =>
    mentions.flatMap((of, j): ScoredPair[] => {
      if (of.some((mention) => overlaps(span, mention))) return [[i, j, 1]]
      return of.some((mention) => wordsOf(mention) === name) ? [[i, j, 0.5]] : []
    }),
  )
  const pairs = pairBest(candidates)
  const found = new Set(pairs.values())
  const again = new Set(
    candidates.flatMap(([i, j, score]) => (score === 1 && !pairs.has(i) && found.has(j) ? [i] : [])),
  )
  return { right: pairs.size, predicted: said.length, gold: wanted.size - again.size }
}
