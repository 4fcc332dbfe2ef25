import { geoArea } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { countryNames, world } from '../../data/world.ts'

type World = Topology<{ countries: GeometryCollection }>
export type Land = Feature<Polygon | MultiPolygon>

/** The countries of the world for maps, by Natural Earth. */
interface Countries {
  all: Land[]
  borders: ReturnType<typeof mesh>
  byCode: ReadonlyMap<string, Land>
}

let countries: Countries | undefined

export function openCountries(): Countries {
  if (countries) return countries
  const topology = JSON.parse(world) as World
  const all = feature(topology, topology.objects.countries).features as Land[]
  countries = {
    all,
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
    byCode: new Map(all.flatMap((land) => (land.id === undefined ? [] : [[String(land.id), land]]))),
  }
  return countries
}

/** A country without its islands and what lies overseas. */
export function largestPart({ geometry }: Land): Polygon {
  if (geometry.type === 'Polygon') return geometry
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best))
}

let names: ReadonlyMap<string, string> | undefined

/** The name of a country by its code of ISO 3166-1; the code where none is known. */
export function countryName(code: string): string {
  names ??= new Map(countryNames.split('\n').map((line) => [line.slice(0, 2), line.slice(2)]))
  return names.get(code) ?? code
}
