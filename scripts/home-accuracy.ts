/**
 * How often the right place is meant (within 161 km, mentions given) where the outlet's home is told: the state in which most
 * of the other places of a story lie, its country alone, or a home on another continent, which must do no harm. Weights of
 * the home are chosen on four fifths of the stories and counted on the fifth.
 *
 *   npx tsx scripts/home-accuracy.ts GOLD.jsonl
 */
import { readFileSync } from 'node:fs'
import { openGazetteer, type Place } from '../src/layers/locations/gazetteer.ts'
import type { Home } from '../src/layers/locations/home.ts'
import { resolveToponyms } from '../src/layers/locations/resolve.ts'
import { readToponyms, type Toponym } from '../src/layers/locations/toponym.ts'
import { type Weights, weights } from '../src/layers/locations/weights.ts'
import { readGoldLines } from '../src/run/evaluate/jsonl.ts'
import { distanceKm, nearKm } from '../src/run/evaluate/locations.ts'
import { readDocument } from '../src/text/read.ts'

const gazetteer = openGazetteer()
const folds = 5

interface Point {
  lat: number
  lon: number
}
/** A name of a story where it stands first, with where it is. */
interface Named {
  name: string
  at: number
  point: Point
}
interface Case {
  story: number
  toponyms: readonly Toponym[]
  named: Named
  homes: Record<'state' | 'country' | 'wrong', Home>
}

const file = process.argv[2]!
const cases = readGoldLines(readFileSync(file, 'utf8'), file).flatMap(({ text, locations = [] }, story): Case[] => {
  const toponyms = readToponyms(readDocument(text), locations)
  const names = new Map<string, Named>()
  locations.forEach(({ lat, lon }, at) => {
    const { name } = toponyms[at]!
    if (typeof lat === 'number' && typeof lon === 'number' && !names.has(name))
      names.set(name, { name, at, point: { lat, lon } })
  })
  return [...names.values()].flatMap((named): Case[] => {
    const others = [...names.values()]
      .filter((other) => other !== named)
      .flatMap(({ name, point }) => placeAt(name, point) ?? [])
    const home = most(others)
    if (!home) return []
    const wrong = home.country === 'US' ? 'AU' : 'US'
    return [
      {
        ...{ story, toponyms, named },
        homes: {
          state: { ...home, point: null },
          country: { country: home.country, admin: null, point: null },
          wrong: { country: wrong, admin: wrong === 'US' ? 'US-OH' : 'AU-NSW', point: null },
        },
      },
    ]
  })
})

/** The place of a name that is meant by a point. */
function placeAt(name: string, point: Point): Place | undefined {
  return gazetteer.byName(name).find((place) => isNear(place, point) && place.type !== 'country')
}

function isNear({ lat, lon }: Place, point: Point): boolean {
  return lat !== null && lon !== null && distanceKm({ lat, lon }, point) <= nearKm
}

/** The state in which most places lie. */
function most(places: readonly Place[]): Pick<Home, 'country' | 'admin'> | undefined {
  const counts = new Map<string, number>()
  for (const { country, admin } of places)
    counts.set(`${country} ${admin}`, (counts.get(`${country} ${admin}`) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  const found = first && places.find(({ country, admin }) => `${country} ${admin}` === first[0])
  return found && { country: found.country, admin: found.admin }
}

/** The share of names that are placed right: among the other names of their story, or alone, as in a headline. */
function accuracy(
  some: readonly Case[],
  tried: Weights,
  home: keyof Case['homes'] | undefined,
  alone: boolean,
): number {
  const right = some.filter(({ toponyms, named, homes }) => {
    const own = { ...toponyms[named.at]!, glue: undefined, dateline: false }
    const read = alone ? [own] : toponyms
    const place = resolveToponyms(read, gazetteer, [], tried, home && homes[home])[alone ? 0 : named.at]
    return place !== undefined && isNear(place, named.point)
  })
  return right.length / some.length
}

const grid = [0, 1, 2, 3, 4].flatMap((homeCountry) =>
  [0, 1, 2, 3, 4, 5].map((homeState) => ({ homeCountry, homeState })),
)
/** What is looked for: a home helps, most where a name stands alone, and a wrong one does not harm names in a story. */
const gain = (some: readonly Case[], tried: Weights): number =>
  accuracy(some, tried, 'state', true) +
  accuracy(some, tried, 'country', true) +
  2 * accuracy(some, tried, 'wrong', false)

const percent = (share: number) => (100 * share).toFixed(1)
for (let fold = 0; fold < folds; fold++) {
  const [known, held] = [
    cases.filter(({ story }) => story % folds !== fold),
    cases.filter(({ story }) => story % folds === fold),
  ]
  const best = grid
    .map((one) => ({ one, value: gain(known, { ...weights, ...one }) }))
    .reduce((top, each) => (each.value > top.value ? each : top))
  const tried = { ...weights, ...best.one }
  console.log(
    `fold ${fold}: country ${best.one.homeCountry}, state ${best.one.homeState};`,
    ...([undefined, 'country', 'state', 'wrong'] as const).map(
      (home) =>
        `${home ?? 'no home'} ${percent(accuracy(held, tried, home, false))} (alone ${percent(accuracy(held, tried, home, true))})`,
    ),
  )
}
for (const home of [undefined, 'country', 'state', 'wrong'] as const)
  console.log(
    `${home ?? 'no home'}: ${percent(accuracy(cases, weights, home, false))}, alone ${percent(accuracy(cases, weights, home, true))}`,
  )
