import type { Frame } from './projection.ts'

/** What has a place on the map, the most important first. */
export interface Spot {
  name: string
  x: number
  y: number
  /** A dot; without it, of a country, the name stands on its land. */
  radius: number | null
  /** The land of a country that is seen, beside which its name may stand. */
  land: Frame | null
}

export interface Label {
  name: string
  isCountry: boolean
  left: number
  base: number
}

/** Spots that are looked at: with more names than these no map is read. */
const mostNamed = 100

/** Names beside dots and on countries, in order; one that finds no room where nothing is taken is left to the list. */
export function layOut(spots: readonly Spot[], size: number, frame: Frame): Label[] {
  const taken: Frame[] = spots.flatMap(({ x, y, radius }) =>
    radius === null ? [] : [{ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }],
  )
  const labels: Label[] = []
  for (const spot of spots.slice(0, mostNamed)) {
    const isCountry = spot.radius === null
    const long = lengthOf(spot.name, isCountry) * size
    const box = sidesOf(spot, long, size, frame).find(
      (box) => isWithin(box, frame) && !taken.some((other) => meet(box, other)),
    )
    if (!box) continue
    taken.push(box)
    labels.push({ name: spot.name, isCountry, left: box.left, base: box.bottom - below * size })
  }
  return labels
}

/** Of the height of a font, what is above and below its base line. */
const above = 1
const below = 0.28

/** The length of a name in heights of its font, no less than fonts of screens take. */
function lengthOf(name: string, bold: boolean): number {
  let long = 0
  for (const sign of name) long += sign.codePointAt(0)! > 0x2e7f ? 1.05 : /[A-Z@%&—…MWmw]/.test(sign) ? 0.85 : 0.63
  return long * (bold ? 1.1 : 1)
}

/** Where a name may stand, the best place first. */
function sidesOf({ x, y, radius, land }: Spot, long: number, size: number, frame: Frame): Frame[] {
  const at = (left: number, base: number): Frame => ({
    ...{ left, right: left + long, top: base - above * size, bottom: base + below * size },
  })
  // What stands above or below may be shifted into the map.
  const inside = (left: number, base: number) =>
    at(Math.max(frame.left + margin, Math.min(left, frame.right - margin - long)), base)
  const middle = 0.36 * size
  if (radius !== null) {
    const gap = radius + 0.25 * size
    const beside = [0, -0.8, 0.8].flatMap((rise) => [
      at(x + gap, y + middle + rise * size),
      at(x - gap - long, y + middle + rise * size),
    ])
    const over = [-0.5, -0.15, -0.85].flatMap((shift) => [
      inside(x + shift * long, y - gap - below * size),
      inside(x + shift * long, y + gap + above * size),
    ])
    return [...beside.slice(0, 2), ...over, ...beside.slice(2)]
  }
  const on = [0, -1.4, 1.4, -2.8, 2.8].flatMap((rise) =>
    [-0.5, -0.85, -0.15].map((shift) => inside(x + shift * long, y + middle + rise * size)),
  )
  if (!land) return on
  // A name of which the middle is not on its land would be taken for that of another, unless the land is small.
  const onLand = on.filter((box) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    return x >= land.left && x <= land.right && y >= land.top && y <= land.bottom
  })
  if (land.right - land.left > long && land.bottom - land.top > 3 * size) return onLand
  const gap = 0.3 * size
  return [
    ...onLand,
    ...[at(land.right + gap, y + middle), at(land.left - gap - long, y + middle)],
    ...[inside(x - long / 2, land.top - gap - below * size), inside(x - long / 2, land.bottom + gap + above * size)],
  ]
}

/** Between a name and the edge of the map. */
const margin = 4

const isWithin = (box: Frame, frame: Frame) =>
  box.left >= frame.left + margin &&
  box.right <= frame.right - margin &&
  box.top >= frame.top + margin &&
  box.bottom <= frame.bottom - margin
const meet = (a: Frame, b: Frame) => a.right >= b.left && a.left <= b.right && a.bottom >= b.top && a.top <= b.bottom
