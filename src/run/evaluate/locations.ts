import { oneLine, sameSpan } from '../../base/span.ts'
import { type Distances, ratio, type Score, type Wrong } from './figures.ts'
import { inContext, overlapping, pairBest, type ScoredPair } from './pairs.ts'
import type { Gold, Prediction } from './schema.ts'

type Toponym = NonNullable<Gold['locations']>[number]

const earthRadiusKm = 6371.009
/** Half of the circumference: as far as two places can be. */
const farthestKm = 20_038
/** A hundred miles. */
export const nearKm = 161

/**
 * Toponyms: recognition (`exact` has the same span, `overlap` any, one to one, those that share most first), and how far
 * from the annotated point those are that have one; what was not found, or not placed, is as far as can be.
 * "found" looks at toponyms that were found, "all" at all of them.
 *
 * @see Gritta, Pilehvar and Collier, A pragmatic guide to geoparsing evaluation (2020)
 */
export function scoreLocations(documents: readonly (readonly [Gold, Prediction])[]): Score {
  const sum = { gold: 0, predicted: 0, exact: 0, overlap: 0 }
  const errors = { 'exact, found': [], 'exact, all': [], 'overlap, found': [], 'overlap, all': [] } as Record<
    string,
    number[]
  >
  const wrong: Wrong[] = []
  for (const [{ id, text, locations: gold = [] }, { locations: predicted = [] }] of documents) {
    sum.gold += gold.length
    sum.predicted += predicted.length
    const shared = overlapping(gold, predicted, (a, b) => Math.min(a.end, b.end) - Math.max(a.start, b.start))
    const isExact = ([i, j]: ScoredPair) => sameSpan(gold[i]!, predicted[j]!)
    // What is equal goes first, whatever else shares more.
    const equalFirst = shared.map(
      (one): ScoredPair => (isExact(one) ? [one[0], one[1], Number.POSITIVE_INFINITY] : one),
    )
    const pairs = { exact: pairBest(shared.filter(isExact)), overlap: pairBest(equalFirst) }
    for (const mode of ['exact', 'overlap'] as const) {
      sum[mode] += pairs[mode].size
      for (const [i, one] of gold.entries()) {
        const other = predicted[pairs[mode].get(i) ?? -1]
        const km = errorOf(one, other)
        if (km === undefined) continue
        errors[`${mode}, all`]!.push(km)
        if (other) errors[`${mode}, found`]!.push(km)
      }
    }
    for (const [i, one] of gold.entries()) {
      const other = predicted[pairs.overlap.get(i) ?? -1]
      const tell = (kind: string, said?: string) =>
        wrong.push({ kind, id, context: inContext(text, one), ...(said !== undefined && { predicted: said }) })
      if (!other) tell('missed')
      else if (!sameSpan(one, other)) tell('boundary', oneLine(text.slice(other.start, other.end)))
      const km = errorOf(one, other)
      if (other && km !== undefined && km > nearKm)
        tell('misplaced', hasPoint(other) ? `${other.lat},${other.lon}, ${Math.round(km)} km off` : 'no point')
    }
    const found = new Set(pairs.overlap.values())
    for (const [j, one] of predicted.entries())
      if (!found.has(j)) wrong.push({ kind: 'spurious', id, context: inContext(text, one) })
  }
  return {
    ratios: {
      exact: ratio(sum.exact, sum.predicted, sum.gold),
      overlap: ratio(sum.overlap, sum.predicted, sum.gold),
    },
    shares: {},
    distances: Object.fromEntries(Object.entries(errors).map(([name, list]) => [name, distancesOf(list)])),
    wrong,
  }
}

const hasPoint = (one: Toponym): one is Toponym & { lat: number; lon: number } =>
  typeof one.lat === 'number' && typeof one.lon === 'number'

/** Undefined where nobody said where a toponym is. */
function errorOf(gold: Toponym, predicted: Toponym | undefined): number | undefined {
  if (!hasPoint(gold)) return undefined
  return predicted && hasPoint(predicted) ? distanceKm(gold, predicted) : farthestKm
}

/** Great-circle distance (haversine). */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

function distancesOf(errors: readonly number[]): Distances {
  const sorted = [...errors].sort((a, b) => a - b)
  const n = sorted.length
  const half = n >> 1
  return {
    toponyms: n,
    accuracy161: sorted.filter((km) => km <= nearKm).length / n,
    medianKm: n % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2,
    meanKm: errors.reduce((sum, km) => sum + km, 0) / n,
    auc: areaUnder(sorted.map((km) => Math.log(Math.min(km, farthestKm) + 1))) / Math.log(farthestKm + 1),
  }
}

/** By the trapezoidal rule, as a share of the width. */
function areaUnder(heights: readonly number[]): number {
  if (heights.length < 2) return heights[0] ?? Number.NaN
  let area = 0
  for (let i = 1; i < heights.length; i++) area += (heights[i - 1]! + heights[i]!) / 2
  return area / (heights.length - 1)
}
