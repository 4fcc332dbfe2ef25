import { builtIn } from '../../base/provenance.ts'
import { oneLine, type Span, SpanSet } from '../../base/span.ts'
import { datelineOf } from '../../text/dateline.ts'
import type { Document, Token } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import { wordTest } from '../../text/word.ts'
import type { Gazetteer } from './gazetteer.ts'
import {
  beforeStreets,
  civicBodies,
  civicNouns,
  compass,
  councils,
  locals,
  maybePlaced,
  ordinal,
  placed,
  sentenceOpeners,
  skies,
  streets,
} from './lexicon.ts'
import type { PlaceName } from './locations.ts'
import { isInState } from './readings.ts'

const longestName = 5
const byCue = builtIn('gazetteer', 'cue')
const isCapitalized = wordTest(({ text }) => /^\p{Lu}/u.test(text))
/** "Ill.", "W.Va.": they follow a comma, before a noun, in a dateline. */
const abbreviation = /^(?:[A-Z][a-z]{1,4}|[A-Z]\.\s?[A-Z][a-z]?)\.$/

/**
 * Places that the tagger passed over: names of the gazetteer at capitalised words that no other name covers, after a
 * preposition of place, before those whom only a place has, or before a comma and a state. A name that goes on with
 * another capitalised word is another name.
 */
export function recogniseToponyms(doc: Document, names: readonly Span[], gazetteer: Gazetteer): PlaceName[] {
  const taken = new SpanSet(names)
  const found: PlaceName[] = []
  const town = datelineOf(doc)
  for (const sentence of doc.sentences) {
    const opens = town && sentence.start === town.start
    // After the town of a dateline, capitals are names: "MIAMI BEACH, Fla."
    if ((sentence.allCaps || sentence.titleCase) && !opens) continue
    for (let i = opens ? tokenAt(doc, town.end) : sentence.first; i < sentence.last; i++) {
      const first = doc.tokens[i]!
      if (!isCapitalized(first.word)) continue
      const street = streetAt(doc, i, sentence.first, taken)
      if (street && street.start >= (found.at(-1)?.end ?? 0)) {
        found.push({ ...street, type: 'location', foundBy: byCue, confidence: 0.8 })
        continue
      }
      if (taken.overlapping(first)) continue
      const length =
        lengthAt(doc, i, sentence.first, sentence.last, gazetteer, taken) || (isStateCode(doc, i, gazetteer) ? 1 : 0)
      if (length === 0) continue
      const last = doc.tokens[i + length - 1]!
      found.push({ start: first.start, end: last.end, type: 'location', foundBy: byCue, confidence: 0.8 })
      i += length - 1
    }
  }
  return found
}

const longestStreet = 3
const isStreetWord = wordTest(({ normal }) => streets.has(normal.replace(/\.$/, '')))

/** A street that the tagger passed over, by the word for a street that ends it: "on Press Street", "42nd Street", "E. Broad St." */
function streetAt({ tokens, text }: Document, at: number, first: number, taken: SpanSet<Span>): Span | undefined {
  const last = tokens[at]!
  if (!isCapitalized(last.word) || !isStreetWord(last.word) || taken.overlapping(last)) return undefined
  let from = at
  while (from > Math.max(first, at - longestStreet) && isPartOfStreet(tokens[from - 1]!, tokens[from]!, taken)) from--
  // The first word of a sentence has its capital anyway.
  if (from === first && at - from < 2 && !ordinal.test(tokens[from]!.text)) return undefined
  if (from === at) return undefined
  return {
    start: tokens[from]!.start,
    end: text[last.end] === '.' && last.normal.length <= 4 && at + 1 < tokens.length ? last.end + 1 : last.end,
  }
}

const isPartOfStreet = (token: Token, next: Token, taken: SpanSet<Span>): boolean =>
  next.start === token.end + 1 &&
  ((isCapitalized(token.word) && !beforeStreets.has(token.normal)) || ordinal.test(token.text)) &&
  !taken.overlapping(token)

/** How many tokens from `at` on are a place's name, with a cue that says so. */
function lengthAt(
  doc: Document,
  at: number,
  sentenceStart: number,
  end: number,
  gazetteer: Gazetteer,
  taken: SpanSet<Span>,
): number {
  const { tokens, text } = doc
  const lead = tokens[at - 1]?.normal ?? ''
  const mayBeCued = placed.has(lead) || maybePlaced.has(lead) || lead === 'the'
  let length = Math.min(longestName, end - at)
  for (let i = at; i < at + length; i++)
    if (taken.overlapping(tokens[i]!) || (tokens[i]!.punctuation && !isInitialsStop(tokens, i, at))) length = i - at
  for (; length > 0; length--) {
    const last = tokens[at + length - 1]!
    if (!isCapitalized(last.word)) continue
    const name = oneLine(text.slice(tokens[at]!.start, last.end))
    const stop = tokens[at + length]
    const stops = stop?.text === '.' && stop.start === last.end && !taken.overlapping(stop)
    if (stops && abbreviation.test(`${name}.`)) {
      if (gazetteer.byName(`${name}.`).length > 0)
        return gazetteer.isProminent(`${name}.`) && tokens[at + length + 1] !== undefined ? length + 1 : 0
    } else if (abbreviation.test(name) && gazetteer.byName(name).length > 0)
      return gazetteer.isProminent(name) && stop !== undefined ? length : 0
    const isResident = isBeforeCivics(tokens, at + length, tokens[at - 1])
    if ((!mayBeCued && !isResident) || gazetteer.byName(name).length === 0) continue
    if (name.length < 4 || isNoPlace(name)) return 0
    if (isResident && (at > sentenceStart || opensSentence(name, gazetteer))) return length
    return hasCue(tokens, at, length, gazetteer.isProminent(name)) ? length : 0
  }
  return 0
}

const isNoPlace = (name: string) => compass.has(name.toLowerCase()) || skies.has(name.toLowerCase())

/** The first period of "W.Va." */
const isInitialsStop = (tokens: readonly Token[], i: number, at: number): boolean =>
  i > at && tokens[i]!.text === '.' && tokens[i - 1]!.text.length === 1 && tokens[i + 1]?.start === tokens[i]!.end

/** The first word of a sentence has its capital anyway: "Most residents", "Nice houses". */
const opensSentence = (name: string, gazetteer: Gazetteer) =>
  gazetteer.isProminent(name) && !sentenceOpeners.has(name.toLowerCase())

function hasCue(tokens: readonly Token[], at: number, length: number, known: boolean): boolean {
  const next = tokens[at + length]
  if (
    next &&
    (isCapitalized(next.word) || next.normal === "'s" || next.text === '-') &&
    next.start - tokens[at + length - 1]!.end <= 1
  )
    return false
  const lead = tokens[at - 1]?.normal ?? ''
  return placed.has(lead) || (known && (maybePlaced.has(lead) || (lead === 'the' && length > 1)))
}

const article = new Set(['a', 'an', 'missing', 'two', 'three'])

/** Whether those whom only a place has are named at `next`: "Mayor", "residents", "city council", after an article "man". */
export function isBeforeCivics(tokens: readonly Token[], next: number, before: Token | undefined): boolean {
  const [one, two] = [tokens[next], tokens[next + 1]]
  if (!one || one.start !== (tokens[next - 1]?.end ?? 0) + 1) return false
  if (civicNouns.has(one.normal)) return true
  if (councils.has(one.text) || (civicBodies.has(one.text) && two !== undefined && isCivic(two))) return true
  return locals.has(one.text) && article.has(before?.normal ?? '')
}

const isCivic = ({ text, normal }: Token) => councils.has(text) || civicNouns.has(normal)

/** "Fresno, CA", "Salem, Mass": a code or abbreviation of the state in which the town before the comma lies. */
function isStateCode({ tokens, text }: Document, at: number, gazetteer: Gazetteer): boolean {
  const { start, end, text: code } = tokens[at]!
  if (!/^(?:[A-Z]{2}|[A-Z][a-z]{1,4})$/.test(code) || tokens[at - 1]?.text !== ',' || /\p{L}/u.test(text[end] ?? ''))
    return false
  for (let length = 1; length <= longestName && at - 1 - length >= 0; length++) {
    const town = tokens[at - 1 - length]!
    if (!isCapitalized(town.word) || start - town.start > 40) continue
    if (isInState(oneLine(text.slice(town.start, tokens[at - 2]!.end)), code, gazetteer)) return true
  }
  return false
}
