import { type GeoPermissibleObjects, geoPath } from 'd3-geo'
import type { Location, Story } from '../../base/story.ts'
import { countryName, openCountries } from './countries.ts'
import { escapeHtml, escapeLine } from './escape.ts'
import { layOut } from './labels.ts'
import { type Frame, type Placed, type View, viewOf } from './projection.ts'
import { type Seen, seenOf } from './seen.ts'
import { timesInWords } from './times.ts'

/**
 * The places of a story on a map that is turned and zoomed to them: countries that are named shaded by how often, other
 * places as dots by number of mentions, hollow where only their people or government are meant. Coastlines are Natural
 * Earth's. Below it are all places as a list, those beyond the map too.
 */
export function drawMap(story: Story<string>): string {
  const { locations } = story
  if (locations.length === 0) return '<p class="none">No place is named in this story.</p>\n'
  const placed = locations.filter((place): place is Placed => place.coordinates !== null && place.type !== 'continent')
  if (placed.length === 0) return drawPlaces(locations)
  const { figure, seen } = mapOf(placed)
  const here = seen.flatMap(({ place }) => place ?? [])
  const [onMap, points] = [new Set(here.map(({ id }) => id)), new Set(placed.map(({ id }) => id))]
  const rest = [
    ['Beyond the map', placed.filter(({ id }) => !onMap.has(id))],
    ['Not on the map', locations.filter(({ id }) => !points.has(id))],
  ] as const
  return (
    figure +
    drawPlaces(here) +
    rest.map(([name, list]) => (list.length === 0 ? '' : `<h3>${name}</h3>\n${drawPlaces(list)}`)).join('')
  )
}

/** Places on the map alone. */
export const drawFigure = (placed: readonly Placed[]): string => mapOf(placed).figure

function mapOf(placed: readonly Placed[]): { figure: string; seen: readonly Seen[] } {
  const view = viewOf(placed)
  const seen = seenOf(placed, view)
  return { seen, figure: `<figure class="map">\n${drawSvg(seen, view)}${drawKey(seen)}</figure>\n` }
}

function drawSvg(seen: readonly Seen[], { projection, frame }: View): string {
  const path = geoPath(projection).digits(1)
  const { left, top } = frame
  const [width, height] = [frame.right - left, frame.bottom - top]
  const { all, borders } = openCountries()
  const shadeName = shading(seen).of
  const shape = (object: GeoPermissibleObjects, name: string) => {
    const line = path(object)
    return line === null ? '' : `<path class="${name}" d="${line}"/>\n`
  }
  return (
    `<svg viewBox="${left} ${top} ${width} ${height}" role="img" aria-label="${escapeHtml(labelOf(seen))}">\n` +
    `<rect class="sea" x="${left}" y="${top}" width="${width}" height="${height}"/>\n` +
    shape({ type: 'FeatureCollection', features: all }, 'land') +
    seen
      .map(({ land, place, weight }) => (land && place ? shape(land.of, `named ${shadeName(weight)}`) : ''))
      .join('') +
    shape(borders, 'border') +
    sizes.map(([name, size]) => `<g class="${name}">\n${drawMarkers(seen, size, frame)}</g>\n`).join('') +
    '</svg>\n'
  )
}

const labelOf = (seen: readonly Seen[]) =>
  `Map of ${seen
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ')}${seen.length > 5 ? ` and ${seen.length - 5} more places` : ''}`

/** Heights of letters on a map that is shown wide, half as wide and on a phone, where it is scaled down: all are laid out. */
const sizes = [
  ['wide', 12],
  ['half', 18],
  ['narrow', 30],
] as const

function drawMarkers(seen: readonly Seen[], size: number, frame: Frame): string {
  const spots = seen.map(({ name, weight, x, y, land }) => ({
    ...{ name, x, y, land: land?.box ?? null },
    radius: land ? null : size * (0.24 + 0.1 * Math.sqrt(Math.min(weight, 25))),
  }))
  const dots = spots.map(({ name, x, y, radius }, i) => {
    if (radius === null) return ''
    const { isLiteral, weight } = seen[i]!
    const title = `<title>${escapeLine(name)}, named ${timesInWords(weight)}</title>`
    return `<circle class="${isLiteral ? 'literal' : 'associative'}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}">${title}</circle>\n`
  })
  const names = layOut(spots, size, frame).map(
    ({ name, isCountry, left, base }) =>
      `<text${isCountry ? ' class="country"' : ''} x="${left.toFixed(1)}" y="${base.toFixed(1)}">${escapeLine(name)}</text>\n`,
  )
  return dots.join('') + names.join('')
}

/** Shades of countries by how often they are named; on a map with few of them all are alike. */
const shades = [
  ['few', 1, '1'],
  ['some', 2, '2 to 4'],
  ['many', 5, '5 or more'],
] as const
const fewCountries = 3

type Shade = (typeof shades)[number]

const shadeOf = (weight: number): Shade => shades.findLast(([, least]) => weight >= least) ?? shades[0]

/** The shade of each country that is seen, and those that a key has to explain. */
function shading(seen: readonly Seen[]): { of: (weight: number) => string; key: readonly Shade[] } {
  const lands = seen.filter(({ land, place }) => land && place)
  const used = new Set(lands.map(({ weight }) => shadeOf(weight)))
  if (lands.length <= fewCountries || used.size === 1) return { of: () => 'some', key: [] }
  return { of: (weight) => shadeOf(weight)[0], key: shades.filter((shade) => used.has(shade)) }
}

function drawKey(seen: readonly Seen[]): string {
  const keys = shading(seen).key.map(([name, , words]) => `<span class="key ${name}">${words}</span>`)
  const hollow = seen.some(({ land, isLiteral }) => land === null && !isLiteral)
  const lines = [
    keys.length === 0 ? '' : `Countries, with the places in them, by count: ${keys.join(' ')}`,
    hollow ? '<span class="key hollow">named for its people or government only</span>' : '',
    'Map by Natural Earth, places by GeoNames.',
  ]
  return `<figcaption class="quiet">${lines.filter((line) => line !== '').join('<br>')}</figcaption>\n`
}

function drawPlaces(locations: readonly Location[]): string {
  const items = locations.map(({ id, name, type, country, mentions }) => {
    const lies = country === null || type === 'country' ? type : `${type} in ${countryName(country)}`
    return `<li><a href="#${id}"><bdi>${escapeLine(name)}</bdi></a> <span class="quiet">${escapeLine(lies)}, named ${timesInWords(mentions.length)}</span></li>\n`
  })
  return `<ul class="places">\n${items.join('')}</ul>\n`
}
