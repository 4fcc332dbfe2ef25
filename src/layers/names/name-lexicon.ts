import { packedClusters } from '#packed'
import { openNames } from '../../base/front-coding.ts'
import { memoizeBounded } from '../../base/memoize-bounded.ts'
import { wordSet } from '../../base/word-list.ts'
import { either, men, women } from '../../data/first-names.ts'
import {
  eventHeads,
  facilityHeads,
  groups,
  lawHeads,
  notNames,
  organizationHeads,
  organizations,
  particles,
  titleWords,
} from '../../english/heads-and-titles.ts'
import { flag, type Lexicon } from './name-words.ts'

/** What the tagger asks of other layers' data. */
export interface PlaceNames {
  isPlace(name: string): boolean
  isDemonym(word: string): boolean
}

const calendar = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  jan feb mar apr jun jul aug sept sep oct nov dec`,
)

/** The lists by which the tagger knows a word: clusters of meaning, first names, places, titles, heads. */
export function openLexicon(places: PlaceNames): Lexicon {
  const { clusterNumbers, clusterWords, coarseClusters } = packedClusters()
  const clustered = openNames(clusterWords)
  const coarseOf = coarseClusters.split(' ').map(Number)
  const names = new Set([men, women, either].flatMap((list) => list.split(' ')))
  const lists: readonly (readonly [number, (lower: string, written: string) => boolean])[] = [
    [flag.firstName, (lower) => names.has(lower)],
    [flag.place, (_, written) => places.isPlace(written)],
    [flag.demonym, isGroup(places)],
    [flag.title, (_, written) => titleWords.has(written)],
    [flag.organizationHead, (_, written) => organizationHeads.has(written)],
    [flag.facilityHead, (_, written) => facilityHeads.has(written)],
    [flag.eventHead, (_, written) => eventHeads.has(written)],
    [flag.lawHead, (_, written) => lawHeads.has(written)],
    [flag.particle, (lower) => particles.has(lower)],
    [flag.calendar, (lower) => calendar.has(lower)],
    [flag.organization, isOrganization()],
    [flag.notName, (lower) => notNames.has(lower)],
  ]
  const place = memoizeBounded(4000, (name) => ({
    isKnown: places.isPlace(name) || (name === name.toUpperCase() && places.isPlace(titled(name))),
  }))
  return {
    clusters(word) {
      const { first, last } = clustered.find(word)
      if (last === 0) return { fine: 0, coarse: 0 }
      const fine = 1 + Number.parseInt(clusterNumbers.slice(2 * first, 2 * first + 2), 36)
      return { fine, coarse: 1 + coarseOf[fine - 1]! }
    },
    flags: (lower, written) => lists.reduce((bits, [bit, has]) => (has(lower, written) ? bits | bit : bits), 0),
    isPlace: (name) => place(name).isKnown,
  }
}

const titled = (name: string) => name.replace(/\p{L}+/gu, (word) => word[0]! + word.slice(1).toLowerCase())

function isGroup({ isDemonym }: PlaceNames) {
  const known = new Set(groups)
  return (_: string, written: string) => known.has(written) || isDemonym(written)
}

function isOrganization() {
  const known = new Set(organizations)
  return (_: string, written: string) => known.has(written)
}
