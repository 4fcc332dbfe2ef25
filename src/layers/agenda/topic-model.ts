import { agendaClass } from '../../english/agenda-classes.ts'
import type { Sentence } from '../../text/document.ts'
import { wordFact } from '../../text/words.ts'
import type { FeatureList } from './feature-list.ts'
import { agendaModel, type Linear } from './linear.ts'
import { endReader } from './topic-ends.ts'
import { pastReader, remember, startReader } from './topic-starts.ts'
import { isSilent, type SentenceView, type StoryView, sentenceView } from './topic-view.ts'

/** A stretch of tokens that the model takes for a topic, `last` exclusive. */
export interface TopicSpan {
  order: number
  first: number
  last: number
  probability: number
}

const longest = 45
/** Lowest probability of a topic, chosen by cross-validation on the training stories (`npm run train:agenda -- --folds`). */
export const leastProbability = 0.35
/** The same for what a rule has taken. */
const leastOfRule = 0.05

/** The topics of a story, from left to right: first where one begins, then where it ends. */
export function modelTopics(view: StoryView, least = leastProbability, model: Linear = agendaModel()): TopicSpan[] {
  const found: TopicSpan[] = []
  view.doc.sentences.forEach((sentence, order) => {
    if (sentence.capitals || !mayTell(view, sentence)) return
    const own = sentenceView(view, sentence, order)
    const hopeless = (list: FeatureList) => model(list) < hopelessLead
    const [startFeatures, addPast, endFeatures] = [startReader(own, hopeless), pastReader(own), endReader(own)]
    const past = { ends: new Set<number>(), coordinates: new Set<number>(), found: found.length }
    for (let at = sentence.first; at < sentence.last; at++) {
      if (!own.borders.begins(at)) continue
      const features = startFeatures(at)
      if (!features) continue
      addPast(features, at, past)
      const probability = model(features)
      const ruled = view.ruleAt.has(view.doc.tokens[at]!.start)
      if (probability < (ruled ? Math.min(least, leastOfRule) : least)) continue
      const last = bestEnd(model, endFeatures, at, possibleEnds(own, at))
      remember(own, past, at, last)
      found.push({ order, first: at, last, probability })
      at = last - 1
    }
  })
  // Weak topics are believed beside one that a rule names or that is likelier than not: alone they are mostly none.
  const sure = found.some(
    ({ first, probability }) => probability >= Math.max(least, 0.5) || view.ruleAt.has(view.doc.tokens[first]!.start),
  )
  return sure ? found : []
}

/**
 * The probability by the words before a subject alone under which none begins: most other features need not be read. The
 * topics of the training stories would bear 0.2; a model is surer of what it has seen.
 */
const hopelessLead = 0.05

const tellingClasses = new Set(
  'discuss focus exchange inform agree sign commit urge stress talks text light ties press view'.split(' '),
)
const tells = wordFact(({ normal }) => tellingClasses.has(agendaClass.get(normal) ?? ''))

/**
 * Whether a sentence may tell of an agenda: the first, one with an occasion, a rule's topic, or a word of treating
 * subjects, in a story that has an occasion or a rule's topic at all. In Voice of America stories 99 % of the topics that
 * the model sees in all sentences are in these, which are 38 % of the text.
 */
function mayTell(view: StoryView, sentence: Sentence): boolean {
  if (isSilent(view)) return false
  const { doc, triggersIn, ruled } = view
  if (sentence === doc.sentences[0] || triggersIn.has(sentence) || ruled.has(sentence)) return true
  for (let i = sentence.first; i < sentence.last; i++) if (tells(doc.tokens[i]!.word)) return true
  return false
}

/** Where a subject that begins at a token may end. */
export function possibleEnds({ borders, sentence, story }: SentenceView, first: number): number[] {
  const ends: number[] = []
  for (let end = first + 1; end <= Math.min(sentence.last, first + longest); end++) {
    if (borders.ends(end)) ends.push(end)
    // "topics ranging from nuclear energy to …": what a rule takes for a subject is no part of another.
    if (end < sentence.last && ends.length > 0 && story.ruleAt.has(story.doc.tokens[end]!.start)) break
  }
  return ends.length > 0 ? ends : [first + 1]
}

/** The likeliest end, each end being reached only where the subject did not end before. */
function bestEnd(
  model: Linear,
  features: (first: number, end: number) => FeatureList,
  first: number,
  ends: readonly number[],
): number {
  let [reached, best, likeliest] = [1, 0, ends[0]!]
  for (const end of ends) {
    const here = end === ends.at(-1) ? 1 : model(features(first, end))
    if (reached * here > best) [best, likeliest] = [reached * here, end]
    reached *= 1 - here
    if (reached < best) break
  }
  return likeliest
}
