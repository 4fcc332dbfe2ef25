import { oneLine, type Span } from '../../base/span.ts'
import { oneOf } from '../../base/word-list.ts'
import { namesakes } from '../../english/institutions.ts'
import type { Document } from '../../text/document.ts'
import { tokenAt, tokenFrom } from '../../text/position.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { keyOf } from './key.ts'
import {
  areaNouns,
  capitalsLikePeople,
  cityParts,
  conquests,
  landHeads,
  placed,
  settlementNouns,
  speaks,
} from './lexicon.ts'
import type { PlaceName } from './locations.ts'
import { isWithin } from './readings.ts'
import { placeVerbs } from './sense-words.ts'

/** Which places a name may be by what stands beside it. */
interface Cue {
  fits(place: Place): boolean
  /** A person can't be meant, even if people are called so. */
  isSure: boolean
}

/** A name with those before and behind it. */
interface Beside {
  name: PlaceName
  before: PlaceName | undefined
  next: PlaceName | undefined
}

const mistaken = new Set(['person', 'organization'])

/**
 * Names that the tagger took for somebody, and that are places by what stands beside them: "Zamfara state", "seized Wad
 * Madani", "Denmark's Aarhus", "Macon, about 80 miles south", "Wien, Praha and Warszawa", ", Kyiv said".
 */
export function mistakenPlaces<Name extends PlaceName>(
  doc: Document,
  names: readonly Name[],
  gazetteer: Gazetteer,
): Set<Name> {
  const found = new Set<PlaceName>()
  const written = ({ start, end }: Span) => oneLine(doc.text.slice(start, end))
  let known: ReadonlySet<string> | undefined
  const people = () => (known ??= surnamesAmong(names, written))
  return new Set(
    names.filter((name, i) => {
      if (!mistaken.has(name.type)) return false
      const cues = cuesOf(doc, { name, before: names[i - 1], next: names[i + 1] }, found, gazetteer)
      if (cues.length === 0) return false
      const own = written(name)
      // A body may be called as a town in another language is: "Hamas".
      const places = gazetteer.byName(own).filter((place) => name.type === 'person' || keyOf(place.name) === keyOf(own))
      const fitting = cues.find(
        ({ fits, isSure }) => places.some(fits) && (isSure || !namesakes.has(own.toLowerCase())) && !people().has(own),
      )
      if (fitting) found.add(name)
      return fitting !== undefined
    }),
  )
}

/** The last words of the names of people that have several. */
const surnamesAmong = (names: readonly PlaceName[], written: (name: Span) => string): ReadonlySet<string> =>
  new Set(
    names
      .filter(({ type }) => type === 'person')
      .map((name) => written(name).split(' '))
      .flatMap((words) => (words.length > 1 ? [words.at(-1)!] : [])),
  )

function cuesOf(doc: Document, beside: Beside, found: ReadonlySet<PlaceName>, gazetteer: Gazetteer): Cue[] {
  const { tokens, text } = doc
  const { start, end } = beside.name
  const first = tokenAt(doc, start)
  const lead = tokens[first - 1]?.normal ?? ''
  const after = tokens[tokenFrom(doc, end)]
  const behind = after?.start === end + 1 ? after.text : ''
  const cues: Cue[] = []
  // "Para states" after another, but not "Santiago states that".
  if (areaNouns.has(behind) && (behind !== 'states' || lead === 'and')) cues.push({ fits: isDivision, isSure: true })
  if (landHeads.has(behind)) cues.push({ fits: isDivision, isSure: false })
  if (text[end] === ',' && described.test(text.slice(end, end + longestAside)))
    cues.push({ fits: isSettled, isSure: true })
  if (placed.has(lead) && beside.next?.type === 'location' && text.slice(end, beside.next.start) === ', ')
    cues.push({ fits: isInside(oneLine(text.slice(beside.next.start, beside.next.end)), gazetteer), isSure: true })
  if (placeVerbs.has(lead) || conquests.has(lead)) cues.push({ fits: isLarge, isSure: false })
  if (speaks.has(behind))
    cues.push({ fits: ({ capital, name }) => capital && !capitalsLikePeople.has(name.toLowerCase()), isSure: false })
  return [...cues, ...besideNames(doc, beside, found, gazetteer)]
}

/** "in Sault Ste. Marie, Ont.": what lies in the state behind it. */
function isInside(holder: string, gazetteer: Gazetteer): Cue['fits'] {
  const states = [...gazetteer.byName(holder), ...gazetteer.byName(`${holder}.`)].filter(({ type }) => type === 'state')
  return (place) => isSettled(place) && states.some((state) => isWithin(place, state))
}

/** By the names around it: "Denmark's Aarhus", a list. */
function besideNames(
  { text }: Document,
  { name, before, next }: Beside,
  found: ReadonlySet<PlaceName>,
  gazetteer: Gazetteer,
): Cue[] {
  if (!before || (before.type !== 'location' && !found.has(before)) || name.start - before.end > longestJoin) return []
  const joint = text.slice(before.end, name.start)
  if (owns.test(joint)) {
    const owner = gazetteer.byName(oneLine(text.slice(before.start, before.end))).find(({ type }) => type === 'country')
    return owner ? [{ fits: (place) => place.country === owner.country && isLarge(place), isSure: false }] : []
  }
  if (/^,? (?:and|or) $/.test(joint)) return [{ fits: isLarge, isSure: false }]
  const goesOn = next && joins.test(text.slice(name.end, Math.min(next.start, name.end + longestJoin)))
  if (joint !== ', ' || !goesOn) return []
  const large = { fits: isLarge, isSure: next.type === 'location' }
  return next.type === 'location' ? [large, { fits: isBeside(text, [before, next], gazetteer), isSure: true }] : [large]
}

/** "Darwin, Katherine and Tennant Creek": a small town in a list is of the state that the towns around it are in. */
function isBeside(text: string, around: readonly Span[], gazetteer: Gazetteer): Cue['fits'] {
  const towns = around.map(({ start, end }) => gazetteer.byName(oneLine(text.slice(start, end))))
  return ({ type, country, admin }) =>
    settled.has(type) &&
    towns.every((places) =>
      places.some((one) => settled.has(one.type) && one.country === country && one.admin === admin),
    )
}

const longestJoin = 6
const owns = /^['’]s? $/
const joins = /^(?:, |,? (?:and|or) )$/

const longestAside = 80
const nouns = oneOf([...settlementNouns, ...cityParts])
/** Behind a name: ", a port city in", ", about 80 miles south of", ", the capital of". */
const described = new RegExp(
  `^, (?:(?:an?|the|one of the) (?:[a-z'-]+ ){0,4}?(?:${nouns} (?:in|on|near|about|where|that|which|with)|capital of)\\b|(?:about |some |around )?\\d+ (?:miles|km|kilomet))`,
)

const leastSize = 50_000
const settled = new Set(['city', 'district'])
const isSettled = ({ type }: Place): boolean => settled.has(type) || type === 'state'
const isLarge = (place: Place): boolean => isSettled(place) && place.population >= leastSize
const isDivision = ({ type }: Place): boolean => type === 'state' || type === 'region'
