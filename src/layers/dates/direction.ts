import { cues } from './cues.ts'
import { border, type Lexeme } from './lexemes.ts'
import { unknown } from './vocabulary.ts'

/** The side of the publication on which the clause puts its day. `sure`: its verb says so, in no other way to be read. */
export interface Direction {
  side: 'past' | 'future'
  sure: boolean
}

const past: Direction = { side: 'past', sure: true }
const future: Direction = { side: 'future', sure: true }
const maybe: Direction = { side: 'future', sure: false }
/** News reports what has happened. */
const unsaid: Direction = { side: 'past', sure: false }

const farthest = 20
const marks: ReadonlySet<string> = new Set(';:!?"“”')
/** What stands between two clauses. */
const borders: ReadonlySet<string> = new Set([...marks, border, 'but', 'while', 'although', 'though', 'whereas'])

/**
 * Where the day of a stretch of lexemes lies, by the clause around it: what governs it ("postponed to", "ahead of"), else
 * the nearest verb before it, else the nearest after it.
 */
export function directionOf(lexemes: readonly Lexeme[], first: number, last: number): Direction {
  const opens = opensClause(lexemes, first)
  return (
    governed(lexemes, first, last) ??
    (opens ? null : leftOf(lexemes, first, last)) ??
    rightOf(lexemes, first, last) ??
    // "…, on Friday." only looked like the head of a clause.
    (opens ? leftOf(lexemes, first, last) : null) ??
    (isFixture(lexemes, first, last) ? future : unsaid)
  )
}

const wordAt = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.word ?? ''

/** The first lexeme of the clause that ends at `end`, at most so many words back. */
function clauseStart(lexemes: readonly Lexeme[], end: number): number {
  let i = end
  while (i > 0 && end - i < farthest && !lexemes[i]?.opens && !borders.has(lexemes[i - 1]!.word)) i--
  return i
}

function governed(lexemes: readonly Lexeme[], first: number, last: number): Direction | null {
  const start = clauseStart(lexemes, first)
  const edge = edgeBefore(lexemes, first)
  const lead = wordAt(lexemes, edge - 1)
  if (
    wordAt(lexemes, first - 1) === 'earlier' ||
    hasHappened(lexemes, lead, last) ||
    hadBeenMeant(lexemes, first, start)
  )
    return past
  if (isAwaited(lexemes, first, start) || isToCome(lexemes, first, last)) return future
  if (isProclaimed(lexemes, first, last) || isMovedFrom(lexemes, first, last, start)) return future
  if (lead === 'for' && /^(?:delivery|settlement|loading)$/.test(wordAt(lexemes, last))) return future
  if (edge === start || !/^(?:to|until|till|til|for|through)$/.test(lead)) return null
  let said: Direction | null = null
  for (let i = edge - 2; i >= start; i--) {
    const { word } = lexemes[i]!
    if (cues.deferred.has(word) && !(lead === 'to' && cues.deferredUntil.has(word))) return future
    said ??= cueAt(lexemes, i)
  }
  if (lead === 'to' || lead === 'for' || lead === 'through' || said?.side === 'future') return null
  return said ?? (edge - 1 === start ? null : future)
}

/** Where "early December", "the end of May" begin: a preposition stands before that. */
function edgeBefore(lexemes: readonly Lexeme[], first: number): number {
  let edge = first
  while (edge > 0 && edgeWords.test(wordAt(lexemes, edge - 1))) edge--
  if (wordAt(lexemes, edge - 1) === 'of' && /^(?:end|start|beginning|middle|half)$/.test(wordAt(lexemes, edge - 2)))
    edge -= /^(?:first|second|latter)$/.test(wordAt(lexemes, edge - 3)) ? 3 : 2
  return edge < first && wordAt(lexemes, edge - 1) === 'the' ? edge - 1 : edge
}
const edgeWords = /^(?:late|early|mid|-|about|around)$/

/** "Monday's attack", "after Friday's announcement": what is called by its day and was on no calendar. */
const hasHappened = (lexemes: readonly Lexeme[], lead: string, last: number): boolean =>
  wordAt(lexemes, last) === "'s" &&
  (hasWithin(lexemes, last, cues.unplanned) ||
    (/^(?:after|follows|followed|following|since)$/.test(lead) && !isPlanned(lexemes, last)))

/** "ahead of Tuesday's debate", "prepared for the debate on Tuesday". */
function isAwaited(lexemes: readonly Lexeme[], first: number, start: number): boolean {
  let planned = false
  for (let end = first; end > start && first - end < 6; end--) {
    if ((end === first || planned) && endsAwaited(lexemes, end)) return true
    const word = wordAt(lexemes, end - 1)
    planned ||= cues.planned.has(word)
    if (end < first && !planned && cueAt(lexemes, end - 1)) return false
  }
  return false
}

/** Whether one of some phrases ends before a lexeme; they are kept by their last word. */
function phraseEnding(phrases: readonly string[]): (lexemes: readonly Lexeme[], end: number) => boolean {
  const byLast = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    const last = words.at(-1)!
    byLast.set(last, [...(byLast.get(last) ?? []), words])
  }
  return (lexemes, end) =>
    byLast
      .get(wordAt(lexemes, end - 1))
      ?.some((words) => words.every((word, i) => wordAt(lexemes, end - words.length + i) === word)) ?? false
}

const endsAwaited = phraseEnding(cues.before)
const endsToCome = phraseEnding(cues.toCome)

/** "scrapped Friday's show", "ruled out of Sunday's game". */
const isToCome = (lexemes: readonly Lexeme[], first: number, last: number): boolean =>
  wordAt(lexemes, last) === "'s" && isPlanned(lexemes, last) && endsToCome(lexemes, first)

/** "declared Monday a day of mourning". */
const isProclaimed = (lexemes: readonly Lexeme[], first: number, last: number): boolean =>
  /^(?:declare[ds]?|proclaim(?:ed|s)?|designated)$/.test(wordAt(lexemes, first - 1)) &&
  /^(?:an?|as)$/.test(wordAt(lexemes, last))

/** "moved from Saturday to Sunday": neither day had come. */
function isMovedFrom(lexemes: readonly Lexeme[], first: number, last: number, start: number): boolean {
  if (wordAt(lexemes, first - 1) !== 'from' || wordAt(lexemes, last) !== 'to') return false
  return lexemes.slice(Math.max(start, first - 6), first).some(({ word }) => cues.putOff.has(word))
}

/** "had been due in court on Monday": it came and went. */
function hadBeenMeant(lexemes: readonly Lexeme[], first: number, start: number): boolean {
  for (let i = Math.max(start, first - 8) + 2; i < first; i++)
    if (cues.meant.has(wordAt(lexemes, i)) && wordAt(lexemes, i - 1) === 'been' && wordAt(lexemes, i - 2) === 'had')
      return true
  return false
}

function leftOf(lexemes: readonly Lexeme[], first: number, last: number): Direction | null {
  const start = clauseStart(lexemes, first)
  let nearby = true
  for (let i = first - 1; i >= start; i--) {
    // "defends Macron, whose visit in October was criticised": the clause of the day begins here.
    if (relative.test(wordAt(lexemes, i)) && wordAt(lexemes, i - 1) === ',') return null
    if (comesAfter(lexemes, i, first)) return past
    const said = cueAt(lexemes, i)
    const isPresent = /^(?:is|are)$/.test(wordAt(lexemes, i))
    // "the deadline is Friday", "the next hearing is in Rome on Friday".
    if (isPresent && (nearby || isPlanned(lexemes, last) || cues.planned.has(wordAt(lexemes, i - 1)))) return future
    nearby &&= nearCopula.test(wordAt(lexemes, i)) || isLent(lexemes, i, first, last)
    // "said it is calling": the verb of the clause is the present, which says nothing.
    if (!said && isPresent) return unsaid
    if (said) return isReduced(lexemes, i) ? (modalBefore(lexemes, i, start) ?? said) : said
  }
  return null
}

const relative = /^(?:whose|who|which)$/

/** "The talks come days after a trip to Beijing in July": what something comes after has been. */
const comesAfter = (lexemes: readonly Lexeme[], i: number, first: number): boolean =>
  /^comes?$/.test(wordAt(lexemes, i)) &&
  !/^(?:to|not|will|would|could|may|might|should|must|can|ll)$/.test(wordAt(lexemes, i - 1)) &&
  [1, 2, 3, 4].some((by) => i + by < first && wordAt(lexemes, i + by) === 'after')

const nearCopula =
  /^(?:on|in|at|not|only|until|late|early|now|for|from|and|or|likely|unlikely|possible|(?:sun|mon|tues|wednes|thurs|fri|satur)day)$/

/** "in force for Friday", "on sale from Monday": how long what is so now will be. */
const isLent = (lexemes: readonly Lexeme[], i: number, first: number, last: number): boolean =>
  /^(?:for|from)$/.test(wordAt(lexemes, first - 1)) &&
  wordAt(lexemes, last) !== "'s" &&
  /^(?:sale|force|place|effect|display|offer|available|open|closed|shut|off|strike|leave|air)$/.test(wordAt(lexemes, i))

function rightOf(lexemes: readonly Lexeme[], first: number, last: number): Direction | null {
  const end = Math.min(lexemes.length, last + farthest)
  // "Monday is a holiday": a day that is lies ahead.
  if (wordAt(lexemes, last) === 'is' && lexemes[first]!.opens) return future
  const held = /^(?:of|from)$/.test(wordAt(lexemes, first - 1)) && cues.results.has(wordAt(lexemes, first - 2))
  const planned = !held && (isPlanned(lexemes, last) || isPlannedBefore(lexemes, first))
  // "Monday's endorsement comes a day after": the present of what has happened.
  const happened = !planned && wordAt(lexemes, last) === "'s"
  for (let i = last; i < end; i++) {
    const { word, opens } = lexemes[i]!
    if ((opens && i > first) || marks.has(word) || word === border) break
    if (word === ',' && relative.test(wordAt(lexemes, i + 1))) {
      i = relativeEnd(lexemes, i + 1, end)
      continue
    }
    if (planned && isCalledOff(lexemes, i)) return future
    const said = cueAt(lexemes, i)
    if (said && !(happened && isTimetable(lexemes, i))) return said
    if (planned && /^(?:is|are|pits|remains|looks)$/.test(word)) return future
  }
  return null
}

/** Where the comma closes ", who is to be sworn in," — its verb is not the clause's. */
function relativeEnd(lexemes: readonly Lexeme[], from: number, end: number): number {
  let i = from
  while (i < end && wordAt(lexemes, i) !== ',') i++
  return i
}

/** "fear violence at Saturday's march", in a clause that has no past: it is to come. */
const isFixture = (lexemes: readonly Lexeme[], first: number, last: number): boolean =>
  /^(?:at|in|before|for|against)$/.test(wordAt(lexemes, first - 1)) &&
  wordAt(lexemes, last) === "'s" &&
  isPlanned(lexemes, last)

/** "Tuesday's debate", "the Sunday election": a thing that is on a calendar before it happens. */
const isPlanned = (lexemes: readonly Lexeme[], last: number): boolean => hasWithin(lexemes, last, cues.planned)

/** "the match on Saturday". */
const isPlannedBefore = (lexemes: readonly Lexeme[], first: number): boolean =>
  /^(?:on|in)$/.test(wordAt(lexemes, first - 1)) && cues.planned.has(wordAt(lexemes, first - 2))

const hasWithin = (lexemes: readonly Lexeme[], from: number, words: ReadonlySet<string>): boolean =>
  [0, 1, 2, 3].some((by) => words.has(wordAt(lexemes, from + by)))

/** "has been called off", "is cancelled". */
const isCalledOff = (lexemes: readonly Lexeme[], i: number): boolean =>
  /^(?:has|have|is|are)$/.test(wordAt(lexemes, i)) &&
  [1, 2, 3].some((by) => cues.calledOff.has(wordAt(lexemes, i + by)))

/** "officials named by the court": a participle that describes is no verb of the clause. */
const isReduced = (lexemes: readonly Lexeme[], i: number): boolean =>
  isParticiple(wordAt(lexemes, i)) && /^(?:by|of|with|in|as|at|from)$/.test(wordAt(lexemes, i + 1))

function modalBefore(lexemes: readonly Lexeme[], from: number, start: number): Direction | null {
  for (let i = from - 1; i >= start && !/^(?:,|who|that|which|said|says)$/.test(wordAt(lexemes, i)); i--)
    if (/^(?:will|shall|ll)$/.test(wordAt(lexemes, i))) return future
  return null
}

const joint = /^(?:but|and|that|while|when|,|[-–—]|["“”`;:!?])$/

/** "…, but in March a judge ruled": what comes first in its clause has its verb after it. */
export function opensClause(lexemes: readonly Lexeme[], first: number): boolean {
  const begins = (i: number) => i <= 0 || lexemes[i]!.opens || wordAt(lexemes, i - 1) === border
  if (begins(first) || marks.has(wordAt(lexemes, first - 1))) return true
  // "From late March", "in mid-May".
  let edge = first
  while (/^(?:late|early|mid|-)$/.test(wordAt(lexemes, edge - 1)) && !begins(edge - 1)) edge--
  const lead = wordAt(lexemes, edge - 1)
  if (/^(?:in|on|by|since|until|from|during|over|at|late|early|mid|earlier|later)$/.test(lead))
    return begins(edge - 1) || joint.test(wordAt(lexemes, edge - 2))
  return /^(?:but|that)$/.test(lead)
}

const isParticiple = (word: string) => word.length > 3 && word.endsWith('ed') && !cues.noParticiple.has(word)

/** What one word of a clause says; null where it says nothing. */
function cueAt(lexemes: readonly Lexeme[], i: number): Direction | null {
  const { word, capital } = lexemes[i]!
  const lead = wordAt(lexemes, i - 1)
  if (word === '') return null
  if (cues.future.has(word)) return future
  if (cues.maybe.has(word)) return word === 'may' && capital ? null : maybe
  if (word === 'has' || word === 'have') return isPerfect(lexemes, i) ? past : null
  if (isParticiple(word) && /^(?:an?|the|his|her|its|their|getting)$/.test(lead)) return null
  if (word === 'won' && wordAt(lexemes, i + 2) === 't' && /^['’]$/.test(wordAt(lexemes, i + 1))) return future
  if (cues.foretold.has(word) && /^(?:is|are|was|were|been|be)$/.test(lead)) return future
  if (cues.answered.has(word) && /^(?:is|are)$/.test(lead)) return past
  if (cues.uninflected.has(word) && cues.beforeInfinitive.has(lead)) return null
  if (isParticiple(word) || cues.past.has(word)) {
    // "to be published" lies ahead, "is heard" may.
    if (lead === 'be') return modalOf(lexemes, i - 1)
    if (/^(?:is|are)$/.test(lead)) return maybe
    // "proposed a visit on September 7": what was meant may still be to come.
    return cues.intended.has(word) ? unsaid : past
  }
  if (word === 'to') return infinitiveAt(lexemes, i)
  return isTimetable(lexemes, i) && !isCaption(lexemes, i) ? future : null
}

const isPerfect = (lexemes: readonly Lexeme[], i: number): boolean =>
  [1, 2].some((by) => {
    const word = wordAt(lexemes, i + by)
    return (
      word === 'been' ||
      isParticiple(word) ||
      cues.past.has(word) ||
      /[^o]wn$|ten$|ken$|ven$|^(?:come|done|gone)$/.test(word)
    )
  })

/** "will be held", "must be held", "to be held". */
function modalOf(lexemes: readonly Lexeme[], be: number): Direction {
  const lead = wordAt(lexemes, be - 1)
  if (lead === 'to') return infinitiveAt(lexemes, be - 1) ?? maybe
  return cues.maybe.has(lead) ? maybe : future
}

/** "began to rise" is past as its verb is, "agreed to meet", "talks to resume" lie ahead. */
function infinitiveAt(lexemes: readonly Lexeme[], to: number): Direction | null {
  const next = lexemes[to + 1]
  if (
    !next ||
    next.capital ||
    !/^(?!the$|an?$|mid$|late$|early$|his$|her$|its$|their$|this$|that$|work$|it$|him$|them$)[a-z]{2,}$/.test(next.word)
  )
    return null
  if (/(?:ing|[^s]s)$/.test(next.word)) return null
  const start = clauseStart(lexemes, to)
  for (let i = to - 1; i >= Math.max(start, to - 8) && !/^(?:,|that|said)$/.test(wordAt(lexemes, i)); i--) {
    const { word } = lexemes[i]!
    // "had hoped to leave": it has come to nothing.
    if (cues.intended.has(word) && wordAt(lexemes, i - 1) === 'had') return past
    if (cues.intended.has(word) || cues.future.has(word)) return cues.future.has(word) ? future : maybe
    if (/^(?:is|are)$/.test(word)) return future
    if (/^(?:was|were)$/.test(word) && i === to - 1) return maybe
    if (isParticiple(word) || cues.past.has(word)) return past
  }
  return maybe
}

const isMany = (word: string): boolean =>
  cues.many.has(word) ||
  (/[^s']s$/.test(word) && !/^(?:was|is|has|does|us)$/.test(word) && !cues.nounLead.has(word) && word !== "'s")

/** "The court rules", "Chancellor Weber signs": at most three words from what opens the clause. */
function isAtHead(lexemes: readonly Lexeme[], i: number): boolean {
  const start = clauseStart(lexemes, i)
  const lead = wordAt(lexemes, i - 1)
  if (
    cues.atHeadWithObject.has(wordAt(lexemes, i)) &&
    /^(?:on|in|at|of|from|for|that|by)$/.test(wordAt(lexemes, i + 1))
  )
    return false
  return i > start && i - start <= 3 && !isParticiple(lead) && !cues.nounLead.has(lead)
}

/** No verb of its clause comes before it that could have it as an infinitive. */
function isMainVerb(lexemes: readonly Lexeme[], i: number): boolean {
  for (let at = clauseStart(lexemes, i); at < i; at++) {
    const { word } = lexemes[at]!
    if (cues.past.has(word) || cues.maybe.has(word) || isParticiple(word) || cues.bareInfinitive.has(word)) return false
  }
  return true
}

/** "A woman holds a candle": told of one whom nobody knows. */
function isCaption(lexemes: readonly Lexeme[], i: number): boolean {
  const start = clauseStart(lexemes, i)
  return wordAt(lexemes, start) === 'a' && [1, 2].some((by) => cues.seen.has(wordAt(lexemes, start + by)))
}

/** Present tense of what is fixed: "begins", "polls close", "is meeting", "the deadline is Friday". */
function isTimetable(lexemes: readonly Lexeme[], i: number): boolean {
  const { word, capital } = lexemes[i]!
  const lead = lexemes[i - 1]
  if (capital || !lead) return false
  if (cues.scheduledPhrases.get(word)?.has(wordAt(lexemes, i + 1)))
    return lead.word === 'and' || !cues.nounLead.has(lead.word)
  if (lead.word === 'and' && cues.neverNoun.has(word)) return true
  if (cues.scheduled.has(word)) return !cues.nounLead.has(lead.word) && !/^(?:'s|\d.*|)$/.test(lead.word)
  if (cues.scheduledOfMany.has(word) && isMany(lead.word)) return true
  if (cues.ofManyAlone.has(word))
    return ((lead.capital && lead.code === unknown) || isMany(lead.word)) && isMainVerb(lexemes, i)
  if (cues.scheduledAtHead.has(word)) return isAtHead(lexemes, i)
  if (cues.scheduledProgressive.has(word)) return /^(?:is|are|re|am)$/.test(lead.word)
  return false
}
