import type { Place } from './gazetteer.ts'

/** 1 at the same point, falling with the distance: a third at the scale, in km. */
export function nearness(a: Place, b: Place, scale = 100): number {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return 0
  const lat = (a.lat - b.lat) * 111
  if (Math.abs(lat) > 5 * scale) return 0
  const lon = (a.lon - b.lon) * 111 * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.exp(-Math.sqrt(lat * lat + lon * lon) / scale)
}
