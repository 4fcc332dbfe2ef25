import type { Document } from '../document/document.ts'
import { byPosition, type Span } from '../span.ts'
import type { Location } from '../story.ts'
import { choosePlace } from './choose.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { senseOf } from './sense.ts'

export type FoundLocation = Omit<Location, 'id'>

export interface PlaceName extends Span {
  type: string
  source: string
  confidence: number
}

/** Resolves the place names and demonyms of a story to places with country and coordinates. */
export function findLocations(doc: Document, gazetteer: Gazetteer, names: readonly PlaceName[]): FoundLocation[] {
  const text = (span: Span) => calm(doc.text.slice(span.start, span.end).replace(/\s+/g, ' '))
  const demonym = (name: PlaceName) => (name.type === 'group' ? gazetteer.byDemonym(text(name)) : undefined)
  const countries = new Map<string, number>()
  for (const name of names) {
    const place =
      demonym(name) ??
      (name.type === 'location' ? gazetteer.byName(text(name)).find(({ type }) => type === 'country') : undefined)
    if (place?.country) countries.set(place.country, (countries.get(place.country) ?? 0) + 1)
  }
  const neighbours = neighboursOf(doc)
  const found = new Map<Place | string, FoundLocation>()
  const order = [...names].sort(byPosition)
  for (const [i, name] of order.entries()) {
    const people = demonym(name)
    if (name.type !== 'location' && !people) continue
    const written = text(name)
    const next = order[i + 1]
    // "Paris, Texas": the name behind the comma holds the one before.
    const holder =
      next?.type === 'location' && /^,\s+$/.test(doc.text.slice(name.end, next.start))
        ? gazetteer.byName(text(next)).find(({ type }) => type === 'country' || type === 'state')
        : undefined
    const candidates = gazetteer.byName(written)
    const held = holder && candidates.filter((place) => isWithin(place, holder))
    const place = people ?? choosePlace(held && held.length > 0 ? held : candidates, countries)
    const key = place ?? written
    let location = found.get(key)
    if (!location) {
      location = place ? locationOf(place) : unresolved(written)
      found.set(key, location)
    }
    const around = neighbours(name)
    location.mentions.push({
      start: name.start,
      end: name.end,
      text: doc.text.slice(name.start, name.end),
      confidence: name.confidence,
      source: people ? 'gazetteer/demonym' : place ? 'gazetteer/name' : name.source,
      sense: people ? 'associative' : senseOf(doc, name, around.before, around.after),
      form: people ? 'demonym' : 'name',
    })
  }
  return [...found.values()]
}

/** "NEW YORK" in a dateline is looked up as "New York". */
const calm = (name: string) =>
  name.length > 3 && /^\p{Lu}[\p{Lu}\s'’-]+$/u.test(name)
    ? name.replace(/\p{Lu}+/gu, (word) => word[0] + word.slice(1).toLowerCase())
    : name

const isWithin = (place: Place, { country, admin }: Place) =>
  place.type === 'city' && place.country === country && (admin === null || `${country}-${place.admin}` === admin)

function locationOf(place: Place): FoundLocation {
  const { name, type, country, admin, geonames, lat, lon, wikidata } = place
  return {
    name,
    type,
    country,
    admin,
    coordinates: lat === null || lon === null ? null : { lat, lon },
    geonames,
    ...(wikidata !== undefined && { wikidata }),
    mentions: [],
  }
}

const unresolved = (name: string): FoundLocation => ({
  name,
  type: 'place',
  country: null,
  admin: null,
  coordinates: null,
  geonames: null,
  mentions: [],
})

/** The words before and after a span, articles skipped; positions are found by a table, not by search. */
function neighboursOf(doc: Document): (span: Span) => { before: string | undefined; after: string | undefined } {
  const starts = new Map(doc.tokens.map((token, i) => [token.start, i]))
  return ({ start, end }) => {
    const at = starts.get(start)
    if (at === undefined) return { before: undefined, after: undefined }
    let last = at
    while (last < doc.tokens.length && doc.tokens[last]!.start < end) last++
    const before = doc.tokens[at - 1]?.normal
    return { before: before === 'the' ? doc.tokens[at - 2]?.normal : before, after: doc.tokens[last]?.normal }
  }
}
