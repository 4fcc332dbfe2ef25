import { settle } from '../base/precedence.ts'
import { isUsers, type Provenance } from '../base/provenance.ts'
import { inOrder, type Span, SpanSet, withinAnyOf } from '../base/span.ts'
import { type Amount, findAmounts } from '../layers/amounts/amounts.ts'
import { chooseDates, type DateMention, type NamedDay, type SoughtDates, seekDates } from '../layers/dates/dates.ts'
import type { Gazetteer } from '../layers/locations/gazetteer.ts'
import { isNationIn, isPlaceIn } from '../layers/locations/nations.ts'
import { recogniseToponyms } from '../layers/locations/recognise.ts'
import { refinePlaces } from '../layers/locations/refine.ts'
import { statutes } from '../layers/names/edge-words.ts'
import { type NameMention, nameMentions } from '../layers/names/find-names.ts'
import { mayNamePeople } from '../layers/names/months.ts'
import { steps } from '../layers/names/steps.ts'
import { teamsAmong } from '../layers/names/teams.ts'
import type { Rules } from '../rules/ruleset.ts'
import { type UserName, userDays, userNameCandidates } from '../rules/user.ts'
import type { TreeOf } from '../syntax/sentence-tree.ts'
import type { Document } from '../text/document.ts'
import { nounPhrasesOf } from '../text/noun-phrases.ts'
import type { ExtractOptions } from './options.ts'
import type { Resources } from './resources.ts'
import type { Wanted } from './selection.ts'

/** The dates of rule sets, and of the others all that could be one, with those that are chosen. */
export interface SightedDates {
  days: readonly NamedDay[]
  soughtDates: SoughtDates
  chosenDates: readonly DateMention[]
}

/** What the tagger and the rules for names say, before dates and rule sets have their say. */
export interface SightedNames {
  taggedNames: readonly NameMention[]
  allAmounts: readonly Amount[]
}

/** What the mentions of a story were chosen from. */
export interface Considered {
  days: readonly NamedDay[]
  dates: SoughtDates
  userNames: readonly UserName[]
  /** Lists that may share names. */
  names: readonly (readonly NameMention[])[]
}

/** The mentions that hold: none overlaps another. Places are names of the type `location`. */
export interface Mentions {
  dates: readonly DateMention[]
  names: readonly NameMention[]
  amounts: readonly Amount[]
  considered: Considered
}

export function sightDates(
  { user }: Resources,
  { doc, about }: { doc: Document; about: ExtractOptions },
): SightedDates {
  const days = userDays(doc, user)
  const soughtDates = seekDates(doc, about)
  return { days, soughtDates, chosenDates: chooseDates(doc, soughtDates, days) }
}

export function sightNames(
  { tagger, gazetteer, rules }: Resources,
  { doc, treeOf, wanted, chosenDates }: { doc: Document; treeOf: TreeOf; wanted: Wanted } & SightedDates,
): SightedNames {
  if (!wanted.names && !mayTakeDates(doc, chosenDates, rules)) return { taggedNames: [], allAmounts: [] }
  const allAmounts = findAmounts(doc)
  const knowing = { tag: tagger, treeOf, isPlace: isPlaceIn(gazetteer) }
  return { taggedNames: nameMentions(doc, knowing, allAmounts), allAmounts }
}

/** Whether names may win over a date: people called like a month, laws with a year, and what a user's rules find by names. */
const mayTakeDates = (doc: Document, dates: readonly Span[], { names }: Rules): boolean =>
  dates.length > 0 && (names.rules.length > 0 || mayNamePeople(doc) || statutes(doc).length > 0)

/**
 * The dates, names and amounts of a document. Each layer has said what it finds; what holds where they overlap is settled
 * before places are looked for among the names, and once more with all of them.
 */
export function settleMentions(
  { rules, gazetteer, user }: Resources,
  reading: { doc: Document; wanted: Wanted } & SightedDates & SightedNames,
): Mentions {
  const { doc, wanted, days, soughtDates, chosenDates, taggedNames, allAmounts } = reading
  const known = { names: taggedNames, dates: chosenDates, nounPhrases: nounPhrasesOf(doc, chosenDates) }
  const userNames = userNameCandidates(doc, user, rules.names, known)
  const first = settle({ userNames, ...byOrigin(chosenDates, days), ...byStep(taggedNames) })
  const dates = inOrder<DateMention>(first.userDates, first.dates)
  const considered = { days, dates: soughtDates, userNames, names: [taggedNames] }
  if (!wanted.names) return { dates, names: [], amounts: [], considered }
  const placed = placesAmong(doc, first, gazetteer)
  const teams = teamsAmong(doc, placed, isNationIn(gazetteer), isPlaceIn(gazetteer))
  // "500 million U.S. dollars" has no United States.
  const isCounted = withinAnyOf(allAmounts)
  const names = placed.filter((name) => !isUsers(name.foundBy) && !isCounted(name))
  const settled = settle({ ...first, monthPeople: [], teams, names, amounts: allAmounts })
  return {
    dates,
    names: inOrder<NameMention>(namesOf(settled.userNames), settled.teams, settled.names),
    amounts: settled.amounts,
    considered: { ...considered, names: [taggedNames, names, teams] },
  }
}

function byOrigin(dates: readonly DateMention[], days: readonly NamedDay[]) {
  const named = new SpanSet(days)
  const isOfUser = (date: Span) => named.overlapping(date) !== undefined
  return { userDates: dates.filter(isOfUser), dates: dates.filter((date) => !isOfUser(date)) }
}

/** "Mrs May", "the Terrorism Act 2000": names in which a month or a year is no date. */
const holdsDate = (step: Provenance): boolean => step === steps.month || step === steps.statute

const byStep = (names: readonly NameMention[]) => ({
  monthPeople: names.filter(({ foundBy }) => holdsDate(foundBy)),
  names: names.filter(({ foundBy }) => !holdsDate(foundBy)),
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
  const refined = refinePlaces(doc, inOrder<NameMention>(namesOf(userNames), monthPeople, names), gazetteer)
  const taken = [...refined, ...userNames, ...userDates, ...dates]
  return inOrder<NameMention>(refined, recogniseToponyms(doc, taken, gazetteer))
}
