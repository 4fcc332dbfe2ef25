import { parseDay } from '../base/calendar.ts'
import { describe, NutgrafError } from '../base/error.ts'
import { type Layer, layers } from '../base/types.ts'
import type { Point } from '../layers/locations/home.ts'

/**
 * What is known of a text besides its words.
 *
 * @example
 * import { type ExtractOptions, extract } from 'nutgraf'
 *
 * const about: ExtractOptions = { published: '2023-09-05T23:30:00Z', timeZone: 'Asia/Dhaka', dayFirst: true }
 * const { dates } = extract('Talks begin today and end on 07/09/2023.', about)
 * console.log(dates.map(({ value }) => value).join()) // 2023-09-06,2023-09-07
 */
export interface ExtractOptions {
  /** The day the text was published, ISO 8601 (`2023-08-30` or with a time). Relative dates are resolved against it. */
  published?: string
  /** IANA zone (`Europe/Berlin`) in which an instant of publication (`2023-08-30T23:30:00Z`) falls on its day. */
  timeZone?: string
  /** "07/09/2023" is the 7th of September. Otherwise what the text itself shows ("25/12/2023"), else the 9th of July. */
  dayFirst?: boolean
  /**
   * Where the outlet is at home, for names without other cues: `"GB"`, `"US-OH"`, `"Dublin, Ireland"`, or a point in degrees.
   * "Athens" in a paper of Ohio is the one there; one that writes about the Acropolis means the other.
   */
  home?: string | { lat: number; lon: number }
  /** Gives `story.sentences`: where each sentence begins and ends, in order. */
  sentences?: boolean
  /**
   * Mentions that are less sure are left out, 0 to 1; what has no mention left goes, and references to it. Ids are in order of
   * first mention again. Entities keep the names and the salience that the whole text gives them.
   */
  minConfidence?: number
  /**
   * The lists that are wanted: `['dates']`, `['entities', 'locations']`. The others are empty and cost nothing, unless what is
   * wanted is found by them. Each list is what it is in a whole story, less its references to lists that are not given: ask for
   * `events` with `entities`, `locations` and `dates` to know who, where and when.
   */
  layers?: readonly Layer[]
}

/**
 * A text with what is known of it besides its words.
 *
 * @example
 * import { extractMany, type StoryText } from 'nutgraf'
 *
 * const stories: StoryText[] = [{ text: 'Talks begin today.', published: '2023-09-06' }]
 * for (const { dates } of extractMany(stories)) console.log(dates[0]?.value) // 2023-09-06
 */
export interface StoryText extends ExtractOptions {
  /** Raw English text. */
  text: string
}

/** All of them by name: the compiler asks for one that is missing here. */
const all: Readonly<Record<keyof ExtractOptions, true>> = {
  ...{ published: true, timeZone: true, dayFirst: true, home: true },
  ...{ sentences: true, minConfidence: true, layers: true },
}

/** The names of all options. */
export const optionKeys = Object.keys(all) as readonly (keyof ExtractOptions)[]

/** A text and what is known of it besides: both checked. */
export interface Given {
  text: string
  about: ExtractOptions
}

export function checkGiven(text: unknown, options: unknown, caller = 'extract'): Given {
  checkText(text, caller)
  return { text, about: checkOptions(options, caller, optionKeys) }
}

/** A story as {@link StoryText} or its text alone, with the options that hold for all. */
export function checkStory(story: unknown, caller: string, forAll: ExtractOptions): Given {
  if (typeof story !== 'object' || story === null) {
    checkText(story, caller)
    return { text: story, about: forAll }
  }
  const { text, ...options } = readOptions(caller, () => ({ ...story }) as Partial<StoryText>)
  const given = checkGiven(text, options, caller)
  return { ...given, about: { ...forAll, ...given.about } }
}

export function checkText(text: unknown, caller = 'extract'): asserts text is string {
  if (typeof text !== 'string')
    throw new NutgrafError('invalid-text', `${caller}.text`, `expected a string, got ${describe(text)}`)
}

const iso =
  /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$/

/** Options as they were given, or an error that names the key. */
export function checkOptions(options: unknown, caller: string, known: readonly string[]): ExtractOptions {
  return readOptions(caller, () => checkedOptions(options, caller, known))
}

/** What is read of options, or an error that says that they can't be: a getter or a proxy may throw whatever it likes. */
export function readOptions<T>(caller: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof NutgrafError) throw error
    throw new NutgrafError('invalid-options', `${caller}.options`, "can't be read: a getter or proxy of it throws")
  }
}

/** @throws NutgrafError `invalid-options` where options are no object, or have a key that is not known */
export function checkKeys(options: unknown, caller: string, known: readonly string[]): asserts options is object {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new NutgrafError('invalid-options', `${caller}.options`, `expected an object, got ${describe(options)}`)
  for (const key of Object.keys(options))
    if (!known.includes(key))
      throw new NutgrafError(
        'invalid-options',
        `${caller}.options.${key}`,
        `unknown option; known are ${known.join(', ')}`,
      )
}

function checkedOptions(options: unknown, caller: string, known: readonly string[]): ExtractOptions {
  if (options === undefined) return {}
  checkKeys(options, caller, known)
  const given = known
    .map((key) => [key, (options as Record<string, unknown>)[key]] as const)
    .filter(([, value]) => value !== undefined)
  for (const [key, value] of given) checkOption(key, value, `${caller}.options.${key}`)
  // Each was checked, and those of extracting are alone in it.
  const { home, layers, ...settings } = Object.fromEntries(
    given.filter(([key]) => (optionKeys as readonly string[]).includes(key)),
  ) as ExtractOptions
  return {
    ...settings,
    ...(home !== undefined && { home: checkedHome(home, caller) }),
    ...(layers !== undefined && { layers: [...layers] }),
  }
}

interface OptionCheck {
  isSo(value: unknown): boolean
  expected: string
}

const checks: Readonly<Record<string, OptionCheck>> = {
  rules: { isSo: Array.isArray, expected: 'an array of rule sets' },
  without: {
    isSo: (value) => Array.isArray(value) && value.every((id) => typeof id === 'string'),
    expected: 'an array of rule names as "english/visit-noun"',
  },
  published: {
    isSo: (value) => typeof value === 'string' && isPublished(value),
    expected: 'a date as "2023-08-30" (ISO 8601)',
  },
  timeZone: {
    isSo: (value) => typeof value === 'string' && isZone(value),
    expected: 'an IANA time zone as "Europe/Berlin"',
  },
  dayFirst: { isSo: isSwitch, expected: 'true or false' },
  sentences: { isSo: isSwitch, expected: 'true or false' },
  minConfidence: {
    isSo: (value) => typeof value === 'number' && value >= 0 && value <= 1,
    expected: 'a number from 0 to 1',
  },
  layers: { isSo: Array.isArray, expected: `an array of ${layers.join(', ')}` },
} satisfies Record<Exclude<keyof ExtractOptions, 'home'> | 'rules' | 'without', OptionCheck>

function checkOption(key: string, value: unknown, path: string): void {
  const check = checks[key]
  if (check && !check.isSo(value)) throw wrongOption(key, path, check.expected, value)
  if (key === 'layers') for (const [i, layer] of (value as unknown[]).entries()) checkLayer(layer, `${path}.${i}`)
}

function checkLayer(value: unknown, path: string): void {
  if (!(layers as readonly unknown[]).includes(value))
    throw wrongOption('layers', path, `one of ${layers.join(', ')}`, value)
}

function wrongOption(key: string, path: string, expected: string, value: unknown): NutgrafError {
  const code = key === 'published' ? 'invalid-published' : 'invalid-options'
  return new NutgrafError(code, path, `expected ${expected}, got ${describe(value)}`)
}

function isSwitch(value: unknown): boolean {
  return typeof value === 'boolean'
}

/** Whether there is such a place, only the gazetteer knows, which not all who read options need: `checkHome`. */
function checkedHome(home: unknown, caller: string): string | Point {
  const given = typeof home === 'string' ? home : pointOf(home)
  if (given === undefined) throw wrongHome(home, caller)
  return given
}

export const wrongHome = (home: unknown, caller: string): NutgrafError =>
  new NutgrafError(
    'invalid-options',
    `${caller}.options.home`,
    `expected a place as "GB", "US-OH" or "Dublin, Ireland", or a point as { lat: 53.35, lon: -6.26 }, got ${describe(home)}`,
  )

function pointOf(value: unknown): Point | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { lat, lon } = value as Record<string, unknown>
  const isDegree = (one: unknown, most: number): one is number => typeof one === 'number' && Math.abs(one) <= most
  return isDegree(lat, 90) && isDegree(lon, 180) ? { lat, lon } : undefined
}

/** Whether a text is a real day, or an instant on one, as `published` takes it: the one check of all days of publication. */
export const isPublished = (text: string): boolean => iso.test(text) && parseDay(text) !== null

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
