import { FeatureList, flag, textId } from '../../model/feature-list.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import { type EventCluster, identifying } from './clusters.ts'
import { areCoreferent } from './coreference.ts'
import { isDefinite } from './status.ts'

const base = 5000
const list = new FeatureList()

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
): FeatureList {
  list.begin(base)
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
  list.add(rule)
  list.add(rule, type)
  list.add(rule, rank)
  list.add(rule, rank, type)
  list.add(rule, gap)
  list.add(rule, sameHead)
  list.add(rule, modifiers)
  list.add(rule, definite)
  list.add(types)
  list.add(gap)
  list.add(gap, type)
  list.add(Math.min(6, indexOf(mention)))
  list.add(titled, Math.min(3, indexOf(mention)))
  list.add(titled, Math.min(3, indexOf(mention)), type)
  list.add(sameHead)
  list.add(sameHead, type)
  list.add(whole)
  list.add(whole, definite)
  list.add(modifiers)
  list.add(modifiers, type)
  list.add(modifiers, sameHead, type)
  list.add(definite)
  list.add(definite, type)
  list.add(definite, sameHead, gap)
  list.add(definite, rank)
  list.add(rank)
  list.add(rank, type)
  list.add(rank, sameHead)
  list.add(who)
  list.add(who, type)
  list.add(who, definite)
  list.add(who, gap)
  list.add(who, sameHead, type)
  list.add(where)
  list.add(where, type)
  list.add(when)
  list.add(when, type)
  list.add(when, who)
  list.add(countries, type)
  list.add(tenses)
  list.add(tenses, type)
  list.add(flag(known.cancelled === fresh.cancelled), type)
  list.add(flag(known.previous === fresh.previous), type)
  list.add(flag(fresh.previous), flag(known.previous))
  list.add(d1)
  list.add(d1, type)
  list.add(d2, d1)
  list.add(textId(own.at(-1)), textId(others.at(-1)!.at(-1)))
  list.add(textId(own.at(-1)), type)
  list.add(textId(own.at(-1)), definite)
  list.add(Math.min(4, known.mentions.length))
  list.add(flag(mention.sentence === last.sentence), d1)
  list.add(flag(mention.sentence === last.sentence), sameHead, type)
  return list
}
