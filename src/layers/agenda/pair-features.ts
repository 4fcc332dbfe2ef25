import type { Document } from '../../text/document.ts'
import type { Trigger } from './agenda.ts'
import { isSame } from './coreference.ts'
import { type Draft, telling } from './events.ts'
import { FeatureList, flag, textId } from './feature-list.ts'
import { isDefinite } from './status.ts'

const base = 5000
const list = new FeatureList()

const share = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id))
const relation = (a: readonly string[], b: readonly string[]) =>
  a.length === 0 || b.length === 0 ? (a.length === b.length ? 0 : a.length === 0 ? 1 : 2) : share(a, b) ? 3 : 4

/** The number of a trigger's sentence in the story. */
export type OrderOf = (trigger: Trigger) => number

/** What says that a new mention is of an occasion that was named before. */
export function pairFeatures(doc: Document, known: Draft, fresh: Draft, rank: number, place: OrderOf): FeatureList {
  list.begin(base)
  const [trigger, last, opening] = [fresh.triggers[0]!, known.triggers.at(-1)!, known.triggers[0]!]
  const gap = Math.min(6, place(trigger) - place(last))
  const words = (one: Trigger) => doc.text.slice(one.start, one.end).toLowerCase().split(/\s+/)
  const own = words(trigger)
  const mentions = telling(known)
  const others = mentions.map(words)
  const sameHead = flag(others.some((other) => other.at(-1) === own.at(-1)))
  const whole = flag(others.some((other) => other.join() === own.join()))
  const named = (list: readonly string[]) => list.length > 1
  // "peace talks" and "trade talks", "the talks": modifiers that differ, or are left out.
  const modifiers = !named(own) ? 1 : !others.some(named) ? 2 : others.some((other) => other[0] === own[0]) ? 3 : 4
  const definite = flag(isDefinite(doc, trigger))
  const type = textId(known.type)
  const types = textId(known.type) ^ (textId(fresh.type) << 1)
  const before =
    doc.text
      .slice(Math.max(trigger.sentence.start, trigger.start - 40), trigger.start)
      .toLowerCase()
      .match(/[\p{L}'’-]+/gu) ?? []
  const [d1, d2] = [textId(before.at(-1)), textId(before.at(-2))]
  const who = relation(known.who, fresh.who)
  const where = relation(known.where, fresh.where)
  const when = relation(known.when, fresh.when)
  const countries = relation(known.countries, fresh.countries)
  const tenses = textId(known.status) ^ (textId(fresh.status) << 1)
  const titled = flag(place(opening) === 0 && mentions.every((one) => place(one) === 0))

  // What the rules say.
  const rule = flag(isSame(doc, known, fresh))
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
  list.add(Math.min(6, place(trigger)))
  list.add(titled, Math.min(3, place(trigger)))
  list.add(titled, Math.min(3, place(trigger)), type)
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
  list.add(Math.min(4, known.triggers.length))
  list.add(flag(trigger.sentence === last.sentence), d1)
  list.add(flag(trigger.sentence === last.sentence), sameHead, type)
  return list
}
