import type { Known } from '../../base/found.ts'
import { type Span, SpanSet } from '../../base/span.ts'
import { flag, textId } from '../../model/features.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import type { Clause } from './clause.ts'
import type { Discourse, DiscourseOf } from './discourse.ts'
import type { EventReading } from './events.ts'
import { readOnce } from './read-once.ts'
import { tenseOf } from './status.ts'

/** What of a mention is compared with others: read once, and asked for by each occasion that it may be of. */
export interface Compared {
  words: readonly string[]
  phrase: string
  head: number
  /** The last word before it, and the one before that. */
  before: readonly [last: number, previous: number]
  clause: ComparedClause
  discourse: Discourse
  /** Its day, where it is known. */
  days: readonly string[]
  tense: number
  names: ComparedNames
}

/** What the tree of its sentence says of a mention. */
interface ComparedClause {
  company: readonly string[]
  subjects: readonly string[]
  modifiers: readonly string[]
  also: number
  determiner: number
  path: number
  tag: number
  verbTag: number
  anaphor: number
  number: number
}

/** Ids of whom its clause names. */
interface ComparedNames {
  subjects: readonly string[]
  company: readonly string[]
  all: readonly string[]
  /** Those of both that are people. */
  people: readonly string[]
}

export type ComparedOf = (mention: EventMention) => Compared

/** Reads what is compared of the mentions of a document. */
export function compareMentions(
  doc: Document,
  { clauseOf, found: { entities, places } }: EventReading,
  discourseOf: DiscourseOf,
): ComparedOf {
  const named = idsByPosition([...entities, ...places])
  const people = new Set(entities.filter(({ type }) => type === 'person').map(({ id }) => id))
  return readOnce(read)

  function read(mention: EventMention): Compared {
    const { start, end, sentence } = mention
    const words = doc.text.slice(start, end).toLowerCase().split(/\s+/)
    const before = doc.text
      .slice(Math.max(sentence.start, start - 40), start)
      .toLowerCase()
      .match(/[\p{L}'’-]+/gu)
    const [clause, discourse] = [clauseOf(mention), discourseOf(mention)]
    return {
      words,
      phrase: words.join(),
      head: textId(words.at(-1)),
      before: [textId(before?.at(-1)), textId(before?.at(-2))],
      clause: comparedClause(clause),
      discourse,
      days: discourse.date === undefined ? [] : [discourse.date],
      tense: textId(tenseOf(doc, mention)),
      names: namesIn(clause),
    }
  }

  function namesIn({ tree, subject, company, object }: Clause): ComparedNames {
    const idsAt = (token: number) =>
      withConjuncts(tree, token).flatMap((at) => named.overlapping(doc.tokens[at]!)?.id ?? [])
    const [subjects, others] = [idsAt(subject), [...idsAt(company), ...idsAt(object)]]
    const all = [...subjects, ...others]
    return { subjects, company: others, all, people: all.filter((id) => people.has(id)) }
  }
}

function idsByPosition(known: readonly Known[]): SpanSet<Span & { id: string }> {
  const set = new SpanSet<Span & { id: string }>()
  for (const { id, mentions } of known)
    for (const { start, end } of mentions) if (!set.overlapping({ start, end })) set.add({ start, end, id })
  return set
}

const modifiers = new Set(['amod', 'compound', 'nmod', 'poss'])
const determiners = new Set(['det', 'poss'])
const numbers = new Set(['nummod'])
const adverbs = new Set(['advmod'])
const conjuncts = new Set(['conj'])
const further = new Set(['also', 'separately', 'later'])

const withConjuncts = (tree: Clause['tree'], token: number): number[] =>
  token < 0 ? [] : [token, ...tree.children(token, conjuncts)]

function comparedClause({ tree, head, verb, subject, company, object, path, anaphor }: Clause): ComparedClause {
  const isAlso = verb >= 0 && tree.children(verb, adverbs).some((at) => further.has(tree.word(at)))
  return {
    company: withConjuncts(tree, company >= 0 ? company : object).map(tree.word),
    subjects: withConjuncts(tree, subject).map(tree.word),
    modifiers: tree.children(head, modifiers).map(tree.word),
    also: flag(isAlso),
    determiner: textId(tree.word(tree.child(head, determiners))),
    path: textId(path),
    tag: textId(tree.tag(head)),
    verbTag: verb < 0 ? 0 : textId(tree.tag(verb)),
    anaphor: textId(anaphor),
    number: flag(tree.child(head, numbers) >= 0),
  }
}
