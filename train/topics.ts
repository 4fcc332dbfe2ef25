import { overlaps, type Span } from '../src/base/span.ts'
import { topicStatuses } from '../src/base/types.ts'
import { topicClassifier, topicTemplates } from '../src/layers/topics/classifier.ts'
import { topicSpans } from '../src/layers/topics/spans.ts'
import { openWeights } from '../src/model/weights.ts'
import { spanOf } from '../src/text/position.ts'
import { type GoldStory, goldSpans } from './agenda-examples.ts'
import { allLessons, type Lessons, lessonsOfAll, lessonsOfRules } from './agenda-lessons.ts'
import { dataFile } from './data-file.ts'
import { both, learn, pack } from './logistic.ts'

/** So many weights are kept, and of those that tell where none begins: more are bytes. */
const most = { topics: 110_000, topicLeads: 10_000 }
/** How much more a weight counts that many examples have. */
const commonness = 0.25

export function learnTopicWeights(lessons: readonly Lessons[]) {
  const learned = (of: keyof typeof most) =>
    learn(
      lessons.flatMap((lesson) => lesson[of]),
      topicStatuses.length,
      most[of],
      commonness,
    )
  return pack(both(learned('topics'), learned('topicLeads')), topicTemplates)
}

/** The model of topics as a file of src/data, learned from annotated stories and from the rules' own sentences. */
export function learnTopics(stories: readonly GoldStory[]): string {
  return dataFile('topics', { topics: learnTopicWeights(allLessons(stories)) })
}

/** How topics fare at some thresholds, in stories that were not learned from: what `leastProbability` was chosen by. */
export function crossValidate(stories: readonly GoldStory[], folds: number): void {
  const levels = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]
  const sums = levels.map(() => ({ relaxed: 0, exact: 0, given: 0, silent: 0 }))
  const studied = lessonsOfAll(stories)
  const rules = lessonsOfRules()
  for (let fold = 0; fold < folds; fold++) {
    const others = studied.filter((_, i) => i % folds !== fold).map(({ lessons }) => lessons)
    const weights = openWeights(learnTopicWeights([...others, ...rules]), {
      model: 'topics',
      templates: topicTemplates,
    })
    for (const { story, lessons } of studied.filter((_, i) => i % folds === fold))
      for (const [i, level] of levels.entries()) {
        const { view } = lessons
        const { doc } = view
        const spans = topicSpans(view, topicClassifier(view, weights), level).map((span) => spanOf(doc.tokens, span))
        const sum = sums[i]!
        const { right, exact } = matched(story, spans)
        sum.given += spans.length
        sum.relaxed += right.size
        sum.exact += exact
        if (spans.length === 0 && story.topics.length === 0) sum.silent++
      }
  }
  const gold = stories.flatMap(goldSpans).length
  for (const [i, level] of levels.entries()) {
    const { relaxed, exact, given, silent } = sums[i]!
    const f1 = (right: number) => ((200 * right) / (given + gold)).toFixed(1)
    const share = (right: number, all: number) => ((100 * right) / all).toFixed(1)
    console.log(
      `p >= ${level}: P ${share(relaxed, given)} R ${share(relaxed, gold)} F1 ${f1(relaxed)}, exact ${f1(exact)}, silent ${silent}`,
    )
  }
}

/** Which topics are right as ../shared/eval/agenda/score.mjs counts them, half of the words of both in common, and how many exactly. */
export function matched({ text, ...story }: GoldStory, spans: readonly Span[]): { right: Set<number>; exact: number } {
  const wordsIn = ({ start, end }: Span) =>
    new Set([...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index))
  const gold = goldSpans({ text, ...story })
  const pairs = gold.flatMap((one, i) =>
    spans
      .map((other, j) => ({ other, i, j }))
      .filter(({ other }) => overlaps(one, other))
      .map(({ other, j }) => {
        const [a, b] = [wordsIn(one), wordsIn(other)]
        const common = [...a].filter((word) => b.has(word)).length
        return { i, j, share: common / (a.size + b.size - common) }
      }),
  )
  const [seen, used] = [new Set<number>(), new Set<number>()]
  let exact = 0
  for (const { i, j } of pairs.filter(({ share }) => share >= 0.5).sort((a, b) => b.share - a.share)) {
    if (seen.has(i) || used.has(j)) continue
    seen.add(i)
    used.add(j)
    if (gold[i]!.start === spans[j]!.start && gold[i]!.end === spans[j]!.end) exact++
  }
  return { right: used, exact }
}
