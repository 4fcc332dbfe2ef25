import { settle } from '../base/precedence.ts'
import { isUsers } from '../base/provenance.ts'
import { byPosition, type Span, SpanSet } from '../base/span.ts'
import { type Amount, findAmounts } from '../layers/amounts/amounts.ts'
import { chooseDates, type DateMention, type NamedDay, type SoughtDates, seekDates } from '../layers/dates/dates.ts'
import type { Gazetteer } from '../layers/locations/gazetteer.ts'
import { isNationIn, isPlaceIn } from '../layers/locations/nations.ts'
import { recogniseToponyms } from '../layers/locations/recognise.ts'
import { refinePlaces } from '../layers/locations/refine.ts'
import { type NameMention, nameMentions } from '../layers/names/find-names.ts'
import { steps } from '../layers/names/steps.ts'
import { teamsAmong } from '../layers/names/teams.ts'
import { type UserName, userDays, userNameCandidates } from '../rules/user.ts'
import type { TreeOf } from '../syntax/sentence-tree.ts'
import type { Document } from '../text/document.ts'
import { nounPhrasesOf } from '../text/noun-phrases.ts'
import type { ExtractOptions } from './options.ts'
import type { Resources } from './resources.ts'

/** What the mentions of a story were chosen from. */
export interface Considered {
  days: readonly NamedDay[]
  dates: SoughtDates
  userNames: readonly UserName[]
  names: readonly NameMention[]
}

/** The mentions that hold: none overlaps another. Places are names of the type `location`. */
interface Mentions {
  dates: readonly DateMention[]
  names: readonly NameMention[]
  amounts: readonly Amount[]
  considered: Considered
}

/**
 * The dates, names and amounts of a document. Each layer says what it finds; what holds where they overlap is settled
 * before places are looked for among the names, and once more with all of them.
 */
export function readMentions(
  { rules, gazetteer, tagger, user }: Resources,
  doc: Document,
  treeOf: TreeOf,
  about: ExtractOptions,
): Mentions {
  const days = userDays(doc, user)
  const sought = seekDates(doc, about)
  const found = chooseDates(doc, sought, days)
  const amounts = findAmounts(doc)
  const tagged = nameMentions(doc, { tag: tagger, treeOf, isPlace: isPlaceIn(gazetteer) }, amounts)
  const known = { names: tagged, dates: found, nounPhrases: nounPhrasesOf(doc, found) }
  const userNames = userNameCandidates(doc, user, rules.names, known)
  const first = settle({ userNames, ...byOrigin(found, days), ...byStep(tagged) })
  const placed = placesAmong(doc, first, gazetteer)
  const teams = teamsAmong(doc, placed, isNationIn(gazetteer))
  const names = placed.filter(({ foundBy }) => !isUsers(foundBy))
  const settled = settle({ ...first, monthPeople: [], teams, names, amounts })
  return {
    dates: [...settled.userDates, ...settled.dates].sort(byPosition),
    names: [...namesOf(settled.userNames), ...settled.teams, ...settled.names].sort(byPosition),
    amounts: settled.amounts,
    considered: { days, dates: sought, userNames, names: [...new Set([...tagged, ...names, ...teams])] },
  }
}

function byOrigin(dates: readonly DateMention[], days: readonly NamedDay[]) {
  const named = new SpanSet(days)
  const isOfUser = (date: Span) => named.overlapping(date) !== undefined
  return { userDates: dates.filter(isOfUser), dates: dates.filter((date) => !isOfUser(date)) }
}

const byStep = (names: readonly NameMention[]) => ({
  monthPeople: names.filter(({ foundBy }) => foundBy === steps.month),
  names: names.filter(({ foundBy }) => foundBy !== steps.month),
})

/** What a user ignores covers others and is itself nothing. */
const namesOf = (names: readonly UserName[]) => names.filter(({ type }) => type !== 'ignore')

interface FirstSettled {
  userNames: readonly UserName[]
  userDates: readonly Span[]
  monthPeople: readonly NameMention[]
  dates: readonly Span[]
  names: readonly NameMention[]
}

/** The names as the gazetteer corrects them, and the places that the tagger passed over. */
function placesAmong(doc: Document, settled: FirstSettled, gazetteer: Gazetteer): NameMention[] {
  const { userNames, userDates, monthPeople, dates, names } = settled
  const refined = refinePlaces(doc, [...namesOf(userNames), ...monthPeople, ...names].sort(byPosition), gazetteer)
  const taken = [...refined, ...userNames, ...userDates, ...dates]
  return [...refined, ...recogniseToponyms(doc, taken, gazetteer)].sort(byPosition)
}
