import type { FoundEvent } from '../../base/found.ts'
import { overlaps } from '../../base/span.ts'
import type { Topic } from '../../base/story.ts'
import { eventType } from '../../english/event-types.ts'
import { conjunction, Features, flag, templates, textId } from '../../model/features.ts'
import { tagId } from '../../text/chunks.ts'
import { hasTag } from '../../text/document.ts'
import { isHeadline } from '../../text/headline.ts'
import { tokenAt } from '../../text/position.ts'
import type { Choice } from './links.ts'
import type { TopicMention } from './mentions.ts'
import { governanceOf, treeValues } from './tree-features.ts'
import type { StoryView } from './view.ts'

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
  'step of path',
  'step of path & type',
  'step of path & tie',
  'other on path',
  'other on path & rank',
  'other on path & place',
  'telling class & type',
  'telling class & place & rank',
  'telling stem & type',
  'telling stem & place & rank',
  'subject & place',
  'subject & rank',
  'subject & type',
  'subject & telling class & rank',
  'auxiliary & status',
  'auxiliary & status & rank',
  'tag of teller & status',
  'negated & status',
  'same as in story',
  'same as in story & rank',
  'same as in story & place',
  'same as in story & place & subject',
  'same as in story & telling class',
  'in sentence before',
  'in sentence before & subject',
  'most mentioned',
  'most mentioned & place',
  'only one that treats topics',
  'takes part',
  'takes part & place',
  'takes part & rank',
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
  'telling stem',
  'telling class',
  'telling class & tag',
  'telling class & auxiliary',
  'telling stem & auxiliary',
  'telling class & tag & auxiliary',
  'telling class & event status',
  'telling class & auxiliary & event status',
  'telling stem & tag & event status',
  'negated & telling class',
  'negated & telling stem',
  'tie & governor',
  'path of two by stem',
  'path of two by class',
  'class above & telling class',
  'stem above & telling class',
  'root',
  'root & tag & auxiliary',
  'subject & telling class',
  'auxiliary of root & event status',
  'status before & tie',
])
const features = new Features()
/** So many words between an event and a topic are read: in a list of talks each topic would read the whole sentence. */
const longestGap = 80

/** Ids of the events of the topics before: in its sentence, and in the sentences before that; undefined for none. */
export interface EventsBefore {
  inSentence: string | null | undefined
  inStory: string | null | undefined
}

/** What says that a topic belongs to an event. */
export function linkFeatures(
  view: StoryView,
  topic: TopicMention,
  choices: readonly Choice[],
  rank: number,
  ruled: boolean,
  { inSentence, inStory }: EventsBefore,
): Features {
  features.clear()
  const { doc, contextOf } = view
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
  const same = inSentence === undefined ? 0 : flag(inSentence === event.id)
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
    const last = Math.max(j, k)
    const between = chunks.all.slice(Math.max(Math.min(j, k) + 1, last - longestGap), last)
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
  governedEvent(view, topic, choices, rank, place, inStory)
  return features
}

/** What says that a topic has a status. */
export function topicStatusFeatures(
  view: StoryView,
  topic: TopicMention,
  event: FoundEvent | undefined,
  ruled: Topic['status'],
  before: Topic['status'] | undefined,
): Features {
  features.clear()
  const { doc, contextOf } = view
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
  governedStatus(view, topic, state, textId(before))
  return features
}

/** What governs a topic says of the event that it belongs to. */
function governedEvent(
  view: StoryView,
  topic: TopicMention,
  choices: readonly Choice[],
  rank: number,
  place: number,
  inStory: string | null | undefined,
): void {
  const t = linkTemplates
  const { doc } = view
  const tree = view.treeOf(topic.sentence)
  const { stemOf, kindOf, tieOf, subjectKind, auxiliaryOf, negatedAt } = treeValues(view, tree)
  const { path, teller, ruler, subject } = governanceOf(view, tree, tokenAt(doc, topic.start))
  const { event } = choices[rank]!
  const type = textId(event.type)
  const status = textId(event.status)
  const stepOf = ({ event }: Choice) =>
    1 + path.findIndex(({ token }) => event.mentions.some((mention) => overlaps(mention, doc.tokens[token]!)))
  const step = stepOf(choices[rank]!)
  const other = flag(choices.some((choice, i) => i !== rank && stepOf(choice) > 0))
  const kind = kindOf(path[teller])
  const stem = stemOf(path[teller])
  const by = subjectKind(subject)
  const helper = auxiliaryOf(ruler)
  const current = inStory === undefined ? 0 : flag(inStory === event.id)
  features.add(t['step of path'], step)
  features.add(t['step of path & type'], conjunction(step, type))
  features.add(t['step of path & tie'], conjunction(step, tieOf(path[0])))
  features.add(t['other on path'], conjunction(other, flag(step > 0)))
  features.add(t['other on path & rank'], conjunction(other, flag(step > 0), rank))
  features.add(t['other on path & place'], conjunction(other, flag(step > 0), place))
  features.add(t['telling class & type'], conjunction(kind, type))
  features.add(t['telling class & place & rank'], conjunction(kind, place, rank))
  features.add(t['telling stem & type'], conjunction(stem, type))
  features.add(t['telling stem & place & rank'], conjunction(stem, place, rank))
  features.add(t['subject & place'], conjunction(by, place))
  features.add(t['subject & rank'], conjunction(by, rank))
  features.add(t['subject & type'], conjunction(by, type))
  features.add(t['subject & telling class & rank'], conjunction(by, kind, rank))
  features.add(t['auxiliary & status'], conjunction(helper, status))
  features.add(t['auxiliary & status & rank'], conjunction(helper, status, rank))
  features.add(t['tag of teller & status'], conjunction(teller < 0 ? 0 : tree.tagOf(path[teller]!.token), status))
  features.add(t['negated & status'], conjunction(negatedAt(ruler), status))
  features.add(t['same as in story'], current)
  features.add(t['same as in story & rank'], conjunction(current, rank))
  features.add(t['same as in story & place'], conjunction(current, place))
  features.add(t['same as in story & place & subject'], conjunction(current, place, by))
  features.add(t['same as in story & telling class'], conjunction(current, kind))
  const { sentences } = doc
  const previous = sentences[view.contextOf(topic).sentenceIndex - 1]
  const near = flag(previous !== undefined && event.mentions.some((mention) => overlaps(mention, previous)))
  features.add(t['in sentence before'], near)
  features.add(t['in sentence before & subject'], conjunction(near, by))
  const most = flag(choices.every((choice) => choice.event.mentions.length <= event.mentions.length))
  features.add(t['most mentioned'], most)
  features.add(t['most mentioned & place'], conjunction(most, place))
  const treats = (choice: Choice) => eventType(choice.event.type).holdsTopics
  features.add(
    t['only one that treats topics'],
    conjunction(flag(treats(choices[rank]!)), Math.min(3, choices.filter(treats).length)),
  )
  const name = subject < 0 ? undefined : view.named.overlapping(doc.tokens[subject]!)
  const id = name && view.idOf(name)
  const part = id === undefined ? 0 : flag(event.participants.includes(id))
  features.add(t['takes part'], part)
  features.add(t['takes part & place'], conjunction(part, place))
  features.add(t['takes part & rank'], conjunction(part, rank))
}

/** What governs a topic says of its status. */
function governedStatus(view: StoryView, topic: TopicMention, state: number, before: number): void {
  const t = topicStatusTemplates
  const tree = view.treeOf(topic.sentence)
  const { stemOf, kindOf, tieOf, subjectKind, auxiliaryOf, negatedAt } = treeValues(view, tree)
  const { path, teller, ruler, subject } = governanceOf(view, tree, tokenAt(view.doc, topic.start))
  const [g1, g2] = path
  const kind = kindOf(path[teller])
  const stem = stemOf(path[teller])
  const helper = auxiliaryOf(ruler)
  const tag = teller < 0 ? 0 : tree.tagOf(path[teller]!.token)
  const negated = negatedAt(ruler)
  const top = path.at(-1)
  features.add(t['telling stem'], stem)
  features.add(t['telling class'], kind)
  features.add(t['telling class & tag'], conjunction(kind, tag))
  features.add(t['telling class & auxiliary'], conjunction(kind, helper))
  features.add(t['telling stem & auxiliary'], conjunction(stem, helper))
  features.add(t['telling class & tag & auxiliary'], conjunction(kind, tag, helper))
  features.add(t['telling class & event status'], conjunction(kind, state))
  features.add(t['telling class & auxiliary & event status'], conjunction(kind, helper, state))
  features.add(t['telling stem & tag & event status'], conjunction(stem, tag, state))
  features.add(t['negated & telling class'], conjunction(negated, kind))
  features.add(t['negated & telling stem'], conjunction(negated, stem))
  features.add(t['tie & governor'], conjunction(tieOf(g1), stemOf(g1)))
  features.add(t['path of two by stem'], conjunction(tieOf(g1), stemOf(g1), tieOf(g2), stemOf(g2)))
  features.add(t['path of two by class'], conjunction(tieOf(g1), kindOf(g1), tieOf(g2), kindOf(g2)))
  features.add(t['class above & telling class'], conjunction(kindOf(path[teller + 1]), kind))
  features.add(t['stem above & telling class'], conjunction(stemOf(path[teller + 1]), kind))
  features.add(t.root, stemOf(top))
  features.add(
    t['root & tag & auxiliary'],
    conjunction(stemOf(top), top ? tree.tagOf(top.token) : 0, top ? auxiliaryOf(top.token) : 0),
  )
  features.add(t['subject & telling class'], conjunction(subjectKind(subject), kind))
  features.add(t['auxiliary of root & event status'], conjunction(top ? auxiliaryOf(top.token) : 0, state))
  features.add(t['status before & tie'], conjunction(before, tieOf(g1)))
}
