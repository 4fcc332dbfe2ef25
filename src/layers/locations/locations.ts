import { type Provenance, sourceOf } from '../../base/provenance.ts'
import { byPosition, inOrder, oneLine, type Span } from '../../base/span.ts'
import type { Location } from '../../base/story.ts'
import type { TreeOf } from '../../syntax/sentence-tree.ts'
import type { Document } from '../../text/document.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { holdPlaces, type NamedPlace } from './hold.ts'
import type { Home } from './home.ts'
import { placesInside } from './inside.ts'
import { fromCapitals } from './key.ts'
import { tribalAmong } from './peoples.ts'
import { resolveToponyms } from './resolve.ts'
import { senseReader } from './sense.ts'
import { isThoroughfare } from './thoroughfares.ts'
import { readToponyms } from './toponym.ts'
import { weights } from './weights.ts'

/** A place before it has its id. */
export interface FoundLocation extends Omit<Location, 'id' | 'within'> {
  within: FoundLocation | null
}

export interface PlaceName extends Span {
  type: string
  foundBy: Provenance
  confidence: number
}

/** A mention of a place, with what it was read as. */
interface Reading {
  name: PlaceName
  place: Place | undefined
  form: Location['mentions'][number]['form']
}

/** Resolves the place names and demonyms of a story to places with country and coordinates. */
export function findLocations(
  doc: Document,
  gazetteer: Gazetteer,
  names: readonly PlaceName[],
  treeOf: TreeOf,
  home?: Home,
): FoundLocation[] {
  const readings = readPlaces(doc, gazetteer, inOrder(names), home)
  const senseOf = senseReader(
    doc,
    treeOf,
    readings.map(({ name }) => name),
  )
  const found = new Map<Place | string, FoundLocation>()
  const named: NamedPlace[] = []
  for (const { name, place, form } of readings) {
    const key = place ?? writtenAt(doc, name)
    let location = found.get(key)
    if (!location) {
      location = place ? locationOf(place) : unresolved(writtenAt(doc, name))
      found.set(key, location)
    }
    const { start, end, confidence, foundBy } = name
    location.mentions.push({
      start,
      end,
      text: doc.text.slice(start, end),
      confidence,
      source:
        form === 'demonym' ? 'gazetteer/demonym' : form === 'name' && place ? 'gazetteer/name' : sourceOf(foundBy),
      sense: form === 'name' ? senseOf(name) : 'associative',
      form,
    })
    if (form === 'name') named.push({ start, end, place, location })
  }
  holdPlaces(doc, named)
  return [...found.values()]
}

/** A name as the gazetteer is asked for it. */
const writtenAt = ({ text }: Document, { start, end }: Span): string => fromCapitals(oneLine(text.slice(start, end)))

/** All mentions of places, in order: names, adjectives of their peoples, and what lies inside of other names. */
function readPlaces(
  doc: Document,
  gazetteer: Gazetteer,
  names: readonly PlaceName[],
  home: Home | undefined,
): Reading[] {
  const inner = placesInside(doc, names, gazetteer)
  const peoples = names.filter(({ type }) => type === 'group')
  const tribal = tribalAmong(doc, peoples)
  const adjectives: Reading[] = [
    ...peoples.filter((name) => !tribal.has(name)).map((name) => ({ name, form: 'demonym' as const })),
    ...inner.filter(({ demonym }) => demonym).map((name) => ({ name, form: 'inside' as const })),
  ].flatMap(({ name, form }) => {
    const place = gazetteer.byDemonym(writtenAt(doc, name))
    return place ? [{ name, place, form }] : []
  })
  const nouns = [
    ...names.filter(({ type }) => type === 'location').map((name) => ({ name, form: 'name' as const })),
    ...inner.filter(({ demonym }) => !demonym).map((name) => ({ name, form: 'inside' as const })),
  ].sort((a, b) => byPosition(a.name, b.name))
  const toponyms = readToponyms(
    doc,
    nouns.map(({ name }) => name),
  )
  const places = resolveToponyms(
    toponyms,
    gazetteer,
    adjectives.map(({ place }) => place!),
    weights,
    home,
  )
  const resolved = nouns.map((noun, i): Reading => {
    const { name, form } = noun
    const place = places[i]
    if (!place || !isThoroughfare(writtenAt(doc, name))) return { name, place, form }
    const end = Math.min(nouns[i + 1]?.name.start ?? Number.POSITIVE_INFINITY, name.end + longestTie)
    return { name, place: isTown(place, doc.text.slice(name.end, end)) ? place : undefined, form }
  })
  // What lies inside of a name and is no place that is known is a part of the name alone.
  const placed = resolved.filter(({ place, form }) => place || form === 'name')
  return [...adjectives, ...placed].sort((a, b) => byPosition(a.name, b.name))
}

const leastTown = 10_000
const longestTie = 10

/** "Hyde Park in London", "the Hyde Park neighborhood" are not the town of that name, nor is any street or park that is not as large as a town. */
const isTown = ({ type, population }: Place, after: string): boolean =>
  (type !== 'city' && type !== 'district') ||
  (population >= leastTown && !/^(?:,? in (?:the )?|, )$|^ neighbou?r/.test(after))

function locationOf(place: Place): FoundLocation {
  const { name, type, country, admin, geonames, lat, lon, wikidata } = place
  const coordinates = lat === null || lon === null ? null : { lat, lon }
  const precision = coordinates && 'exact'
  // Field by field: a copy by spread takes V8 many times as long.
  return wikidata === undefined
    ? { name, type, country, admin, coordinates, precision, within: null, geonames, mentions: [] }
    : { name, type, country, admin, coordinates, precision, within: null, geonames, wikidata, mentions: [] }
}

const unresolved = (name: string): FoundLocation => ({
  name,
  type: 'place',
  country: null,
  admin: null,
  coordinates: null,
  precision: null,
  within: null,
  geonames: null,
  mentions: [],
})
