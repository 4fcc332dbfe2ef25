import type { Span } from '../../base/span.ts'
import type { Location } from '../../base/story.ts'
import { datelineOf } from '../../text/dateline.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import type { Place } from './gazetteer.ts'
import { placed } from './lexicon.ts'
import type { FoundLocation } from './locations.ts'
import { isWithin } from './readings.ts'
import { isThoroughfare } from './thoroughfares.ts'
import { type Glue, glueOf, longestTie } from './ties.ts'

/** A mention of a place by its own name. */
export interface NamedPlace extends Span {
  place: Place | undefined
  location: FoundLocation
}

/** "Press Street in New Orleans", "Headington, Oxford", "Erie (Pa.)", "Kew, a suburb of Melbourne". */
const lies: ReadonlySet<Glue> = new Set(['comma', 'bracket', 'in', 'part of'])
/** "Oxford's Divinity Road", "New Orleans' Press Street". */
const owns = /^['’]s? $/

/**
 * Writes which place lies in which, as the text says it. What has no point of its own is given that of what it lies in;
 * a street that is said to lie nowhere is in the town of the dateline. Mentions in order of the text.
 */
export function holdPlaces(doc: Document, mentions: readonly NamedPlace[]): void {
  const town = datelineOf(doc)
  const isHome = ({ start, end }: NamedPlace) => start === town?.start && end === town.end
  for (let i = 0; i + 1 < mentions.length; i++) {
    const [one, next] = [mentions[i]!, mentions[i + 1]!]
    if (next.start - one.end > longestTie) continue
    const between = doc.text.slice(one.end, next.start)
    if (owns.test(between) && mayHold(next, one)) hold(next, one)
    if (!lies.has(glueOf(between)) || !mayHold(one, next)) continue
    // "in Headington, Oxford and Banbury": in a list of places one does not lie in the next.
    if (
      between === ' '
        ? one.place
        : between !== ', ' || one.place || ((isPlaced(doc, one) || isHome(one)) && !goesOn(doc, next, mentions[i + 2]))
    )
      hold(one, next)
  }
  const home = town && mentions.find(isHome)
  if (!home) return
  for (const { location } of mentions)
    if (!location.coordinates && isThoroughfare(location.name)) standIn(location, home.location)
}

function hold(inner: NamedPlace, outer: NamedPlace): void {
  if (inner.location.within) return
  // Nothing lies in what lies in it.
  for (let over: FoundLocation | null = outer.location; over; over = over.within) if (over === inner.location) return
  inner.location.within = outer.location
  if (!inner.location.coordinates) standIn(inner.location, outer.location)
}

const precisions: Partial<Record<Location['type'], Location['precision']>> = {
  city: 'city',
  district: 'city',
  state: 'state',
  country: 'country',
}

/** Gives a place the point, the country and the state of one that it lies in. */
function standIn(inner: FoundLocation, { type, country, admin, coordinates, precision }: FoundLocation): void {
  inner.country = country
  inner.admin = admin
  const own = precision === 'exact' ? precisions[type] : precision
  // The middle of a sea or a region says nothing of what lies in it.
  if (!own) return
  inner.coordinates = coordinates
  inner.precision = own
}

/** Whether a place may lie in another: what is not known anywhere, what is known there. */
function mayHold(inner: NamedPlace, outer: NamedPlace): boolean {
  if (!outer.place || !holders.has(outer.place.type)) return false
  return inner.place ? inner.place !== outer.place && isWithin(inner.place, outer.place) : true
}

const holders = new Set<Location['type']>(['city', 'district', 'state', 'country', 'region', 'landform'])

const isPlaced = (doc: Document, { start }: Span): boolean => {
  const at = tokenAt(doc, start)
  const before = doc.tokens[at - 1]?.normal ?? ''
  return placed.has(before) || before === 'of' || before === 'on'
}

/** Whether a list goes on behind a place: "Oxford and Banbury", "Oxford, Banbury". */
const goesOn = ({ text }: Document, { end }: Span, next: Span | undefined): boolean =>
  next !== undefined && next.start - end <= 6 && /^(?:,| and|, and| or) $/.test(text.slice(end, next.start))
