import { oneOf } from '../../base/word-list.ts'
import { areaNouns, cityParts, settlementNouns } from './lexicon.ts'

/** What the words between two names of places say of them. */
export type Glue = 'comma' | 'bracket' | 'and' | 'in' | 'part of' | 'has part' | undefined

/** As far as one place stands from the one that it lies in. */
export const longestTie = 60

const nouns = oneOf([...settlementNouns, ...cityParts, ...areaNouns])
const parts = oneOf([...cityParts])
const quarters = '(?:north|south|east|west)(?:ern)? |(?:north|south)-?(?:east|west)(?:ern)? '
/** Before the place that holds another: "the state of", "northern". */
const lead = `(?:the )?(?:${nouns} of |${quarters}|downtown |central |nearby )?`

/** "Press Street in New Orleans", "Hartlepool, a town in northeast England". */
const within = new RegExp(`^(?:, (?:an?|the|one of the) (?:[a-z]+[ -]){0,3}${nouns})?,? in ${lead}$`)
const partOf = new RegExp(`^, (?:an?|the) (?:[a-z]+[ -]){0,3}${parts} (?:of|in) (?:the city of )?$`)
const hasPart = new RegExp(`^ ${parts} of $`)
/** "Maiduguri Borno State", where a comma is left out, "Kaura, Zamfara", "Shanxi province, northern China". */
const comma = new RegExp(`^(?: ${oneOf([...areaNouns])},|,)?\\s+(?:${quarters})?$`)
const and = /^,?\s+(?:and|or|&)\s+$/
const bracket = /^\s+\($/

export function glueOf(between: string): Glue {
  if (between.length > longestTie) return undefined
  if (comma.test(between)) return 'comma'
  if (bracket.test(between)) return 'bracket'
  if (and.test(between)) return 'and'
  if (within.test(between)) return 'in'
  if (hasPart.test(between)) return 'has part'
  return partOf.test(between) ? 'part of' : undefined
}
