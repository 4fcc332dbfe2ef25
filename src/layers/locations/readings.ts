import { oneOf } from '../../base/word-list.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { afterWhole, beforeWhole, landTitles, partTitles } from './lexicon.ts'
import { nearness } from './nearness.ts'
import type { Toponym } from './toponym.ts'

/** The places of a name; "Avoyelles" is the parish where nothing else is called so. */
export function placesOf(name: string, gazetteer: Gazetteer): readonly Place[] {
  const own = gazetteer.byName(name)
  if (own.length > 0) return own
  for (const form of otherFormsOf(name)) {
    const places = gazetteer.byName(form)
    if (places.length > 0) return called.test(name) ? divisionsFirst(places) : places
  }
  const coded = gazetteer.byCode(name)
  return coded.length > 0 ? coded : landOf(name, gazetteer)
}

/** "the Kingdom of Norway", "Federal Republic of Germany", "the State of California": a land by its title. */
const titled = new RegExp(
  `^(?:the )?(?:\\p{Lu}\\p{L}+ ){0,3}(?<title>${oneOf(landTitles)}) of (?:the )?(?<land>.+)$`,
  'u',
)

/** Lands that are known by another name than their titles have. */
const knownAs = new Map([['Republic of China', 'Taiwan']])

function landOf(name: string, gazetteer: Gazetteer): readonly Place[] {
  const found = name.includes(' of ') ? titled.exec(name)?.groups : undefined
  if (!found) return []
  const places = gazetteer.byName(knownAs.get(name.replace(/^the /, '')) ?? found.land!)
  const [states, countries] = [places.filter(isDivision), places.filter(({ type }) => type === 'country')]
  // The State of Georgia is in America, the Republic of Georgia is a country.
  const isPart = partTitles.has(found.title!) && states.length > 0
  return isPart || countries.length === 0 ? states.filter(({ admin }) => isPart || !isState(admin)) : countries
}

function* otherFormsOf(name: string): Generator<string> {
  if (name.includes('.') || name.length < 6) yield name.endsWith('.') ? name.slice(0, -1) : `${name}.`
  const bare = name.replace(/^(?:the |the city of |city of |town of )/i, '')
  if (bare !== name) yield bare
  const part = name.replace(parts, '')
  if (part !== name) yield part
  yield `${name} County`
  yield `${name} Parish`
}

/** "Northeast Georgia", "downtown Athens", "Panamá Province": a part of a place lies in it. */
const parts = new RegExp(`^${oneOf(beforeWhole)}[ -]| ${oneOf(afterWhole)}$`, 'i')

/** "Sokoto State" is the state, not its capital. */
const called = / (?:province|state|prefecture|oblast|governorate)$/i
function divisionsFirst(places: readonly Place[]): readonly Place[] {
  const divisions = places.filter(isDivision)
  return divisions.length > 0 ? divisions : places
}

/** A place that the text itself puts in another: Paris in Texas, and Texas as the state. */
interface Held {
  /** None where the gazetteer knows no place of the name there. */
  inside: readonly Place[]
  holder: Place | undefined
  /** Which toponym is the holder's. */
  by: number
}

/**
 * For each toponym that the one beside it holds, the places that it may be there: "Paris, Texas", "Salem, Mass.", "Erie
 * (Pa.)", "the town of La Paz in Baja California", "Richmond, a suburb of Melbourne".
 */
export function heldToponyms(toponyms: readonly Toponym[], gazetteer: Gazetteer): Map<number, Held> {
  const held = new Map<number, Held>()
  for (let i = 0; i + 1 < toponyms.length; i++) {
    const [{ name, glue, called }, next] = [toponyms[i]!, toponyms[i + 1]!]
    if (glue === undefined || glue === 'and') continue
    if (glue === 'has part') held.set(i + 1, { ...partOf(next.name, name, gazetteer), by: i })
    else if (glue === 'part of' || (called === 'part' && glue === 'in'))
      held.set(i, { ...partOf(name, next.name, gazetteer), by: i + 1 })
    else {
      const found = within(placesOf(name, gazetteer), holdersOf(next.name, gazetteer))
      if (found ? mayHold(toponyms, i, found.holder, held, gazetteer) : isElsewhere(toponyms, i, gazetteer))
        held.set(i, {
          inside: found?.inside ?? [],
          holder: found && sureHolder(found.holder, next, glue, gazetteer),
          by: i + 1,
        })
    }
  }
  return held
}

/** "In Tahrir Square in Cairo" the city is meant as well as its state. */
const sureHolder = (
  holder: Place,
  { name }: Toponym,
  glue: Toponym['glue'],
  gazetteer: Gazetteer,
): Place | undefined =>
  glue === 'in' && placesOf(name, gazetteer).some(({ type, admin }) => type === 'city' && admin === holder.admin)
    ? undefined
    : holder

/** The parts of a city that a name may be: of the largest city, of those called so, that has one. */
function partOf(name: string, city: string, gazetteer: Gazetteer): Omit<Held, 'by'> {
  const cities = placesOf(city, gazetteer)
    .filter(({ type }) => type === 'city')
    .sort((a, b) => b.population - a.population)
  const places = placesOf(name, gazetteer)
  for (const holder of cities) {
    const inside = places.filter((place) => place.country === holder.country && nearness(place, holder) > besideCity)
    if (inside.length > 0) return { inside, holder }
  }
  return { inside: [], holder: undefined }
}

/** Within 80 km. */
const besideCity = 0.45

/**
 * "The village of Troy in Davao del Norte", "in Cairo, Nebraska.": a place of the name that the gazetteer knows is
 * another one, unless the second name may be a town's, as in a list.
 */
function isElsewhere(toponyms: readonly Toponym[], i: number, gazetteer: Gazetteer): boolean {
  const [here, next] = [toponyms[i]!, toponyms[i + 1]!]
  if (isWhole(here.name, gazetteer) || gazetteer.mainCity(next.name) !== undefined) return false
  const [holder, ...others] = holdersOf(next.name, gazetteer).filter(
    ({ type }) => type !== 'city' && type !== 'district',
  )
  if (holder?.type !== 'state' || others.length > 0) return false
  if (here.glue === 'in') return here.called === 'town'
  const isListed = next.glue !== undefined || toponyms[i - 1]?.glue !== undefined
  return here.placed && next.closed && !isListed && isState(holder.admin)
}

const holdersOf = (name: string, gazetteer: Gazetteer): readonly Place[] => [
  ...gazetteer.byCode(name),
  ...placesOf(name, gazetteer),
]

function within(
  places: readonly Place[],
  holders: readonly Place[],
): { inside: readonly Place[]; holder: Place } | undefined {
  for (const holder of holders) {
    if (holder.type !== 'country' && !isDivision(holder) && !isCounty(holder, holders)) continue
    const inside = places.filter((place) => place !== holder && isWithin(place, holder))
    if (inside.length > 0) return { inside, holder }
  }
  return undefined
}

/** A state, or a land that is one: Scotland. */
const isDivision = ({ type, admin }: Place) => type === 'state' || (type === 'region' && admin !== null)

/** The places of a name in what another name holds: "Dublin" in "Ireland". */
export const placesIn = (name: string, holder: string, gazetteer: Gazetteer): readonly Place[] =>
  within(placesOf(name, gazetteer), holdersOf(holder, gazetteer))?.inside ?? []

/** "Orange County", and what is larger than all towns of its name: "Kent", "Lincolnshire". */
const isCounty = ({ type, name, population }: Place, namesakes: readonly Place[]) =>
  type === 'district' &&
  (/ (?:County|Parish)$/.test(name) || !namesakes.some((one) => one.type === 'city' && one.population >= population))

/** Whether a place lies in a country, a state or a county. */
export const isWithin = (place: Place, holder: Place): boolean =>
  place.country === holder.country &&
  (holder.type === 'country' || (place.admin === holder.admin && (isDivision(holder) || nearness(place, holder) > 0.2)))

/** Whether a place of the name lies in the state that a code or abbreviation without its period stands for. */
export const isInState = (name: string, code: string, gazetteer: Gazetteer): boolean =>
  within(
    gazetteer.byName(name),
    [...gazetteer.byCode(code), ...gazetteer.byName(`${code}.`)].filter(({ type }) => type === 'state'),
  ) !== undefined

/**
 * A country or state is one, whatever follows the comma, unless the text sets it in a state as it sets towns: "in Peru,
 * Indiana," but not "Peru, Chile and Bolivia", "Nevada, Missouri and Kansas", "Kansas, Oklahoma brace for storms".
 */
function mayHold(
  toponyms: readonly Toponym[],
  i: number,
  holder: Place,
  held: ReadonlyMap<number, Held>,
  gazetteer: Gazetteer,
): boolean {
  const [here, next] = [toponyms[i]!, toponyms[i + 1]!]
  if (!isWhole(here.name, gazetteer)) return true
  if (holder.type !== 'state' && holder.type !== 'district') return false
  const [previous, afterNext] = [toponyms[i - 1], toponyms[i + 2]]
  const goesOn = next.glue !== undefined && next.glue !== 'bracket' && afterNext && isWhole(afterNext.name, gazetteer)
  const wentBefore =
    previous?.glue !== undefined && previous.glue !== 'bracket' && !held.has(i - 2) && isWhole(previous.name, gazetteer)
  if (goesOn || wentBefore) return false
  return here.dateline || here.placed || here.called === 'town' || next.closed || next.name.endsWith('.')
}

/** Whether a name is first of all that of a country or of a state. */
export const isWhole = (name: string, gazetteer: Gazetteer): boolean =>
  gazetteer.byName(name).some(({ type, admin }) => type === 'country' || (type === 'state' && isState(admin)))

/** Countries whose first-level divisions English news names as it does states. */
const federal = /^(?:US|CA|GB|AU)-|^(?:IN-PB|IN-KL|DE-BY)$/

/** Of those that are known as states, not any first-level division. */
export const isState = (admin: string | null): boolean => admin !== null && federal.test(admin)
