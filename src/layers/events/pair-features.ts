import { conjunction, Features, flag, templates, textId } from '../../model/features.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import type { ContextOf } from '../../text/sentence-context.ts'
import type { Clause, ClauseOf } from './clause.ts'
import { type EventCluster, identifying } from './clusters.ts'

export const pairTemplates = templates('same event', [
  'rule',
  'rule & type',
  'rule & rank',
  'rule & rank & type',
  'rule & gap',
  'rule & same head',
  'rule & modifiers',
  'rule & definite',
  'both types',
  'gap',
  'gap & type',
  'sentence',
  'known from headline & lead sentence',
  'known from headline & lead sentence & type',
  'same head',
  'same head & type',
  'same words',
  'same words & definite',
  'modifiers',
  'modifiers & type',
  'modifiers & same head & type',
  'definite',
  'definite & type',
  'definite & same head & gap',
  'definite & rank',
  'rank',
  'rank & type',
  'rank & same head',
  'who',
  'who & type',
  'who & definite',
  'who & gap',
  'who & same head & type',
  'where',
  'where & type',
  'when',
  'when & type',
  'when & who',
  'countries & type',
  'both statuses',
  'both statuses & type',
  'same cancelled & type',
  'same previous & type',
  'previous & known previous',
  'word before',
  'word before & type',
  'word 2 before & word before',
  'head & known head',
  'head & type',
  'head & definite',
  'mentions',
  'same sentence & word before',
  'same sentence & same head & type',
  'company',
  'company & type',
  'company & also',
  'company & definite',
  'subjects & company',
  'also & type',
  'also & rank',
  'own modifiers',
  'own modifiers & type',
  'own modifiers & determiner',
  'determiner & type',
  'determiner & rank',
  'paths',
  'path & definite & type',
  'verb tags & type',
  'anaphor & type',
  'anaphor & rank & type',
  'number',
])
const t = pairTemplates
const features = new Features()

const share = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id))
const relation = (a: readonly string[], b: readonly string[]) =>
  a.length === 0 || b.length === 0 ? (a.length === b.length ? 0 : a.length === 0 ? 1 : 2) : share(a, b) ? 3 : 4

/** What of a mention is compared with others: read once, and asked for by each occasion that it may be of. */
interface Compared {
  /** The number of its sentence in the story. */
  index: number
  words: readonly string[]
  phrase: string
  head: number
  /** The last word before it, and the one before that. */
  before: readonly [last: number, previous: number]
  clause: ComparedClause
}

/** What the tree of its sentence says of a mention. */
interface ComparedClause {
  company: readonly string[]
  subjects: readonly string[]
  modifiers: readonly string[]
  also: number
  determiner: number
  path: number
  verbTag: number
  anaphor: number
  number: number
}

type ComparedOf = (mention: EventMention) => Compared

/** Reads what is compared of the mentions of a document. */
export function compareMentions(doc: Document, contextOf: ContextOf, clauseOf: ClauseOf): ComparedOf {
  // No two mentions begin alike.
  const known = new Map<number, Compared>()
  return (mention) => {
    let compared = known.get(mention.start)
    if (!compared) {
      compared = read(mention)
      known.set(mention.start, compared)
    }
    return compared
  }

  function read(mention: EventMention): Compared {
    const { start, end, sentence } = mention
    const words = doc.text.slice(start, end).toLowerCase().split(/\s+/)
    const before = doc.text
      .slice(Math.max(sentence.start, start - 40), start)
      .toLowerCase()
      .match(/[\p{L}'’-]+/gu)
    return {
      index: contextOf(mention).sentenceIndex,
      words,
      phrase: words.join(),
      head: textId(words.at(-1)),
      before: [textId(before?.at(-1)), textId(before?.at(-2))],
      clause: comparedClause(clauseOf(mention)),
    }
  }
}

/** What says that a new mention is of an occasion that was named before; `isRuled` is what the rules say. */
export function pairFeatures(
  known: EventCluster,
  fresh: EventCluster,
  rank: number,
  isRuled: boolean,
  comparedOf: ComparedOf,
): Features {
  features.clear()
  const [mention, last, opening] = [fresh.mentions[0]!, known.mentions.at(-1)!, known.mentions[0]!]
  const own = comparedOf(mention)
  const others = identifying(known).map(comparedOf)
  const { index, words } = own
  const gap = Math.min(6, index - comparedOf(last).index)
  const sameHead = flag(others.some((other) => other.words.at(-1) === words.at(-1)))
  const whole = flag(others.some((other) => other.phrase === own.phrase))
  const named = (list: readonly string[]) => list.length > 1
  // "peace talks" and "trade talks", "the talks": modifiers that differ, or are left out.
  const modifiers = !named(words)
    ? 1
    : !others.some((other) => named(other.words))
      ? 2
      : others.some((other) => other.words[0] === words[0])
        ? 3
        : 4
  const definite = flag(fresh.definite)
  const type = textId(known.type)
  const types = textId(known.type) ^ (textId(fresh.type) << 1)
  const [d1, d2] = own.before
  const who = relation(known.who, fresh.who)
  const where = relation(known.where, fresh.where)
  const when = relation(known.when, fresh.when)
  const countries = relation(known.countries, fresh.countries)
  const tenses = textId(known.status) ^ (textId(fresh.status) << 1)
  const titled = flag(comparedOf(opening).index === 0 && others.every((one) => one.index === 0))

  // What the rules say.
  const rule = flag(isRuled)
  features.add(t.rule, rule)
  features.add(t['rule & type'], conjunction(rule, type))
  features.add(t['rule & rank'], conjunction(rule, rank))
  features.add(t['rule & rank & type'], conjunction(rule, rank, type))
  features.add(t['rule & gap'], conjunction(rule, gap))
  features.add(t['rule & same head'], conjunction(rule, sameHead))
  features.add(t['rule & modifiers'], conjunction(rule, modifiers))
  features.add(t['rule & definite'], conjunction(rule, definite))
  features.add(t['both types'], types)
  features.add(t.gap, gap)
  features.add(t['gap & type'], conjunction(gap, type))
  features.add(t.sentence, Math.min(6, index))
  features.add(t['known from headline & lead sentence'], conjunction(titled, Math.min(3, index)))
  features.add(t['known from headline & lead sentence & type'], conjunction(titled, Math.min(3, index), type))
  features.add(t['same head'], sameHead)
  features.add(t['same head & type'], conjunction(sameHead, type))
  features.add(t['same words'], whole)
  features.add(t['same words & definite'], conjunction(whole, definite))
  features.add(t.modifiers, modifiers)
  features.add(t['modifiers & type'], conjunction(modifiers, type))
  features.add(t['modifiers & same head & type'], conjunction(modifiers, sameHead, type))
  features.add(t.definite, definite)
  features.add(t['definite & type'], conjunction(definite, type))
  features.add(t['definite & same head & gap'], conjunction(definite, sameHead, gap))
  features.add(t['definite & rank'], conjunction(definite, rank))
  features.add(t.rank, rank)
  features.add(t['rank & type'], conjunction(rank, type))
  features.add(t['rank & same head'], conjunction(rank, sameHead))
  features.add(t.who, who)
  features.add(t['who & type'], conjunction(who, type))
  features.add(t['who & definite'], conjunction(who, definite))
  features.add(t['who & gap'], conjunction(who, gap))
  features.add(t['who & same head & type'], conjunction(who, sameHead, type))
  features.add(t.where, where)
  features.add(t['where & type'], conjunction(where, type))
  features.add(t.when, when)
  features.add(t['when & type'], conjunction(when, type))
  features.add(t['when & who'], conjunction(when, who))
  features.add(t['countries & type'], conjunction(countries, type))
  features.add(t['both statuses'], tenses)
  features.add(t['both statuses & type'], conjunction(tenses, type))
  features.add(t['same cancelled & type'], conjunction(flag(known.cancelled === fresh.cancelled), type))
  features.add(t['same previous & type'], conjunction(flag(known.previous === fresh.previous), type))
  features.add(t['previous & known previous'], conjunction(flag(fresh.previous), flag(known.previous)))
  features.add(t['word before'], d1)
  features.add(t['word before & type'], conjunction(d1, type))
  features.add(t['word 2 before & word before'], conjunction(d2, d1))
  features.add(t['head & known head'], conjunction(own.head, others.at(-1)!.head))
  features.add(t['head & type'], conjunction(own.head, type))
  features.add(t['head & definite'], conjunction(own.head, definite))
  features.add(t.mentions, Math.min(4, known.mentions.length))
  features.add(t['same sentence & word before'], conjunction(flag(mention.sentence === last.sentence), d1))
  features.add(
    t['same sentence & same head & type'],
    conjunction(flag(mention.sentence === last.sentence), sameHead, type),
  )
  addClauseFeatures(
    own.clause,
    others.map(({ clause }) => clause),
    rank,
    type,
    definite,
  )
  return features
}

const modifiers = new Set(['amod', 'compound', 'nmod', 'poss'])
const determiners = new Set(['det', 'poss'])
const numbers = new Set(['nummod'])
const adverbs = new Set(['advmod'])
const conjuncts = new Set(['conj'])
const further = new Set(['also', 'separately', 'later'])

const wordsAt = ({ tree }: Clause, token: number): string[] =>
  token < 0 ? [] : [token, ...tree.children(token, conjuncts)].map(tree.word)
const modifiersOf = ({ tree, head }: Clause) => tree.children(head, modifiers).map(tree.word)

function comparedClause(clause: Clause): ComparedClause {
  const { tree, head, verb } = clause
  const isAlso = verb >= 0 && tree.children(verb, adverbs).some((at) => further.has(tree.word(at)))
  return {
    company: wordsAt(clause, clause.company >= 0 ? clause.company : clause.object),
    subjects: wordsAt(clause, clause.subject),
    modifiers: modifiersOf(clause),
    also: flag(isAlso),
    determiner: textId(tree.word(tree.child(head, determiners))),
    path: textId(clause.path),
    verbTag: verb < 0 ? 0 : textId(tree.tag(verb)),
    anaphor: textId(clause.anaphor),
    number: flag(tree.child(head, numbers) >= 0),
  }
}

/** Companions, modifiers and determiners, as the trees of both sentences have them: "also met with", "the six-party talks". */
function addClauseFeatures(
  own: ComparedClause,
  others: readonly ComparedClause[],
  rank: number,
  type: number,
  definite: number,
): void {
  const company = relation(
    others.flatMap((other) => other.company),
    own.company,
  )
  const subjects = relation(
    others.flatMap((other) => other.subjects),
    own.subjects,
  )
  const modified = relation(
    others.flatMap((other) => other.modifiers),
    own.modifiers,
  )
  const { also, determiner, path, anaphor } = own
  const last = others.at(-1)!
  features.add(t.company, company)
  features.add(t['company & type'], conjunction(company, type))
  features.add(t['company & also'], conjunction(company, also))
  features.add(t['company & definite'], conjunction(company, definite))
  features.add(t['subjects & company'], conjunction(subjects, company))
  features.add(t['also & type'], conjunction(also, type))
  features.add(t['also & rank'], conjunction(also, rank))
  features.add(t['own modifiers'], modified)
  features.add(t['own modifiers & type'], conjunction(modified, type))
  features.add(t['own modifiers & determiner'], conjunction(modified, determiner))
  features.add(t['determiner & type'], conjunction(determiner, type))
  features.add(t['determiner & rank'], conjunction(determiner, rank))
  features.add(t.paths, conjunction(path, last.path))
  features.add(t['path & definite & type'], conjunction(path, definite, type))
  features.add(t['verb tags & type'], conjunction(own.verbTag, last.verbTag, type))
  features.add(t['anaphor & type'], conjunction(anaphor, type))
  features.add(t['anaphor & rank & type'], conjunction(anaphor, rank, type))
  features.add(t.number, own.number)
}
