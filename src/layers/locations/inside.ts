import { builtIn } from '../../base/provenance.ts'
import { oneLine, type Span } from '../../base/span.ts'
import {
  beforeOf,
  beforeTowns,
  bodiesOfLands,
  civicHeads,
  inquiries,
  insideConjunctions,
  insidePrepositions,
  landscapeHeads,
  learnedHeads,
  namesakes,
  townHeads,
  wordsLikeTowns,
} from '../../english/institutions.ts'
import type { Document, Token } from '../../text/document.ts'
import { tokenAt, tokenFrom } from '../../text/position.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import type { PlaceName } from './locations.ts'

/** Names that may hold the name of a place; people's hold none: "Paris Hilton". */
const holders = new Set(['organization', 'facility', 'event', 'law'])
const longestPlace = 4
const capitalized = /^\p{Lu}/u
const byGazetteer = builtIn('gazetteer', 'inside')

/** A place inside of a name, by its own name or by the adjective of its people. */
export interface InnerPlace extends PlaceName {
  demonym: boolean
}

/**
 * The places inside of names: "Maryland State Police", "University of Texas at Austin", "European Investment Bank". Whether
 * a word is one there is told by what stands beside it and by how well the place is known: "Turkey Hill" holds none, nor
 * does "Jordan & Sons"; what the story names as a place by itself is one within names too.
 */
export function placesInside(doc: Document, names: readonly PlaceName[], gazetteer: Gazetteer): InnerPlace[] {
  const written = ({ start, end }: Span) => oneLine(doc.text.slice(start, end))
  const story: Story = {
    gazetteer,
    places: new Set(names.filter(({ type }) => type === 'location').map(written)),
    people: new Set(names.filter(({ type }) => type === 'person').flatMap((name) => written(name).split(' '))),
  }
  // A story says the same names again and again.
  const known = new Map<string, readonly Inner[]>()
  return names
    .filter(({ type }) => holders.has(type))
    .flatMap((name) => {
      const { start, end, confidence } = name
      const key = doc.text.slice(start, end)
      const found = known.get(key) ?? insideOf(doc, name, story)
      known.set(key, found)
      return found.map(({ from, to, demonym }) => ({
        ...{ start: start + from, end: start + to, confidence, demonym },
        type: 'location',
        foundBy: byGazetteer,
      }))
    })
}

/** A place inside of a name, by where in the name it begins and ends. */
interface Inner {
  from: number
  to: number
  demonym: boolean
}

/** What is known of the story when a name of it is read. */
interface Story {
  gazetteer: Gazetteer
  /** Places that it names by themselves. */
  places: ReadonlySet<string>
  /** Words of the names of its people. */
  people: ReadonlySet<string>
}

function insideOf(doc: Document, name: PlaceName, story: Story): Inner[] {
  const tokens = tokensOf(doc, name)
  const found: Inner[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!capitalized.test(tokens[at]!.text)) continue
    const length = lengthAt(doc, tokens, at, story)
    if (length === 0) continue
    const [{ start }, { end }] = [tokens[at]!, tokens[at + length - 1]!]
    const demonym = story.gazetteer.byDemonym(doc.text.slice(start, end)) !== undefined
    found.push({ from: start - name.start, to: end - name.start, demonym })
    at += length - 1
  }
  return found
}

/** How many tokens from one on name a place, 0 where none does: the longest of all. */
function lengthAt({ text }: Document, tokens: readonly Token[], at: number, story: Story): number {
  const most = Math.min(longestPlace, tokens.length - at, tokens.length - 1)
  for (let length = most; length > 0; length--) {
    const last = tokens[at + length - 1]!
    if (!capitalized.test(last.text)) continue
    const written = oneLine(text.slice(tokens[at]!.start, last.end))
    const lead = leadOf(tokens, at)
    const around = { isFirst: lead.length === 0, lead, rest: restOf(tokens, at + length) }
    if (story.gazetteer.byDemonym(written) ? isNationality(around) : isInside(written, around, story)) return length
  }
  return 0
}

/** The words of a name around a place in it. */
interface Around {
  /** Whether the name begins with it. */
  isFirst: boolean
  /** Those before it, nearest first, articles left out. */
  lead: readonly string[]
  rest: readonly string[]
}

/** Names may have hundreds of words, of which those near a place tell of it. */
const reach = { lead: 3, rest: 8 }

const restOf = (tokens: readonly Token[], at: number): string[] =>
  tokens.slice(at, at + reach.rest).map(({ normal }) => normal)

function leadOf(tokens: readonly Token[], at: number): string[] {
  return tokens
    .slice(Math.max(0, at - reach.lead), at)
    .map(({ normal }) => normal)
    .filter((word) => word !== 'the')
    .reverse()
}

/** "European Investment Bank"; not "French Quarter", "Native American". */
const isNationality = ({ lead, rest: [next] }: Around): boolean =>
  next !== undefined && !landscapeHeads.has(next) && !insideConjunctions.has(next) && lead[0] !== 'native'

function isInside(written: string, around: Around, story: Story): boolean {
  const [next] = around.rest
  if (next !== undefined && (insideConjunctions.has(next) || /^['’]s$/.test(next))) return false
  if (isOfCouncil(written, next, story)) return false
  const lower = written.toLowerCase()
  if (wordsLikeTowns.has(lower) || heads.some((list) => list.has(lower))) return false
  // Most words of names are none: what is asked of the gazetteer is asked last.
  const least = story.places.has(written) ? ranks.small : leastRank(written, around, story)
  if (least === ranks.never) return false
  const isProminent = story.gazetteer.isProminent(written)
  if (!isProminent && least > ranks.small) return false
  const rank = rankOf(story.gazetteer.byName(written), isProminent)
  if (rank === ranks.none || rank < least) return false
  return next === undefined || !landscapeHeads.has(next) || (rank === ranks.land && bodiesOfLands.has(next))
}

/**
 * "Cambridge City Council", "Kent County Council": the city and the county are the council's word, but for towns that are
 * known by it, as Kansas City, and counties elsewhere than in Britain and Ireland.
 */
function isOfCouncil(written: string, next: string | undefined, { gazetteer }: Story): boolean {
  const [, name, word] = /^(.+) (City|County)$/.exec(written) ?? []
  if (name === undefined || next === undefined || !civicHeads.has(next)) return false
  const places = gazetteer.byName(name)
  if (word === 'City') return places.length > 0 && !gazetteer.isProminent(written)
  return next === 'council' && places.some(({ country }) => country === 'GB' || country === 'IE')
}

const heads = [civicHeads, townHeads, learnedHeads, landscapeHeads, beforeTowns]

/** How well a place is known. */
const ranks = { none: 0, small: 1, town: 2, large: 3, land: 4, never: 5 }
const largeCity = 100_000
const division = / (?:County|Parish|Township)$/

function rankOf(places: readonly Place[], isProminent: boolean): number {
  if (places.length === 0) return ranks.none
  if (!isProminent) return ranks.small
  if (places.some(({ type }) => type !== 'city' && type !== 'district')) return ranks.land
  return places.some(({ population, capital }) => capital || population >= largeCity) ? ranks.large : ranks.town
}

/** How well a place must be known to be one here. */
function leastRank(written: string, { isFirst, lead, rest }: Around, { people }: Story): number {
  const isPersonal = namesakes.has(written.split(' ')[0]!.toLowerCase()) || people.has(written)
  if (division.test(written)) return ranks.small
  if (isFirst) {
    if (rest.some((word) => civicHeads.has(word) && !(isPersonal && inquiries.has(word)))) return ranks.small
    if (rest.some((word) => townHeads.has(word))) return ranks.town
    if (isPersonal) return ranks.never
    return rest.some((word) => learnedHeads.has(word)) ? ranks.town : ranks.large
  }
  if (/^(?:St\.?|Saint|San|Santa)\s/.test(written) || isPersonal) return ranks.never
  if (insidePrepositions.has(lead[0]!)) return beforeOf.has(lead[1] ?? '') ? ranks.small : ranks.town
  if (beforeTowns.has(lead[0]!) || lead[0] === '-' || lead[0] === '–') return ranks.large
  return rest.length === 0 ? ranks.land : ranks.never
}

const tokensOf = (doc: Document, { start, end }: Span): Token[] =>
  doc.tokens.slice(tokenAt(doc, start), tokenFrom(doc, end))
