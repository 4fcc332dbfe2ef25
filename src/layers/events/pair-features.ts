import { conjunction, Features, flag, templates, textId } from '../../model/features.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import type { Clause, ClauseOf } from './clause.ts'
import { type EventCluster, identifying } from './clusters.ts'
import { areCoreferent } from './coreference.ts'
import { isDefinite } from './status.ts'

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

/** The number of a mention's sentence in the story. */
export type IndexOf = (mention: EventMention) => number

/** What says that a new mention is of an occasion that was named before. */
export function pairFeatures(
  doc: Document,
  known: EventCluster,
  fresh: EventCluster,
  rank: number,
  indexOf: IndexOf,
  clauseOf: ClauseOf,
): Features {
  features.clear()
  const [mention, last, opening] = [fresh.mentions[0]!, known.mentions.at(-1)!, known.mentions[0]!]
  const gap = Math.min(6, indexOf(mention) - indexOf(last))
  const words = (one: EventMention) => doc.text.slice(one.start, one.end).toLowerCase().split(/\s+/)
  const own = words(mention)
  const mentions = identifying(known)
  const others = mentions.map(words)
  const sameHead = flag(others.some((other) => other.at(-1) === own.at(-1)))
  const whole = flag(others.some((other) => other.join() === own.join()))
  const named = (list: readonly string[]) => list.length > 1
  // "peace talks" and "trade talks", "the talks": modifiers that differ, or are left out.
  const modifiers = !named(own) ? 1 : !others.some(named) ? 2 : others.some((other) => other[0] === own[0]) ? 3 : 4
  const definite = flag(isDefinite(doc, mention))
  const type = textId(known.type)
  const types = textId(known.type) ^ (textId(fresh.type) << 1)
  const before =
    doc.text
      .slice(Math.max(mention.sentence.start, mention.start - 40), mention.start)
      .toLowerCase()
      .match(/[\p{L}'’-]+/gu) ?? []
  const [d1, d2] = [textId(before.at(-1)), textId(before.at(-2))]
  const who = relation(known.who, fresh.who)
  const where = relation(known.where, fresh.where)
  const when = relation(known.when, fresh.when)
  const countries = relation(known.countries, fresh.countries)
  const tenses = textId(known.status) ^ (textId(fresh.status) << 1)
  const titled = flag(indexOf(opening) === 0 && mentions.every((one) => indexOf(one) === 0))

  // What the rules say.
  const rule = flag(areCoreferent(doc, known, fresh))
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
  features.add(t.sentence, Math.min(6, indexOf(mention)))
  features.add(t['known from headline & lead sentence'], conjunction(titled, Math.min(3, indexOf(mention))))
  features.add(
    t['known from headline & lead sentence & type'],
    conjunction(titled, Math.min(3, indexOf(mention)), type),
  )
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
  features.add(t['head & known head'], conjunction(textId(own.at(-1)), textId(others.at(-1)!.at(-1))))
  features.add(t['head & type'], conjunction(textId(own.at(-1)), type))
  features.add(t['head & definite'], conjunction(textId(own.at(-1)), definite))
  features.add(t.mentions, Math.min(4, known.mentions.length))
  features.add(t['same sentence & word before'], conjunction(flag(mention.sentence === last.sentence), d1))
  features.add(
    t['same sentence & same head & type'],
    conjunction(flag(mention.sentence === last.sentence), sameHead, type),
  )
  addClauseFeatures(mention, mentions, rank, type, definite, clauseOf)
  return features
}

const modifiers = new Set(['amod', 'compound', 'nmod', 'poss'])
const determiners = new Set(['det', 'poss'])
const numbers = new Set(['nummod'])
const adverbs = new Set(['advmod'])
const conjuncts = new Set(['conj'])

const wordsAt = ({ tree }: Clause, token: number): string[] =>
  token < 0 ? [] : [token, ...tree.children(token, conjuncts)].map(tree.word)
const modifiersOf = ({ tree, head }: Clause) => tree.children(head, modifiers).map(tree.word)

/** Companions, modifiers and determiners, as the trees of both sentences have them: "also met with", "the six-party talks". */
function addClauseFeatures(
  mention: EventMention,
  knownMentions: readonly EventMention[],
  rank: number,
  type: number,
  definite: number,
  clauseOf: ClauseOf,
): void {
  const own = clauseOf(mention)
  const others = knownMentions.map(clauseOf)
  const { tree } = own
  const companyOf = (clause: Clause) => wordsAt(clause, clause.company >= 0 ? clause.company : clause.object)
  const company = relation(others.flatMap(companyOf), companyOf(own))
  const subjects = relation(
    others.flatMap((clause) => wordsAt(clause, clause.subject)),
    wordsAt(own, own.subject),
  )
  const also = flag(
    own.verb >= 0 && tree.children(own.verb, adverbs).some((at) => /^(?:also|separately|later)$/.test(tree.word(at))),
  )
  const modified = relation(others.flatMap(modifiersOf), modifiersOf(own))
  const determiner = textId(tree.word(tree.child(own.head, determiners)))
  const path = textId(own.path)
  const last = others.at(-1)!
  const tagOf = (clause: Clause) => (clause.verb < 0 ? 0 : textId(clause.tree.tag(clause.verb)))
  const anaphor = textId(own.anaphor)
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
  features.add(t.paths, conjunction(path, textId(last.path)))
  features.add(t['path & definite & type'], conjunction(path, definite, type))
  features.add(t['verb tags & type'], conjunction(tagOf(own), tagOf(last), type))
  features.add(t['anaphor & type'], conjunction(anaphor, type))
  features.add(t['anaphor & rank & type'], conjunction(anaphor, rank, type))
  features.add(t.number, flag(tree.child(own.head, numbers) >= 0))
}
