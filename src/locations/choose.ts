import type { Place } from './gazetteer.ts'

/** What the story says about where it plays: countries and how often each is named. */
export type Countries = ReadonlyMap<string, number>

/** The place that a name stands for: countries and capitals first, then where the story plays, then size. */
export function choosePlace(places: readonly Place[], countries: Countries): Place | undefined {
  let best: Place | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const place of places) {
    const score = scoreOf(place, countries)
    if (score > most) {
      best = place
      most = score
    }
  }
  return best
}

function scoreOf(place: Place, countries: Countries): number {
  if (place.type === 'country' || place.type === 'continent') return 20
  const named = place.country ? (countries.get(place.country) ?? 0) : 0
  const prominence = place.type === 'city' ? Math.log10(Math.max(place.population, 1000)) : 6.5
  return prominence + (place.capital ? 2 : 0) + Math.min(1.5, named * 0.5)
}
