import { hashDigits } from '../base/hash.ts'
import { packageVersion, rulesHash, weightsHash } from '../data/version.ts'
import type { PlacePack } from '../layers/locations/gazetteer.ts'
import type { RuleSet } from '../rules/define.ts'

/**
 * What stories are read with, a name and a version each, as in the `User-Agent` of HTTP: `nutgraf/0.1.0 weights/1b2c3d4e
 * rules/5f6a7b8c`, and `places/…` where a pack is given. Another release, model, rule set, or rule left out is another
 * version; it is the same on Node, in workers and in browsers.
 */
export function versionOf(sets: readonly RuleSet[], without: readonly string[] = [], places?: PlacePack): string {
  const rules = hashDigits([rulesHash, ...sets.filter(readsOtherwise).map(hashOfSet), ...[...without].sort()].join(' '))
  const parts = { nutgraf: packageVersion, weights: weightsHash, rules, ...(places && { places: hashOfPack(places) }) }
  return Object.entries(parts)
    .map(([name, version]) => `${name}/${version}`)
    .join(' ')
}

/** Hashes what never changes once, however many extractors are made with it. */
function hashedOnce<T extends object>(textOf: (value: T) => string): (value: T) => string {
  const known = new WeakMap<T, string>()
  return (value) => {
    const hash = known.get(value) ?? hashDigits(textOf(value))
    known.set(value, hash)
    return hash
  }
}

/** Links of an archive are made after reading: a story need not be read again where they change. */
const readingOf = ({ links: _, ...set }: RuleSet) => set
/** Whether a set has more than its name and links. */
const readsOtherwise = (set: RuleSet) => Object.keys(readingOf(set)).length > 1
const hashOfSet = hashedOnce<RuleSet>((set) => JSON.stringify(readingOf(set)))
const hashOfPack = hashedOnce<PlacePack>(({ columns }) => JSON.stringify(Object.entries(columns).sort()))
