import { conjunction, Features, flag, templates, textId } from '../../model/features.ts'
import { classOf, kinds, tagId } from '../../text/chunks.ts'
import { hasTag } from '../../text/document.ts'
import { isHeadline } from '../../text/headline.ts'
import { stemId } from '../../text/stem.ts'
import { wordTest } from '../../text/word.ts'
import { coordination, type Past } from './past.ts'
import { treeReader } from './tree-features.ts'
import type { SentenceView } from './view.ts'

const sides = new Set([kinds.side, ...['person', 'organization', 'group', 'place'].map((type) => kinds.name(type))])
/** How far back and ahead words count. */
const reach = { bag: 9, classes: 12, ahead: 7 }

export const startTemplates = templates('topic start', [
  'bias',
  'stem before',
  'stem 2 before',
  'stem 2 before & stem before',
  'stem 3 before & stem 2 before & stem before',
  'stem 3 before & stem before',
  'stem 4 before & stem 3 before & stem 2 before & stem before',
  'stem 4 before & stem before',
  'class before',
  'class 2 before',
  'class 2 before & class before',
  'class 3 before & class 2 before & class before',
  'class 4 before & class 3 before & class 2 before & class before',
  'class 3 before & class before',
  'class 2 before & stem before',
  'class 3 before & class 2 before & stem before',
  'cluster before',
  'supercluster before',
  'cluster 2 before',
  'supercluster 2 before',
  'supercluster 2 before & stem before',
  'stems before',
  'superclusters before',
  'classes before',
  'classes before & stem before',
  'verb before',
  'verb before & stem before',
  'verb 2 before & verb before',
  'verb 2 before & verb before & stem before',
  'verb 2 before',
  'verb 3 before',
  'cluster of verb before',
  'supercluster of verb before & stem before',
  'supercluster of verb 2 before',
  'gap to verb',
  'class of verb before & stem before',
  'class of verb 2 before & class of verb before & stem before',
  'class of verb 3 before & class of verb 2 before & class of verb before',
  'class of verb 2 before',
  'class of verb before & class before',
  'class of verb 2 before & class of verb before',
  'noun before & stem before',
  'noun 2 before & stem before',
  'noun 3 before & stem before',
  'first stem',
  'tag',
  'tag & stem before',
  'verb form & verb before & stem before',
  'head',
  'head & stem before',
  'cluster of head',
  'supercluster of head',
  'supercluster of head & stem before',
  'first cluster',
  'first supercluster',
  'first supercluster & stem before',
  'class of head & class before',
  'first class & class before',
  'class of head & class of verb before',
  'length',
  'head in headline',
  'head in headline & stem before',
  'first name',
  'last name',
  'last name & stem before',
  'one name',
  'event at head',
  'event at start',
  'stem after',
  'stem after & stem 2 after',
  'verb after',
  'verb after & stem before',
  'event before & stem before',
  'gap to event',
  'event before & gap to event',
  'event after',
  'events in sentence',
  'sentence',
  'headline',
  'headline & stem before',
  'side & class of verb before',
  'side & class of verb before & stem before',
  'press',
  'press & class of verb before',
  'quoted',
  'place in sentence',
  'events in sentences before',
  'events in story',
  'rule in sentence',
  'types in story',
  'types in story & event in sentence',
  'rule here',
  'rule',
  'coordinate',
  'coordinate & stem before',
  'coordinate & tag',
  'supercluster of coordinate',
  'coordinate & coordinate by rules',
  'topics before',
])
const t = startTemplates
const features = new Features()
const classes = new Int32Array(reach.classes)
const isQuote = wordTest(({ text }) => /^["“”]$/.test(text))

/**
 * Reads what says that a topic begins at a token: what governs it, what it is, where it stands. Null where the words before
 * it and the tree are `hopeless`.
 */
export function startReader(
  view: SentenceView,
): (at: number, past: Past, hopeless?: (features: Features) => boolean) => Features | null {
  const { story, sentence, sentenceIndex, chunks, before, coreEnd, tree } = view
  const { doc, named, occasions, eventMentions, mentionsIn, ruleAt, ruled, headline } = story
  const { tokens, sentences } = doc
  const { all } = chunks
  const here = mentionsIn.get(sentence) ?? []
  const stem = chunks.stem
  const kind = chunks.kind
  const values = story.valuesOf(sentence)
  const inSentence = (k: number) => k >= 0 && k < all.length
  const cluster = (k: number) => (inSentence(k) ? values.cluster(all[k]!.first) : 0)
  const supercluster = (k: number) => (inSentence(k) ? values.supercluster(all[k]!.first) : 0)

  const addTree = treeReader(story, tree)

  // What holds for the whole sentence.
  const side = all.slice(0, 8).find(({ kind }) => sides.has(kind))?.kind ?? 0
  const press = flag(all.some(({ kind }) => kind === kinds.press))
  const titled = flag(isHeadline(doc, sentence))
  const types = story.types.map(textId)
  const beside =
    flag(mentionsIn.has(sentences[sentenceIndex - 1]!)) * 4 + flag(mentionsIn.has(sentences[sentenceIndex - 2]!))
  const quoted = new Array<number>(sentence.last - sentence.first)
  for (let i = sentence.first, open = 0; i < sentence.last; i++) {
    if (isQuote(tokens[i]!.word)) open ^= 1
    quoted[i - sentence.first] = open
  }

  /** Writes the classes among the words before the last one into `classes`, each once, the nearest first. */
  function classesBefore(k: number): number {
    let count = 0
    for (let one = k - 2; one >= 0 && one >= k - reach.classes; one--) {
      const own = kind(one)
      let i = 0
      while (i < count && classes[i] !== own) i++
      if (own !== 0 && i === count) classes[count++] = own
    }
    return count
  }

  return (at, { heads }, hopeless) => {
    features.clear()
    const k = chunks.chunkAt(at)
    const c1 = stem(k - 1)
    const c2 = stem(k - 2)
    const c3 = stem(k - 3)
    const c4 = stem(k - 4)
    const k1 = kind(k - 1)
    const k2 = kind(k - 2)
    const k3 = kind(k - 3)
    const k4 = kind(k - 4)

    // The words before it, by stem, by class of meaning, by cluster.
    features.add(t.bias, 0)
    features.add(t['stem before'], c1)
    features.add(t['stem 2 before'], c2)
    features.add(t['stem 2 before & stem before'], conjunction(c2, c1))
    features.add(t['stem 3 before & stem 2 before & stem before'], conjunction(c3, c2, c1))
    features.add(t['stem 3 before & stem before'], conjunction(c3, c1))
    features.add(t['stem 4 before & stem 3 before & stem 2 before & stem before'], conjunction(c4, c3, c2, c1))
    features.add(t['stem 4 before & stem before'], conjunction(c4, c1))
    features.add(t['class before'], k1)
    features.add(t['class 2 before'], k2)
    features.add(t['class 2 before & class before'], conjunction(k2, k1))
    features.add(t['class 3 before & class 2 before & class before'], conjunction(k3, k2, k1))
    features.add(t['class 4 before & class 3 before & class 2 before & class before'], conjunction(k4, k3, k2, k1))
    features.add(t['class 3 before & class before'], conjunction(k3, k1))
    features.add(t['class 2 before & stem before'], conjunction(k2, c1))
    features.add(t['class 3 before & class 2 before & stem before'], conjunction(k3, k2, c1))
    features.add(t['cluster before'], cluster(k - 1))
    features.add(t['supercluster before'], supercluster(k - 1))
    features.add(t['cluster 2 before'], cluster(k - 2))
    features.add(t['supercluster 2 before'], supercluster(k - 2))
    features.add(t['supercluster 2 before & stem before'], conjunction(supercluster(k - 2), c1))
    const farthest = Math.max(0, k - reach.bag)
    for (let one = k - 3; one >= farthest; one--) features.add(t['stems before'], conjunction(stem(one), 0))
    for (let one = k - 3; one >= farthest; one--)
      features.add(t['superclusters before'], conjunction(supercluster(one), 0))
    const classCount = classesBefore(k)
    for (let i = 0; i < classCount; i++) features.add(t['classes before'], conjunction(classes[i]!, 0))
    for (let i = 0; i < classCount; i++) features.add(t['classes before & stem before'], conjunction(classes[i]!, c1))

    // The verbs that govern it, nearest first.
    const first = before.verb[k]!
    const second = first < 0 ? -1 : before.verb[first]!
    const third = second < 0 ? -1 : before.verb[second]!
    const v1 = first < 0 ? 0 : stem(first)
    const v2 = second < 0 ? 0 : stem(second)
    const v3 = third < 0 ? 0 : stem(third)
    const u1 = first < 0 ? 0 : kind(first)
    const u2 = second < 0 ? 0 : kind(second)
    const u3 = third < 0 ? 0 : kind(third)
    features.add(t['verb before'], v1)
    features.add(t['verb before & stem before'], conjunction(v1, c1))
    features.add(t['verb 2 before & verb before'], conjunction(v2, v1))
    features.add(t['verb 2 before & verb before & stem before'], conjunction(v2, v1, c1))
    features.add(t['verb 2 before'], v2)
    features.add(t['verb 3 before'], v3)
    features.add(t['cluster of verb before'], cluster(first))
    features.add(t['supercluster of verb before & stem before'], conjunction(supercluster(first), c1))
    features.add(t['supercluster of verb 2 before'], supercluster(second))
    features.add(t['gap to verb'], first < 0 ? 9 : Math.min(6, k - first))
    features.add(t['class of verb before & stem before'], conjunction(u1, c1))
    features.add(t['class of verb 2 before & class of verb before & stem before'], conjunction(u2, u1, c1))
    features.add(t['class of verb 3 before & class of verb 2 before & class of verb before'], conjunction(u3, u2, u1))
    features.add(t['class of verb 2 before'], u2)
    features.add(t['class of verb before & class before'], conjunction(u1, k1))
    features.add(t['class of verb 2 before & class of verb before'], conjunction(u2, u1))
    // The nouns that it may hang on, over a company in between: "talks with Syrian leaders on".
    const noun1 = k < 1 ? -1 : before.noun[k - 1]!
    const noun2 = noun1 < 0 ? -1 : before.noun[noun1]!
    const noun3 = noun2 < 0 ? -1 : before.noun[noun2]!
    features.add(t['noun before & stem before'], conjunction(noun1 < 0 ? 0 : stem(noun1), c1))
    features.add(t['noun 2 before & stem before'], conjunction(noun2 < 0 ? 0 : stem(noun2), c1))
    features.add(t['noun 3 before & stem before'], conjunction(noun3 < 0 ? 0 : stem(noun3), c1))

    addTree(features, at, heads)
    if (hopeless?.(features)) return null

    // What it is.
    const start = tokens[at]!
    const end = coreEnd(at)
    const last = tokens[end - 1]!
    const tag = tagId(start)
    const head = stemId(last)
    const opening = named.overlapping(start)
    const close = named.overlapping(last)
    const asVerb = flag(hasTag(start, 'Verb')) * 4 + flag(/ing$/.test(start.normal))
    features.add(t['first stem'], stemId(start))
    features.add(t.tag, tag)
    features.add(t['tag & stem before'], conjunction(tag, c1))
    features.add(t['verb form & verb before & stem before'], conjunction(asVerb, v1, c1))
    features.add(t.head, head)
    features.add(t['head & stem before'], conjunction(head, c1))
    features.add(t['cluster of head'], values.cluster(end - 1))
    features.add(t['supercluster of head'], values.supercluster(end - 1))
    features.add(t['supercluster of head & stem before'], conjunction(values.supercluster(end - 1), c1))
    features.add(t['first cluster'], values.cluster(at))
    features.add(t['first supercluster'], values.supercluster(at))
    features.add(t['first supercluster & stem before'], conjunction(values.supercluster(at), c1))
    features.add(t['class of head & class before'], conjunction(classOf(last), k1))
    features.add(t['first class & class before'], conjunction(classOf(start), k1))
    features.add(t['class of head & class of verb before'], conjunction(classOf(last), u1))
    features.add(t.length, Math.min(6, end - at))
    features.add(t['head in headline'], flag(headline.has(head)))
    features.add(t['head in headline & stem before'], conjunction(flag(headline.has(head)), c1))
    features.add(t['first name'], textId(opening?.type))
    features.add(t['last name'], textId(close?.type))
    features.add(t['last name & stem before'], conjunction(textId(close?.type), c1))
    features.add(t['one name'], flag(opening !== undefined && opening === close))
    features.add(t['event at head'], textId(occasions.overlapping(last)?.type))
    features.add(t['event at start'], textId(occasions.overlapping(start)?.type))

    // What comes after it.
    const r = chunks.chunkAt(end)
    let verb = r
    while (verb < all.length && verb < r + reach.ahead && !all[verb]!.verb) verb++
    features.add(t['stem after'], stem(r))
    features.add(t['stem after & stem 2 after'], conjunction(stem(r), stem(r + 1)))
    features.add(t['verb after'], stem(verb))
    features.add(t['verb after & stem before'], conjunction(stem(verb), c1))

    // Where it stands.
    const prior = here.findLast((mention) => mention.end <= start.start)
    const after = here.find((mention) => mention.start >= start.start)
    const gap = prior ? Math.min(5, Math.floor((start.start - prior.end) / 20)) : 9
    features.add(t['event before & stem before'], conjunction(textId(prior?.type), c1))
    features.add(t['gap to event'], gap)
    features.add(t['event before & gap to event'], conjunction(textId(prior?.type), gap))
    features.add(t['event after'], textId(after?.type))
    features.add(t['events in sentence'], Math.min(3, here.length))
    features.add(t.sentence, Math.min(8, sentenceIndex))
    features.add(t.headline, titled)
    features.add(t['headline & stem before'], conjunction(titled, c1))
    features.add(t['side & class of verb before'], conjunction(side, u1))
    features.add(t['side & class of verb before & stem before'], conjunction(side, u1, c1))
    features.add(t.press, press)
    features.add(t['press & class of verb before'], conjunction(press, u1))
    features.add(t.quoted, quoted[at - sentence.first]!)
    features.add(t['place in sentence'], Math.min(6, k >> 2))
    features.add(t['events in sentences before'], beside)
    features.add(t['events in story'], Math.min(4, eventMentions.length))
    features.add(t['rule in sentence'], ruled.size === 0 ? 0 : ruled.has(sentence) ? 2 : 1)
    features.each(t['types in story'], types)
    features.each(t['types in story & event in sentence'], types, flag(here.length > 0))
    const rule = ruleAt.get(start.start)
    features.add(t['rule here'], ruleAt.size === 0 ? 0 : flag(rule !== undefined))
    features.add(t.rule, rule?.rule ?? 0)
    return features
  }
}

/** Adds what the topics before say of one that may begin at a token: the coordinate of a topic is one. */
export function pastReader(view: SentenceView): (at: number, past: Past) => void {
  const { chunks, story, coreEnd } = view
  const { tokens } = story.doc
  return (at, { ends, coordinates, found }) => {
    const coordinate = coordination(view, at, ends)
    const k = chunks.chunkAt(at)
    features.add(t.coordinate, coordinate)
    features.add(t['coordinate & stem before'], conjunction(coordinate, chunks.stem(k - 1)))
    features.add(t['coordinate & tag'], conjunction(coordinate, tagId(tokens[at]!)))
    features.add(t['supercluster of coordinate'], coordinate === 1 ? story.superclusterId(tokens[coreEnd(at) - 1]) : -1)
    features.add(t['coordinate & coordinate by rules'], conjunction(coordinate, flag(coordinates.has(at))))
    features.add(t['topics before'], Math.min(2, found))
  }
}
