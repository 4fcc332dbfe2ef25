import { openGazetteer, type Place } from './locations/gazetteer.ts'

export type { Place } from './locations/gazetteer.ts'

/**
 * The places that a name stands for, as the gazetteer has them: countries and what else is known by name first, then by
 * size. Diacritics and "St."/"Saint" do not matter.
 *
 * @example
 * lookup('Sao Paulo')[0] // { name: 'São Paulo', type: 'city', country: 'BR', lat: -23.55, lon: -46.64, … }
 */
export function lookup(name: string): Place[] {
  const rank = ({ type, population }: Place) => (type === 'country' || type === 'continent' ? 1e12 : population)
  return [...openGazetteer().byName(name)].map((place) => ({ ...place })).sort((a, b) => rank(b) - rank(a))
}
