import { questionWords } from '../../english/phrases.ts'
import { someToken } from '../../text/position.ts'
import type { TopicClassifier } from './classifier.ts'
import { limitOf } from './limits.ts'
import { remember } from './past.ts'
import { type SentenceView, type StoryView, sentenceView } from './view.ts'

/** A stretch of tokens that a classifier takes for a topic, `last` exclusive. */
export interface TopicSpan {
  sentenceIndex: number
  first: number
  last: number
  probability: number
}

const longest = 45
/** Lowest probability of a topic, chosen by cross-validation on the training stories (train/topic-folds.ts). */
export const leastProbability = 0.3
/** The same for a coordinate of a topic, which is mostly one. */
export const leastOfCoordinate = 0.15
/** The same for what a rule has taken. */
const leastOfRule = 0.03

/** The topics of a story, from left to right: first where one begins, then where it ends. */
export function topicSpans(
  view: StoryView,
  classifier: TopicClassifier,
  least = leastProbability,
  leastBeside = least,
): TopicSpan[] {
  const found: TopicSpan[] = []
  view.doc.sentences.forEach((sentence, sentenceIndex) => {
    if (sentence.allCaps || !classifier.reads(view, sentence)) return
    const own = sentenceView(view, sentence, sentenceIndex)
    const { startsAt, endOf, isTold } = classifier.spans(own)
    const past = {
      ends: new Set<number>(),
      coordinates: new Set<number>(),
      parallels: new Set<number>(),
      heads: new Set<number>(),
      found: found.length,
    }
    for (let at = sentence.first; at < sentence.last; at++) {
      if (!own.borders.begins(at)) continue
      const probability = startsAt(at, past)
      const ruled = view.ruleAt.has(view.doc.tokens[at]!.start)
      const enough = isBeside(own, at, past.heads) ? leastBeside : least
      if (probability < (ruled ? Math.min(enough, leastOfRule) : enough)) continue
      const last = endWithin(own, at, endOf)
      // "discussed the crisis and agreed": what they did, and no subject.
      if (last === at + 1 && finite.has(own.tree.tag(at))) continue
      // "efforts to lower tariffs": what begins inside and is likelier is the topic.
      if (
        !ruled &&
        someToken(at + 1, last, (inner) => own.borders.begins(inner) && startsAt(inner, past) > probability)
      )
        continue
      remember(own, past, at, last, ruled || isTold(at, past))
      found.push({ sentenceIndex, first: at, last, probability })
      at = last - 1
    }
  })
  // Weak topics are believed beside one that a rule names or that is likelier than not: alone they are mostly none.
  const sure = found.some(
    ({ first, probability }) => probability >= Math.max(least, 0.5) || view.ruleAt.has(view.doc.tokens[first]!.start),
  )
  return sure ? found : []
}

/** Whether what begins at a token is a coordinate of a topic. */
function isBeside({ tree }: SentenceView, at: number, heads: ReadonlySet<number>): boolean {
  if (heads.size === 0) return false
  const head = tree.headFrom(at)
  const first = tree.firstCoordinate(head)
  return first !== head && (heads.has(first) || heads.has(tree.headOf(head)))
}

const finite = new Set(['VBD', 'VBZ', 'VBP'])
const infinitives = new Set(['VB', 'VBG'])
const objects = new Set(['dobj'])

/** Where a topic ends: at the likeliest place before what is no part of one. */
function endWithin(
  view: SentenceView,
  first: number,
  endOf: (first: number, ends: readonly number[]) => number,
): number {
  const ends = possibleEnds(view, first)
  const likeliest = endOf(first, ends)
  const limit = limitOf(view, first, likeliest)
  const left = ends.filter((end) => end <= limit)
  if (limit === likeliest) return likeliest
  // "border security high on the agenda": it may end where no phrase does.
  return left.length === 0 ? limit : endOf(first, left)
}

/** Where a topic that begins at a token may end; a verb and its object are one: "review its duties". */
function possibleEnds({ borders, sentence, story, tree }: SentenceView, first: number): number[] {
  const ends: number[] = []
  const object = infinitives.has(tree.tag(first)) ? tree.child(first, objects) : -1
  const isQuestion = questionWords.has(story.doc.tokens[first]!.normal)
  for (let end = first + 1; end <= Math.min(sentence.last, first + longest); end++) {
    if (borders.ends(end) && end > object) ends.push(end)
    // "topics ranging from nuclear energy to …": what a rule takes for a topic is no part of another, but for "how it works".
    if (!isQuestion && end < sentence.last && ends.length > 0 && story.ruleAt.has(story.doc.tokens[end]!.start)) break
  }
  return ends.length > 0 ? ends : [first + 1]
}
