import { builtIn, isUsers } from '../../base/provenance.ts'
import { byPosition, oneLine, type Span } from '../../base/span.ts'
import { datelineOf, townFromCapitals } from '../../text/dateline.ts'
import type { Document, Token } from '../../text/document.ts'
import { tokenAt, tokenFrom } from '../../text/position.ts'
import { cutAtHolder, withHyphenated } from './borders.ts'
import type { Gazetteer } from './gazetteer.ts'
import { keyOf } from './key.ts'
import { cityParts, civicNouns, compass, countyOffices, diseases, peoples, skies, streets } from './lexicon.ts'
import type { PlaceName } from './locations.ts'
import { mistakenPlaces } from './mistaken.ts'
import { placesOf } from './readings.ts'
import { isBeforeCivics } from './recognise.ts'
import { isStreet, isThoroughfare } from './thoroughfares.ts'

/** What a user's rule set says is not corrected. */
const isOurs = ({ foundBy }: PlaceName) => !isUsers(foundBy)
const byContext = builtIn('gazetteer', 'context')
const byDateline = builtIn('gazetteer', 'dateline')

/**
 * The names of a story as the gazetteer and the words beside them correct the tagger: who resides is a place's, a state's
 * abbreviation has its period, the dateline's town is a town, and the North is no place.
 */
export function refinePlaces<Name extends PlaceName>(
  doc: Document,
  names: readonly Name[],
  gazetteer: Gazetteer,
): (Name | PlaceName)[] {
  const withTown = withHyphenated(doc, withDateline(doc, names, gazetteer), gazetteer, asPlace, isOurs)
  const listed = new Set([
    ...listedIslands(doc, withTown, gazetteer),
    ...listedTowns(doc, withTown, gazetteer),
    ...townsBehind(doc, withTown, gazetteer),
    ...listedSettlements(doc, withTown),
    ...mistakenPlaces(doc, withTown, gazetteer),
  ])
  const places = new Set<string>()
  const written = ({ start, end }: Span) => oneLine(doc.text.slice(start, end))
  const refined = withTown.flatMap((name) => {
    if (!isOurs(name)) return [name]
    const own = written(name)
    const corrected = name.type !== 'location' && (listed.has(name) || isPlace(doc, name, own, gazetteer))
    if (corrected) places.add(own)
    return refine(doc, corrected ? asPlace(name) : name, own, gazetteer)
  })
  if (places.size === 0) return refined
  // What is a place once is one wherever it stands alone.
  return refined.map((name) =>
    isOurs(name) && name.type !== 'location' && places.has(written(name)) ? asPlace(name) : name,
  )
}

const asPlace = ({ start, end, confidence }: PlaceName): PlaceName => ({
  ...{ start, end, confidence },
  type: 'location',
  foundBy: byContext,
})

/** The dateline's town is one name and a place, whatever the tagger made of its capitals. */
function withDateline<Name extends PlaceName>(
  doc: Document,
  names: readonly Name[],
  gazetteer: Gazetteer,
): (Name | PlaceName)[] {
  const town = datelineOf(doc)
  if (!town) return [...names]
  const isKnown = placesOf(townFromCapitals(oneLine(doc.text.slice(town.start, town.end))), gazetteer).length > 0
  if (!isKnown && !isBeforeLand(doc.text, town, names, gazetteer)) return [...names]
  const around = names.filter((name) => name.start < town.end && name.end > town.start)
  if (around.some((name) => !isOurs(name) || name.start < town.start || name.end > town.end)) return [...names]
  const rest = names.filter((name) => !around.includes(name))
  return [...rest, { ...town, type: 'location', foundBy: byDateline, confidence: 0.95 }].sort(byPosition)
}

/** "JAJARKOT, Nepal —": a town that the gazetteer lacks, by what it lies in. */
function isBeforeLand(text: string, { end }: Span, names: readonly PlaceName[], gazetteer: Gazetteer): boolean {
  const land = names.find(({ start }) => start >= end)
  return (
    land?.type === 'location' &&
    text.slice(end, land.start) === ', ' &&
    isPlaceName(oneLine(text.slice(land.start, land.end)), gazetteer)
  )
}

/** Names of two or more words with a small one between, that a town has: "Alcalá de Henares". */
const particled = /\p{L} (?:\p{Ll}{1,4}|\p{Ll}'\p{L}+) \p{L}/u
const largePark = 10_000

/** Whether a name that the tagger took for something else is a place's. */
function isPlace(doc: Document, name: PlaceName, written: string, gazetteer: Gazetteer): boolean {
  const { type, start, end } = name
  if (type === 'group') return false
  const { tokens } = doc
  const first = tokenAt(doc, start)
  // "the Washington Park neighborhood" is none of a Hezbollah neighborhood.
  if (type !== 'organization' && tokens[first - 1]?.normal === 'the' && isBeforeQuarter(tokens, tokenFrom(doc, end)))
    return true
  // "in Hyde Park", but not the band Linkin Park.
  if (
    type === 'facility' &&
    isThoroughfare(written) &&
    (isStreet(written) || openAir.has(tokens[first - 1]?.normal ?? ''))
  )
    return true
  if (type === 'facility')
    return (
      / Park$/.test(written) &&
      tokens[first - 1]?.normal !== 'the' &&
      gazetteer.byName(written).some(({ type, population }) => type === 'city' && population >= largePark)
    )
  if (written.indexOf(' ') !== written.lastIndexOf(' ') && particled.test(written))
    return gazetteer.byName(written).length > 0
  const next = tokenFrom(doc, end)
  const before = tokens[first - 1]
  const isResident = isBeforeCivics(tokens, next, before) || isBeforeCountys(written, tokens[next])
  // "in Cambridge", "from Oxford to London" are towns, which the tagger took for their universities.
  const lead = before?.normal ?? ''
  const isThere = surelyPlaced.has(lead) || (lead === 'from' && tokens[next]?.normal === 'to')
  // "Firefighters from Jackson", "the mayor of Lincoln".
  const isTheirs = ofTheirs.has(lead) && civicNouns.has(tokens[first - 2]?.normal ?? '')
  if (!isResident && !isTheirs && !(isThere && type === 'organization')) return false
  return gazetteer
    .byName(written)
    .some(
      ({ name: own, type: kind, population }) =>
        settled.has(kind) && keyOf(own) === keyOf(written) && (isResident || population >= largeTown),
    )
}

const isBeforeCountys = (written: string, next: Token | undefined): boolean =>
  / (?:County|Parish)$/.test(written) && countyOffices.has(next?.normal ?? '')

const isBeforeQuarter = (tokens: readonly Token[], next: number): boolean =>
  cityParts.has(tokens[next]?.normal ?? '') && tokens[next]!.start === tokens[next - 1]!.end + 1

const openAir = new Set(['in', 'at', 'near', 'outside', 'through', 'around', 'across', 'into'])
const ofTheirs = new Set(['of', 'from', 'in', 'near'])
const surelyPlaced = new Set(['in', 'near', 'outside'])
const largeTown = 50_000
const largeCity = 100_000

const settled = new Set(['city', 'district', 'state'])

const lands = new Set(['country', 'landform', 'region'])
const listedTown = 50_000
const joins = /^(?:,\s|,?\sand\s(?:the\s)?)$/

/** "Bonaire and Saba", "São José dos Campos and Ribeirão Preto": lands, and towns of several words, in a list of such. */
function listedIslands({ text }: Document, names: readonly PlaceName[], gazetteer: Gazetteer): Set<PlaceName> {
  const listed = new Set<PlaceName>()
  const isLand = (name: PlaceName) => {
    const written = oneLine(text.slice(name.start, name.end))
    return gazetteer
      .byName(written)
      .some(
        ({ type, population }) =>
          lands.has(type) || (type === 'city' && population >= listedTown && written.includes(' ')),
      )
  }
  for (let i = 0; i + 1 < names.length; i++) {
    const [name, next] = [names[i]!, names[i + 1]!]
    if (name.type === 'group' || next.type === 'group') continue
    if (!joins.test(text.slice(name.end, Math.min(next.start, name.end + 9))) || !isLand(name) || !isLand(next))
      continue
    listed.add(name)
    listed.add(next)
  }
  return listed
}

/** "Savannah and Macon are", "Toledo, Valencia and Malaga saw": the first of a list opens its sentence, and the next is a place. */
function listedTowns({ text, sentences }: Document, names: readonly PlaceName[], gazetteer: Gazetteer): PlaceName[] {
  const openings = new Set(sentences.map(({ start }) => start))
  return names.filter((name, i) => {
    const next = names[i + 1]
    return (
      name.type === 'person' &&
      openings.has(name.start) &&
      next?.type === 'location' &&
      joins.test(text.slice(name.end, Math.min(next.start, name.end + 9))) &&
      isLargeTown(oneLine(text.slice(name.start, name.end)), gazetteer)
    )
  })
}

/** "the villages of Jatlan and Khari Sharif": all that such a noun has behind its "of", known or not. */
function listedSettlements({ text }: Document, names: readonly PlaceName[]): Set<PlaceName> {
  const listed = new Set<PlaceName>()
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    if (
      !text.startsWith('s of ', name.start - 5) ||
      !settlements.test(text.slice(Math.max(0, name.start - 24), name.start))
    )
      continue
    for (let at = i; at < names.length; at++) {
      const [one, next] = [names[at]!, names[at + 1]]
      if (one.type === 'group' || /^['’]s/.test(text.slice(one.end, one.end + 2))) break
      listed.add(one)
      if (!next || !joins.test(text.slice(one.end, Math.min(next.start, one.end + 9)))) break
    }
  }
  return listed
}

const settlements = /\b(?:village|town|hamlet|district|province|suburb|municipalitie|neighbou?rhood)s of $/

/** "in Newmarket Road, Cambridge," and not its university: a body's name behind that of a place. */
function townsBehind({ text }: Document, names: readonly PlaceName[], gazetteer: Gazetteer): PlaceName[] {
  return names.filter((name, i) => {
    const before = names[i - 1]
    return (
      name.type === 'organization' &&
      before !== undefined &&
      (before.type === 'location' || isThoroughfare(oneLine(text.slice(before.start, before.end)))) &&
      text.slice(before.end, name.start) === ', ' &&
      /^[,.;)]/.test(text.slice(name.end, name.end + 1)) &&
      isLargeTown(oneLine(text.slice(name.start, name.end)), gazetteer)
    )
  })
}

const isLargeTown = (name: string, gazetteer: Gazetteer): boolean =>
  gazetteer.byName(name).some(({ type, population }) => type === 'city' && population >= largeTown)

/** A place's name as it should be, or none. */
function refine<Name extends PlaceName>(
  { text }: Document,
  name: Name,
  written: string,
  gazetteer: Gazetteer,
): (Name | PlaceName)[] {
  const { start, end } = name
  const initial = /(?<!\p{L})[A-Z]\.\s?$/u.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? ''
  // "W.Va." may be cut in two.
  const stop = text[end] === '.' ? end + 1 : end
  if (initial && isPlaceName(`${initial}${text.slice(start, stop)}`, gazetteer))
    return [{ ...asPlace(name), start: start - initial.length, end: stop }]
  const numbered = /(?<!\w)\d{1,3}(?:st|nd|rd|th)\s$/.exec(text.slice(Math.max(0, start - 7), start))?.[0]
  if (numbered && streets.has(written.toLowerCase())) return [{ ...asPlace(name), start: start - numbered.length }]
  const behindComma = /,\s$/.test(text.slice(Math.max(0, start - 2), start))
  const abbreviated =
    text[end] === '.' &&
    /^[A-Z][a-z]{1,4}$|^[A-Z]\.\s?[A-Z][a-z]?$/.test(written) &&
    isPlaceName(`${written}.`, gazetteer)
  if (behindComma && /^[A-Z][a-z]{1,4}\.$/.test(written) && isPlaceName(written, gazetteer)) return [asPlace(name)]
  if (abbreviated && (name.type === 'location' || behindComma)) return [{ ...asPlace(name), end: end + 1 }]
  // "D-N.J." is a party and a state.
  if (/^[DRI]-\p{Lu}/u.test(written)) {
    const state = { ...asPlace(name), start: start + 2, end: stop }
    if (isPlaceName(text.slice(state.start, stop), gazetteer)) return [state]
  }
  // "Austin Mayor Ann Roe": who is mayor of a town has its name before.
  const town = name.type === 'person' && written.endsWith(' Mayor') ? written.slice(0, -' Mayor'.length) : ''
  if (town !== '' && isTown(town, gazetteer)) return [{ ...asPlace(name), end: start + town.length }]
  if (name.type !== 'location') return [name]
  const station = stationAfter(text, end, written, gazetteer)
  if (station > 0) return [{ ...asPlace(name), end: end - station }]
  if (behindComma && dottedInitials.test(written) && endsInDegree(text.slice(Math.max(0, start - 8), start))) return []
  const cut = text.slice(start, end) === written ? cutAtHolder(written, gazetteer) : undefined
  if (cut !== undefined)
    return [
      { ...asPlace(name), end: start + cut },
      { ...asPlace(name), start: start + cut + 1 },
    ]
  if (isOfDisease(text, name, written, gazetteer)) return []
  const lower = written.toLowerCase()
  if (lower.includes(' ') && lower.split(' ').every((word) => peoples.has(word))) return [{ ...name, type: 'group' }]
  const isHeld = /^,\s\p{Lu}/u.test(text.slice(end, end + 3))
  return !isHeld && (skies.has(lower) || compass.has(lower)) ? [] : [name]
}

/** "Waterloo Fire Chief Bill Beck": how much of a name behind a town is its service's. */
function stationAfter(text: string, end: number, written: string, gazetteer: Gazetteer): number {
  const station = / (?:Fire|Police)$/.exec(written)
  const isTowns =
    station && /^ \p{Lu}/u.test(text.slice(end, end + 2)) && isTown(written.slice(0, station.index), gazetteer)
  return isTowns ? station[0].length : 0
}

/** "Lassa fever", "West Nile virus" are of no place any more, but "Texas measles" and "London flu" may be there. */
const isOfDisease = (text: string, { end }: Span, written: string, gazetteer: Gazetteer): boolean =>
  diseases.has(/^ (\p{Ll}+)/u.exec(text.slice(end, end + 14))?.[1] ?? '') &&
  !gazetteer
    .byName(written)
    .some(({ type, population }) => type === 'country' || type === 'state' || population >= largeCity)

/** "Ruth Roe, P.A., M.S., runs it": after other initials they are a degree. */
const dottedInitials = /^[A-Z]\.[A-Z]\.?$/
const endsInDegree = (lead: string): boolean => /,\s[A-Z][A-Za-z]?\.[A-Z]\.,\s$/.test(lead)

const isTown = (name: string, gazetteer: Gazetteer) => gazetteer.byName(name).some(({ type }) => type === 'city')

const isPlaceName = (name: string, gazetteer: Gazetteer) =>
  gazetteer.byName(name).some(({ type }) => type === 'state' || type === 'country')
