import { packedTopics } from '#packed'
import type { FoundEvent } from '../../base/found.ts'
import type { Topic } from '../../base/story.ts'
import { topicStatuses } from '../../base/types.ts'
import { gerundPrepositions, questionWords, textNouns } from '../../english/phrases.ts'
import { type Features, templatesHash } from '../../model/features.ts'
import { logOdds, probability } from '../../model/logistic.ts'
import { type AddWeights, openWeights } from '../../model/weights.ts'
import type { Sentence } from '../../text/document.ts'
import { openingOf } from '../../text/headline.ts'
import { someToken } from '../../text/position.ts'
import { constructionReader, opensAgenda, type Told } from './constructions.ts'
import { endReader, endTemplates } from './end-features.ts'
import { leadReader, leadTemplates } from './lead-features.ts'
import {
  type EventsBefore,
  linkFeatures,
  linkTemplates,
  topicStatusFeatures,
  topicStatusTemplates,
} from './link-features.ts'
import type { Choice } from './links.ts'
import type { TopicMention } from './mentions.ts'
import type { Past } from './past.ts'
import { pastReader, startReader, startTemplates } from './start-features.ts'
import { isTelling } from './telling.ts'
import { treeTemplates } from './tree-features.ts'
import type { SentenceView, StoryView } from './view.ts'

/**
 * The probability under which no topic begins: by the few words before it, and by all words before it and the tree. In
 * stories that were not learned from the first leaves 30 % of the tokens, and F1 as it is without it.
 */
const hopeless = { byLead: 0.03, byTree: 0.05 }
// A power below one raises a probability.
const byTree = { topic: 0.07 }
/** Relations of a word that says something of another, mostly of the next. */
const modifiers = new Set(['amod', 'advmod', 'nummod', 'quantmod', 'det', 'poss', 'predet'])

/** Who decides where topics stand, to which events they belong and what status they have: the model, or what it learns from. */
export interface TopicClassifier {
  /** Whether a sentence may tell of an agenda. */
  reads(view: StoryView, sentence: Sentence): boolean
  spans(view: SentenceView): SpanClassifier
  /** How likely a topic belongs to an event; `before` is the event of the topic before it in its sentence. */
  belongs(topic: TopicMention, choices: readonly Choice[], rank: number, ruled: boolean, before: EventsBefore): number
  status(
    topic: TopicMention,
    event: FoundEvent | undefined,
    ruled: Topic['status'],
    before: Topic['status'] | undefined,
  ): Topic['status']
}

/** Decides where the topics of one sentence begin and end, asked from left to right. */
interface SpanClassifier {
  /** How likely a topic begins at a token. */
  startsAt(at: number, past: Past): number
  /** Whether a construction leaves little doubt that one begins at a token. */
  isTold(at: number, past: Past): boolean
  /** Where one that begins at a token ends, of the places where it may. */
  endOf(first: number, ends: readonly number[]): number
}

/** Tells the features by which topics are found from any others. */
export const topicTemplates = templatesHash(
  leadTemplates,
  startTemplates,
  treeTemplates,
  endTemplates,
  linkTemplates,
  topicStatusTemplates,
)

let standard: AddWeights | undefined

/** The weights that ship with the package, unpacked at first use. */
export function topicWeights(): AddWeights {
  standard ??= openWeights(packedTopics(), { model: 'topics', templates: topicTemplates })
  return standard
}

/** A classifier by learned weights. */
export function topicClassifier(story: StoryView, weights = topicWeights()): TopicClassifier {
  const oddsOf = (features: Features, from = 0) => logOdds(weights, features, from)[0]!
  return {
    reads: mayHoldTopic,
    spans(view) {
      const tells = constructionReader(view)
      const leadFeatures = leadReader(view)
      const startOdds = onDemand(() => startOddsReader(view, oddsOf))
      const endFeatures = onDemand(() => endReader(view))
      const isToldBy = (told: Told, at: number, { parallels }: Past) => parallels.has(at) || told === 'topic'
      return {
        isTold: (at, past) => isToldBy(tells(at), at, past),
        startsAt(at, past) {
          // "including rice": what leads to a list is no part of it.
          const { normal, start } = story.doc.tokens[at]!
          const ruled = story.ruleAt.has(start)
          if (gerundPrepositions.has(normal) && !ruled) return 0
          const tree = tells(at)
          if (tree === 'lead') return 0
          const told = isToldBy(tree, at, past)
          const isSure = told || ruled
          if (!isSure && probability(oddsOf(leadFeatures(at, past))) < hopeless.byLead) return 0
          const share = probability(startOdds()(at, past, isSure))
          return told ? share ** byTree.topic : share
        },
        endOf(first, ends) {
          const whole = ends.filter((end) => !cutsPhrase(view, end))
          return likeliestEnd(whole.length > 0 ? whole : ends, (end) => probability(oddsOf(endFeatures()(first, end))))
        },
      }
    },
    belongs: (topic, choices, rank, ruled, before) =>
      probability(oddsOf(linkFeatures(story, topic, choices, rank, ruled, before))),
    status(topic, event, ruled, before) {
      const odds = logOdds(weights, topicStatusFeatures(story, topic, event, ruled, before))
      const likeliest = topicStatuses.reduce((best, _, i) => (odds[i]! > odds[best]! ? i : best), 0)
      return topicStatuses[likeliest]!
    },
  }
}

/**
 * The log odds that a topic begins at a token, by all that there is to know of it. Where the words before it and the tree
 * leave no hope they are minus infinity, and the rest is not read, but for what is sure to be a topic.
 */
function startOddsReader(view: SentenceView, oddsOf: (features: Features, from?: number) => number) {
  const [startFeatures, addPast] = [startReader(view), pastReader(view)]
  return (at: number, past: Past, isSure: boolean): number => {
    let [odds, length] = [0, 0]
    const isHopeless = (features: Features) => {
      odds = oddsOf(features)
      length = features.length
      return probability(odds) < hopeless.byTree
    }
    const features = startFeatures(at, past, isSure ? undefined : isHopeless)
    if (!features) return Number.NEGATIVE_INFINITY
    addPast(at, past)
    return odds + oddsOf(features, length)
  }
}

/** What is made when it is first asked for. */
function onDemand<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

/**
 * Whether a sentence may tell of an agenda: the first, one with an occasion, a rule's topic, or a word of treating
 * topics, in a story that has an occasion or a rule's topic at all. In Voice of America stories 99 % of the topics that
 * the model sees in all sentences are in these, which are 38 % of the text.
 */
function mayHoldTopic(view: StoryView, sentence: Sentence): boolean {
  const { doc, mentionsIn, ruled } = view
  if (sentence === openingOf(doc) || mentionsIn.has(sentence) || ruled.has(sentence)) return true
  return someToken(
    sentence.first,
    sentence.last,
    (at) => isTelling(doc.tokens[at]!) || opensAgenda(doc.tokens[at]!.word),
  )
}

/** Whether what the last word before an end says something of would be left out: "create good-paying" jobs, "how" it works. */
function cutsPhrase({ tree }: SentenceView, end: number): boolean {
  if (questionWords.has(tree.word(end - 1))) return true
  return modifiers.has(tree.relation(end - 1)) && tree.headOf(end - 1) >= end && !textNouns.has(tree.word(end))
}

/** The likeliest end, each end being reached only where the topic did not end before. */
function likeliestEnd(ends: readonly number[], probabilityOf: (end: number) => number): number {
  let [reached, best] = [1, 0]
  let likeliest = ends[0]!
  for (const end of ends) {
    const here = end === ends.at(-1) ? 1 : probabilityOf(end)
    // Not by a list of both: what stands beside a fraction is kept as one, and so would be all that is counted from it.
    if (reached * here > best) {
      best = reached * here
      likeliest = end
    }
    reached *= 1 - here
    if (reached < best) break
  }
  return likeliest
}
