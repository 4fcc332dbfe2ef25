import { type Span, SpanSet } from '../../base/span.ts'
import { openers } from '../../english/phrases.ts'
import type { Document, Sentence, Token } from '../../text/document.ts'
import { type Barrier, type PhraseReader, phraseReader } from '../../text/noun-phrases.ts'
import { wordFact } from '../../text/words.ts'
import type { ClusterOf, Subject, Trigger } from './agenda.ts'
import { type Borders, bordersOf } from './borders.ts'
import { kinds, type Named, type Outline, outlineOf, quotes, stemId } from './chunks.ts'

/** A story as the topic model sees it. */
export interface StoryView {
  doc: Document
  barrier: Barrier
  named: SpanSet<Named>
  dated: SpanSet<Span>
  triggers: readonly Trigger[]
  occasions: SpanSet<Trigger>
  /** What kinds of event it names. */
  types: readonly string[]
  triggersIn: ReadonlyMap<Sentence, readonly Trigger[]>
  /** What the rules took for a subject, coordinate by coordinate, by where it begins. */
  ruleAt: ReadonlyMap<number, Subject>
  ruled: ReadonlySet<Sentence>
  /** Stems of the first sentence. */
  headline: ReadonlySet<number>
  coarse(token: Token | undefined): number
  fine(token: Token | undefined): number
}

/** Whether a story has neither an occasion nor a rule's topic: it has no agenda. */
export const isSilent = ({ triggers, ruleAt }: StoryView): boolean => triggers.length + ruleAt.size === 0

export interface SentenceView {
  story: StoryView
  sentence: Sentence
  order: number
  borders: Borders
  outline: Outline
  phrases: PhraseReader
  /** The end of the noun group, or whatever it is, that begins at a token. */
  coreEnd(at: number): number
  /** Determiners and opening quotation marks, which stay out of a subject. */
  isOpener(at: number): boolean
}

export function storyView(
  doc: Document,
  found: { barrier: Barrier; named: SpanSet<Named>; dated: SpanSet<Span> },
  triggers: readonly Trigger[],
  subjects: readonly Subject[],
  clusterOf: ClusterOf,
): StoryView {
  const triggersIn = new Map<Sentence, Trigger[]>()
  for (const trigger of triggers) {
    const list = triggersIn.get(trigger.sentence)
    if (list) list.push(trigger)
    else triggersIn.set(trigger.sentence, [trigger])
  }
  return {
    doc,
    ...found,
    triggers,
    occasions: new SpanSet(triggers),
    types: [...new Set(triggers.map(({ type }) => type))],
    triggersIn,
    ruleAt: new Map(subjects.map((subject) => [subject.start, subject])),
    ruled: new Set(subjects.map(({ sentence }) => sentence)),
    headline: new Set(doc.tokens.slice(0, doc.sentences[0]?.last ?? 0).map(stemId)),
    coarse: (token) => (token ? clusterOf(token.word).coarse : 0),
    fine: (token) => (token ? clusterOf(token.word).fine : 0),
  }
}

const isOpener = wordFact(({ text, normal }) => openers.has(normal) || quotes.test(text))

export function sentenceView(story: StoryView, sentence: Sentence, order: number): SentenceView {
  const phrases = phraseReader(story.doc, sentence, story.barrier)
  const { begins, ends } = bordersOf(story.doc, sentence, story.barrier, phrases)
  const outline = outlineOf(story.doc, sentence, story.named, story.dated)
  const comment = commentIn(story, outline)
  // ", further underscore the …" goes on about the occasion.
  const comments = (at: number) => {
    const k = outline.wordAt(at)
    const first = outline.words[k]
    const second = outline.words[k + 1]
    return first?.kind === kinds.comment || (second?.kind === kinds.comment && !first?.noun && !first?.verb)
  }
  const borders = {
    begins(at: number) {
      // "discussed with Hosni Mubarak ways to …": where a rule says so, a subject begins amid nouns.
      if (story.ruleAt.has(story.doc.tokens[at]!.start)) return true
      return begins(at) && at < comment && !comments(at)
    },
    ends,
  }
  return {
    story,
    sentence,
    order,
    borders,
    phrases,
    outline,
    isOpener: (at) => isOpener(story.doc.tokens[at]!.word),
    coreEnd(at) {
      for (let end = at + 1; end < sentence.last; end++) if (borders.ends(end)) return end
      return sentence.last
    },
  }
}

/** The token from which a sentence says what its author thinks of an occasion: "the visit reflects …" is no agenda. */
function commentIn({ doc, occasions }: StoryView, { words }: Outline): number {
  const at = words.findIndex(
    ({ kind }, k) =>
      kind === kinds.comment &&
      words.slice(Math.max(0, k - 3), k).some(({ first }) => occasions.overlapping(doc.tokens[first]!)),
  )
  return words[at]?.first ?? Number.POSITIVE_INFINITY
}
