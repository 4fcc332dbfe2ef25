import type { GeoProjection } from 'd3-geo'
import { literalMentions } from '../names.ts'
import { escapeHtml } from './escape.ts'
import { height, type Placed, width } from './projection.ts'

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Places that may have their name on the map: there is no room for more. */
const mostNames = 100

/** Dots and names, the most mentioned first; a name that finds no room beside its dot is left to the table. */
export function drawMarkers(placed: readonly Placed[], projection: GeoProjection): string {
  const taken: Box[] = []
  const spots = [...placed]
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .flatMap((place): Spot[] => {
      const at = projection([place.coordinates.lon, place.coordinates.lat])
      // Of a country the name is put in the middle, and its land is shaded.
      const radius = place.type === 'country' ? 0 : 2.5 + 1.5 * Math.sqrt(place.mentions.length)
      return at ? [{ place, x: at[0], y: at[1], radius }] : []
    })
  for (const { x, y, radius } of spots)
    if (radius > 0) taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })
  return spots
    .map((spot, i) => {
      const name = i < mostNames ? nameOf(spot, taken) : ''
      const dot = dotOf(spot)
      return dot === '' && name === '' ? '' : `<g data-id="${spot.place.id}">${dot}${name}</g>\n`
    })
    .join('')
}

interface Spot {
  place: Placed
  x: number
  y: number
  radius: number
}

function dotOf({ place, x, y, radius }: Spot): string {
  if (radius === 0) return ''
  const sense = literalMentions(place) > 0 ? 'literal' : 'associative'
  const title = `<title>${escapeHtml(place.name)}, ${place.mentions.length} ×</title>`
  return `<circle class="${sense}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}">${title}</circle>`
}

/** A name at the first side of its dot where nothing is taken; its place is taken then. */
function nameOf({ place: { name, type }, x, y, radius }: Spot, taken: Box[]): string {
  const long = 6.3 * name.length
  const sides: [left: number, base: number][] =
    radius === 0
      ? [[x - long / 2, y + 4]]
      : [
          [x + radius + 3, y + 4],
          [x - radius - 3 - long, y + 4],
          [x - long / 2, y - radius - 4],
          [x - long / 2, y + radius + 12],
        ]
  for (const [left, base] of sides) {
    const box = { left, right: left + long, top: base - 11, bottom: base + 3 }
    if (!isWithin(box) || taken.some((other) => meet(box, other))) continue
    taken.push(box)
    const kind = type === 'country' ? 'country' : 'spot'
    return `<text class="${kind}" x="${left.toFixed(1)}" y="${base.toFixed(1)}">${escapeHtml(name)}</text>`
  }
  return ''
}

const isWithin = ({ left, right, top, bottom }: Box) => left >= 0 && right <= width && top >= 0 && bottom <= height
const meet = (a: Box, b: Box) => a.right >= b.left && a.left <= b.right && a.bottom >= b.top && a.top <= b.bottom
