import { FeatureList, flag, textId } from '../../model/feature-list.ts'
import type { EventMention } from '../../rules/mentions.ts'
import { tagId } from '../../text/chunks.ts'
import { type Document, hasTag } from '../../text/document.ts'
import { isHeadline } from '../../text/headline.ts'
import { tokenAt } from '../../text/position.ts'
import type { SentenceContext } from '../../text/sentence-context.ts'
import { stemId } from '../../text/stem.ts'
import { isCancelled, isDefinite, isPrevious, tenseOf } from './status.ts'

const reach = 8
const base = 4000
/** By how much the templates of the status of a number are moved. */
export const statusShift = (status: number): number => 2000 + 1000 * status

/** Features of a mention; the first `plain` of them are those that say when an occasion takes place. */
export interface MentionFeatures {
  list: FeatureList
  plain: number
}

const list = new FeatureList()

/**
 * What the words contextOf a mention say of it: whether it is an occasion of the story, and whether it is over. The list is
 * good until the next call.
 */
export function mentionFeatures(
  doc: Document,
  mention: EventMention,
  { chunks, sentenceIndex, day }: SentenceContext,
): MentionFeatures {
  const { tokens } = doc
  const { sentence } = mention
  list.begin(base)
  const first = tokenAt(doc, mention.start)
  const last = Math.max(first + 1, tokenAt(doc, mention.end))
  const { all } = chunks
  const [left, right] = [chunks.chunkAt(first), chunks.chunkAt(last)]
  const word = (i: number) => (i >= sentence.first && i < sentence.last ? tokens[i]!.word.hash : 0)
  const tag = tagId(tokens[first]!)
  const stem = chunks.stem
  const kind = chunks.kind
  const head = stemId(tokens[last - 1])
  const type = textId(mention.type)
  const titled = flag(isHeadline(doc, sentence))
  const tense = textId(tenseOf(doc, mention))

  // What the rules of tense, of days and of headlines say.
  list.add()
  list.add(type)
  list.add(tense)
  list.add(tense, type)
  list.add(tense, head)
  list.add(tense, textId(mention.source))
  list.add(day)
  list.add(day, type)
  list.add(day, tense)
  list.add(titled)
  list.add(titled, type)
  list.add(titled, head)
  list.add(titled, tense)
  list.add(flag(isCancelled(doc, mention)))
  list.add(flag(isDefinite(doc, mention)))
  list.add(flag(isPrevious(doc, mention)))
  list.add(flag(sentenceIndex < 3))
  // The verbs of the clause, as they are written: "will", "had been", "ended".
  const auxiliaries: number[] = []
  for (let i = first - 1; i >= sentence.first && i >= first - 12; i--)
    if (hasTag(tokens[i], 'Verb') || /^(?:to|will|would|not)$/.test(tokens[i]!.normal)) auxiliaries.push(word(i))
  list.add(auxiliaries[0] ?? 0)
  list.add(auxiliaries[1] ?? 0, auxiliaries[0] ?? 0)
  list.add(auxiliaries[0] ?? 0, type)
  list.each(auxiliaries)
  let next = last
  while (next < sentence.last && next < last + 6 && !hasTag(tokens[next], 'Verb')) next++
  const verb = next < last + 6 ? word(next) : 0
  list.add(verb)
  list.add(verb, type)
  list.add(verb, word(next + 1))
  // Its neighbours.
  list.add(word(last - 1))
  list.add(word(first - 1))
  list.add(word(last), type)
  list.add(tag)
  list.add(tag, tense)
  list.add(kind(left - 1))
  list.add(kind(left - 2), kind(left - 1))
  list.add(kind(right), kind(right + 1))
  const kinds = (from: number, to: number) => all.slice(Math.max(0, from), Math.max(0, to)).map(({ kind }) => kind)
  list.each(kinds(left - reach, left))
  list.each(kinds(right, right + reach))
  const plain = list.length
  list.add(head)
  list.add(textId(mention.source))
  list.add(word(first - 1), head)
  list.add(word(first - 2), word(first - 1))
  list.add(word(last))
  list.add(word(last), word(last + 1))
  for (const at of [left - 3, left - 2, left - 1, right, right + 1, right + 2]) {
    list.add(stem(at))
    list.add(stem(at), type)
  }
  list.add(stem(left - 2), stem(left - 1))
  list.add(stem(left - 3), stem(left - 2), stem(left - 1))
  list.add(stem(right), stem(right + 1))
  const stems = (from: number, to: number) => all.slice(Math.max(0, from), Math.max(0, to)).map(({ stem }) => stem)
  list.each(stems(left - reach, left))
  list.each(stems(right, right + reach))
  list.each(stems(left - reach, left), type)
  list.each(stems(right, right + reach), type)
  return { list, plain }
}
