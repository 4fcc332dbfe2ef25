import type { Found, FoundEvent } from '../../base/found.ts'
import { memoizeOf } from '../../base/memoize-of.ts'
import { beginningIn, covers, firstFrom, type Span, SpanSet } from '../../base/span.ts'
import { phraseOpeners } from '../../english/phrases.ts'
import type { EventMention, RuleMentions } from '../../rules/mentions.ts'
import type { SentenceTree, TreeOf } from '../../syntax/sentence-tree.ts'
import { type Chunks, kinds, type Named, quotes } from '../../text/chunks.ts'
import type { Document, Sentence, Token } from '../../text/document.ts'
import { openingOf } from '../../text/headline.ts'
import { type IsPhraseEnd, type PhraseReader, phraseEndsAt, phraseReader } from '../../text/noun-phrases.ts'
import type { ContextOf, NamedAndDated } from '../../text/sentence-context.ts'
import { stemId } from '../../text/stem.ts'
import type { Word } from '../../text/word.ts'
import { wordTest } from '../../text/word.ts'
import { type Borders, bordersOf } from './borders.ts'
import { ruledTopics, type TopicMention } from './mentions.ts'
import { type TokenValues, tokenValues } from './token-values.ts'

/** The classes of meaning that a word is in, coarse and fine, 0 for none. */
export type ClusterOf = (word: Word) => { fine: number; coarse: number }

/** What topics are found by: events, what rules took for one and for topics, and what surrounds a place. */
export interface Agenda {
  events: readonly FoundEvent[]
  mentions: RuleMentions
  found: Found
  spans: NamedAndDated
  contextOf: ContextOf
  treeOf: TreeOf
}

/** A story as the topic model sees it. */
export interface StoryView {
  doc: Document
  treeOf: TreeOf
  /** The id of whom or what a name names. */
  idOf(name: Named): string | undefined
  /** Ids of who is named in the sentence of an occasion: they may take part in it. */
  besideOccasion: ReadonlySet<string>
  isPhraseEnd: IsPhraseEnd
  phrasesOf(sentence: Sentence): PhraseReader
  named: SpanSet<Named>
  contextOf: ContextOf
  eventMentions: readonly EventMention[]
  /** Where the first event is mentioned. */
  firstEvent: number
  /** Names of places and dates where and when an event of their sentence takes place. */
  settings: SpanSet<Span>
  /** Names of towns: "fishing in Sudan" may be a subject, "fishing in Male on Sunday" is treated there. */
  towns: SpanSet<Span>
  occasions: SpanSet<EventMention>
  /** What kinds of event it names. */
  types: readonly string[]
  mentionsIn: ReadonlyMap<Sentence, readonly EventMention[]>
  /** What the rules took for a topic, coordinate by coordinate, by where it begins. */
  ruleAt: ReadonlyMap<number, TopicMention>
  ruled: ReadonlySet<Sentence>
  /** Stems of the first sentence. */
  headline: ReadonlySet<number>
  clusterOf: ClusterOf
  superclusterId(token: Token | undefined): number
  clusterId(token: Token | undefined): number
  valuesOf(sentence: Sentence): TokenValues
}

/** Whether a story has neither an occasion nor a rule's topic: it has no agenda. */
export const isSilent = ({ mentions: { events, topics } }: Agenda): boolean => events.length + topics.length === 0

/** The nearest verb, and the nearest noun that is no name, before each chunk; -1 where there is none. */
interface WordsBefore {
  verb: readonly number[]
  noun: readonly number[]
}

export interface SentenceView {
  story: StoryView
  sentence: Sentence
  sentenceIndex: number
  borders: Borders
  chunks: Chunks
  before: WordsBefore
  phrases: PhraseReader
  tree: SentenceTree
  /** The end of the noun group, or whatever it is, that begins at a token. */
  coreEnd(at: number): number
  /** Determiners and opening quotation marks, which stay out of a topic. */
  isOpener(at: number): boolean
}

export function storyView(
  doc: Document,
  { events, mentions, found, spans, contextOf, treeOf }: Agenda,
  clusterOf: ClusterOf,
): StoryView {
  const { named, dated } = spans
  const { events: eventMentions, topics: matches } = mentions
  const { entities, places } = found
  const names = [...entities, ...places].flatMap(({ id, mentions }) => mentions.map(({ start }) => ({ id, start })))
  const ids = new Map(names.map(({ id, start }) => [start, id]))
  const isPhraseEnd = phraseEndsAt(dated)
  const phrasesOf = memoizeOf((sentence: Sentence) => phraseReader(doc, sentence, isPhraseEnd))
  const ruleAt = ruledTopics(doc, matches, phrasesOf)
  const mentionsIn = new Map<Sentence, EventMention[]>()
  for (const mention of eventMentions) {
    const list = mentionsIn.get(mention.sentence)
    if (list) list.push(mention)
    else mentionsIn.set(mention.sentence, [mention])
  }
  const occasions = new SpanSet(eventMentions)
  return {
    doc,
    treeOf,
    idOf: ({ start }) => ids.get(start),
    besideOccasion: besideOccasions(names, mentionsIn),
    isPhraseEnd,
    phrasesOf,
    contextOf,
    named,
    eventMentions,
    firstEvent: events[0]?.mentions[0]?.start ?? Number.POSITIVE_INFINITY,
    settings: settingsOf(doc, events, found),
    towns: new SpanSet(places.flatMap(({ type, mentions }) => (type === 'city' ? mentions : []))),
    occasions,
    types: [...new Set(eventMentions.map(({ type }) => type))],
    mentionsIn,
    ruleAt,
    ruled: new Set([...ruleAt.values()].map(({ sentence }) => sentence)),
    headline: new Set(doc.tokens.slice(0, openingOf(doc)?.last ?? 0).map(stemId)),
    clusterOf,
    valuesOf: memoizeOf((sentence) => tokenValues({ doc, named, occasions, clusterOf }, sentence)),
    superclusterId: (token) => (token ? clusterOf(token.word).coarse : 0),
    clusterId: (token) => (token ? clusterOf(token.word).fine : 0),
  }
}

function settingsOf({ sentences }: Document, events: readonly FoundEvent[], { places, dates }: Found): SpanSet<Span> {
  const known = new Map([...places, ...dates].map((one) => [one.id, one.mentions]))
  const settings = new SpanSet<Span>()
  for (const { locations, dates, mentions } of events)
    for (const { start } of mentions) {
      const sentence = sentences[firstFrom(sentences, start + 1) - 1]!
      for (const id of [...locations, ...dates])
        for (const span of known.get(id) ?? []) if (covers(sentence, span)) settings.add(span)
    }
  return settings
}

function besideOccasions(
  names: readonly { id: string; start: number }[],
  mentionsIn: ReadonlyMap<Sentence, readonly EventMention[]>,
): ReadonlySet<string> {
  const sorted = names.toSorted((a, b) => a.start - b.start)
  const found = new Set<string>()
  for (const sentence of mentionsIn.keys()) for (const { id } of beginningIn(sorted, sentence)) found.add(id)
  return found
}

const isOpener = wordTest(({ text, normal }) => phraseOpeners.has(normal) || quotes.test(text))

export function sentenceView(story: StoryView, sentence: Sentence, sentenceIndex: number): SentenceView {
  const phrases = story.phrasesOf(sentence)
  const { begins, ends } = bordersOf(story.doc, sentence, story.isPhraseEnd, phrases)
  const chunks = story.contextOf({ sentence, start: sentence.start }).chunks
  const comment = commentIn(story, chunks)
  // ", further underscore the …" goes on about the occasion.
  const comments = (at: number) => {
    const k = chunks.chunkAt(at)
    const first = chunks.all[k]
    const second = chunks.all[k + 1]
    return first?.kind === kinds.comment || (second?.kind === kinds.comment && !first?.noun && !first?.verb)
  }
  const borders = {
    begins(at: number) {
      // "discussed with Hosni Mubarak ways to …": where a rule says so, a topic begins amid nouns.
      if (story.ruleAt.has(story.doc.tokens[at]!.start)) return true
      return begins(at) && at < comment && !comments(at)
    },
    ends,
  }
  return {
    story,
    sentence,
    sentenceIndex,
    borders,
    phrases,
    tree: story.treeOf(sentence),
    chunks,
    before: wordsBefore(chunks),
    isOpener: (at) => isOpener(story.doc.tokens[at]!.word),
    coreEnd(at) {
      for (let end = at + 1; end < sentence.last; end++) if (borders.ends(end)) return end
      return sentence.last
    },
  }
}

function wordsBefore({ all }: Chunks): WordsBefore {
  const verb = new Array<number>(all.length + 1).fill(-1)
  const noun = new Array<number>(all.length + 1).fill(-1)
  for (let k = 1; k <= all.length; k++) {
    verb[k] = all[k - 1]!.verb ? k - 1 : verb[k - 1]!
    noun[k] = all[k - 1]!.noun ? k - 1 : noun[k - 1]!
  }
  return { verb, noun }
}

/** The token from which a sentence says what its author thinks of an occasion: "the visit reflects …" is no agenda. */
function commentIn({ doc, occasions }: StoryView, { all }: Chunks): number {
  const at = all.findIndex(
    ({ kind }, k) =>
      kind === kinds.comment &&
      all.slice(Math.max(0, k - 3), k).some(({ first }) => occasions.overlapping(doc.tokens[first]!)),
  )
  return all[at]?.first ?? Number.POSITIVE_INFINITY
}
