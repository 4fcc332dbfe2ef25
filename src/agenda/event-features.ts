import type { Document } from '../document/document.ts'
import { tokenAt } from '../document/position.ts'
import { hashText } from '../hash.ts'
import type { Trigger } from './agenda.ts'
import type { Draft } from './events.ts'
import { FeatureList, flag, textId } from './feature-list.ts'
import { edges, has, type Outline, stemId } from './outline.ts'
import { isSame } from './same.ts'
import { isCancelled, isDefinite, isPrevious, tenseOf } from './status.ts'

const reach = 8

/** What surrounds a trigger. */
export interface Surroundings {
  outline: Outline
  /** Of its sentence in the story. */
  order: number
  /** Where the days of its clause lie, seen from the publication: 1 before, 2 on it, 3 after, 0 unknown. */
  day: number
}

/** What the words around a trigger say of it: whether it is an occasion of the story, and whether it is over. */
function triggerFeatures(
  doc: Document,
  trigger: Trigger,
  { outline, order, day }: Surroundings,
  base: number,
  lexical: boolean,
): number[] {
  const { tokens } = doc
  const { sentence } = trigger
  const list = new FeatureList(base)
  const first = tokenAt(doc, trigger.start)
  const last = Math.max(first + 1, tokenAt(doc, trigger.end))
  const { words } = outline
  const [left, right] = [outline.wordAt(first), outline.wordAt(last)]
  const word = (i: number) => (i >= sentence.first && i < sentence.last ? hashText(tokens[i]!.normal) : 0)
  const tag = textId(tokens[first]?.tags.at(-1))
  const stem = (k: number) => (k < 0 ? edges.before : (words[k]?.stem ?? edges.after))
  const kind = (k: number) => (k < 0 ? edges.before : (words[k]?.kind ?? edges.after))
  const head = stemId(tokens[last - 1])
  const type = textId(trigger.type)
  const titled = flag(order === 0 && !/[.!?]["”’]?$/.test(doc.text.slice(sentence.start, sentence.end)))
  const tense = textId(tenseOf(doc, trigger))

  // What the rules of tense, of days and of headlines say.
  list.add()
  list.add(type)
  list.add(tense)
  list.add(tense, type)
  list.add(tense, head)
  list.add(tense, textId(trigger.source))
  list.add(day)
  list.add(day, type)
  list.add(day, tense)
  list.add(titled)
  list.add(titled, type)
  list.add(titled, head)
  list.add(titled, tense)
  list.add(flag(isCancelled(doc, trigger)))
  list.add(flag(isDefinite(doc, trigger)))
  list.add(flag(isPrevious(doc, trigger)))
  list.add(flag(order < 3))
  // The verbs of the clause, as they are written: "will", "had been", "ended".
  const auxiliaries: number[] = []
  for (let i = first - 1; i >= sentence.first && i >= first - 12; i--)
    if (has(tokens[i], 'Verb') || /^(?:to|will|would|not)$/.test(tokens[i]!.normal)) auxiliaries.push(word(i))
  list.add(auxiliaries[0] ?? 0)
  list.add(auxiliaries[1] ?? 0, auxiliaries[0] ?? 0)
  list.add(auxiliaries[0] ?? 0, type)
  list.each(auxiliaries)
  let next = last
  while (next < sentence.last && next < last + 6 && !has(tokens[next], 'Verb')) next++
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
  const kinds = (from: number, to: number) => words.slice(Math.max(0, from), Math.max(0, to)).map(({ kind }) => kind)
  list.each(kinds(left - reach, left))
  list.each(kinds(right, right + reach))
  if (!lexical) return list.ids
  list.add(head)
  list.add(textId(trigger.source))
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
  const stems = (from: number, to: number) => words.slice(Math.max(0, from), Math.max(0, to)).map(({ stem }) => stem)
  list.each(stems(left - reach, left))
  list.each(stems(right, right + reach))
  list.each(stems(left - reach, left), type)
  list.each(stems(right, right + reach), type)
  return list.ids
}

/** Templates of what is asked of a trigger: whether it is an occasion, then for each status. */
const bases = { occasion: 4000, pair: 5000, status: 6000, step: 1000 }

/** What says that a trigger is an occasion of the story. */
export const occasionFeatures = (doc: Document, trigger: Trigger, around: Surroundings): number[] =>
  triggerFeatures(doc, trigger, around, bases.occasion, true)

/** What says that an occasion has a status, by its number in `statuses`. */
export const statusFeatures = (doc: Document, trigger: Trigger, around: Surroundings, status: number): number[] =>
  triggerFeatures(doc, trigger, around, bases.status + status * bases.step, false)

const share = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id))
const relation = (a: readonly string[], b: readonly string[]) =>
  a.length === 0 || b.length === 0 ? (a.length === b.length ? 0 : a.length === 0 ? 1 : 2) : share(a, b) ? 3 : 4

/** The number of a trigger's sentence in the story. */
export type OrderOf = (trigger: Trigger) => number

/** What says that a new mention is of an occasion that was named before. */
export function pairFeatures(doc: Document, known: Draft, fresh: Draft, rank: number, place: OrderOf): number[] {
  const list = new FeatureList(bases.pair)
  const [trigger, last, opening] = [fresh.triggers[0]!, known.triggers.at(-1)!, known.triggers[0]!]
  const gap = Math.min(6, place(trigger) - place(last))
  const words = (one: Trigger) => doc.text.slice(one.start, one.end).toLowerCase().split(/\s+/)
  const own = words(trigger)
  const others = known.triggers.map(words)
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
  const titled = flag(place(opening) === 0 && known.triggers.every((one) => place(one) === 0))

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
  return list.ids
}
