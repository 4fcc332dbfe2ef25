import type { Entity, Location } from '../story.ts'

/** Addresses that stand for a thing elsewhere: Wikidata, GeoNames. */
export function identifiersOf(item: Pick<Entity | Location, 'wikidata'> & { geonames?: number | null }): string[] {
  return [
    ...(item.wikidata ? [`http://www.wikidata.org/entity/${item.wikidata}`] : []),
    ...(item.geonames ? [`https://sws.geonames.org/${item.geonames}/`] : []),
  ]
}

/** The address of an IPTC Media Topic by its code (`medtop:20000373`). */
export const mediaTopic = (code: string): string =>
  `http://cv.iptc.org/newscodes/mediatopic/${code.replace(/^medtop:/, '')}`
