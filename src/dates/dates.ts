import type { Document, Sentence } from '../document/document.ts'
import { keepLongest, type Span } from '../span.ts'
import type { DateExpression } from '../story.ts'
import { parseDay } from './calendar.ts'
import { findExplicit } from './chrono.ts'
import { type Anchor, forms, type Reading } from './news.ts'
import { meaningOf } from './value.ts'

/** Days that rule sets name: "Victory Day" -> `XXXX-05-09`, under the rule set that says so. */
export interface NamedDay {
  name: string
  value: string
  source: string
}

export type DateMention = Omit<DateExpression, 'id'>

interface Candidate extends Span, Reading {
  source: string
  user: boolean
}

// What every date has: a digit or one of these words. Sentences without are not looked at.
const gate =
  /\d|day|week|month|year|decade|centur|quarter|hour|minute|second|tonight|morrow|now|current|present|recent|former|previous|future|past|spring|summer|autumn|winter|fall|january|february|march|april|may|june|july|august|september|october|november|december|annual|daily|morning|afternoon|evening|night|jan\.|feb\.|aug\.|sept?\.|oct\.|nov\.|dec\./i
const explicit = /\d[:/.-]\d|\d ?[ap]\.?m\b|\d(?:st|nd|rd|th)?,? (?:of )?\p{Lu}|\p{L}\.? \d/iu
const future =
  /\b(?:will|shall|would|scheduled|planned|plans?|expected|upcoming|forthcoming|next|due to|to be held|set to|later|going to|ahead|by|until)\b/i
const past = /\b(?:was|were|had|did|said|ago|last|earlier|previous|previously|since|\w+ed)\b/i

/** Every temporal expression with its TIMEX3 value, resolved against the publication day. */
export function findDates(doc: Document, named: readonly NamedDay[] = []): DateMention[] {
  const day = doc.published === null ? null : parseDay(doc.published)
  const years = new Map<number, number>()
  return doc.sentences.flatMap((sentence) => {
    const text = doc.text.slice(sentence.start, sentence.end)
    const anchor: Anchor = { day, tense: tenseOf(text), years }
    const candidates = [...namedDays(text, named, day), ...(gate.test(text) ? findIn(text, anchor) : [])]
    const kept = keepLongest(withCoordinates(text, keepLongest(candidates, userFirst)), userFirst)
    for (const found of kept) learnYear(text, found, years)
    return kept.map((found) => mentionOf(doc, sentence, found))
  })
}

const userFirst = (found: Candidate) => Number(found.user)

function tenseOf(sentence: string): Anchor['tense'] {
  if (future.test(sentence)) return 'future'
  return past.test(sentence) ? 'past' : 'unknown'
}

function findIn(text: string, anchor: Anchor): Candidate[] {
  const flat = text.replace(/[’‘]/g, "'").replace(/\s/g, ' ')
  const found: Candidate[] = []
  for (const { id, pattern, read } of forms)
    for (const match of flat.matchAll(pattern)) {
      const reading = read(match.slice(1) as string[], anchor)
      if (reading)
        found.push({
          ...reading,
          start: match.index,
          end: match.index + match[0].length,
          source: `news/${id}`,
          user: false,
        })
    }
  if (explicit.test(flat))
    for (const reading of findExplicit(flat, anchor.day)) found.push({ ...reading, source: 'chrono', user: false })
  return found
}

function* namedDays(text: string, named: readonly NamedDay[], day: number | null): Generator<Candidate> {
  for (const { name, value, source } of named)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const year = day === null ? 'XXXX' : new Date(day * 86_400_000).getUTCFullYear()
      yield {
        type: 'date',
        value: value.replace('XXXX', String(year)),
        start: at,
        end: at + name.length,
        source,
        user: true,
      }
    }
}

// "September 7 and 8", "May 3, 4 and 5": a number after a day, in a list, is a day of the same month.
function withCoordinates(text: string, found: Candidate[]): Candidate[] {
  return found.flatMap((candidate, i) => {
    if (
      !/^[\dX]{4}-\d\d-\d\d$/.test(candidate.value) ||
      !/\d(?:st|nd|rd|th)?$/.test(text.slice(candidate.start, candidate.end))
    )
      return [candidate]
    const more: Candidate[] = []
    const pattern =
      /(?:,? (?:and|or|to|through)|,|-|–| -) ?(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d:%]|[.,]\d| (?:million|billion|percent|per cent|people|\p{L}+ million))/uy
    pattern.lastIndex = candidate.end
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const day = Number(match[1])
      const value = `${candidate.value.slice(0, 8)}${match[1]!.padStart(2, '0')}`
      const start = match.index + match[0].lastIndexOf(match[1]!)
      const next = found[i + 1]
      if (day <= Number((more.at(-1) ?? candidate).value.slice(8)) || day > 31 || (next && next.start < start + 2))
        break
      if (/^\d/.test(value) && parseDay(value) === null) break
      more.push({ ...candidate, value, start, end: match.index + match[0].length, source: 'news/day-in-list' })
    }
    const list = [candidate, ...more]
    const last = list.at(-1)!
    const year = /^,? (\d{4})(?!\d|[.,]\d|%)/.exec(text.slice(last.end, last.end + 8))
    if (more.length === 0 || !year) return list
    // "May 3 and 4, 2024": the year behind the list is that of all its days.
    return list.map((day) => ({
      ...day,
      value: `${year[1]}${day.value.slice(4)}`,
      end: day === last ? day.end + year[0].length : day.end,
    }))
  })
}

// A month once given a year keeps it: "November of the previous year … in November".
function learnYear(text: string, found: Candidate, years: Map<number, number>): void {
  const match = /^(\d{4})-(\d{2})/.exec(found.value)
  if (match && found.type === 'date' && /year|\d{4}/.test(text.slice(found.start, found.end)))
    years.set(Number(match[2]), Number(match[1]))
}

function mentionOf(doc: Document, sentence: Sentence, found: Candidate): DateMention {
  const start = sentence.start + found.start
  const end = sentence.start + found.end
  const modifier = found.modifier ?? null
  return {
    start,
    end,
    text: doc.text.slice(start, end),
    confidence: 0.8,
    source: found.source,
    type: found.type,
    value: found.value,
    modifier,
    ...meaningOf(found.value, modifier),
  }
}
