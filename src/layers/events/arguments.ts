import type { Found, Known } from '../../base/found.ts'
import { beginningIn, covers, type Span } from '../../base/span.ts'
import { eventType } from '../../english/event-types.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import { isActor } from './titles.ts'

/** Ids of what takes part in one mention of an event. */
export interface Arguments {
  who: string[]
  where: string[]
  when: string[]
  /** Of a visit: who goes, and to which country. */
  visitor: string[]
  countries: string[]
}

export type ArgumentFinder = (mention: EventMention) => Arguments

/** A mention of somebody, a place or a date, with what it is of. */
export interface Placed extends Span {
  id: string
  known: Known
}

const longestLead = 90
const most = { subjects: 3, dates: 4 }

/** Finds who, where and when in the sentence of a mention, between the mentions on either side. */
export function argumentFinder(
  doc: Document,
  mentions: readonly EventMention[],
  found: Found,
  titled: readonly Known[],
): ArgumentFinder {
  const people = placed([...found.entities.filter(isActor), ...titled])
  const [places, dates] = [placed(found.places), placed(found.dates)]
  // Few rules give roles.
  let known: readonly Placed[] | undefined
  const anybody = () => (known ??= placed([...found.entities, ...found.places]))
  const order = new Map(mentions.map((mention, i) => [mention, i]))
  const between = (a: number, b: number) => doc.text.slice(a, b)

  return (mention) => {
    const { sentence, roles } = mention
    const i = order.get(mention)!
    const inSentence = (other: EventMention | undefined) => (other?.sentence === sentence ? other : undefined)
    const from = inSentence(mentions[i - 1])?.end ?? sentence.start
    const to = inSentence(mentions[i + 1])?.start ?? sentence.end
    const where = destination(within(places, mention.end, to), mention, between)
    const who =
      (roles.who && given(anybody(), roles.who)) ??
      participants(mention, within(people, sentence.start, sentence.end), from, to)
    const travels = eventType(mention.type).participants === 'guest'
    const listed = (first: Placed) => (travels ? listFrom(within(places, first.start, to), between) : [first])
    const there = given(places, roles.where) ?? (where && eventType(mention.type).hasPlace ? listed(where) : [])
    const when = given(dates, roles.when) ?? within(dates, from, to)
    return {
      who: idsOf(who),
      where: idsOf(there),
      when: idsOf(when).slice(0, most.dates),
      visitor: travels ? idsOf(who).slice(0, 1) : [],
      countries: travels && where?.known.country ? [where.known.country] : [],
    }
  }

  function participants(mention: EventMention, named: readonly Placed[], from: number, to: number): Placed[] {
    const isPerson = ({ known }: Placed) => known.type === 'person'
    const before = named.filter(({ end }) => end <= mention.start)
    const left = before.filter(({ start }) => start >= from)
    const right = named.filter(({ start, end }) => start >= mention.end && end <= to)
    const after = between(mention.end, to)
    const { participants } = eventType(mention.type)
    if (participants === 'guest') {
      const guests = right.filter(({ start }) => /^\s*(?:of|by)\s[^,.;]{0,60}$/.test(between(mention.end, start)))
      const guest = guests.find(isPerson) ?? guests[0]
      // "his visit", "this visit": who goes was said before.
      const told = /\b(?:his|her|their|this|that|he|she|they)(?:\s\S+){0,2}\s*$/i.test(between(from, mention.start))
      const subject = guest ?? left.findLast(isPerson) ?? (told ? undefined : left.at(-1))
      return subject ? [subject] : []
    }
    if (participants === 'actor') {
      const subject = left.findLast(isPerson)
      return subject ? [subject] : []
    }
    // What stands before the first occasion of a sentence is the subject of all; what stands between two may be the
    // company of the first: "a meeting with A and an official meeting with B".
    const subjects = /^\s*(?:\w+\s+){0,3}between\b/.test(after)
      ? []
      : before.filter(({ end }) => end <= firstStart(mention))
    const people = [...subjects.filter(isPerson).slice(0, most.subjects), ...right.filter(isPerson)]
    const sides = countries(mention, from, to)
    if (sides.length > 0 && !right.some(isPerson))
      return [...subjects.filter(isPerson).slice(0, 1), ...right.slice(0, 2), ...sides]
    // Delegations: "the EU and Russia held talks".
    return people.length > 0 ? people : [...left.slice(0, 2), ...right.slice(0, 2)]
  }

  /** "Chile suspended trade negotiations with Peru", "talks between Ankara and Athens": countries that act. */
  function countries(mention: EventMention, from: number, to: number): Placed[] {
    if (!eventType(mention.type).countriesAct) return []
    const right = within(places, mention.end, to)
    const first = right.find(({ start }) =>
      /^(?:\s\w+){0,2}\s(?:with|between)(?: (?:the|neighbou?ring))*\s$/.test(between(mention.end, start)),
    )
    if (!first) return []
    const second = right.find(
      ({ start }) => start > first.end && /^(?:, |,? and (?:the )?)$/.test(between(first.end, start)),
    )
    const lead = second ? undefined : within(places, from, mention.start).at(0)
    return [lead, first, second].filter((place) => place !== undefined)
  }

  function firstStart(mention: EventMention): number {
    let i = order.get(mention)!
    while (mentions[i - 1]?.sentence === mention.sentence) i--
    return mentions[i]!.start
  }
}

const idsOf = (list: readonly Placed[]) => [...new Set(list.map(({ id }) => id))]

const given = (list: readonly Placed[], role: Span | undefined) => role && list.filter((span) => covers(role, span))

/** All mentions, in order. */
export const placed = (known: readonly Known[]): Placed[] =>
  known
    .flatMap((item) => item.mentions.map(({ start, end }) => ({ id: item.id, known: item, start, end })))
    .sort((a, b) => a.start - b.start)

const within = (list: readonly Placed[], from: number, to: number): Placed[] =>
  beginningIn(list, { start: from, end: to }).filter(({ end }) => end <= to)

const leadsTo = /(?:^|\W)(?:to|in|at|via)$/i
const between = /^(?:the|neighbou?ring|nearby|capital|city|of|\w+ern)$/i

/** "to", "in the northern city of", "via the Egyptian capital": what stands between an occasion and its place. */
function leads(text: string): boolean {
  if (text.trim() === '') return true
  const words = text.trimEnd().split(' ')
  for (let i = words.length - 1; i >= 0; i--) {
    if (leadsTo.test(words[i]!)) return true
    const beforeCapital = /^capital$/i.test(words[i + 1] ?? '') && /^\w+$/.test(words[i]!)
    if (!beforeCapital && !between.test(words[i]!)) return false
  }
  return false
}

/** The place that a mention leads to: "visit to Dhaka", "journey from Jakarta to Dhaka", "talks in Geneva". */
const destination = (
  right: readonly Placed[],
  { start: from, end }: EventMention,
  textOf: (a: number, b: number) => string,
) => {
  // Who leaves a place visits the one that he leaves for.
  const leadsThere = leavings.test(textOf(from, end)) ? leadsAway : leads
  return right.find(({ start }) => start - end < longestLead && leadsThere(textOf(end, start)))
}

/** "Sweden and Switzerland": a place with those of its kind that stand in one list with it. */
function listFrom(places: readonly Placed[], textOf: (a: number, b: number) => string): Placed[] {
  const listed = places.slice(0, 1)
  for (const place of places.slice(1)) {
    const last = listed.at(-1)!
    if (place.known.type !== last.known.type || !listLink.test(textOf(last.end, place.start))) break
    listed.push(place)
  }
  return listed.length > 1 && /and\s/.test(textOf(listed.at(-2)!.end, listed.at(-1)!.start))
    ? listed
    : places.slice(0, 1)
}

const listLink = /^(?:,|,? and)\s$/

const leavings = /^(?:left|leaves?|leaving|depart(?:s|ed|ing)?)$/i
const leadsAway = (text: string) => /(?:^|\W)for(?: the)?$/i.test(text.trimEnd())
