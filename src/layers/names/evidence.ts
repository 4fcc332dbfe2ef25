import { inOrder, type Span, SpanSet } from '../../base/span.ts'
import { oneOf } from '../../base/word-list.ts'
import { groups, notNames, organizationHeads, organizations, portfolios } from '../../english/heads-and-titles.ts'
import {
  awards,
  beforeOrganizations,
  behindOrganizations,
  behindOwners,
  businessWords,
  contests,
  diseases,
  diseasesOfDoctors,
  firmNouns,
  firmsLikeSurnames,
  firmTails,
  greetings,
  houseHeads,
  newspaperHeads,
  notStormNames,
  ofAwards,
  statuteHeads,
  stormWords,
  surnamePrefixes,
} from '../../english/names.ts'
import type { TreeOf } from '../../syntax/sentence-tree.ts'
import type { Document, Token } from '../../text/document.ts'
import { wordTest } from '../../text/word.ts'
import { alike, hasLegalForm, isGivenName, likeness, shortFirmName } from './alias.ts'
import type { NameMention } from './find-names.ts'
import { roleAfterName } from './role-after.ts'
import { steps } from './steps.ts'

const peoples = new Set(groups)
const storm = new RegExp(`^${oneOf(stormWords)} (\\p{Lu}\\p{L}+)$`, 'u')
const junior = /\p{L} (?:Jr|Sr)$/u
const bodies: ReadonlySet<string> = new Set(organizations.filter((name) => /[ -]/.test(name)))
const ownName = new RegExp(`^['’]s ${oneOf(behindOwners)}(?!\\p{L})`, 'u')
const illness =
  /^['’]s(?: (?:disease|syndrome|patients|cases|research|drugs?|sufferers|treatments?|and|or)(?!\p{L})|[,.])/u
const disease = new RegExp(`^${oneOf(diseases)}(?![\\p{L}])`, 'u')
const greeted = new RegExp(`^${oneOf(greetings)} (?=\\p{Lu})`, 'u')
const greetingBefore = new RegExp(`["“‘]${oneOf(greetings)},? $`)
const newspapers: ReadonlySet<string> = new Set(newspaperHeads)
const houses: ReadonlySet<string> = new Set(houseHeads)
const doubleCapital = new RegExp(`^${oneOf(surnamePrefixes)}\\p{Lu}\\p{Ll}{2,}$`, 'u')

const award = new RegExp(`^${oneOf(awards)}$`)
const ofAward = new RegExp(`^[ -]${oneOf(ofAwards)}(?!\\p{L})`, 'u')
/** "Leeds, who have not won": one name is of many. */
const areMany = /^, (?:who|which) (?:have|are|were) /
const opens = /(?:^|[.!?]["”]?\s+|\n)$/

/** A name with the type that its own words give it, where the model took it for something else. */
export function typedByWords(doc: Document, treeOf: TreeOf, name: NameMention): NameMention {
  const { text } = doc
  const written = text.slice(name.start, name.end)
  const as = (type: string): NameMention => (name.type === type ? name : { ...name, type, foundBy: steps.words })
  const isLong = written.includes(' ')
  const stormName = isLong ? storm.exec(written)?.[1] : undefined
  if (stormName && !notStormNames.has(stormName.toLowerCase())) return as('event')
  if (isLong && junior.test(written)) return { ...as('person'), end: text[name.end] === '.' ? name.end + 1 : name.end }
  if (disease.test(written)) return name.type === 'person' || name.type === 'organization' ? as('misc') : name
  const noun = written.slice(0, Math.max(0, written.indexOf(' ')))
  if (name.type !== 'location' && firmNouns.has(noun) && !isGivenName(written.slice(noun.length + 1).split(' ')[0]!))
    return { ...as('organization'), start: name.start + noun.length + 1 }
  const greeting = isLong ? greeted.exec(written) : null
  if (greeting) return { ...as('person'), start: name.start + greeting[0].length }
  if (
    name.type === 'organization' &&
    greetingBefore.test(text.slice(Math.max(0, name.start - longestGreeting), name.start))
  )
    return as('person')
  if ((name.type === 'person' || name.type === 'misc') && bodies.has(written)) return as('organization')
  if (name.type === 'person' && !isLong && name.title === undefined) {
    const after = text.slice(name.end, name.end + longestOwner)
    if (ownName.test(after)) return { ...as('organization'), end: name.end + 2 }
    if (award.test(written) && ofAward.test(after)) return as('misc')
    if (areMany.test(after) && opens.test(text.slice(Math.max(0, name.start - 4), name.start)))
      return as('organization')
    if (diseasesOfDoctors.has(written) && illness.test(after)) return { ...as('misc'), end: name.end + 2 }
  }
  if (name.type === 'event' && isGamesFirm(text, name, written)) return as('organization')
  if ((name.type === 'person' || name.type === 'organization') && isStatute(written)) return as('law')
  if ((name.type === 'misc' || name.type === 'work') && isNewspaper(written)) return as('organization')
  if (name.type === 'location' && (isHouse(written) || isFirm(written))) return as('organization')
  if (name.type === 'misc' && isPersonWithRole(doc, treeOf, name, written)) return as('person')
  if (name.type === 'organization' && doubleCapital.test(written) && !firmsLikeSurnames.has(written))
    return as('person')
  return name
}

const longestGreeting = 12
const longestOwner = 20

/** "a dispute with Epic Games": contests have an article. */
function isGamesFirm(text: string, { start, end }: Span, written: string): boolean {
  const words = written.split(' ')
  if (words.length !== 2 || words[1] !== 'Games' || contests.has(words[0]!)) return false
  const before = text.slice(Math.max(0, start - longestGreeting), start)
  return beforeFirm.test(before) || (!/the $/i.test(before) && doesAsFirm.test(text.slice(end, end + longestOwner)))
}

const beforeFirm = /(?<!\p{L})(?:with|by|against|for|from|and|at|sue|sued|to) $/u
const doesAsFirm = new RegExp(`^ (?:sued|${oneOf(behindOwners)})(?!\\p{L})`, 'u')

/** "The Online Safety Bill", but not "Buffalo Bill". */
function isStatute(written: string): boolean {
  const words = written.split(' ')
  return words.length > 2 && statuteHeads.has(words.at(-1)!)
}

/** "St. Mark's Church". */
const isHouse = (written: string): boolean => written.includes(' ') && houses.has(written.split(' ').at(-1)!)

/** "Harlan Foods". */
const isFirm = (written: string): boolean =>
  written.includes(' ') && firmTails.has(written.slice(written.lastIndexOf(' ') + 1).toLowerCase())

/** "Lily Grant, dean of the school", "Lily Grant, 34,": a first name and another word, with the role or the age after them. */
function isPersonWithRole(doc: Document, treeOf: TreeOf, name: Span, written: string): boolean {
  const words = written.split(' ')
  if (words.length !== 2 || !isGivenName(words[0]!)) return false
  const after = doc.text.slice(name.end, name.end + longestCue)
  return ageAfter.test(after) || officeAfter.test(after) || roleAfterName(doc, treeOf, name) !== undefined
}

const ageAfter = /^, \d\d[,.]/
const officeAfter = /^, (?:the )?\p{Ll}+ (?:of|at) /u

/** "The Bangladesh Observer", "The Times of Israel". */
function isNewspaper(written: string): boolean {
  const words = written.split(' ')
  return (
    words.length > 1 && (newspapers.has(words.at(-1)!) || (newspapers.has(words.at(-3) ?? '') && words.at(-2) === 'of'))
  )
}

const longestCue = 40
/** By their last word: a regular expression would try all of them at each of forty characters. */
const cuesBefore = new Map<string, string[]>()
for (const cue of beforeOrganizations.map((cue) => cue.toLowerCase())) {
  const last = cue.slice(cue.lastIndexOf(' ') + 1)
  cuesBefore.set(last, [...(cuesBefore.get(last) ?? []), cue])
}

/** Whether a cue comes right before: "stake in", "stake in the". */
function endsInCue(before: string): boolean {
  if (!before.endsWith(' ')) return false
  const lead = before.slice(0, -1).toLowerCase().replace(/ the$/, '')
  const cues = cuesBefore.get(lead.slice(lead.lastIndexOf(' ') + 1))
  return cues?.some((cue) => lead.endsWith(cue) && !/[\p{L}-]$/u.test(lead.slice(0, -cue.length))) ?? false
}

const cueJoined = /(?<!\p{L})joined $/u
const roleOfJoined = /^ as (?:an?|its|chief|head|director|president|chairman|editor) /
const cueAfter = new RegExp(`^(?:,? )?${oneOf(behindOrganizations)}(?![\\p{L}-])`, 'u')
const listLink = /^(?:, | and | & |, and )$/
const listNext = /^(?:, | and )(?=\p{Lu})/u
const longestLink = 8

/** Whether the words beside a name are those of a firm or body: "stake in …", "… which owns". */
function isCuedAsOrganization(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - longestCue), start)
  const after = text.slice(end, end + longestCue)
  // "The head of Saddam Hussein's tribe" leads no firm.
  const owns = /^['’]s? /.test(after)
  return (!owns && endsInCue(before)) || cueAfter.test(after) || (cueJoined.test(before) && roleOfJoined.test(after))
}

const mayBeName = wordTest(
  ({ text, normal, letters }) =>
    letters &&
    /^\p{Lu}[\p{L}\p{N}]{2,}$/u.test(text) &&
    !notNames.has(normal) &&
    !portfolios.has(text) &&
    !organizationHeads.has(text),
)

/**
 * One type for one name: what is next to a name anywhere in the story, the full names that hold it and the list it
 * stands in say what it is, where the model was in doubt.
 */
export function typedByStory(
  doc: Document,
  names: readonly NameMention[],
  isPlace: (name: string) => boolean,
): NameMention[] {
  const { text } = doc
  const written = ({ start, end }: Span) => text.slice(start, end)
  const added = unseenOrganizations(doc, names)
  const all = inOrder(names, added)
  // "Workers at Leoforce": no place that anyone knows.
  const isUnknownPlace = (name: NameMention) => name.type === 'location' && !isPlace(written(name))
  const inDoubt = (name: NameMention) => isUnknownPlace(name) || isDoubtful(text, name)
  const cued = new Set(
    all
      .filter((name) => name.type !== 'organization' && inDoubt(name) && isCuedAsOrganization(text, name))
      .map(written),
  )
  const full = all.filter(({ type, start, end }) => type === 'organization' && text.slice(start, end).includes(' '))
  const fulls = [...new Set(full.map(written))].slice(0, mostFull)
  const shortOf = new Map<string, boolean>()
  const isShortOfFull = (form: string): boolean => {
    const known = shortOf.get(form) ?? fulls.some((one) => isShortOf(form, one))
    shortOf.set(form, known)
    return known
  }
  const likePlaces = firmsLikePlaces(text, all, fulls)
  const { surnames, given, whole } = peopleOf(text, all)
  const asType = (name: NameMention, type: string): NameMention => ({ ...name, type, foundBy: steps.story })
  return all.map((name, i) => {
    const form = written(name)
    if (isListedPlace(text, all, i) && isPlace(form)) return asType(name, 'location')
    if (name.type === 'organization') return isPersonInFull(text, name, whole) ? asType(name, 'person') : name
    if (surnames.has(form) || !mayMistake.has(name.type)) return name
    const short = mayBeShort(name, form) && isShortOfFull(form)
    if (!short && !cued.has(form)) return name
    // "Shandong" is the province of "Shandong Airlines", unless it speaks.
    const speaksAsPlace =
      name.type === 'location' && (likePlaces.has(form) || speaks.test(text.slice(name.end, name.end + 12)))
    // "Harlan" of "Harlan Foods" is nobody's first name in this story.
    const isLonePerson = name.type === 'person' && name.title === undefined && !given.has(form)
    if (!inDoubt(name) && !(short && (speaksAsPlace || isLonePerson))) return name
    return asType(name, 'organization')
  })
}

/** "Summit" in a story of Summit Therapeutics Inc. that names no place so: "in Summit", "Summit, New Jersey". */
function firmsLikePlaces(text: string, names: readonly NameMention[], fulls: readonly string[]): ReadonlySet<string> {
  const short = new Set(fulls.flatMap((full) => (hasLegalForm(full.split(' ')) && shortFirmName(full)) || []))
  if (short.size === 0) return short
  for (const { type, start, end } of names)
    if (
      type === 'location' &&
      (placeBefore.test(text.slice(Math.max(0, start - 7), start)) || /^, \p{Lu}/u.test(text.slice(end, end + 3)))
    )
      short.delete(text.slice(start, end))
  return short
}

const placeBefore = /(?<!\p{L})(?:in|at|near|from|to|around) $/u

/** "Massy", and "Tarn Lyle" where it is nobody with a first name. */
const mayBeShort = ({ type, title }: NameMention, form: string): boolean => {
  const words = form.split(' ')
  return words.length === 1 || (words.length === 2 && type === 'person' && !title && !isGivenName(words[0]!))
}

/** "Tucson, Tampa, Reno and Dayton": one word that the model doubts, last in a list of three places and more. */
function isListedPlace(text: string, names: readonly NameMention[], at: number): boolean {
  const name = names[at]!
  if (name.type !== 'person' || name.title !== undefined || name.confidence > sureName) return false
  if (/\s/.test(text.slice(name.start, name.end))) return false
  const joins = (one: NameMention | undefined, other: NameMention, link: RegExp) =>
    one?.type === 'location' && link.test(text.slice(one.end, other.start))
  return (
    joins(names[at - 1], name, listLink) &&
    joins(names[at - 2], names[at - 1]!, listLink) &&
    !/^ \p{Lu}/u.test(text.slice(name.end, name.end + 2))
  )
}

const sureName = 0.75

/** Types that the model gives a firm it does not know. */
const mayMistake: ReadonlySet<string> = new Set(['person', 'misc', 'location'])
const speaks = /^ (?:said|says|added|announced|reported|denied|declined) /
const mostFull = 50
const isShortOf = (short: string, full: string): boolean => likeness('organization', short, full) >= alike.spelled

/** A person or thing that the model may have mistaken: without title and given name. */
function isDoubtful(text: string, { type, title, start, end }: NameMention): boolean {
  if (title !== undefined || (type !== 'person' && type !== 'misc')) return false
  return !isGivenName(/^[^\s-]+/.exec(text.slice(start, end))?.[0] ?? '')
}

/**
 * The people of a story: last words of those who are named in full or with a title, first words of those who are named in
 * full, and how all are written.
 */
function peopleOf(text: string, names: readonly NameMention[]) {
  const [surnames, given, whole] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const { type, start, end, title } of names) {
    if (type !== 'person') continue
    const written = text.slice(start, end)
    whole.add(written)
    const words = written.split(/\s+/)
    if (title !== undefined || words.length > 1) surnames.add(words.at(-1)!)
    if (words.length > 1) given.add(words[0]!)
  }
  return { surnames, given, whole }
}

/** "Oprah Winfrey" as an organization, where she is "Winfrey" later: two words, none of a firm or body. */
function isPersonInFull(text: string, { start, end, foundBy }: NameMention, lone: ReadonlySet<string>): boolean {
  const words = text.slice(start, end).split(' ')
  return (
    foundBy === steps.model &&
    words.length === 2 &&
    lone.has(words[1]!) &&
    !peoples.has(words[0]!) &&
    !businessWords.has(words[1]!.toLowerCase()) &&
    !organizationHeads.has(words[1]!)
  )
}

/** Capitalised words that the model passed over, after a cue for firms or in a list with them. */
function unseenOrganizations(doc: Document, names: readonly NameMention[]): NameMention[] {
  const { text, tokens } = doc
  const taken = new SpanSet(names)
  const found: NameMention[] = []
  let before: NameMention | undefined
  for (const { first, last, titleCase, allCaps } of doc.sentences) {
    if (allCaps) continue
    for (let i = first; i < last; i++) {
      const token = tokens[i]!
      if (!mayBeName(token.word) || taken.overlapping(token) || standsInRun(tokens, i)) continue
      const cued =
        i === first
          ? !titleCase && opensAsOrganization(doc, taken, i)
          : listBefore(doc, taken, found, i) || (!titleCase && isCuedAsOrganization(text, token))
      if (!cued) continue
      before = {
        start: token.start,
        end: token.end,
        type: 'organization',
        foundBy: steps.story,
        confidence: cueConfidence,
      }
      found.push(before)
    }
  }
  return found
}

const cueConfidence = 0.7

/** "Spotify and Netflix rose", "Ericsson, a rival of Nokia": at the head of a sentence the word must be no common one, no plural either. */
function opensAsOrganization({ text, tokens }: Document, taken: SpanSet<NameMention>, at: number): boolean {
  const { end } = tokens[at]!
  const next = listNext.exec(text.slice(end, end + longestLink))
  const other = next ? taken.at(end + next[0].length) : undefined
  const inList = other !== undefined && other.type === 'organization' && !/\s/.test(text.slice(other.start, other.end))
  return (
    (inList || isCuedAsOrganization(text, tokens[at]!)) &&
    /[^s]$/.test(tokens[at]!.text) &&
    tokens[at]!.tags.includes('ProperNoun')
  )
}

/** Whether a capitalised word is next to another: a name that the model knows better. */
function standsInRun(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1]]
  const joined = (one: Token, other: Token) =>
    other.start - one.end <= 1 && (/^\p{Lu}/u.test(one.text) || one.text === '-')
  return (
    (before !== undefined && !notNames.has(before.normal) && joined(before, token)) ||
    (after !== undefined && after.start - token.end <= 1 && (/^[\p{Lu}-]/u.test(after.text) || /^\d/.test(after.text)))
  )
}

/** Whether an organization comes before a word in its list. */
function listBefore(
  { text, tokens }: Document,
  taken: SpanSet<NameMention>,
  found: readonly NameMention[],
  at: number,
): boolean {
  const token = tokens[at]!
  const last = found.at(-1)
  const link = tokens[at - 1]!.start
  const previous =
    last && listLink.test(text.slice(last.end, token.start))
      ? last
      : taken.overlapping({ start: Math.max(0, link - 3), end: link })
  // "Apple, Meta and Target": after a name of several words the list may be of something else.
  return (
    previous !== undefined &&
    (previous.type === 'organization' || (isDoubtful(text, previous) && isCuedAsOrganization(text, previous))) &&
    !/\s/.test(text.slice(previous.start, previous.end)) &&
    listLink.test(text.slice(previous.end, token.start))
  )
}
