import { turns } from '../../english/event-senses.ts'
import { eventType } from '../../english/event-types.ts'
import type { EventMention } from '../../rules/mentions.ts'
import type { Document } from '../../text/document.ts'
import { isHeadline } from '../../text/headline.ts'
import { type Clause, type ClauseOf, isTiedInTime } from './clause.ts'
import { type EventCluster, identifying } from './clusters.ts'
import type { ComparedOf } from './compared.ts'

const shares = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id))
const disagree = (a: readonly string[], b: readonly string[]) => a.length > 0 && b.length > 0 && !shares(a, b)

/** Whether two mentions are of one occasion, as far as rules can tell: by type, who, where, when, and how it is named. */
export function areCoreferent(doc: Document, a: EventCluster, b: EventCluster): boolean {
  if (a.type !== b.type || a.cancelled !== b.cancelled) return false
  // What the headline names, the lead names again.
  if (isLead(doc, b.mentions[0]!) && identifying(a).every(({ sentence }) => isHeadline(doc, sentence))) return true
  if (!a.cancelled && b.previous !== a.previous) return false
  const last = b.mentions[0]!
  const { sameBy } = eventType(a.type)
  if (sameBy === 'head') return sameHead(doc, a, b)
  if (sameBy === 'guest') return !disagree(a.visitor, b.visitor) && !disagree(a.countries, b.countries)
  // Two meetings in one sentence, each with its own name, are two.
  if (identifying(a).some((mention) => mention.sentence === last.sentence) && disagree(a.who, b.who)) return false
  return b.definite ? !disagree(a.who, b.who) || b.who.length === 0 : shares(a.who, b.who) && !disagree(a.when, b.when)
}

/** Whether two visits are of other guests to other places: "Lavrov will visit Dhaka. Wang will visit Paris." */
export const isOther = (a: EventCluster, b: EventCluster): boolean =>
  bothOfGuests(a, b) && disagree(a.visitor, b.visitor) && disagree(a.countries, b.countries)

/** Whether two people or more are named for each, and nobody for both: "Yellen will meet He", "Biden and Xi will meet". */
export function areOfOtherPeople(known: EventCluster, fresh: EventCluster, comparedOf: ComparedOf): boolean {
  const peopleOf = (mention: EventMention) => comparedOf(mention).names.people
  const here = peopleOf(fresh.mentions[0]!)
  if (here.length < 2 || shares(here, known.who)) return false
  const there = identifying(known).map(peopleOf)
  return there.some(({ length }) => length > 1) && !there.some((people) => shares(people, here))
}

/** Whether one follows on the other: "After talks with Modi, Xi met Khan"; but "after the talks, they said the meeting was". */
export function isInSequence(known: EventCluster, fresh: EventCluster, clauseOf: ClauseOf): boolean {
  const [last, mention] = [known.mentions.at(-1)!, fresh.mentions[0]!]
  if (fresh.definite || known.type !== fresh.type || last.sentence !== mention.sentence) return false
  return isTiedInTime(clauseOf(last)) !== isTiedInTime(clauseOf(mention))
}

/** Whether a sentence turns to another time for it: "Earlier, he met the governor"; a lead tells what the headline does. */
export function isOfAnotherTime(doc: Document, known: EventCluster, fresh: EventCluster, clauseOf: ClauseOf): boolean {
  const [last, mention] = [known.mentions.at(-1)!, fresh.mentions[0]!]
  if (isBeforeAndAhead(clauseOf(last), clauseOf(mention))) return true
  if (fresh.definite || last.sentence === mention.sentence || isLead(doc, mention)) return false
  return clauseOf(mention).isVerb && turns.has(doc.tokens[mention.sentence.first]!.normal)
}

/** "will visit Oslo on Friday", "visited Oslo in March": what somebody did on a day is not what he will do. */
const isBeforeAndAhead = (a: Clause, b: Clause): boolean => (isAhead(a) && isPast(b)) || (isPast(a) && isAhead(b))

const isAhead = ({ isVerb, auxiliaries }: Clause): boolean => isVerb && auxiliaries.includes('will')

const isPast = ({ isVerb, tree, head, kindOf }: Clause): boolean =>
  isVerb && tree.tag(head) === 'VBD' && [1, 2, 3, 4].some((ahead) => kindOf(head + ahead) === 'date')

/** Whether both are visits of one guest: "Lavrov's visit to Dhaka", "Lavrov's journey". */
export const isSameGuest = (a: EventCluster, b: EventCluster): boolean =>
  bothOfGuests(a, b) && shares(a.visitor, b.visitor)

const bothOfGuests = (a: EventCluster, b: EventCluster) => a.type === b.type && eventType(a.type).sameBy === 'guest'

const isLead = (doc: Document, { sentence }: EventMention): boolean =>
  sentence === doc.sentences[1] || sentence === doc.sentences[2]

const head = (doc: Document, { start, end }: EventMention) => doc.text.slice(start, end).toLowerCase().split(/\s+/)

/** "the summit" is the G20 summit named before; "the G20 summit" is not the EU summit. */
function sameHead(doc: Document, a: EventCluster, b: EventCluster): boolean {
  const words = head(doc, b.mentions[0]!)
  return identifying(a).some((mention) => {
    const other = head(doc, mention)
    return other.at(-1) === words.at(-1) && (words.length === 1 || other.length === 1 || other[0] === words[0])
  })
}
