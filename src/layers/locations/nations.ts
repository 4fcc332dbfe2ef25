import { oneLine } from '../../base/span.ts'
import type { Gazetteer } from './gazetteer.ts'
import { fromCapitals } from './key.ts'

/** Whether a name may be that of a country or of a region as England, whatever towns are called so. */
export const isNationIn =
  (gazetteer: Gazetteer) =>
  (written: string): boolean => {
    const name = fromCapitals(oneLine(written))
    return (
      / Islands?$/.test(name) ||
      gazetteer.byName(name).some(({ type }) => type === 'country' || type === 'region' || type === 'continent')
    )
  }

/** Whether a region, or a town of some size, is called so. */
export const isPlaceIn =
  ({ byName }: Gazetteer) =>
  (name: string): boolean =>
    byName(name).some(({ type, population }) => type !== 'city' || population >= leastTown)

const leastTown = 10_000
