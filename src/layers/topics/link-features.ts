import type { FoundEvent } from '../../base/found.ts'
import type { Topic } from '../../base/story.ts'
import { conjunction, Features, flag, templates, textId } from '../../model/features.ts'
import { tagId } from '../../text/chunks.ts'
import { type Document, hasTag } from '../../text/document.ts'
import { isHeadline } from '../../text/headline.ts'
import { tokenAt } from '../../text/position.ts'
import type { ContextOf } from '../../text/sentence-context.ts'
import type { Choice } from './links.ts'
import type { TopicMention } from './mentions.ts'

export const linkTemplates = templates('event of topic', [
  'type',
  'rule',
  'rule & type',
  'rule & rank',
  'rank',
  'rank & type',
  'rank & place',
  'rank & place & type',
  'place & type',
  'gap',
  'gap & type',
  'choices',
  'choices & rank',
  'same as before',
  'same as before & rank',
  'same as before & place',
  'status',
  'status & type',
  'status & class before',
  'stem before & type',
  'stem before & place',
  'stem 2 before & stem before & type',
  'class before & type',
  'class 2 before & class before & type',
  'class before & place & rank',
  'source & type',
  'mentions & rank',
  'first event',
  'first event & sentence',
  'sentence & type',
  'event word & class before',
  'verbs before & type',
  'classes of verbs before & type',
  'stems between & type',
  'classes between & place',
])
export const topicStatusTemplates = templates('topic status', [
  'bias',
  'rule',
  'rule & type',
  'rule & event status',
  'event status',
  'event status & type',
  'status before',
  'status before & rule',
  'source',
  'source & rule',
  'stem before',
  'stem 2 before & stem before',
  'class before',
  'class 2 before & class before',
  'class 3 before & class 2 before & class before',
  'stem before & event status',
  'verb before',
  'verb 2 before & verb before',
  'verb before & event status',
  'verbs before',
  'verbs before & event status',
  'stems before',
  'classes before',
  'classes before & event status',
  'governing verb',
  'class of governing verb',
  'class of verb above & class of governing verb',
  'class of governing verb & event status',
  'class of governing verb & rule',
  'tag & class of governing verb',
  'sentence',
  'headline',
])
const features = new Features()

/** What says that a topic belongs to an event. */
export function linkFeatures(
  doc: Document,
  topic: TopicMention,
  choices: readonly Choice[],
  rank: number,
  ruled: boolean,
  before: string | null | undefined,
  contextOf: ContextOf,
): Features {
  features.clear()
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
  features.add(linkTemplates.type, type)
  features.add(linkTemplates.rule, rule)
  features.add(linkTemplates['rule & type'], conjunction(rule, type))
  features.add(linkTemplates['rule & rank'], conjunction(rule, rank))
  features.add(linkTemplates.rank, rank)
  features.add(linkTemplates['rank & type'], conjunction(rank, type))
  features.add(linkTemplates['rank & place'], conjunction(rank, place))
  features.add(linkTemplates['rank & place & type'], conjunction(rank, place, type))
  features.add(linkTemplates['place & type'], conjunction(place, type))
  features.add(linkTemplates.gap, gap)
  features.add(linkTemplates['gap & type'], conjunction(gap, type))
  features.add(linkTemplates.choices, count)
  features.add(linkTemplates['choices & rank'], conjunction(count, rank))
  features.add(linkTemplates['same as before'], same)
  features.add(linkTemplates['same as before & rank'], conjunction(same, rank))
  features.add(linkTemplates['same as before & place'], conjunction(same, place))
  features.add(linkTemplates.status, textId(event.status))
  features.add(linkTemplates['status & type'], conjunction(textId(event.status), type))
  features.add(linkTemplates['status & class before'], conjunction(textId(event.status), kind(k - 1)))
  features.add(linkTemplates['stem before & type'], conjunction(word(k - 1), type))
  features.add(linkTemplates['stem before & place'], conjunction(word(k - 1), place))
  features.add(linkTemplates['stem 2 before & stem before & type'], conjunction(word(k - 2), word(k - 1), type))
  features.add(linkTemplates['class before & type'], conjunction(kind(k - 1), type))
  features.add(linkTemplates['class 2 before & class before & type'], conjunction(kind(k - 2), kind(k - 1), type))
  features.add(linkTemplates['class before & place & rank'], conjunction(kind(k - 1), place, rank))
  features.add(linkTemplates['source & type'], conjunction(topic.rule, type))
  features.add(linkTemplates['mentions & rank'], conjunction(Math.min(4, event.mentions.length), rank))
  features.add(linkTemplates['first event'], flag(event.id === 'v1'))
  features.add(
    linkTemplates['first event & sentence'],
    conjunction(flag(event.id === 'v1'), Math.min(3, sentenceIndex)),
  )
  features.add(linkTemplates['sentence & type'], conjunction(Math.min(3, sentenceIndex), type))
  features.add(
    linkTemplates['event word & class before'],
    conjunction(
      textId(
        doc.text
          .slice(at, at + 12)
          .split(/\W/)[0]
          ?.toLowerCase(),
      ),
      kind(k - 1),
    ),
  )
  const verbs = chunks.all.slice(Math.max(0, k - 8), k).filter(({ verb }) => verb)
  features.each(
    linkTemplates['verbs before & type'],
    verbs.map(({ stem }) => stem),
    type,
  )
  features.each(
    linkTemplates['classes of verbs before & type'],
    verbs.map(({ kind }) => kind),
    type,
  )
  if (inside) {
    const j = chunks.chunkAt(tokenAt(doc, at))
    const between = chunks.all.slice(Math.min(j, k) + 1, Math.max(j, k))
    features.each(
      linkTemplates['stems between & type'],
      between.map(({ stem }) => stem),
      type,
    )
    features.each(
      linkTemplates['classes between & place'],
      between.map(({ kind }) => kind),
      place,
    )
  }
  return features
}

/** What says that a topic has a status. */
export function topicStatusFeatures(
  doc: Document,
  topic: TopicMention,
  event: FoundEvent | undefined,
  ruled: Topic['status'],
  before: Topic['status'] | undefined,
  contextOf: ContextOf,
): Features {
  features.clear()
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
  features.add(topicStatusTemplates.bias, 0)
  features.add(topicStatusTemplates.rule, rule)
  features.add(topicStatusTemplates['rule & type'], conjunction(rule, type))
  features.add(topicStatusTemplates['rule & event status'], conjunction(rule, state))
  features.add(topicStatusTemplates['event status'], state)
  features.add(topicStatusTemplates['event status & type'], conjunction(state, type))
  features.add(topicStatusTemplates['status before'], textId(before))
  features.add(topicStatusTemplates['status before & rule'], conjunction(textId(before), rule))
  features.add(topicStatusTemplates.source, topic.rule)
  features.add(topicStatusTemplates['source & rule'], conjunction(topic.rule, rule))
  features.add(topicStatusTemplates['stem before'], stem(k - 1))
  features.add(topicStatusTemplates['stem 2 before & stem before'], conjunction(stem(k - 2), stem(k - 1)))
  features.add(topicStatusTemplates['class before'], kind(k - 1))
  features.add(topicStatusTemplates['class 2 before & class before'], conjunction(kind(k - 2), kind(k - 1)))
  features.add(
    topicStatusTemplates['class 3 before & class 2 before & class before'],
    conjunction(kind(k - 3), kind(k - 2), kind(k - 1)),
  )
  features.add(topicStatusTemplates['stem before & event status'], conjunction(stem(k - 1), state))
  features.add(topicStatusTemplates['verb before'], auxiliaries[0] ?? 0)
  features.add(
    topicStatusTemplates['verb 2 before & verb before'],
    conjunction(auxiliaries[1] ?? 0, auxiliaries[0] ?? 0),
  )
  features.add(topicStatusTemplates['verb before & event status'], conjunction(auxiliaries[0] ?? 0, state))
  features.each(topicStatusTemplates['verbs before'], auxiliaries)
  features.each(topicStatusTemplates['verbs before & event status'], auxiliaries, state)
  features.each(
    topicStatusTemplates['stems before'],
    all.slice(Math.max(0, k - 10), k).map(({ stem }) => stem),
  )
  features.each(
    topicStatusTemplates['classes before'],
    all.slice(Math.max(0, k - 10), k).map(({ kind }) => kind),
  )
  features.each(
    topicStatusTemplates['classes before & event status'],
    all.slice(Math.max(0, k - 10), k).map(({ kind }) => kind),
    state,
  )
  const governing = all.slice(0, k).filter(({ verb }) => verb)
  const [u1, u2] = [governing.at(-1), governing.at(-2)]
  features.add(topicStatusTemplates['governing verb'], u1?.stem ?? 0)
  features.add(topicStatusTemplates['class of governing verb'], u1?.kind ?? 0)
  features.add(
    topicStatusTemplates['class of verb above & class of governing verb'],
    conjunction(u2?.kind ?? 0, u1?.kind ?? 0),
  )
  features.add(topicStatusTemplates['class of governing verb & event status'], conjunction(u1?.kind ?? 0, state))
  features.add(topicStatusTemplates['class of governing verb & rule'], conjunction(u1?.kind ?? 0, rule))
  features.add(topicStatusTemplates['tag & class of governing verb'], conjunction(tagId(tokens[at]!), u1?.kind ?? 0))
  features.add(topicStatusTemplates.sentence, Math.min(2, sentenceIndex))
  features.add(topicStatusTemplates.headline, flag(isHeadline(doc, topic.sentence)))
  return features
}
