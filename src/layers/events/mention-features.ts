import { conjunction, Features, flag, templates, textId } from '../../model/features.ts'
import type { EventMention } from '../../rules/mentions.ts'
import { tagId } from '../../text/chunks.ts'
import { type Document, hasTag } from '../../text/document.ts'
import { isHeadline } from '../../text/headline.ts'
import { tokenAt } from '../../text/position.ts'
import type { SentenceContext } from '../../text/sentence-context.ts'
import { stemId } from '../../text/stem.ts'
import type { Clause } from './clause.ts'
import type { Discourse } from './discourse.ts'
import { isCancelled, isDefinite, isPrevious, tenseOf } from './status.ts'

const reach = 8
/** Words beside verbs that say whether something is to come. */
const saysTime = new Set(['to', 'will', 'would', 'not'])

/** Whether it is an event is the first output of their weights; the statuses come after it. */
export const statusOutput = (status: number): number => 1 + status

/** Features of a mention; the first `plain` of them are those that say when an event takes place. */
export interface MentionFeatures {
  features: Features
  plain: number
}

export const mentionTemplates = templates('event', [
  'bias',
  'type',
  'tense',
  'tense & type',
  'tense & head',
  'tense & rule',
  'day',
  'day & type',
  'day & tense',
  'headline',
  'headline & type',
  'headline & head',
  'headline & tense',
  'cancelled',
  'definite',
  'previous',
  'lead',
  'verb before',
  'verb 2 before & verb before',
  'verb before & type',
  'verbs before',
  'verb after',
  'verb after & type',
  'verb after & word after verb',
  'last word',
  'word before',
  'word after & type',
  'tag',
  'tag & tense',
  'class before',
  'class 2 before & class before',
  'class after & class 2 after',
  'classes before',
  'classes after',
  'path',
  'path & type',
  'path & verb',
  'governing verb',
  'governing verb & type',
  'verb tag & path',
  'auxiliaries',
  'auxiliaries & verb tag',
  'auxiliaries & verb tag & path',
  'auxiliaries & type',
  'verb above',
  'verb above & verb tag',
  'verb above & tag above',
  'day & auxiliaries',
  'day & verb tag & path',
  'subject kind & head',
  'subject kind & type & verb',
  'object kind & head',
  'object kind & type & verb',
  'subject kind & object kind & type',
  'company kind & head',
  'company kind & type & path',
  'subject & head',
  'object & head',
  'head',
  'rule',
  'word before & head',
  'word 2 before & word before',
  'word after',
  'word after & word 2 after',
  'stem 3 before',
  'stem 3 before & type',
  'stem 2 before',
  'stem 2 before & type',
  'stem before',
  'stem before & type',
  'stem after',
  'stem after & type',
  'stem 2 after',
  'stem 2 after & type',
  'stem 3 after',
  'stem 3 after & type',
  'stem 2 before & stem before',
  'stem 3 before & stem 2 before & stem before',
  'stem after & stem 2 after',
  'stems before',
  'stems after',
  'stems before & type',
  'stems after & type',
  'heads before',
  'heads before & definite & tag',
  'heads after',
  'heads after & heads before',
  'type before & type',
  'type before & definite & type',
  'depth',
  'depth & type',
  'depth & tense',
  'quoted & type',
  'day words',
  'day words & type',
  'day words & tense',
  'day words & auxiliaries & verb tag',
  'distance',
  'distance & type',
  'distance & tense',
  'distance & auxiliaries & verb tag',
  'preposition & type',
  'preposition & head',
  'preposition & verb tag & auxiliaries',
  'preposition & governor',
  'holder',
  'holder & type',
  'holder & preposition',
  'mark',
  'mark & type',
  'mark & auxiliaries',
  'determiner',
  'determiner & type',
  'determiner & own tag',
  'determiner & own tag & type',
  'modifiers',
  'modifiers & type',
  'modifiers & verb tag',
  'adverbs',
  'adverbs & type',
  'own tag & type',
  'own tag & preposition & type',
  'named',
  'named & type',
  'named & head',
])
const t = mentionTemplates
const features = new Features()

/**
 * What the words around a mention say of it: whether it is an occasion of the story, and whether it is over. The list is
 * good until the next call.
 */
export function mentionFeatures(
  doc: Document,
  mention: EventMention,
  { chunks, sentenceIndex, day }: SentenceContext,
  clause: Clause,
  discourse: Discourse,
): MentionFeatures {
  const { tokens } = doc
  const { sentence } = mention
  features.clear()
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
  features.add(t.bias, 0)
  features.add(t.type, type)
  features.add(t.tense, tense)
  features.add(t['tense & type'], conjunction(tense, type))
  features.add(t['tense & head'], conjunction(tense, head))
  features.add(t['tense & rule'], conjunction(tense, mention.rule))
  features.add(t.day, day)
  features.add(t['day & type'], conjunction(day, type))
  features.add(t['day & tense'], conjunction(day, tense))
  features.add(t.headline, titled)
  features.add(t['headline & type'], conjunction(titled, type))
  features.add(t['headline & head'], conjunction(titled, head))
  features.add(t['headline & tense'], conjunction(titled, tense))
  features.add(t.cancelled, flag(isCancelled(doc, mention)))
  features.add(t.definite, flag(isDefinite(doc, mention)))
  features.add(t.previous, flag(isPrevious(doc, mention)))
  features.add(t.lead, flag(sentenceIndex < 3))
  // The verbs of the clause, as they are written: "will", "had been", "ended".
  const auxiliaries: number[] = []
  for (let i = first - 1; i >= sentence.first && i >= first - 12; i--)
    if (saysTime.has(tokens[i]!.normal) || hasTag(tokens[i], 'Verb')) auxiliaries.push(word(i))
  features.add(t['verb before'], auxiliaries[0] ?? 0)
  features.add(t['verb 2 before & verb before'], conjunction(auxiliaries[1] ?? 0, auxiliaries[0] ?? 0))
  features.add(t['verb before & type'], conjunction(auxiliaries[0] ?? 0, type))
  features.each(t['verbs before'], auxiliaries)
  let next = last
  while (next < sentence.last && next < last + 6 && !hasTag(tokens[next], 'Verb')) next++
  const verb = next < last + 6 ? word(next) : 0
  features.add(t['verb after'], verb)
  features.add(t['verb after & type'], conjunction(verb, type))
  features.add(t['verb after & word after verb'], conjunction(verb, word(next + 1)))
  // Its neighbours.
  features.add(t['last word'], word(last - 1))
  features.add(t['word before'], word(first - 1))
  features.add(t['word after & type'], conjunction(word(last), type))
  features.add(t.tag, tag)
  features.add(t['tag & tense'], conjunction(tag, tense))
  features.add(t['class before'], kind(left - 1))
  features.add(t['class 2 before & class before'], conjunction(kind(left - 2), kind(left - 1)))
  features.add(t['class after & class 2 after'], conjunction(kind(right), kind(right + 1)))
  const kinds = (from: number, to: number) => all.slice(Math.max(0, from), Math.max(0, to)).map(({ kind }) => kind)
  features.each(t['classes before'], kinds(left - reach, left))
  features.each(t['classes after'], kinds(right, right + reach))
  addClauseFeatures(doc, clause, type, day, head)
  addPhraseFeatures(doc, clause, type, head)
  addDiscourseFeatures(discourse, clause, type, tense, flag(isDefinite(doc, mention)))
  const plain = features.length
  features.add(t.head, head)
  features.add(t.rule, mention.rule)
  features.add(t['word before & head'], conjunction(word(first - 1), head))
  features.add(t['word 2 before & word before'], conjunction(word(first - 2), word(first - 1)))
  features.add(t['word after'], word(last))
  features.add(t['word after & word 2 after'], conjunction(word(last), word(last + 1)))
  features.add(t['stem 3 before'], stem(left - 3))
  features.add(t['stem 3 before & type'], conjunction(stem(left - 3), type))
  features.add(t['stem 2 before'], stem(left - 2))
  features.add(t['stem 2 before & type'], conjunction(stem(left - 2), type))
  features.add(t['stem before'], stem(left - 1))
  features.add(t['stem before & type'], conjunction(stem(left - 1), type))
  features.add(t['stem after'], stem(right))
  features.add(t['stem after & type'], conjunction(stem(right), type))
  features.add(t['stem 2 after'], stem(right + 1))
  features.add(t['stem 2 after & type'], conjunction(stem(right + 1), type))
  features.add(t['stem 3 after'], stem(right + 2))
  features.add(t['stem 3 after & type'], conjunction(stem(right + 2), type))
  features.add(t['stem 2 before & stem before'], conjunction(stem(left - 2), stem(left - 1)))
  features.add(
    t['stem 3 before & stem 2 before & stem before'],
    conjunction(stem(left - 3), stem(left - 2), stem(left - 1)),
  )
  features.add(t['stem after & stem 2 after'], conjunction(stem(right), stem(right + 1)))
  const stems = (from: number, to: number) => all.slice(Math.max(0, from), Math.max(0, to)).map(({ stem }) => stem)
  const [stemsBefore, stemsAfter] = [stems(left - reach, left), stems(right, right + reach)]
  features.each(t['stems before'], stemsBefore)
  features.each(t['stems after'], stemsAfter)
  features.each(t['stems before & type'], stemsBefore, type)
  features.each(t['stems after & type'], stemsAfter, type)
  return { features, plain }
}

/** What the verb that governs it says, its time and modality, and who stands around it. */
function addClauseFeatures({ tokens }: Document, clause: Clause, type: number, day: number, head: number): void {
  const { tree, verb, above, subject, object, company, kindOf } = clause
  const stemAt = (token: number) => (token < 0 ? 0 : stemId(tokens[token]!))
  const path = textId(clause.path)
  const governor = stemAt(verb)
  const verbTag = verb < 0 ? 0 : textId(tree.tag(verb))
  const auxiliaries = textId(clause.auxiliaries.join(' '))
  const [higher = -1] = above
  const aboveTag = higher < 0 ? 0 : textId(tree.tag(higher))
  const subjectKind = textId(kindOf(subject))
  const objectKind = textId(kindOf(object))
  const companyKind = textId(kindOf(company))
  features.add(t.path, path)
  features.add(t['path & type'], conjunction(path, type))
  features.add(t['path & verb'], conjunction(path, governor))
  features.add(t['governing verb'], governor)
  features.add(t['governing verb & type'], conjunction(governor, type))
  features.add(t['verb tag & path'], conjunction(verbTag, path))
  features.add(t.auxiliaries, auxiliaries)
  features.add(t['auxiliaries & verb tag'], conjunction(auxiliaries, verbTag))
  features.add(t['auxiliaries & verb tag & path'], conjunction(auxiliaries, verbTag, path))
  features.add(t['auxiliaries & type'], conjunction(auxiliaries, type))
  features.add(t['verb above'], stemAt(higher))
  features.add(t['verb above & verb tag'], conjunction(stemAt(higher), verbTag))
  features.add(t['verb above & tag above'], conjunction(stemAt(higher), aboveTag))
  features.add(t['day & auxiliaries'], conjunction(day, auxiliaries))
  features.add(t['day & verb tag & path'], conjunction(day, verbTag, path))
  features.add(t['subject kind & head'], conjunction(subjectKind, head))
  features.add(t['subject kind & type & verb'], conjunction(subjectKind, type, governor))
  features.add(t['object kind & head'], conjunction(objectKind, head))
  features.add(t['object kind & type & verb'], conjunction(objectKind, type, governor))
  features.add(t['subject kind & object kind & type'], conjunction(subjectKind, objectKind, type))
  features.add(t['company kind & head'], conjunction(companyKind, head))
  features.add(t['company kind & type & path'], conjunction(companyKind, type, path))
  features.add(t['subject & head'], conjunction(stemAt(subject), head))
  features.add(t['object & head'], conjunction(stemAt(object), head))
}

const [markers, determiners, modifiers, adverbs] = [
  new Set(['mark']),
  new Set(['det', 'poss']),
  new Set(['amod', 'compound', 'nmod', 'nummod']),
  new Set(['advmod', 'npadvmod']),
]

/** The phrase that it heads and what that hangs on: "after the talks", "the second round of talks". */
function addPhraseFeatures({ tokens }: Document, clause: Clause, type: number, head: number): void {
  const { tree, verb } = clause
  const stemAt = (token: number) => (token < 0 ? 0 : stemId(tokens[token]!))
  const above = tree.parentOf(clause.head)
  const relation = tree.relation(clause.head)
  const isUnder = relation === 'pobj' || relation === 'pcomp'
  const preposition = isUnder ? textId(tree.word(above)) : textId(relation)
  const holder = stemAt(isUnder ? tree.parentOf(above) : above)
  const governor = stemAt(verb)
  const verbTag = verb < 0 ? 0 : textId(tree.tag(verb))
  const auxiliaries = textId(clause.auxiliaries.join(' '))
  const mark = textId(verb < 0 ? undefined : tree.word(tree.child(verb, markers)))
  const determiner = textId(tree.word(tree.child(clause.head, determiners)))
  const tag = textId(tree.tag(clause.head))
  features.add(t['preposition & type'], conjunction(preposition, type))
  features.add(t['preposition & head'], conjunction(preposition, head))
  features.add(t['preposition & verb tag & auxiliaries'], conjunction(preposition, verbTag, auxiliaries))
  features.add(t['preposition & governor'], conjunction(preposition, governor))
  features.add(t.holder, holder)
  features.add(t['holder & type'], conjunction(holder, type))
  features.add(t['holder & preposition'], conjunction(holder, preposition))
  features.add(t.mark, mark)
  features.add(t['mark & type'], conjunction(mark, type))
  features.add(t['mark & auxiliaries'], conjunction(mark, auxiliaries))
  features.add(t.determiner, determiner)
  features.add(t['determiner & type'], conjunction(determiner, type))
  features.add(t['determiner & own tag'], conjunction(determiner, tag))
  features.add(t['determiner & own tag & type'], conjunction(determiner, tag, type))
  const own = clause.isVerb ? [] : tree.children(clause.head, modifiers).map(stemAt)
  features.each(t.modifiers, own)
  features.each(t['modifiers & type'], own, type)
  features.each(t['modifiers & verb tag'], own, verbTag)
  const beside = verb < 0 ? [] : tree.children(verb, adverbs).map(stemAt)
  features.each(t.adverbs, beside)
  features.each(t['adverbs & type'], beside, type)
  features.add(t['own tag & type'], conjunction(tag, type))
  features.add(t['own tag & preposition & type'], conjunction(tag, preposition, type))
  const named = textId(clause.kindOf(clause.head))
  features.add(t.named, named)
  features.add(t['named & type'], conjunction(named, type))
  features.add(t['named & head'], conjunction(named, head))
}

/** Where it stands in the story, and on what day its sentence has it. */
function addDiscourseFeatures(
  { headsBefore, headsAfter, typeBefore, depth, isQuoted, dayWords, distance }: Discourse,
  clause: Clause,
  type: number,
  tense: number,
  definite: number,
): void {
  const tag = textId(clause.tree.tag(clause.head))
  const auxiliaries = conjunction(
    textId(clause.auxiliaries.join(' ')),
    clause.verb < 0 ? 0 : textId(clause.tree.tag(clause.verb)),
  )
  features.add(t['heads before'], headsBefore)
  features.add(t['heads before & definite & tag'], conjunction(headsBefore, definite, tag))
  features.add(t['heads after'], headsAfter)
  features.add(t['heads after & heads before'], conjunction(headsAfter, headsBefore))
  features.add(t['type before & type'], conjunction(typeBefore, type))
  features.add(t['type before & definite & type'], conjunction(typeBefore, definite, type))
  features.add(t.depth, depth)
  features.add(t['depth & type'], conjunction(depth, type))
  features.add(t['depth & tense'], conjunction(depth, tense))
  features.add(t['quoted & type'], conjunction(flag(isQuoted), type))
  features.add(t['day words'], dayWords)
  features.add(t['day words & type'], conjunction(dayWords, type))
  features.add(t['day words & tense'], conjunction(dayWords, tense))
  features.add(t['day words & auxiliaries & verb tag'], conjunction(dayWords, auxiliaries))
  features.add(t.distance, distance)
  features.add(t['distance & type'], conjunction(distance, type))
  features.add(t['distance & tense'], conjunction(distance, tense))
  features.add(t['distance & auxiliaries & verb tag'], conjunction(distance, auxiliaries))
}
