import type { Found, FoundEvent } from '../../base/found.ts'
import { beginningIn, byPosition, oneLine, SpanSet } from '../../base/span.ts'
import type { Topic } from '../../base/story.ts'
import { topicStatuses } from '../../base/types.ts'
import { callings, negotiators, prospects, spokespeople } from '../../english/event-senses.ts'
import { audiences, circumstances, figures, namesNoSubject, nextOccasion, works } from '../../english/no-topics.ts'
import { phraseOpeners } from '../../english/phrases.ts'
import { wordClass } from '../../english/word-classes.ts'
import { calibrated } from '../../model/logistic.ts'
import type { SentenceTree } from '../../syntax/sentence-tree.ts'
import { type Document, hasTag, type Sentence, type Token } from '../../text/document.ts'
import { isHeadline, openingOf } from '../../text/headline.ts'
import { spanOf, tokenAt } from '../../text/position.ts'
import { stemId } from '../../text/stem.ts'
import type { Categorizer } from './categories.ts'
import { type TopicClassifier, topicClassifier } from './classifier.ts'
import { curve } from './confidence.ts'
import { isKeptOff } from './kept-off.ts'
import { saysAfter } from './limits.ts'
import { choicesOf, nearbyFinder } from './links.ts'
import type { TopicMention } from './mentions.ts'
import { ruledEvent, ruledStatus } from './rule-links.ts'
import { leastOfCoordinate, leastProbability, type TopicSpan, topicSpans } from './spans.ts'
import { governanceOf } from './tree-features.ts'
import { type Agenda, type ClusterOf, isSilent, type StoryView, storyView } from './view.ts'

/** The topics of a story, tied to its events. */
export function findTopics(doc: Document, agenda: Agenda, categoryOf: Categorizer, clusterOf: ClusterOf): Topic[] {
  if (isSilent(agenda)) return []
  const view = storyView(doc, agenda, clusterOf)
  return topicsBy(topicClassifier(view), view, agenda, categoryOf)
}

/** Topics as a classifier decides. A story without an event or a rule's topic has no agenda. */
export function topicsBy(
  classifier: TopicClassifier,
  view: StoryView,
  agenda: Agenda,
  categoryOf: Categorizer,
): Topic[] {
  if (isSilent(agenda)) return []
  const { events, found } = agenda
  return topicsOf(view, topicMentions(view, classifier), events, found, categoryOf, classifier)
}

/** What a user's rules take is a topic; of what else could be one, the model chooses. */
function topicMentions(view: StoryView, classifier: TopicClassifier): TopicMention[] {
  const { doc, ruleAt } = view
  const own = [...ruleAt.values()].filter(({ user }) => user)
  const taken = new SpanSet(own)
  const spans = topicSpans(view, classifier, leastProbability, leastOfCoordinate)
  const chosen = withoutEchoes(doc, withSharedHeads(doc, spans)).flatMap(
    ({ sentenceIndex, first, last, probability }) => {
      const span = spanOf(doc.tokens, { first, last })
      if (taken.overlapping(span)) return []
      const ruled = ruleAt.get(span.start)
      const confidence = calibrated(probability, curve)
      const { status, source = 'topics/model', rule = 0 } = ruled ?? {}
      const { start, end } = span
      return [{ start, end, status, source, rule, confidence, sentence: doc.sentences[sentenceIndex]!, user: false }]
    },
  )
  return [...own, ...chosen].sort(byPosition)
}

const isJoint = /^(?:and|or)$/
const isText = ({ normal }: Token): boolean => wordClass.get(normal) === 'text'

/** "the price and volume of gas deliveries": where one determiner and one complement serve two nouns, they are one topic. */
function withSharedHeads({ tokens }: Document, spans: readonly TopicSpan[]): TopicSpan[] {
  const found: TopicSpan[] = []
  for (const span of spans) {
    const before = found.at(-1)
    const isJoined = before?.last === span.first - 1 && isJoint.test(tokens[before.last]!.normal)
    const shares =
      isJoined &&
      before.last === before.first + 1 &&
      phraseOpeners.has(tokens[before.first - 1]?.normal ?? '') &&
      span.last > span.first + 1 &&
      tokens[span.first + 1]!.normal === 'of' &&
      [before.first, span.first].every((at) => hasTag(tokens[at], 'Noun') && !hasTag(tokens[at], 'ProperNoun'))
    // "agreements and memorandums of understanding": two words for what is signed.
    const areTexts = isJoined && isText(tokens[before.last - 1]!) && isText(tokens[span.first]!)
    if (shares || areTexts) found[found.length - 1] = { ...before, last: span.last }
    else found.push(span)
  }
  return found
}

/** Where a headline says "grain" and the text "grain prices", the second is the topic. */
function withoutEchoes(doc: Document, spans: readonly TopicSpan[]): readonly TopicSpan[] {
  const { sentences, tokens } = doc
  const opening = openingOf(doc)
  if (!opening || !isHeadline(doc, opening)) return spans
  const isInHeadline = ({ sentenceIndex }: TopicSpan) => sentences[sentenceIndex] === opening
  const [inHeadline, below] = [spans.filter(isInHeadline), spans.filter((span) => !isInHeadline(span))]
  const longer = below.filter(({ first, last }) => last > first + 1)
  const said = new Set(longer.flatMap(({ first, last }) => tokens.slice(first, last).map(stemId)))
  const isEcho = ({ first, last }: TopicSpan) =>
    last === first + 1 && !hasTag(tokens[first], 'ProperNoun') && said.has(stemId(tokens[first]!))
  return [...inHeadline.filter((span) => !isEcho(span)), ...below]
}

/** Whether what is refused is kept from the press: "declined to discuss the case with reporters", "the spokesman declined". */
function isKeptFromPress(view: StoryView, { start, sentence }: TopicMention): boolean {
  const { tokens } = view.doc
  if (tokens.slice(sentence.first, sentence.last).some(({ normal }) => wordClass.get(normal) === 'press')) return true
  const { subject } = governanceOf(view, view.treeOf(sentence), tokenAt(view.doc, start))
  return subject >= 0 && spokespeople.has(tokens[subject]!.normal)
}

/** Whether a label names no subject, but an occasion to come, where people meet or whom: "her colleague Juan Pérez". */
function isNoSubject(view: StoryView, { start, sentence }: TopicMention, label: string): boolean {
  const { doc, treeOf, named } = view
  if (namesNoSubject.test(label) || nextOccasion.test(label)) return true
  const [first, tree] = [tokenAt(doc, start), treeOf(sentence)]
  const head = tree.headFrom(first)
  const next = tree.tag(head).startsWith('NN') ? doc.tokens[head + 1] : undefined
  if (circumstances.has(tree.word(head)) || (next && named.overlapping(next)?.type === 'person')) return true
  if (tree.relation(head) === 'appos' && saysAfter(tree, head, head + 1)) return true
  const governor = tree.governorOf(head)
  if (governor && governor.preposition < 0 && isAddressedOrOff(tree, head, governor.token)) return true
  if (figures.has(tree.word(head)) && raises.test(tree.word(tree.parentOf(head)))) return true
  const { subject } = governanceOf(view, tree, first)
  if (subject >= 0 && works.has(tree.word(subject))) return true
  return tree.word(first - 1) === 'negotiating' && negotiators.has(tree.word(first))
}

/** Whether somebody speaks before it, or calls the plan of it off: "addressed the forum", "shelved plans for talks". */
const isAddressedOrOff = (tree: SentenceTree, head: number, verb: number): boolean =>
  (/^address(?:e[sd]|ing)?$/.test(tree.word(verb)) && audiences.has(tree.word(head))) ||
  (callings.has(tree.word(verb)) && prospects.has(tree.word(head)))
const raises = /^(?:rais(?:e[ds]?|ing))$/

/** Topics by what they say, tied to the event next to them. Mentions in order of the text, none overlapping another. */
function topicsOf(
  view: StoryView,
  mentions: readonly TopicMention[],
  events: readonly FoundEvent[],
  found: Found,
  categoryOf: Categorizer,
  classifier: TopicClassifier,
): Topic[] {
  if (mentions.length === 0) return []
  const { doc } = view
  const topics: Topic[] = []
  const byLabel = new Map<string, Topic>()
  const nearbyEvents = nearbyFinder(events)
  const idsWithin = idFinder(found)
  let reached = 0
  let last: { sentence: Sentence; event: string | null; status: Topic['status'] } | undefined
  let inStory: string | null | undefined
  for (const one of mentions) {
    const { start, end, sentence, confidence, source } = one
    if (start < reached) continue
    reached = end
    const text = doc.text.slice(start, end)
    const label = oneLine(text)
    if (!one.user && isNoSubject(view, one, label)) continue
    const keptOff = !one.user && isKeptOff(view, one)
    // "declined to discuss the case with reporters" tells of no agenda.
    if (keptOff && isKeptFromPress(view, one)) continue
    const before = last?.sentence === sentence ? last : undefined
    if (!before) inStory = last?.event
    const nearby = nearbyEvents(one)
    const ruled = ruledEvent(doc, nearby, one, events[0])
    const choices = choicesOf(nearby, one)
    let [event, most] = [ruled, 0]
    for (const [rank, choice] of choices.entries()) {
      const likely = classifier.belongs(one, choices, rank, choice.event === ruled, {
        inSentence: before?.event,
        inStory,
      })
      if (likely > most) [event, most] = [choice.event, likely]
    }
    const ruledOne = topicStatuses.find((status) => status === one.status)
    const said = classifier.status(one, event, ruledStatus(doc, one, event), before?.status)
    // What is still to be voted on is not agreed.
    const isOpen = said === 'agreed' && event?.type === 'vote' && event.status === 'planned'
    const status = (keptOff ? 'refused' : ruledOne) ?? (isOpen ? 'planned' : said)
    last = { sentence, event: event?.id ?? null, status }
    const mention = { start, end, text, confidence, source }
    const key = `${event?.id} ${label.toLowerCase()}`
    const known = byLabel.get(key)
    if (known) {
      known.mentions.push(mention)
      continue
    }
    const topic: Topic = {
      id: `t${topics.length + 1}`,
      label,
      category: categoryOf(label),
      status,
      event: event?.id ?? null,
      entities: idsWithin(start, end),
      mentions: [mention],
      evidence: { start: sentence.start, end: sentence.end, text: doc.text.slice(sentence.start, sentence.end) },
    }
    topics.push(topic)
    byLabel.set(key, topic)
  }
  return topics
}

/** Finds the ids of what is named within a stretch, entities before places, in order of first mention in the story. */
function idFinder({ entities, places }: Found): (start: number, end: number) => string[] {
  const named = [...entities, ...places].flatMap(({ id, mentions }, order) =>
    mentions.map((mention) => ({ id, order, start: mention.start, end: mention.end })),
  )
  named.sort((a, b) => a.start - b.start)
  return (start, end) => {
    const inside = beginningIn(named, { start, end }).filter((one) => one.end <= end)
    return [...new Set(inside.sort((a, b) => a.order - b.order).map(({ id }) => id))]
  }
}
