import { isUsers } from '../../base/provenance.ts'
import { type Span, SpanSet } from '../../base/span.ts'
import { oneOf } from '../../base/word-list.ts'
import { maybeSportWords, overTeam, players, sportWords, teamDoes } from '../../english/sport.ts'
import type { Columns } from '../../text/columns.ts'
import type { Document } from '../../text/document.ts'
import { wordTest } from '../../text/word.ts'
import type { NameMention } from './find-names.ts'
import { teamsInResults } from './results.ts'
import { steps } from './steps.ts'

const sport = new Set(sportWords)
const maybeSport = new Set(maybeSportWords)
const isSport = wordTest(({ normal }) => sport.has(normal))
const mayBeSport = wordTest(({ normal }) => maybeSport.has(normal))

/** A row of results or standings, a score: "Luton 1 Rotherham 0", "TEXAS 76 58 .567 -", "Surrey 429-7 (C. Lewis 80)". */
const scoreAfter = /^\s+\d{1,3}(?:-\d{1,3})?(?:\s+(?:\(|\p{Lu}|\d)|\s+and\s+\d|[,;.]?\s*(?:\n|$)|[,;.]\s+\p{Lu})/u
const overBefore = new RegExp(`(?<![\\p{L}-])${oneOf(overTeam)}\\.?\\s+$`, 'iu')
const doesAfter = new RegExp(`^(?:['’]s)?\\s+${oneOf([...teamDoes, ...players])}(?![\\p{L}-])`, 'u')
const listed = /^(?:, | and |, and )$/
const placeBefore = /(?<![\p{L}-])(?:(?:in|at|near|from|to|outside|around|of)(?: the)?|\p{L}+,)\s+$/iu
/** A dateline: "NEW YORK 1996-08-30", "ARLINGTON (AP) -". */
const datelineAfter = /^\s+(?:\(\p{Lu}+\)\s|\d{4}-\d\d-|[-–—]{1,2}\s)/u
const around = 24
/** Of 301 on the development sets, 292 were right. */
const confidence = 0.97

/**
 * In a report of sport a city or county is the team that plays for it: where a score is next to it, where it beats or
 * is beaten, in brackets after a player, and then wherever it is named again, but for "in Derby". Countries stay places.
 */
export function teamsAmong(
  doc: Document,
  names: readonly NameMention[],
  isNation: (name: string) => boolean,
  isPlace: (name: string) => boolean,
): NameMention[] {
  const { text, columns } = doc
  const ofSport = reportsSport(columns)
  const written = ({ start, end }: NameMention) => text.slice(start, end)
  const before = ({ start }: NameMention) => text.slice(Math.max(0, start - around), start)
  const after = ({ end }: NameMention) => text.slice(end, end + around)
  const maybe = (name: NameMention) => name.type === 'location' && !isUsers(name.foundBy) && !isNation(written(name))
  // "Burnley drew 1-1", "the Rangers beat": a town that the model took for a person, or a name for anything.
  const isTown = (name: NameMention) =>
    !isUsers(name.foundBy) &&
    (name.type === 'misc' || (name.type === 'person' && name.title === undefined && isPlace(written(name))))
  const { seen, unseen } = teamsInResults(
    doc,
    names,
    (name) => maybe(name) || isTown(name),
    (name) => isPlace(name) && !isNation(name),
  )
  if (!ofSport && seen.length === 0 && unseen.length === 0) return []
  const teams = new Set<NameMention>(seen)
  for (const [i, name] of names.entries()) {
    if (!ofSport || !maybe(name)) continue
    const previous = names[i - 1]
    const between = previous ? text.slice(previous.end, name.start) : ''
    const inList = previous && teams.has(previous) && listed.test(between)
    const inRoster = previous?.type === 'person' && between === ' (' && text[name.end] === ')'
    const atPlay = scoreAfter.test(after(name)) || overBefore.test(before(name)) || doesAfter.test(after(name))
    if (inList || inRoster || atPlay) teams.add(name)
  }
  const known = new Set([...teams].map(written))
  const isNamedAgain = (name: NameMention) =>
    maybe(name) && known.has(written(name)) && !placeBefore.test(before(name)) && !datelineAfter.test(after(name))
  const sure = names.filter((name) => teams.has(name) || isNamedAgain(name))
  const rows =
    ofSport && sure.some(({ start }) => start === 0 || text[start - 1] === '\n') ? unseenRows(text, names) : []
  return [...sure, ...rows, ...unseen].map((name) => ({
    ...name,
    type: 'organization',
    foundBy: steps.team,
    confidence,
  }))
}

const row = /^\p{Lu}[\p{Lu} .]{2,24}(?= \d{1,3} \d{1,3} )/gmu

/** "SEATTLE 70 63 .526": rows of a table of teams that the model passes over. */
function unseenRows(text: string, names: readonly NameMention[]): Span[] {
  const seen = new SpanSet(names)
  return [...text.matchAll(row)]
    .map(({ index, 0: written }) => ({ start: index, end: index + written.trimEnd().length }))
    .filter((span) => !seen.overlapping(span))
}

/** Whether two words speak of sport, one of which has no other meaning. */
function reportsSport({ words }: Columns): boolean {
  const found = new Set<string>()
  let sure = false
  for (const word of words) {
    if (isSport(word)) sure = true
    else if (!mayBeSport(word)) continue
    found.add(word.normal)
    if (sure && found.size > 1) return true
  }
  return false
}
