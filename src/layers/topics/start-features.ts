import { FeatureList, flag, textId } from '../../model/feature-list.ts'
import { classOf, kinds, tagId } from '../../text/chunks.ts'
import { hasTag } from '../../text/document.ts'
import { isHeadline } from '../../text/headline.ts'
import { stemId } from '../../text/stem.ts'
import { wordFact } from '../../text/words.ts'
import type { SentenceView } from './view.ts'

const sides = new Set([kinds.side, ...['person', 'organization', 'group', 'place'].map((type) => kinds.name(type))])
/** How far back and ahead words count. */
const reach = { bag: 9, classes: 12, ahead: 7 }

const list = new FeatureList()
const isQuote = wordFact(({ text }) => /^["“”]$/.test(text))

/**
 * Reads what says that a topic begins at a token: what governs it, what it is, where it stands. Null where
 * the words before it are `hopeless`.
 */
export function startReader(
  view: SentenceView,
  hopeless: (list: FeatureList) => boolean = () => false,
): (at: number) => FeatureList | null {
  const { story, sentence, sentenceIndex, chunks, coreEnd } = view
  const { doc, named, occasions, eventMentions, mentionsIn, ruleAt, ruled, headline, superclusterId, clusterId } = story
  const { tokens, sentences } = doc
  const { all } = chunks
  const here = mentionsIn.get(sentence) ?? []
  const stem = chunks.stem
  const kind = chunks.kind
  const token = (k: number) => (k >= 0 && k < all.length ? tokens[all[k]!.first] : undefined)

  // What holds for the whole sentence.
  const side = all.slice(0, 8).find(({ kind }) => sides.has(kind))?.kind ?? 0
  const press = flag(all.some(({ kind }) => kind === kinds.press))
  const titled = flag(isHeadline(doc, sentence))
  const types = story.types.map(textId)
  const beside =
    flag(mentionsIn.has(sentences[sentenceIndex - 1]!)) * 4 + flag(mentionsIn.has(sentences[sentenceIndex - 2]!))
  const quoted = new Uint8Array(sentence.last - sentence.first)
  for (let i = sentence.first, open = 0; i < sentence.last; i++) {
    if (isQuote(tokens[i]!.word)) open ^= 1
    quoted[i - sentence.first] = open
  }

  // The verb, and the noun, before each word; -1 where there is none.
  const verbBefore = new Int32Array(all.length + 1).fill(-1)
  const nounBefore = new Int32Array(all.length + 1).fill(-1)
  for (let k = 1; k <= all.length; k++) {
    const { verb, noun } = all[k - 1]!
    verbBefore[k] = verb ? k - 1 : verbBefore[k - 1]!
    nounBefore[k] = noun ? k - 1 : nounBefore[k - 1]!
  }

  return (at) => {
    list.begin(1000)
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
    list.add()
    list.add(c1)
    list.add(c2)
    list.add(c2, c1)
    list.add(c3, c2, c1)
    list.add(c3, 0, c1)
    list.add(c4, c3, c2, c1)
    list.add(c4, 0, 0, c1)
    list.add(k1)
    list.add(k2)
    list.add(k2, k1)
    list.add(k3, k2, k1)
    list.add(k4, k3, k2, k1)
    list.add(k3, 0, k1)
    list.add(k2, c1)
    list.add(k3, k2, c1)
    for (let one = k - 1; one > k - 3; one--) {
      list.add(clusterId(token(one)))
      list.add(superclusterId(token(one)))
    }
    list.add(superclusterId(token(k - 2)), c1)
    const bag: number[] = []
    const clusters: number[] = []
    for (let one = k - 3; one >= 0 && one >= k - reach.bag; one--) {
      bag.push(stem(one))
      clusters.push(superclusterId(token(one)))
    }
    list.each(bag)
    list.each(clusters)
    const classes: number[] = []
    for (let one = k - 2; one >= 0 && one >= k - reach.classes; one--)
      if (kind(one) !== 0 && !classes.includes(kind(one))) classes.push(kind(one))
    list.each(classes)
    list.each(classes, c1)

    // The verbs that govern it, nearest first.
    const first = verbBefore[k]!
    const second = first < 0 ? -1 : verbBefore[first]!
    const third = second < 0 ? -1 : verbBefore[second]!
    const v1 = first < 0 ? 0 : stem(first)
    const v2 = second < 0 ? 0 : stem(second)
    const v3 = third < 0 ? 0 : stem(third)
    const u1 = first < 0 ? 0 : kind(first)
    const u2 = second < 0 ? 0 : kind(second)
    const u3 = third < 0 ? 0 : kind(third)
    const near = token(first)
    const far = token(second)
    list.add(v1)
    list.add(v1, c1)
    list.add(v2, v1)
    list.add(v2, v1, c1)
    list.add(v2)
    list.add(v3)
    list.add(clusterId(near))
    list.add(superclusterId(near), c1)
    list.add(superclusterId(far))
    list.add(first < 0 ? 9 : Math.min(6, k - first))
    list.add(u1, c1)
    list.add(u2, u1, c1)
    list.add(u3, u2, u1)
    list.add(u2)
    list.add(u1, k1)
    list.add(u2, u1)
    // The nouns that it may hang on, over a company in between: "talks with Syrian leaders on".
    for (let noun = k - 1, n = 0; n < 3; n++) {
      noun = noun < 0 ? -1 : nounBefore[noun]!
      list.add(noun < 0 ? 0 : stem(noun), c1)
    }

    if (!ruleAt.has(tokens[at]!.start) && hopeless(list)) return null

    // What it is.
    const start = tokens[at]!
    const end = coreEnd(at)
    const last = tokens[end - 1]!
    const tag = tagId(start)
    const head = stemId(last)
    const opening = named.overlapping(start)
    const close = named.overlapping(last)
    const asVerb = flag(hasTag(start, 'Verb')) * 4 + flag(/ing$/.test(start.normal))
    list.add(stemId(start))
    list.add(tag)
    list.add(tag, c1)
    list.add(asVerb, v1, c1)
    list.add(head)
    list.add(head, c1)
    list.add(clusterId(last))
    list.add(superclusterId(last))
    list.add(superclusterId(last), c1)
    list.add(clusterId(start))
    list.add(superclusterId(start))
    list.add(superclusterId(start), c1)
    list.add(classOf(last), k1)
    list.add(classOf(start), k1)
    list.add(classOf(last), u1)
    list.add(Math.min(6, end - at))
    list.add(flag(headline.has(head)))
    list.add(flag(headline.has(head)), c1)
    list.add(textId(opening?.type))
    list.add(textId(close?.type))
    list.add(textId(close?.type), c1)
    list.add(flag(opening !== undefined && opening === close))
    list.add(textId(occasions.overlapping(last)?.type))
    list.add(textId(occasions.overlapping(start)?.type))

    // What comes behind it.
    const r = chunks.chunkAt(end)
    let verb = r
    while (verb < all.length && verb < r + reach.ahead && !all[verb]!.verb) verb++
    list.add(stem(r))
    list.add(stem(r), stem(r + 1))
    list.add(stem(verb))
    list.add(stem(verb), c1)

    // Where it stands.
    const prior = here.findLast((mention) => mention.end <= start.start)
    const after = here.find((mention) => mention.start >= start.start)
    const gap = prior ? Math.min(5, Math.floor((start.start - prior.end) / 20)) : 9
    list.add(textId(prior?.type), c1)
    list.add(gap)
    list.add(textId(prior?.type), gap)
    list.add(textId(after?.type))
    list.add(Math.min(3, here.length))
    list.add(Math.min(8, sentenceIndex))
    list.add(titled)
    list.add(titled, c1)
    list.add(side, u1)
    list.add(side, u1, c1)
    list.add(press)
    list.add(press, u1)
    list.add(quoted[at - sentence.first]!)
    list.add(Math.min(6, k >> 2))
    list.add(beside)
    list.add(Math.min(4, eventMentions.length))
    list.add(ruled.size === 0 ? 0 : ruled.has(sentence) ? 2 : 1)
    list.each(types)
    list.each(types, flag(here.length > 0))
    const rule = ruleAt.get(start.start)
    list.add(ruleAt.size === 0 ? 0 : flag(rule !== undefined))
    list.add(textId(rule?.source))
    return list
  }
}

/** What was found before a topic, in its sentence and in the story. */
export interface Past {
  /** Tokens before which a topic of the sentence ended. */
  ends: Set<number>
  /** Tokens where its coordinates begin, by the rules of phrases. */
  coordinates: Set<number>
  /** Topics of the sentences before. */
  found: number
}

/** Notes a topic for what follows it. */
export function remember({ phrases }: SentenceView, past: Past, first: number, last: number): void {
  past.ends.add(last)
  for (const phrase of phrases.topicsFrom(first).slice(1)) past.coordinates.add(phrase.first)
}

/** Adds what the topics before say of a topic: the coordinate of a topic is one. */
export function pastReader(view: SentenceView): (list: FeatureList, at: number, past: Past) => void {
  const { chunks, sentence, story, coreEnd } = view
  const { tokens } = story.doc
  return (list, at, { ends, coordinates, found }) => {
    list.from(2000)
    const link = separatorBefore(at)
    const coordinate = link < 0 ? 0 : ends.has(link) ? 1 : 2
    const k = chunks.chunkAt(at)
    list.add(coordinate)
    list.add(coordinate, chunks.stem(k - 1))
    list.add(coordinate, tagId(tokens[at]!))
    list.add(coordinate === 1 ? story.superclusterId(tokens[coreEnd(at) - 1]) : -1)
    list.add(coordinate, flag(coordinates.has(at)))
    list.add(Math.min(2, found))
  }

  /** The token before which a coordinate would have ended, where ", and", "as well as" or the like stand in between. */
  function separatorBefore(at: number): number {
    const word = (i: number) => (i >= sentence.first ? tokens[i]!.normal : '')
    const skipped = (i: number) => i >= sentence.first && (view.isOpener(i) || hasTag(tokens[i], 'Adverb'))
    let i = at - 1
    while (skipped(i)) i--
    const close = i
    if (word(i) === 'to' && /^(?:and|or)$/.test(word(i - 1))) i -= 2
    else if (word(i) === 'as' && word(i - 1) === 'well') i -= 3
    else if (/^(?:and|or|plus|to)$/.test(word(i))) i--
    if (/^[,;]$/.test(word(i))) i--
    while (i >= sentence.first && /^["”’']$/.test(tokens[i]!.text)) i--
    return i < close ? i + 1 : -1
  }
}
