import { overlaps, type Span, SpanSet } from '../../base/span.ts'
import type { Document } from '../../text/document.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { PlaceName } from './locations.ts'
import { isWithin } from './readings.ts'

const longestRun = 40
/** "Winston-Salem", "Stratford-upon-Avon": words of names joined by hyphens, with small words among them. */
const hyphenated = /(?<![\p{L}\p{N}-])\p{Lu}[\p{L}'’]{1,20}(?:-\p{L}[\p{L}'’]{0,15}){1,4}(?![\p{L}\p{N}-])/gu

/**
 * Names with hyphens that the gazetteer knows whole, where the tagger cut them or took them for somebody: "Miami-Dade",
 * "Winston-Salem"; not "Dallas-Fort Worth", "the Moscow-Kyiv road".
 */
export function withHyphenated<Name extends PlaceName>(
  { text }: Document,
  names: readonly Name[],
  gazetteer: Gazetteer,
  asPlace: (name: PlaceName) => PlaceName,
  isOurs: (name: PlaceName) => boolean,
): (Name | PlaceName)[] {
  const users = new SpanSet(names.filter((name) => !isOurs(name)))
  const kept: (Name | PlaceName)[] = []
  for (const name of names) {
    const last = kept.at(-1)
    if (last && overlaps(last, name)) continue
    const run = runAround(text, name)
    const isWhole = run && !users.overlapping(run) && isPlace(text.slice(run.start, run.end), name, gazetteer)
    kept.push(isWhole ? { ...asPlace(name), ...run } : name)
  }
  return kept
}

/** The hyphenated word that a name is part of, or all of. */
function runAround(text: string, { start, end }: Span): Span | undefined {
  if (text[end] !== '-' && !text.slice(start, Math.min(end, start + longestRun)).includes('-')) return undefined
  const stretch = text.slice(start, start + longestRun)
  hyphenated.lastIndex = 0
  const found = hyphenated.exec(stretch)
  return found?.index === 0 && found[0].length >= end - start ? { start, end: start + found[0].length } : undefined
}

/** What the tagger took for somebody must be a town of some size. */
const isPlace = (written: string, { type }: PlaceName, gazetteer: Gazetteer): boolean =>
  type === 'location'
    ? [written, `${written} County`].some((name) => gazetteer.byName(name).length > 0)
    : gazetteer.isProminent(written)

/**
 * "Maiduguri Borno State", "Lahore Pakistan": a town and what it lies in, that no comma sets apart. Names that the
 * gazetteer knows whole stay so: "Kansas City".
 */
export function cutAtHolder(written: string, gazetteer: Gazetteer): number | undefined {
  if (!written.includes(' ') || gazetteer.byName(written).length > 0) return undefined
  for (let at = written.indexOf(' '); at > 0; at = written.indexOf(' ', at + 1)) {
    const [town, holder] = [written.slice(0, at), written.slice(at + 1)]
    const holders = [holder, holder.replace(/ (?:State|Province|Region)$/, '')].flatMap((name) =>
      gazetteer.byName(name),
    )
    const places = gazetteer.byName(town)
    if (holders.some((one) => isWhole(one.type) && places.some((place) => place !== one && isWithin(place, one))))
      return at
  }
  return undefined
}

const isWhole = (type: string): boolean => type === 'country' || type === 'state'
