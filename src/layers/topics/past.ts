import { hasTag } from '../../text/document.ts'
import type { SentenceView } from './view.ts'

/** What was found before a topic, in its sentence and in the story. */
export interface Past {
  /** Tokens before which a topic of the sentence ended. */
  ends: Set<number>
  /** Tokens where its coordinates begin, by the rules of phrases. */
  coordinates: Set<number>
  /** Those that are as sure as the topic before them: "the repair of a bridge, the hiring of teachers and the budget". */
  parallels: Set<number>
  /** Heads of its topics. */
  heads: Set<number>
  /** Topics of the sentences before. */
  found: number
}

/** Notes a topic for what follows it; one is sure where a rule or a construction says so. */
export function remember(view: SentenceView, past: Past, first: number, last: number, isSure: boolean): void {
  const { phrases, tree } = view
  past.ends.add(last)
  past.heads.add(tree.headFrom(first))
  const coordinates = phrases.topicsFrom(first).slice(1)
  for (const { first } of coordinates) past.coordinates.add(first)
  const all = [first, ...coordinates.map(({ first }) => first)]
  const isParallel = all.every((at) => tree.word(at - 1) === 'the') && /^(?:and|or)$/.test(tree.word(all.at(-1)! - 2))
  if (isSure && isParallel) for (const { first } of coordinates) past.parallels.add(first)
}

const joining = new Set(['and', 'or', 'plus', 'to'])

const [none, ofTopic, ofOther] = [0, 1, 2]

/** Whether a token begins no coordinate, one of what ended as a topic, or one of something else. */
export function coordination(view: SentenceView, at: number, ends: ReadonlySet<number>): number {
  const separator = separatorBefore(view, at)
  return separator < 0 ? none : ends.has(separator) ? ofTopic : ofOther
}

/** The token before which a coordinate would have ended, where ", and", "as well as" or the like stand in between. */
function separatorBefore({ sentence, story, isOpener }: SentenceView, at: number): number {
  const { tokens } = story.doc
  const word = (i: number) => (i >= sentence.first ? tokens[i]!.normal : '')
  const skipped = (i: number) => i >= sentence.first && (isOpener(i) || hasTag(tokens[i], 'Adverb'))
  let i = at - 1
  while (skipped(i)) i--
  const close = i
  if (word(i) === 'to' && /^(?:and|or)$/.test(word(i - 1))) i -= 2
  else if (word(i) === 'as' && word(i - 1) === 'well') i -= 3
  else if (joining.has(word(i))) i--
  if (word(i) === ',' || word(i) === ';') i--
  while (i >= sentence.first && /^["”’']$/.test(tokens[i]!.text)) i--
  return i < close ? i + 1 : -1
}
