import { memoizeBounded } from '../base/memoize-bounded.ts'
import { memoizeOf } from '../base/memoize-of.ts'
import type { Topic } from '../base/story.ts'
import { severalDays } from '../base/types.ts'
import { eventNouns, lawmaking, popularVotes, runoffs, voteKinds } from '../english/linking.ts'
import { addDays, type Days, gapBetween, isWholeWeek, lengthOf } from './days.ts'
import { earlier, joined, later, mostTold } from './entities.ts'
import { normalizeName } from './names.ts'
import type { EventProfile, Link } from './profile.ts'
import { Reasons } from './reasons.ts'
import { eventWeights as weights } from './weights.ts'

/** Under what an event is kept, and asked for: those who take part, places, of votes the land, its name. */
export const eventKeys = memoizeOf((profile: EventProfile): readonly string[] => {
  const { type, participants, parties, places } = profile
  const name = [...tellingWords(profile)].sort()
  return [
    ...[...participants].map((id) => `entity ${id}`),
    ...[...parties].map((id) => `party ${id}`),
    ...(type === 'vote' ? [] : [...places].map((id) => `place ${id}`)),
    ...(type === 'vote' || participants.size + parties.size < 2
      ? landsTold(profile).map((land) => `${type} ${land}`)
      : []),
    ...(name.length > 0 ? [`name ${name.join(' ')}`] : []),
  ]
})

/** Days from the first to the last that an event is held or told on; null where none are known. */
export function eventSpan({ from, to, firstTold, lastTold }: EventProfile): Days | null {
  const first = earlier(from, firstTold)
  const last = later(to, lastTold)
  return first === null || last === null ? null : { from: first, to: last }
}

/** For how many days before and behind it an event is told of: elections and summits for long. */
const reach = { vote: 150, summit: 120, visit: 45, meeting: 45, call: 20, signing: 60, statement: 20 } as const

/** Between which days those that may be the same are held or told: candidates share a key, and their span meets this one. */
export function eventWindow(profile: EventProfile): Days | null {
  const span = eventSpan(profile)
  const days = reach[profile.type]
  return span && { from: addDays(span.from, -days), to: addDays(span.to, days) }
}

/** The types of events that one of a type may be. */
export function kindredTypes(type: EventProfile['type']): EventProfile['type'][] {
  const pairs = Object.keys(weights.kindred).map((pair) => pair.split(' ') as EventProfile['type'][])
  return [type, ...pairs.filter((pair) => pair.includes(type)).map(([a, b]) => (a === type ? b! : a!))]
}

/** For each event of a story the one of the candidates that it is. */
export function linkEvents(profiles: readonly EventProfile[], candidates: readonly EventProfile[]): Link[] {
  const pool = candidates.map((profile, at) => ({ profile, candidate: at, local: -1 }))
  const index = new Map<string, Set<number>>()
  const keep = (at: number, profile: EventProfile) => {
    for (const key of eventKeys(profile)) index.set(key, (index.get(key) ?? new Set()).add(at))
  }
  for (const [at, { profile }] of pool.entries()) keep(at, profile)
  const taken = new Set<number>()
  return profiles.map((profile, at): Link => {
    let best: { at: number; reasons: Reasons } | null = null
    const asked = new Set(eventKeys(profile).flatMap((key) => [...(index.get(key) ?? [])]))
    for (const one of [...asked].sort((a, b) => a - b)) {
      const reasons = compareEvents(profile, pool[one]!.profile, taken.has(one))
      if (reasons === null) continue
      if (reasons.sum >= weights.threshold && (best === null || reasons.sum > best.reasons.sum))
        best = { at: one, reasons }
    }
    const chosen = best?.at ?? pool.push({ profile, candidate: -1, local: at }) - 1
    keep(chosen, profile)
    taken.add(chosen)
    const { candidate, local } = pool[chosen]!
    pool[chosen]!.profile = best ? joinEvents(pool[chosen]!.profile, profile) : profile
    return {
      candidate: candidate < 0 ? null : candidate,
      local: best !== null && candidate < 0 ? local : null,
      evidence: best?.reasons.evidence(weights.threshold) ?? unlike,
    }
  })
}

const unlike = { reasons: ['no other of these days, people and places'], confidence: 1 }

/** What speaks for two being one, and against it; null where nothing can make them one. */
function compareEvents(one: EventProfile, other: EventProfile, ofOneStory: boolean): Reasons | null {
  const reasons = new Reasons()
  if (!addType(one, other, reasons)) return null
  addPeople(one, other, reasons)
  addPlaces(one, other, reasons)
  addDaysReasons(one, other, ofOneStory, reasons)
  addStatus(one, other, reasons)
  // Of one story all is told on one day, in words that go together.
  if (ofOneStory) {
    reasons.add(weights.sameStory, 'the story tells of two')
    if (voterOf(one) === 'people' && voterOf(other) === 'people')
      reasons.add(weights.electionOfStory, 'elections of one story')
  }
  if (!ofOneStory) addWords(one, other, reasons)
  return reasons
}

function addType(one: EventProfile, other: EventProfile, reasons: Reasons): boolean {
  if (one.type === other.type) {
    reasons.add(weights.sameType, `both are a ${one.type}`)
    if (one.type === 'vote') addVoteKind(one, other, reasons)
    return true
  }
  const kindred: Readonly<Record<string, number>> = weights.kindred
  const weight = kindred[[one.type, other.type].sort().join(' ')]
  if (weight === undefined) return false
  reasons.add(weight, `one is a ${one.type}, the other a ${other.type}`)
  return true
}

function addVoteKind(one: EventProfile, other: EventProfile, reasons: Reasons): void {
  const [ours, theirs] = [kindsOf(one), kindsOf(other)]
  if (ours.size > 0 && theirs.size > 0) {
    const shared = [...ours].filter((kind) => theirs.has(kind))
    if (shared.length > 0) reasons.add(weights.sameKind, `both ${shared[0]}`)
    else reasons.add(weights.otherKind, `one ${[...ours][0]}, the other ${[...theirs][0]}`)
  }
  const [ofOne, ofOther] = [voterOf(one), voterOf(other)]
  if (ofOne === 'body' && ofOther === 'body') reasons.add(weights.bothOfBody, 'a parliament votes often')
  else if (ofOne && ofOther && ofOne !== ofOther)
    reasons.add(weights.peopleAndBody, 'one of a people, the other of a body')
  if (isRunoff(one) !== isRunoff(other)) reasons.add(weights.runoff, 'one is a second round')
}

const isRunoff = ({ name }: EventProfile) =>
  name
    .toLowerCase()
    .split(' ')
    .some((word) => runoffs.has(word))

/** Who votes: a people or a body of it; undefined where a story does not tell. */
function voterOf({ name, words }: EventProfile): 'people' | 'body' | undefined {
  if (
    name
      .toLowerCase()
      .split(' ')
      .some((word) => popularVotes.has(word))
  )
    return 'people'
  return [...words.keys()].some((word) => lawmaking.has(word)) ? 'body' : undefined
}

function kindsOf({ name }: EventProfile): Set<string> {
  const words = name.toLowerCase().split(' ')
  return new Set(Object.keys(voteKinds).filter((kind) => words.some((word) => voteKinds[kind]!.has(word))))
}

function addPeople(one: EventProfile, other: EventProfile, reasons: Reasons): void {
  const [ours, theirs] = [sidesOf(one), sidesOf(other)]
  if (isBesideSummit(one, other) || isBesideSummit(other, one))
    reasons.add(weights.twoBesideSummit, 'two meet beside a summit of many')
  if (ours.size === 0 || theirs.size === 0) return
  const shared = [...ours].filter((side) => theirs.has(side)).length
  const isOfMany = one.type === 'summit' || other.type === 'summit' || one.type === 'vote'
  if (shared > 1) reasons.add(weights.twoTakePart, 'the same take part')
  else if (shared === 1) {
    reasons.add(weights.oneTakesPart, 'one takes part in both')
    if (!isOfMany && one.type !== 'visit' && ours.size > 1 && theirs.size > 1)
      reasons.add(isOfTwo(one) && isOfTwo(other) ? weights.otherPartner : weights.otherCompany, 'each with others')
  } else if (one.type === 'visit' && other.type === 'visit') reasons.add(weights.otherGuest, 'others are on the way')
  else reasons.add(isOfMany ? weights.otherPeopleOfMany : weights.otherPeople, 'others take part')
}

/** Whether two who are named meet, and the other is a summit of others than these two alone. */
function isBesideSummit(meeting: EventProfile, summit: EventProfile): boolean {
  if (meeting.type !== 'meeting' || summit.type !== 'summit' || !isOfTwo(meeting)) return false
  const [two, all] = [sidesOf(meeting), sidesOf(summit)]
  return all.size > 0 && (all.size !== two.size || [...two].some((side) => !all.has(side)))
}

/** A place that takes part may stand for one of its people; two who are named are those two. */
const isOfTwo = ({ participants, parties }: EventProfile): boolean => participants.size === 2 && parties.size === 0

const sidesOf = memoizeOf(
  ({ participants, parties }: EventProfile): ReadonlySet<string> =>
    new Set([...[...participants].map((id) => `e${id}`), ...[...parties].map((id) => `p${id}`)]),
)

function addPlaces(one: EventProfile, other: EventProfile, reasons: Reasons): void {
  const [ours, theirs] = [landsTold(one), landsTold(other)]
  const shared = ours.filter((land) => theirs.includes(land))
  const isVote = one.type === 'vote'
  if (shared.length > 0)
    reasons.add(isVote ? weights.sameLand : weights.sameLandOfFew, `both told of with ${landNames(shared)}`)
  else if (isVote && ours.length > 0 && theirs.length > 0)
    reasons.add(weights.otherLandOfVote, `one of ${landNames(ours)}, the other of ${landNames(theirs)}`)
  if (one.places.size === 0 || other.places.size === 0 || isVote) return
  const isSame = [...one.places].some((place) => other.places.has(place))
  const [land, otherLand] = [landsHeld(one), landsHeld(other)]
  const isIn = land.some((one) => otherLand.includes(one))
  if (isSame) reasons.add(weights.samePlace, 'at the same place')
  else if (isIn) reasons.add(weights.sameLandOfPlace, 'in the same land')
  else
    reasons.add(
      land.length > 0 && otherLand.length > 0 ? weights.otherLandOfPlace : weights.otherPlace,
      'at another place',
    )
}

const landNames = (lands: readonly string[]) => lands.map((land) => land.slice(1)).join(' and ')

/** Lands told of where an event is. */
const landsTold = memoizeOf((event: EventProfile): readonly string[] => landsOf(event, '@'))
/** Lands that it is held in. */
const landsHeld = memoizeOf((event: EventProfile): readonly string[] => landsOf(event, '#'))

/** Those that most of its stories have. */
function landsOf({ words }: EventProfile, sign: '@' | '#'): string[] {
  const lands = [...words].filter(([word]) => word.startsWith(sign))
  const most = Math.max(0, ...lands.map(([, count]) => count))
  return lands.filter(([, count]) => count * 3 >= most).map(([land]) => land)
}

function addDaysReasons(one: EventProfile, other: EventProfile, ofOneStory: boolean, reasons: Reasons): void {
  const [ours, theirs] = [heldOn(one), heldOn(other)]
  if (ours && theirs) addBothDays(ours, theirs, reasons)
  else if (ofOneStory) return
  else if (ours ?? theirs) addOneDays((ours ?? theirs)!, ours ? other : one, reasons)
  else addTold(one, other, reasons)
}

const heldOn = ({ from, to }: EventProfile): Days | null => (from !== null && to !== null ? { from, to } : null)

function addBothDays(ours: Days, theirs: Days, reasons: Reasons): void {
  const gap = gapBetween(ours, theirs)
  if (gap === 0) {
    const length = Math.max(lengthOf(ours), lengthOf(theirs))
    const { week, month, year } = weights.sameDays
    reasons.add(length <= 8 ? week : length <= 31 ? month : year, length <= 8 ? 'on the same days' : 'in the same time')
    return
  }
  const { day, weekday, few, week, month, far } = weights.daysApart
  // A weekday is read a week off at times.
  const weight =
    gap <= 1
      ? day
      : gap === 7 && lengthOf(ours) + lengthOf(theirs) === 2
        ? weekday
        : gap <= 3
          ? few
          : gap <= 8
            ? week
            : gap <= 21
              ? month
              : far
  reasons.add(weight, gap <= 1 ? 'a day apart' : `${gap} days apart`)
}

/** What one story tells without days may be what is known to be on some: before it, if it is planned. */
function addOneDays(days: Days, { type, status, firstTold, lastTold }: EventProfile, reasons: Reasons): void {
  if (firstTold === null || lastTold === null) return
  const { near, weeks, month, far, never } = type === 'vote' ? weights.fitsToldOfVote : weights.fitsTold
  const told = { from: firstTold, to: lastTold }
  const gap = gapBetween(days, told)
  const isOver = status === 'planned' && firstTold > addDays(days.to, 2)
  const isToCome = status === 'held' && addDays(lastTold, 2) < days.from
  const weight = isOver || isToCome ? never : gap <= 5 ? near : gap <= 12 ? weeks : gap <= 31 ? month : far
  reasons.add(weight, weight === never ? 'the days do not fit what is told' : `told ${gap} days from it`)
}

function addTold(one: EventProfile, other: EventProfile, reasons: Reasons): void {
  if (!one.firstTold || !one.lastTold || !other.firstTold || !other.lastTold) return
  const gap = gapBetween({ from: one.firstTold, to: one.lastTold }, { from: other.firstTold, to: other.lastTold })
  const { day, few, week, weeks, month, season, far } = one.type === 'vote' ? weights.toldOfVote : weights.told
  const weight =
    gap <= 1 ? day : gap <= 3 ? few : gap <= 8 ? week : gap <= 16 ? weeks : gap <= 31 ? month : gap <= 92 ? season : far
  reasons.add(weight, gap === 0 ? 'told on the same day' : `told ${gap} days apart`)
}

function addStatus(one: EventProfile, other: EventProfile, reasons: Reasons): void {
  if (!one.firstTold || !other.lastTold) return
  const [first, second] = one.firstTold < (other.firstTold ?? other.lastTold) ? [one, other] : [other, one]
  const [a, b] = [first.lastTold ?? '', second.firstTold ?? '']
  const daysMeet = heldOn(first) && heldOn(second) && gapBetween(heldOn(first)!, heldOn(second)!) <= 1
  if (first.status === 'held' && second.status === 'planned' && a < b && !daysMeet)
    reasons.add(weights.plannedAfterHeld, 'planned after the other was held')
  const statuses = new Set([one.status, other.status])
  if (statuses.has('cancelled') && statuses.has('held'))
    reasons.add(weights.cancelledAndHeld, 'one is cancelled, one held')
}

function addWords(one: EventProfile, other: EventProfile, reasons: Reasons): void {
  const name = one.type === 'visit' ? [] : [...tellingWords(one)].filter((word) => tellingWords(other).has(word))
  if (name.length > 0) reasons.add(weights.sameName, `both called ${name.join(' ')}`)
  const shared = [...one.words.keys()].filter((word) => !/^[@#]/.test(word) && other.words.has(word))
  if (shared.length === 0) return
  const weight = Math.min(weights.mostWords, weights.words * shared.length)
  reasons.add(weight, `told with the same words: ${shared.slice(0, 5).join(', ')}`)
}

/** What a name has besides words that many have: "APEC" of "APEC summit". */
const tellingWords = memoizeOf(
  ({ name }: EventProfile): ReadonlySet<string> =>
    new Set(
      normalizeName(name)
        .split(' ')
        .filter((word) => word.length > 1 && !eventNouns.has(word)),
    ),
)

const mostKept = 120

/** What is known of an event after one more story: days and status are those of the latest telling that has them. */
export function joinEvents(known: EventProfile, told: EventProfile): EventProfile {
  const [old, latest] = (told.lastTold ?? '') >= (known.lastTold ?? '') ? [known, told] : [told, known]
  const days = daysOfBoth(old, latest)
  return {
    type: known.type,
    status: latest.status,
    name: tellingWords(latest).size > tellingWords(old).size ? latest.name : old.name,
    from: days?.from ?? null,
    to: days?.to ?? null,
    participants: new Set([...known.participants, ...told.participants]),
    parties: new Set([...known.parties, ...told.parties]),
    places: new Set([...known.places, ...told.places]),
    words: mostTold(joined(known.words, told.words), mostKept),
    topics: topicsOfBoth(known.topics, told.topics),
    firstTold: earlier(known.firstTold, told.firstTold),
    lastTold: later(known.lastTold, told.lastTold),
  }
}

function topicsOfBoth(known: EventProfile['topics'], told: EventProfile['topics']): EventProfile['topics'] {
  const links = linkTopics(told, known)
  return [...known, ...told.filter((_, i) => links[i] === null)]
}

/** Of what takes several days each telling may have some: then all of them. Else those of the later, or the narrower. */
function daysOfBoth(old: EventProfile, latest: EventProfile): Days | null {
  const [before, now] = [heldOn(old), heldOn(latest)]
  if (!before || !now) return now ?? before
  if (isOfSeveralDays(old) && isOfSeveralDays(latest) && gapBetween(before, now) <= mostApart) {
    const all = { from: earlier(before.from, now.from)!, to: later(before.to, now.to)! }
    if (![before, now].some(isWholeWeek) && lengthOf(all) <= mostDays) return all
  }
  return lengthOf(before) < lengthOf(now) && gapBetween(before, now) === 0 ? before : now
}

/** The day of a cancellation is none of the event. */
const isOfSeveralDays = ({ type, status }: EventProfile): boolean => severalDays.has(type) && status !== 'cancelled'

/** Between two days of one visit or summit that are told, and of all its days: what is longer is no more than "in July". */
const mostApart = 2
const mostDays = 14

type TopicLabel = Pick<Topic, 'label' | 'category'>

/** For each topic of an event the index of the one among those known of this event that it is, null where it is new. */
export function linkTopics(topics: readonly TopicLabel[], known: readonly TopicLabel[]): (number | null)[] {
  return topics.map((topic) => {
    const likenesses = known.map((other) => likeness(topic, other))
    const best = Math.max(0, ...likenesses)
    return best >= leastLikeness ? likenesses.indexOf(best) : null
  })
}

const leastLikeness = 0.5

/** The share of words in common, of the shorter label; of one category half of it is enough. */
function likeness(a: TopicLabel, b: TopicLabel): number {
  const [ours, theirs] = [wordsOf(a.label), wordsOf(b.label)]
  const shared = [...ours].filter((word) => theirs.has(word)).length
  const share = shared / Math.max(1, Math.min(ours.size, theirs.size))
  if (a.category?.code === b.category?.code && a.category !== null) return share
  return a.category === null || b.category === null ? share * 0.75 : share * 0.5
}

const wordsOf = memoizeBounded(
  5000,
  (label): ReadonlySet<string> =>
    new Set(
      normalizeName(label)
        .split(' ')
        .filter((word) => word.length > 2)
        .map((word) => (word.length > 4 ? word.replace(/(?:ies|es|s)$/, '') : word)),
    ),
)
