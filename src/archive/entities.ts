import { memoizeOf } from '../base/memoize-of.ts'
import { farCallings } from '../english/linking.ts'
import { type BodyRelation, bodyKeys, bodyName, compareBodies, isShortName } from './bodies.ts'
import { type Corrections, corrected, otherNames } from './corrections.ts'
import { comparePersons, genderOf, isLone, type NameRelation, normalizeName, personKeys, personName } from './names.ts'
import { type Office, officeOf, sameOffice } from './offices.ts'
import type { Counts, EntityProfile, Link } from './profile.ts'
import { Reasons } from './reasons.ts'
import { entityWeights as weights } from './weights.ts'

/** Under what an entity is kept (`kept`, at each change of its names), and what is asked for to find who it may be. */
export function entityKeys(profile: EntityProfile, corrections: Corrections): EntityKeys {
  const own = ownKeys(profile)
  const others = otherNames(profile, corrections).map((name) => keysOfName(profile.type, name).kept)
  return others.length === 0 ? own : { ...own, asked: distinct([own.asked, ...others]) }
}

interface EntityKeys {
  kept: readonly string[]
  asked: readonly string[]
}

const ownKeys = memoizeOf(({ type, names }: EntityProfile): EntityKeys => {
  const own = [...names.keys()].map((name) => keysOfName(type, name))
  return { kept: distinct(own.map(({ kept }) => kept)), asked: distinct(own.map(({ asked }) => asked)) }
})

const distinct = (keys: readonly (readonly string[])[]) => [...new Set(keys.flat())]

function keysOfName(type: string, name: string): { kept: string[]; asked: string[] } {
  if (type === 'person' && !bodyName(name).known) return personKeys(name)
  const keys = bodyKeys(name)
  return { kept: keys, asked: keys }
}

/** One of those that an entity may be: a candidate, or one of the story that is new. */
interface Pooled {
  profile: EntityProfile
  candidate: number | null
  /** Indexes of those of the story that are it. */
  told: number[]
}

/**
 * For each entity of a story the one of the candidates that it is: those kept under any key that any of them asks for.
 * Full names come before lone ones, so that a lone name takes nobody whom another of the story is.
 */
export function linkEntities(
  profiles: readonly EntityProfile[],
  candidates: readonly EntityProfile[],
  corrections: Corrections,
): Link[] {
  const pool: Pooled[] = candidates.map((profile, candidate) => ({ profile, candidate, told: [] }))
  const index = new Map<string, Set<number>>()
  const keep = (at: number, keys: readonly string[]) => {
    for (const key of keys) index.set(key, (index.get(key) ?? new Set()).add(at))
  }
  for (const [at, { profile }] of pool.entries()) keep(at, entityKeys(profile, corrections).kept)
  const evidence: Link['evidence'][] = []
  for (const at of fullFirst(profiles)) {
    const profile = profiles[at]!
    const keys = entityKeys(profile, corrections)
    const short = shortKeys(profile)
    const asked = new Set([...keys.asked, ...short.asked].flatMap((key) => [...(index.get(key) ?? [])]))
    let best: { at: number; reasons: Reasons } | null = null
    for (const one of [...asked].sort((a, b) => a - b)) {
      const { profile: other, told } = pool[one]!
      const reasons = compareEntities(profile, other, corrections) ?? new Reasons()
      storyReasons(
        profile,
        told.map((at) => profiles[at]!),
        reasons,
      )
      if (reasons.sum >= weights.threshold && (best === null || reasons.sum > best.reasons.sum))
        best = { at: one, reasons }
    }
    const chosen = best?.at ?? pool.push({ profile, candidate: null, told: [] }) - 1
    pool[chosen]!.told.push(at)
    keep(chosen, best === null ? [...keys.kept, ...short.kept] : short.kept)
    evidence[at] = best?.reasons.evidence(weights.threshold) ?? unlike
  }
  return linksOf(pool, evidence)
}

/** Of those that are one and new the first is new, and the others are it. */
function linksOf(pool: readonly Pooled[], evidence: readonly Link['evidence'][]): Link[] {
  const links: Link[] = []
  for (const { candidate, told } of pool) {
    const first = Math.min(...told)
    for (const at of told)
      links[at] = { candidate, local: candidate === null && at !== first ? first : null, evidence: evidence[at]! }
  }
  return links
}

/** Under what a body of a story is found by its short form in the same story. */
function shortKeys({ type, names }: EntityProfile): { kept: string[]; asked: string[] } {
  if (type === 'person') return { kept: [], asked: [] }
  const all = [...names.keys()].map((name) => normalizeName(name).split(' '))
  const [few, many] = [all.filter((words) => words.length === 1), all.filter((words) => words.length > 1)]
  return {
    kept: many.flatMap((words) => [`short ${words[0]}`, `short ${words.at(-1)}`]),
    asked: few.map(([word]) => `short ${word}`),
  }
}

const unlike = { reasons: ['no other of this name'], confidence: 1 }

/** What the names of the story that are taken for one say of another name of the same story. */
function storyReasons(one: EntityProfile, beside: readonly EntityProfile[], reasons: Reasons): void {
  if (beside.length === 0) return
  if (one.type !== 'person') {
    if (beside.some((other) => other.type !== 'person' && isShortFor(one, other)))
      reasons.add(weights.shortOfStory, 'the short form of a name of the same story')
    return
  }
  if (beside.some((other) => [...one.names.keys()].some((name) => other.names.has(name)))) return
  const isSole = isLoneProfile(one) && officesOf(one).length === 0 && reasons.sum > 0
  if (isSole) reasons.add(weights.soleOfStory, 'the surname of one who is named in the same story')
  else reasons.add(weights.taken, 'another name of the same story is theirs')
}

/** "Council" for "Security Council", "Intelogic" for "Intelogic Trace Inc.". */
function isShortFor(short: EntityProfile, long: EntityProfile): boolean {
  return [...short.names.keys()].some((a) => [...long.names.keys()].some((b) => isShortName(a, b)))
}

const isLoneProfile = ({ type, names }: EntityProfile): boolean => type === 'person' && [...names.keys()].every(isLone)

/** Indexes of profiles, those of full names first. */
function fullFirst(profiles: readonly EntityProfile[]): number[] {
  const lone = profiles.map(
    (profile) => isLoneProfile(profile) || [...profile.names.keys()].every((name) => !/\s/.test(name)),
  )
  return [...profiles.keys()].sort((a, b) => Number(lone[a]) - Number(lone[b]) || a - b)
}

/** What speaks for two being one, and against it; null where nothing can make them one. */
function compareEntities(one: EntityProfile, other: EntityProfile, corrections: Corrections): Reasons | null {
  const reasons = new Reasons()
  const said = corrected(one, other, corrections)
  if (said === 'apart') return null
  if (said === 'same') reasons.add(weights.wikidata, 'a rule set says that they are one')
  if (one.wikidata && other.wikidata) {
    if (one.wikidata !== other.wikidata) return null
    reasons.add(weights.wikidata, 'the same item of Wikidata')
  }
  const isPerson = isOfPerson(one)
  if (isPerson !== isOfPerson(other)) return said === 'same' ? reasons : null
  const few = isPerson ? personReasons(one, other, reasons) : bodyReasons(one, other, reasons)
  if (few === null) return reasons.sum > 0 ? reasons : null
  if (one.type !== other.type) reasons.add(weights.otherType, `one is a ${one.type}, the other a ${other.type}`)
  landReasons(one, other, few, reasons)
  companionReasons(one, other, reasons)
  return reasons
}

/** A known body that was read as a person is none: "Hizbullah denied it". */
const isOfPerson = ({ type, names }: EntityProfile): boolean =>
  type === 'person' && ![...names.keys()].every((name) => bodyName(name).known)

/** Whether the name alone tells little: a surname, a body that each land has. */
type Telling = 'full' | 'lone' | 'landsOwn'

function personReasons(one: EntityProfile, other: EntityProfile, reasons: Reasons): Telling | null {
  const relation = bestRelation(one, other, comparePersons, weights.person)
  if (relation === null || hasOtherName(one, other)) return null
  const genders = [genderOfProfile(one), genderOfProfile(other)]
  if (genders[0] && genders[1] && genders[0] !== genders[1]) return null
  reasons.add(weights.person[relation], namesInWords[relation])
  officeReasons(one, other, reasons)
  const lone = relation === 'lone' || relation === 'bothLone'
  if (lone) {
    reasons.add(Math.max(weights.mostYearsApart, weights.yearsApart * yearsBetween(one, other)), 'told of years apart')
    reasons.add(weights.oftenTold * Math.log2(most(other.names)), 'often told of')
  }
  return lone ? 'lone' : 'full'
}

const namesInWords: Readonly<Record<NameRelation, string>> = {
  same: 'the same full name',
  spelled: 'the same full name in another spelling',
  initials: 'the same surname and initial',
  generation: 'the same name, but one is called "Jr." or the like',
  near: 'nearly the same full name',
  part: 'one full name is a part of the other',
  bothLone: 'the same single name',
  lone: 'the surname of one is that of the other',
}

/** The best of the relations of any two names. */
function bestRelation<Relation extends string>(
  one: EntityProfile,
  other: EntityProfile,
  compare: (a: string, b: string) => Relation | null,
  weigh: Readonly<Record<Relation, number>>,
): Relation | null {
  let best: Relation | null = null
  for (const a of one.names.keys())
    for (const b of other.names.keys()) {
      const relation = compare(a, b)
      if (relation !== null && (best === null || weigh[relation] > weigh[best])) best = relation
    }
  return best
}

/** Both have full names, and no two of them go together: "Jeb Bush" is also called "Bush". */
function hasOtherName(one: EntityProfile, other: EntityProfile): boolean {
  const [ours, theirs] = [fullNames(one), fullNames(other)]
  if (ours.length === 0 || theirs.length === 0) return false
  return !ours.some((a) => theirs.some((b) => comparePersons(a, b) !== null))
}

const fullNames = ({ names }: EntityProfile) => [...names.keys()].filter((name) => !isLone(name))

function genderOfProfile({ titles, names }: EntityProfile): 'man' | 'woman' | undefined {
  for (const title of titles.keys()) {
    const { gender } = officeOf(title)
    if (gender) return gender
  }
  for (const name of names.keys()) {
    const gender = genderOf(name)
    if (gender) return gender
  }
  return undefined
}

function officeReasons(one: EntityProfile, other: EntityProfile, reasons: Reasons): void {
  const [ours, theirs] = [officesOf(one), officesOf(other)]
  if (ours.length === 0 || theirs.length === 0) return
  const shared = ours.filter((office) => theirs.some((another) => sameOffice(office, another)))
  const [sole] = shared.filter(({ sole }) => sole)
  const [office] = sole ? [sole] : shared
  if (office) {
    const held = (offices: readonly Office[]) => offices.some(({ head, former }) => head === office.head && !former)
    const clash = sole && isBefore(one, other) && !held(ours) && held(theirs)
    if (clash) reasons.add(weights.formerWhileHeld, `one was ${office.head} while the other is`)
    else
      reasons.add(sole ? weights.sameSoleOffice : weights.sameOffice, `both are called ${[...office.words].join(' ')}`)
    return
  }
  const callings = new Set(theirs.map(({ calling }) => calling))
  if (ours.some(({ calling }) => callings.has(calling))) return
  const areFar = [ours, theirs].some((offices) => offices.every(({ calling }) => farCallings.has(calling!)))
  const weight = areFar ? weights.farCalling : weights.otherCalling
  reasons.add(weight, `one is called ${ours[0]!.head}, the other ${theirs[0]!.head}`)
}

const officesOf = ({ titles }: EntityProfile): Office[] =>
  [...titles.keys()].map(officeOf).filter(({ head }) => head !== null)

/** Whether what is told of one is no later than the last that was told of the other. */
const isBefore = (one: EntityProfile, other: EntityProfile): boolean =>
  one.first === null || other.last === null || one.first <= other.last

function bodyReasons(one: EntityProfile, other: EntityProfile, reasons: Reasons): Telling | null {
  const found = bestRelation(one, other, compareBodies, weights.body)
  if (found === null) return null
  const relation = found === 'known' && isOfOtherLand(one, other) ? 'landsOwn' : found
  reasons.add(weights.body[relation], bodiesInWords[relation])
  return relation === 'landsOwn' ? 'landsOwn' : 'full'
}

/** "Australian Defense Department": what is American where nothing says otherwise. */
const isOfOtherLand = (...both: EntityProfile[]): boolean =>
  both.some(
    ({ names, countries }) =>
      countries.size > 0 && !countries.has('US') && [...names.keys()].some((name) => bodyName(name).american),
  )

const bodiesInWords: Readonly<Record<BodyRelation, string>> = {
  known: 'names of one known body',
  sameBody: 'the same name',
  firm: 'the same name but for what kind of firm it is',
  acronym: 'one name is the initials of the other',
  spelledBody: 'the same name in another spelling',
  landsOwn: 'the same name, which many lands have',
}

function landReasons(one: EntityProfile, other: EntityProfile, telling: Telling, reasons: Reasons): void {
  const [ours, theirs] = [mainOnes(one.countries), mainOnes(other.countries)]
  const shared = [...ours].filter((land) => theirs.has(land))
  const few = telling !== 'full'
  if (shared.length > 0)
    reasons.add(weights.sameLand + (telling === 'landsOwn' ? 1 : 0), `both of ${shared.join(' and ')}`)
  else if (ours.size > 0 && theirs.size > 0)
    reasons.add(
      few ? weights.otherLandOfFew : weights.otherLand,
      `one of ${[...ours].join(' and ')}, the other of ${[...theirs].join(' and ')}`,
    )
  else nearReasons(one, other, telling, reasons)
}

/** Where one is tied to no land, what is near tells it, if less surely. */
function nearReasons(one: EntityProfile, other: EntityProfile, telling: Telling, reasons: Reasons): void {
  const [ours, theirs] = [one, other].map(({ countries, near }) => mainOnes(countries.size > 0 ? countries : near))
  if (!ours || !theirs || ours.size === 0 || theirs.size === 0) return
  const shared = [...ours].filter((land) => theirs.has(land))
  if (shared.length > 0)
    reasons.add(weights.sameNear + (telling === 'landsOwn' ? 1 : 0), `both told of with ${shared.join(' and ')}`)
  else reasons.add(telling === 'landsOwn' ? weights.otherNearOfLandsOwn : weights.otherNear, 'told of with other lands')
}

/** Those that are told at least a quarter as often as the most told one. */
function mainOnes(counts: Counts): Set<string> {
  const least = most(counts) / 4
  return new Set([...counts].filter(([, count]) => count >= least).map(([value]) => value))
}

const most = (counts: Counts): number => Math.max(1, ...counts.values())

function companionReasons(one: EntityProfile, other: EntityProfile, reasons: Reasons): void {
  const shared = [...one.companions.keys()].filter((name) => other.companions.has(name))
  if (shared.length === 0) return
  const weight = Math.min(weights.mostCompanions, weights.companions * Math.log2(1 + shared.length))
  reasons.add(weight, `named with ${shared.slice(0, 3).join(', ')} as well`)
}

function yearsBetween(one: EntityProfile, other: EntityProfile): number {
  if (!one.first || !one.last || !other.first || !other.last) return 0
  const gap = Math.max(yearOf(one.first) - yearOf(other.last), yearOf(other.first) - yearOf(one.last), 0)
  return gap
}

const yearOf = (day: string): number => Number(day.slice(0, 4)) + Number(day.slice(5, 7)) / 12

/** Of what so much is kept at most; then the most told half stays, so that what is new has time to be told again. */
const mostKept = { names: 60, titles: 40, countries: 20, near: 20, companions: 160 } as const

/** What is known of an entity after one more story; least told clues are let go of where there are very many. */
export function joinEntities(known: EntityProfile, told: EntityProfile): EntityProfile {
  const both = (clue: keyof typeof mostKept) => mostTold(joined(known[clue], told[clue]), mostKept[clue])
  return {
    type: known.type,
    names: both('names'),
    titles: both('titles'),
    countries: both('countries'),
    near: both('near'),
    companions: both('companions'),
    wikidata: known.wikidata ?? told.wikidata,
    first: earlier(known.first, told.first),
    last: later(known.last, told.last),
  }
}

export function joined(known: Counts, told: Counts): Counts {
  const counts = new Map(known)
  for (const [value, count] of told) counts.set(value, (counts.get(value) ?? 0) + count)
  return counts
}

/** All where there are not more than so many, else the half that is told most. */
export function mostTold(counts: Counts, most: number): Counts {
  if (counts.size <= most) return counts
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most >> 1))
}

export const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b
export const later = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : a > b ? a : b

/** What an entity is called: of its full names the one that most stories have, then the longest. */
export function entityName({ type, names }: EntityProfile): string {
  const all = [...names]
  const isFull = ([name]: [string, number]) =>
    type === 'person' ? personName(name).parts.length > 1 : !/^[\p{Lu}.]+$/u.test(name)
  const full = all.filter(isFull)
  const sorted = (full.length > 0 ? full : all).sort(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
  )
  return sorted[0]?.[0] ?? ''
}
