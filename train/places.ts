/**
 * Learns the weights of src/locations/weights.ts: coordinate ascent on accuracy at 161 km, mentions given.
 *
 *   npx tsx train/places.ts ../shared/eval/locations/lgl.jsonl ../shared/eval/locations/geovirus.jsonl [--fit | --held-out]
 */
import { readFileSync } from 'node:fs'
import { readGoldLines } from '../src/evaluate/jsonl.ts'
import { distanceKm, nearKm } from '../src/evaluate/locations.ts'
import type { Gold } from '../src/evaluate/schema.ts'
import { openGazetteer, type Place } from '../src/locations/gazetteer.ts'
import { calm } from '../src/locations/key.ts'
import { resolveToponyms } from '../src/locations/resolve.ts'
import { type Weights, weights } from '../src/locations/weights.ts'
import { oneLine } from '../src/span.ts'

const gazetteer = openGazetteer()
const sets = process.argv
  .slice(2)
  .filter((file) => !file.startsWith('--'))
  .map((file) => readGoldLines(readFileSync(file, 'utf8'), file))

const distance = (lat: number, lon: number, place: Place): number =>
  distanceKm({ lat, lon }, { lat: place.lat!, lon: place.lon! })

/** Accuracy at 161 km over one set; `missed` gets what went wrong. */
function accuracy(set: readonly Gold[], tried: Weights, missed?: string[]): number {
  let [right, all] = [0, 0]
  for (const { id, text, locations = [] } of set) {
    const names = locations.map((one) => ({ ...one, name: calm(oneLine(text.slice(one.start, one.end))) }))
    const demonyms = names.flatMap(({ name }) => gazetteer.byDemonym(name) ?? [])
    const places = resolveToponyms(text, names, gazetteer, demonyms, tried)
    names.forEach(({ name, lat, lon }, i) => {
      if (typeof lat !== 'number' || typeof lon !== 'number') return
      all++
      const place = places[i] ?? gazetteer.byDemonym(name)
      const away = place && place.lat !== null ? distance(lat, lon, place) : Number.POSITIVE_INFINITY
      if (away <= nearKm) right++
      else
        missed?.push(
          `${id} ${name}: ${place ? `${place.type} ${place.name} ${place.admin} ${place.country} ${Math.round(away)} km` : 'unknown'} (gold ${lat},${lon}; ${gazetteer.byName(name).some((one) => one.lat !== null && distance(lat, lon, one) <= nearKm) ? 'known' : 'not listed'})`,
        )
    })
  }
  return right / all
}

const mean = (figures: readonly number[]) => figures.reduce((sum, one) => sum + one, 0) / figures.length

/** Coordinate ascent on the mean accuracy over some sets. */
function fit(start: Weights, sets: readonly (readonly Gold[])[]): Weights {
  const scoreOf = (tried: Weights) => mean(sets.map((set) => accuracy(set, tried)))
  let best = { ...start }
  let score = scoreOf(best)
  for (let round = 0; round < 3; round++)
    for (const name of Object.keys(best) as (keyof Weights)[])
      for (const step of [0.5, 0.8, 1.25, 2, -1]) {
        const tried = { ...best, [name]: Math.round(best[name] * step * 1000) / 1000 }
        const figure = scoreOf(tried)
        if (figure > score + 0.0002) {
          best = tried
          score = figure
          console.log(name, tried[name], figure.toFixed(4))
        }
      }
  return best
}

const percent = (share: number) => (100 * share).toFixed(1)

if (process.argv.includes('--held-out')) {
  // Each set with weights that have not seen it, learned from all alike.
  const alike = Object.fromEntries(Object.keys(weights).map((name) => [name, 1])) as unknown as Weights
  for (const set of sets) {
    const learned = fit(
      alike,
      sets.filter((other) => other !== set),
    )
    console.log('held out:', percent(accuracy(set, learned)))
  }
} else {
  const best = process.argv.includes('--fit') ? fit(weights, sets) : weights
  console.log(best)
  const missed: string[] = []
  console.log(sets.map((set) => percent(accuracy(set, best, missed))).join(' '))
  if (process.argv.includes('--errors')) console.log(missed.join('\n'))
}
