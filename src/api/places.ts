import { describe, NutgrafError } from '../base/error.ts'
import { openGazetteer, type Place } from '../layers/locations/gazetteer.ts'

export type { Place } from '../layers/locations/gazetteer.ts'

/**
 * The places that a name stands for, as the gazetteer has them: countries and what else is known by name first, then by
 * size. Diacritics and "St."/"Saint" do not matter.
 *
 * @example
 * import { lookup } from 'nutgraf/places'
 *
 * const [first] = lookup('Saint Petersburg')
 * console.log(first?.name, first?.country, first?.lat, first?.lon) // Saint Petersburg RU 59.94 30.31
 * @throws NutgrafError `invalid-text` where the name is no string
 */
export function lookup(name: string): Place[] {
  if (typeof name !== 'string')
    throw new NutgrafError('invalid-text', 'lookup.name', `expected a string, got ${describe(name)}`)
  const rank = ({ type, population }: Place) => (type === 'country' || type === 'continent' ? 1e12 : population)
  return [...openGazetteer().byName(name)].map((place) => ({ ...place })).sort((a, b) => rank(b) - rank(a))
}
