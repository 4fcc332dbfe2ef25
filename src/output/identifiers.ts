import type { Entity, Location } from '../base/story.ts'

/** Addresses that stand for a thing elsewhere: Wikidata, GeoNames. What is no id of theirs has none. */
export function identifiersOf(item: Pick<Entity | Location, 'wikidata'> & { geonames?: number | null }): string[] {
  const { wikidata, geonames } = item
  return [
    ...(wikidata !== undefined && isWikidata(wikidata) ? [`http://www.wikidata.org/entity/${wikidata}`] : []),
    ...(geonames ? [`https://sws.geonames.org/${geonames}/`] : []),
  ]
}

export const isWikidata = (id: string): boolean => /^[QPL]\d+$/.test(id)

/** The address of an IPTC Media Topic by its code (`medtop:20000373`), none for a category of a rule set's own. */
export function mediaTopic(code: string): string | undefined {
  const number = /^(?:medtop:)?(\d{8})$/.exec(code)?.[1]
  return number === undefined ? undefined : `http://cv.iptc.org/newscodes/mediatopic/${number}`
}
