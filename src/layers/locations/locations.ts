import { type Provenance, sourceOf } from '../../base/provenance.ts'
import { byPosition, oneLine, type Span } from '../../base/span.ts'
import type { Location } from '../../base/story.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt } from '../../text/position.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { placesInside } from './inside.ts'
import { fromCapitals } from './key.ts'
import { tribalAmong } from './peoples.ts'
import { resolveToponyms } from './resolve.ts'
import { senseOf } from './sense.ts'
import { readToponyms } from './toponym.ts'

export type FoundLocation = Omit<Location, 'id'>

export interface PlaceName extends Span {
  type: string
  foundBy: Provenance
  confidence: number
}

/** Resolves the place names and demonyms of a story to places with country and coordinates. */
export function findLocations(doc: Document, gazetteer: Gazetteer, names: readonly PlaceName[]): FoundLocation[] {
  const written = (span: Span) => fromCapitals(oneLine(doc.text.slice(span.start, span.end)))
  const order = [...names].sort(byPosition)
  const groups = order.filter(({ type }) => type === 'group')
  const tribal = tribalAmong(doc, groups)
  const demonyms = new Map<PlaceName, Place>()
  for (const name of groups) {
    const place = gazetteer.byDemonym(written(name))
    if (place && !tribal.has(name)) demonyms.set(name, place)
  }
  const inner = placesInside(doc, order, gazetteer)
  for (const name of inner) {
    const place = name.demonym ? gazetteer.byDemonym(written(name)) : undefined
    if (place) demonyms.set(name, place)
  }
  const toponyms = readToponyms(
    doc,
    [...order.filter(({ type }) => type === 'location'), ...inner.filter(({ demonym }) => !demonym)].sort(byPosition),
  )
  const places = resolveToponyms(toponyms, gazetteer, [...demonyms.values()])
  const placeOf = new Map(toponyms.map(({ start }, i) => [start, places[i]]))
  const neighbours = neighboursOf(doc)
  const found = new Map<Place | string, FoundLocation>()
  const isInner = new Set<PlaceName>(inner)
  for (const name of [...order, ...inner].sort(byPosition)) {
    const people = demonyms.get(name)
    if (name.type !== 'location' && !people) continue
    const place = people ?? placeOf.get(name.start)
    if (isInner.has(name) && !place) continue
    const key = place ?? written(name)
    let location = found.get(key)
    if (!location) {
      location = place ? locationOf(place) : unresolved(written(name))
      found.set(key, location)
    }
    const around = neighbours(name)
    location.mentions.push({
      start: name.start,
      end: name.end,
      text: doc.text.slice(name.start, name.end),
      confidence: name.confidence,
      source: isInner.has(name)
        ? sourceOf(name.foundBy)
        : people
          ? 'gazetteer/demonym'
          : place
            ? 'gazetteer/name'
            : sourceOf(name.foundBy),
      sense: people || isInner.has(name) ? 'associative' : senseOf(doc, name, around.before, around.after),
      form: isInner.has(name) ? 'inside' : people ? 'demonym' : 'name',
    })
  }
  return [...found.values()]
}

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

/** The words before and after a span, articles skipped. */
function neighboursOf(doc: Document): (span: Span) => { before: string | undefined; after: string | undefined } {
  return ({ start, end }) => {
    const at = tokenAt(doc, start)
    if (doc.tokens[at]?.start !== start) return { before: undefined, after: undefined }
    let last = at
    while (last < doc.tokens.length && doc.tokens[last]!.start < end) last++
    const before = at > 0 ? doc.tokens[at - 1]!.normal : undefined
    const lead = before === 'the' ? (at > 1 ? doc.tokens[at - 2]!.normal : undefined) : before
    return { before: lead, after: doc.tokens[last]?.normal }
  }
}
