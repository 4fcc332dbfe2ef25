import * as columns from '../data/places-full.ts'
import type { PlacePack } from '../layers/locations/gazetteer.ts'

export type { PlaceColumns, PlacePack } from '../layers/locations/gazetteer.ts'

/**
 * All towns of GeoNames from 500 people, and more names of larger ones, for `createExtractor` of nutgraf: small places of
 * countries whose villages English news seldom names. Unpacked at the first text.
 *
 * @example
 * import { createExtractor } from 'nutgraf'
 * import { fullPlaces } from 'nutgraf/places-full'
 *
 * const { extract } = createExtractor({ places: fullPlaces })
 * console.log(extract('He was born in Weiswampach, Luxembourg.').locations[0]?.country) // LU
 */
export const fullPlaces: PlacePack = { kind: 'nutgraf/place-pack', columns }
