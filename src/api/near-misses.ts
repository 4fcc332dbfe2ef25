import { isUsers } from '../base/provenance.ts'
import { byPosition, overlaps, type Span, SpanSet } from '../base/span.ts'
import { isEntityGroup, roles } from '../rules/groups.ts'
import type { Words } from '../rules/match.ts'
import { wordsForAgenda } from '../rules/mentions.ts'
import { elementsAt, headElements, missAtHead, type NearMiss, nearestMiss } from '../rules/near-miss.ts'
import type { CompiledRule } from '../rules/ruleset.ts'
import { wordsForNames } from '../rules/user.ts'
import type { Document, Sentence } from '../text/document.ts'
import { nounPhrasesOf, phraseEndsAt } from '../text/noun-phrases.ts'
import { spanOf } from '../text/position.ts'
import { typedSpans } from './assemble.ts'
import type { Candidate, StoryReading } from './explain.ts'
import type { Resources } from './resources.ts'

/**
 * Where a pattern stopped that fits a beginning and not its end.
 *
 * @example
 * import { createExtractor, type Stop } from 'nutgraf'
 *
 * const rule = { id: 'delay', match: '{delay/Verb} [<topic>#NounPhrase] until #Date' }
 * const { explain } = createExtractor({ rules: [{ name: 'trade', rules: [rule] }] })
 * const line = ({ element, found }: Stop) => `${element.text} at ${element.start}, but ${found?.text} is #${found?.tags.join(' #')}`
 * for (const { stop } of explain('They delayed the talks until further notice.', 5)) if (stop) console.log(line(stop))
 * // #Date at 40, but further is #NounPhrase #Adjective
 */
export interface Stop {
  /** The pattern, as the rule has it. */
  match: string
  /** The element at which it stopped, with its place in the pattern: `match.slice(start, end)` is its text. */
  element: Span & { text: string }
  /** What could have come there, as it is written; `element` is the last. */
  expected: string[]
  /** The word that was there, with its place in the text and its tags; null where the sentence ended. */
  found: (Span & { text: string; tags: string[] }) | null
}

/** Near misses that an explanation has at most. */
const most = 5

/**
 * The rules that fit a beginning over a place of a text, and not their end: a user's first, then those that got furthest.
 * Ours only of what is not `claimed` there already.
 */
export function nearMissesAt(
  resources: Resources,
  reading: StoryReading,
  at: number,
  claimed: ReadonlySet<string>,
): Candidate[] {
  const { doc } = reading
  const sentence = doc.sentences.find(({ start, end }) => start <= at && at < end)
  if (!sentence) return []
  const bySource = new Map<string, Miss>()
  for (const { layer, rules, wordsOf } of stagesOf(resources, reading)) {
    const words = wordsOf(sentence)
    if (!words) continue
    for (const rule of rules) {
      if (!isUsers(rule.foundBy) && claimed.has(takenBy(rule))) continue
      const isWanted = (first: number, last: number) =>
        covers(words, first, last, at) && (isUsers(rule.foundBy) || isNeeded(rule, words, first, last, at))
      const miss = nearestMiss(rule.pattern, words, isWanted)
      if (!miss) continue
      const known = bySource.get(rule.source)
      if (!known || known.miss.depth < miss.depth) bySource.set(rule.source, { layer, rule, words, miss })
    }
  }
  return [...bySource.values()]
    .sort((a, b) => Number(isUsers(b.rule.foundBy)) - Number(isUsers(a.rule.foundBy)) || b.miss.depth - a.miss.depth)
    .slice(0, most)
    .map((miss) => candidate(doc, miss))
}

/** In words, where the pattern of a rule stopped in a text of which it should take some spans. */
export function whyStopped(
  resources: Resources,
  reading: StoryReading,
  source: string,
  spans: readonly Span[],
): string {
  const sentences = reading.doc.sentences.filter((sentence) => spans.some((span) => overlaps(sentence, span)))
  const misses: Miss[] = []
  let beginning = ''
  for (const { layer, rules, wordsOf } of stagesOf(resources, reading)) {
    // A user's rule lies behind one of ours that is called the same.
    const rule = rules.findLast((one) => one.source === source)
    if (!rule) continue
    beginning = anyOf(headElements(rule.pattern).map(writtenIn(rule)))
    for (const sentence of sentences) {
      const words = wordsOf(sentence)
      if (!words) return 'the sentence is all in capitals, and no rule for events or topics reads it'
      const miss = missNear(rule, words, spans)
      if (miss) misses.push({ layer, rule, words, miss })
    }
  }
  const [nearest] = misses.sort((a, b) => b.miss.depth - a.miss.depth)
  return nearest ? whyOf(stopOf(nearest)) : `no word fits ${beginning}, with which the pattern begins`
}

/** Best is one in which another first word would do, then one that lies over what should be taken. */
function missNear({ pattern }: CompiledRule, words: Words, spans: readonly Span[]): NearMiss | null {
  const { length } = words.tokens
  const lies = (span: Span, first: number, last: number) =>
    overlaps(span, spanOf(words.tokens, { first, last: Math.min(last, length) }))
  return (
    missAtHead(pattern, words, (first, end) => spans.every((span) => lies(span, first, end))) ??
    nearestMiss(pattern, words, (first, at) => spans.some((span) => lies(span, first, at + 1))) ??
    nearestMiss(pattern, words)
  )
}

/** Rules as they are run: on what, and of which list of the story. */
interface Stage {
  layer: Candidate['layer']
  rules: readonly CompiledRule[]
  /** Nothing where the rules do not read a sentence. */
  wordsOf: (sentence: Sentence) => Words | undefined
}

interface Miss {
  layer: Candidate['layer']
  rule: CompiledRule
  words: Words
  miss: NearMiss
}

function stagesOf({ rules, user }: Resources, { doc, story, taggedNames, chosenDates }: StoryReading): Stage[] {
  const known = { names: taggedNames, dates: chosenDates, nounPhrases: nounPhrasesOf(doc, chosenDates) }
  const spans = typedSpans(story).sort(byPosition)
  const isPhraseEnd = phraseEndsAt(new SpanSet(story.dates))
  const ofAgenda = rules.agenda.rules.filter(({ pattern }) => pattern.groups.some((group) => !isEntityGroup(group)))
  const stages: Stage[] = [
    {
      ...{ layer: 'agenda', rules: ofAgenda },
      wordsOf(sentence) {
        if (sentence.allCaps) return undefined
        const here = spans.filter((span) => overlaps(sentence, span))
        return wordsForAgenda(doc, sentence, here, isPhraseEnd)
      },
    },
  ]
  if (rules.names.rules.length > 0)
    stages.push({ layer: 'entities', rules: rules.names.rules, wordsOf: wordsForNames(doc, user, known) })
  return stages
}

/** Whether a place is in the words that fit, or in the one that does not. */
function covers({ tokens }: Words, first: number, last: number, at: number): boolean {
  const { start, end } = spanOf(tokens, { first, last: Math.min(last + 1, tokens.length) })
  return start <= at && at < end
}

/** Ours tell something at the word that no match of them lacks: there are many, and many begin with "the". */
function isNeeded(
  { pattern: { needs } }: CompiledRule,
  words: Words,
  first: number,
  last: number,
  at: number,
): boolean {
  const word = words.tokens.findIndex(({ start, end }) => start <= at && at < end)
  if (!needs || word < first || word >= last) return false
  return 'words' in needs ? needs.words.has(words.tokens[word]!.normal) : words.spanLength(word, needs.tag) > 0
}

function candidate(doc: Document, near: Miss): Candidate {
  const { layer, rule, words, miss } = near
  const span = spanOf(words.tokens, { first: miss.first, last: Math.min(miss.at + 1, words.tokens.length) })
  const stop = stopOf(near)
  return {
    ...{ layer, ...span, text: doc.text.slice(span.start, span.end), as: takenBy(rule), source: rule.source },
    ...{ confidence: 0, stands: false, why: whyOf(stop), stop },
  }
}

const takenBy = ({ pattern: { groups } }: CompiledRule): string =>
  groups.filter((group) => !(roles as readonly string[]).includes(group)).join(', ') || groups.join(', ')

const writtenIn =
  ({ pattern: { written } }: CompiledRule) =>
  (element: number): string =>
    written.match.slice(written.elements[element]!.start, written.elements[element]!.end)

function stopOf({ rule, words, miss }: Miss): Stop {
  const { pattern } = rule
  const { match, elements } = pattern.written
  const expected = elementsAt(pattern, words, miss)
  const element = elements[expected.at(-1)!]!
  const token = words.tokens[miss.at]
  return {
    match,
    element: { ...element, text: match.slice(element.start, element.end) },
    expected: expected.map(writtenIn(rule)),
    found: token
      ? { start: token.start, end: token.end, text: token.text, tags: [...words.tagsAt(miss.at), ...token.tags] }
      : null,
  }
}

function whyOf({ element, expected, found }: Stop): string {
  const there = found ? `"${found.text}"${tagList(found.tags)}` : 'the end of the sentence'
  return `stopped at character ${element.start} of its pattern: expected ${anyOf(expected)}, found ${there}`
}

/** Some elements in words: where they are many, the first and the last. */
function anyOf(elements: readonly string[]): string {
  const shown = elements.map((element) => (element.length > longest ? `${element.slice(0, longest)}…` : element))
  const between = shown.length > 4 ? [`${shown.length - 3} others`] : shown.slice(2, -1)
  return [[...shown.slice(0, -1).slice(0, 2), ...between].join(', '), shown.at(-1)].filter(Boolean).join(' or ')
}
/** Characters of an element that a sentence takes in. */
const longest = 60

const tagList = (tags: readonly string[]): string =>
  tags.length === 0 ? '' : ` (${tags.map((tag) => `#${tag}`).join(' ')})`
