/**
 * How often the right place is meant (within 161 km, mentions given), over annotated files and over sentences about cities of
 * the world that are made from the gazetteer.
 *
 *   npx tsx scripts/place-accuracy.ts GOLD.jsonl … [--errors]
 */
import { readFileSync } from 'node:fs'
import { openNames } from '../src/base/front-coding.ts'
import { count, divisions, keys, sizes as packedSizes, points } from '../src/data/places.ts'
import { openGazetteer, type Place } from '../src/layers/locations/gazetteer.ts'
import { countriesOf, kindLetters, readPoints, readSizes } from '../src/layers/locations/place-columns.ts'
import { isWhole } from '../src/layers/locations/readings.ts'
import { resolveToponyms } from '../src/layers/locations/resolve.ts'
import { readToponyms } from '../src/layers/locations/toponym.ts'
import { weights } from '../src/layers/locations/weights.ts'
import { readGoldLines } from '../src/run/evaluate/jsonl.ts'
import { distanceKm, nearKm } from '../src/run/evaluate/locations.ts'
import type { Gold } from '../src/run/evaluate/schema.ts'
import { readDocument } from '../src/text/read.ts'
import { randomFrom, shuffled } from '../train/random.ts'

const gazetteer = openGazetteer()
const sets = process.argv
  .slice(2)
  .filter((file) => !file.startsWith('--'))
  .map((file) => readGoldLines(readFileSync(file, 'utf8'), file))
/** What no annotated set has: readers who do not live near. */
const cities = worldCities()

/**
 * Cities of the world, three by three, each by far the largest of its name and so what any reader thinks of; one of the
 * three lies near a namesake of another.
 */
function worldCities(): Gold[] {
  const names = openNames(keys)
  const countries = countriesOf(divisions.split('\n').map((line) => line.slice(0, 2)))
  const sizes = readSizes(packedSizes, count, countries.length)
  const { ids } = readPoints(points, sizes, countries)
  const cities = [...sizes.kinds].flatMap((kind, i) => {
    if (kindLetters[kind] !== 'c' || sizes.levels[i]! < 10) return []
    const namesakes = [...gazetteer.byName(names.at(i))].sort((a, b) => b.population - a.population)
    const [place, next] = namesakes
    if (!place || place.geonames !== ids[i] || (!place.capital && place.population < 100_000)) return []
    const whole = namesakes.some(({ type, population }) => type !== 'city' && population !== place.population)
    return whole || (next && next.population * 2 > place.population) ? [] : [place]
  })
  const order = shuffled(cities, randomFrom(1)).slice(0, 1500)
  return order.flatMap((city, i) => {
    const tempting = neighbourOfNamesake(city, cities)
    if (!tempting) return []
    const three = shuffled([city, tempting, order[(i + 1) % order.length]!], randomFrom(i))
    const text = `Offices will open in ${three[0]!.name}, ${three[1]!.name} and ${three[2]!.name}.`
    const locations = three.map(({ name, lat, lon }) => {
      const start = text.indexOf(name, 21)
      return { start, end: start + name.length, lat, lon }
    })
    return [{ id: `cities-${i}`, text, locations }]
  })
}

/** A city that speaks for a smaller place of the same name, as Reno does for Dayton in Nevada. */
function neighbourOfNamesake(city: Place, cities: readonly Place[]): Place | undefined {
  for (const namesake of gazetteer.byName(city.name)) {
    if (namesake.type !== 'city' || namesake.population === city.population) continue
    const close = cities.find((other) => other.name !== city.name && distance(namesake.lat!, namesake.lon!, other) < 60)
    if (close) return close
  }
  return undefined
}

function distance(lat: number, lon: number, place: Place): number {
  return distanceKm({ lat, lon }, { lat: place.lat!, lon: place.lon! })
}

/** Accuracy at 161 km over one set; `missed` gets what went wrong. */
function accuracy(set: readonly Gold[], missed: string[]): number {
  let [right, all] = [0, 0]
  for (const { id, text, locations = [] } of set) {
    const names = readToponyms(readDocument(text), locations)
    const demonyms = names.flatMap(({ name }) => gazetteer.byDemonym(name) ?? [])
    const places = resolveToponyms(names, gazetteer, demonyms, weights)
    locations.forEach(({ lat, lon }, i) => {
      const { name } = names[i]!
      // Annotators put "New York" in the middle of the state, whatever is meant.
      if (gazetteer.mainCity(name) !== undefined && isWhole(name, gazetteer)) return
      if (typeof lat !== 'number' || typeof lon !== 'number') return
      all++
      const place = places[i] ?? gazetteer.byDemonym(name)
      const away = place && place.lat !== null ? distance(lat, lon, place) : Number.POSITIVE_INFINITY
      if (away <= nearKm) right++
      else
        missed.push(
          `${id} ${name}: ${place ? `${place.type} ${place.name} ${place.admin} ${place.country} ${Math.round(away)} km` : 'unknown'} (gold ${lat},${lon}; ${gazetteer.byName(name).some((one) => one.lat !== null && distance(lat, lon, one) <= nearKm) ? 'known' : 'not listed'})`,
        )
    })
  }
  return right / all
}

const missed: string[] = []
console.log([...sets, cities].map((set) => (100 * accuracy(set, missed)).toFixed(1)).join(' '))
if (process.argv.includes('--errors')) console.log(missed.join('\n'))
