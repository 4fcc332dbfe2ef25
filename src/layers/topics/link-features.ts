import type { FoundEvent } from '../../base/found.ts'
import type { Topic } from '../../base/story.ts'
import { FeatureList, flag, textId } from '../../model/feature-list.ts'
import { tagId } from '../../text/chunks.ts'
import { type Document, hasTag } from '../../text/document.ts'
import { isHeadline } from '../../text/headline.ts'
import { tokenAt } from '../../text/position.ts'
import type { ContextOf } from '../../text/sentence-context.ts'
import type { Choice } from './links.ts'
import type { TopicMention } from './mentions.ts'

const bases = { link: 12000, status: 13000 }
/** By how much the templates of the status of a number are moved. */
export const statusShift = (status: number): number => 200 * status
const list = new FeatureList()

/** What says that a topic belongs to an event. */
export function linkFeatures(
  doc: Document,
  topic: TopicMention,
  choices: readonly Choice[],
  rank: number,
  ruled: boolean,
  before: string | null | undefined,
  contextOf: ContextOf,
): FeatureList {
  list.begin(bases.link)
  const { event, at } = choices[rank]!
  const count = Math.min(5, choices.length)
  const { chunks, sentenceIndex } = contextOf(topic)
  const inside = at >= topic.sentence.start
  const place = at < topic.start ? (inside ? 1 : 2) : 3
  const k = chunks.chunkAt(tokenAt(doc, topic.start))
  const word = chunks.stem
  const kind = chunks.kind
  const gap = inside
    ? Math.min(8, Math.floor(Math.abs(topic.start - at) / 25))
    : 9 + Math.min(4, Math.floor((topic.start - at) / 200))
  const type = textId(event.type)
  const rule = flag(ruled)
  const same = before === undefined ? 0 : flag(before === event.id)
  list.add(type)
  list.add(rule)
  list.add(rule, type)
  list.add(rule, rank)
  list.add(rank)
  list.add(rank, type)
  list.add(rank, place)
  list.add(rank, place, type)
  list.add(place, type)
  list.add(gap)
  list.add(gap, type)
  list.add(count)
  list.add(count, rank)
  list.add(same)
  list.add(same, rank)
  list.add(same, place)
  list.add(textId(event.status))
  list.add(textId(event.status), type)
  list.add(textId(event.status), kind(k - 1))
  list.add(word(k - 1), type)
  list.add(word(k - 1), place)
  list.add(word(k - 2), word(k - 1), type)
  list.add(kind(k - 1), type)
  list.add(kind(k - 2), kind(k - 1), type)
  list.add(kind(k - 1), place, rank)
  list.add(textId(topic.source), type)
  list.add(Math.min(4, event.mentions.length), rank)
  list.add(flag(event.id === 'v1'))
  list.add(flag(event.id === 'v1'), Math.min(3, sentenceIndex))
  list.add(Math.min(3, sentenceIndex), type)
  list.add(
    textId(
      doc.text
        .slice(at, at + 12)
        .split(/\W/)[0]
        ?.toLowerCase(),
    ),
    kind(k - 1),
  )
  const verbs = chunks.all.slice(Math.max(0, k - 8), k).filter(({ verb }) => verb)
  list.each(
    verbs.map(({ stem }) => stem),
    type,
  )
  list.each(
    verbs.map(({ kind }) => kind),
    type,
  )
  if (inside) {
    const j = chunks.chunkAt(tokenAt(doc, at))
    const between = chunks.all.slice(Math.min(j, k) + 1, Math.max(j, k))
    list.each(
      between.map(({ stem }) => stem),
      type,
    )
    list.each(
      between.map(({ kind }) => kind),
      place,
    )
  }
  return list
}

/** What says that a topic has a status. */
export function topicStatusFeatures(
  doc: Document,
  topic: TopicMention,
  event: FoundEvent | undefined,
  ruled: Topic['status'],
  before: Topic['status'] | undefined,
  contextOf: ContextOf,
): FeatureList {
  list.begin(bases.status)
  const { chunks, sentenceIndex } = contextOf(topic)
  const { tokens } = doc
  const at = tokenAt(doc, topic.start)
  const k = chunks.chunkAt(at)
  const { all } = chunks
  const stem = chunks.stem
  const kind = chunks.kind
  const rule = textId(ruled)
  const type = textId(event?.type)
  const state = textId(event?.status)
  const auxiliaries: number[] = []
  for (let i = at - 1; i >= topic.sentence.first && i >= at - 20; i--)
    if (hasTag(tokens[i], 'Verb') || /^(?:to|will|would|not|no|without)$/.test(tokens[i]!.normal))
      auxiliaries.push(tokens[i]!.word.hash)
  list.add()
  list.add(rule)
  list.add(rule, type)
  list.add(rule, state)
  list.add(state)
  list.add(state, type)
  list.add(textId(before))
  list.add(textId(before), rule)
  list.add(textId(topic.source))
  list.add(textId(topic.source), rule)
  list.add(stem(k - 1))
  list.add(stem(k - 2), stem(k - 1))
  list.add(kind(k - 1))
  list.add(kind(k - 2), kind(k - 1))
  list.add(kind(k - 3), kind(k - 2), kind(k - 1))
  list.add(stem(k - 1), state)
  list.add(auxiliaries[0] ?? 0)
  list.add(auxiliaries[1] ?? 0, auxiliaries[0] ?? 0)
  list.add(auxiliaries[0] ?? 0, state)
  list.each(auxiliaries)
  list.each(auxiliaries, state)
  list.each(all.slice(Math.max(0, k - 10), k).map(({ stem }) => stem))
  list.each(all.slice(Math.max(0, k - 10), k).map(({ kind }) => kind))
  list.each(
    all.slice(Math.max(0, k - 10), k).map(({ kind }) => kind),
    state,
  )
  const governing = all.slice(0, k).filter(({ verb }) => verb)
  const [u1, u2] = [governing.at(-1), governing.at(-2)]
  list.add(u1?.stem ?? 0)
  list.add(u1?.kind ?? 0)
  list.add(u2?.kind ?? 0, u1?.kind ?? 0)
  list.add(u1?.kind ?? 0, state)
  list.add(u1?.kind ?? 0, rule)
  list.add(tagId(tokens[at]!), u1?.kind ?? 0)
  list.add(Math.min(2, sentenceIndex))
  list.add(flag(isHeadline(doc, topic.sentence)))
  return list
}
