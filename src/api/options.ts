import { parseDay } from '../base/calendar.ts'
import { describe, NutgrafError } from '../base/error.ts'
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

/** The names of all options. */
export const optionKeys = ['published', 'timeZone', 'dayFirst', 'home'] as const

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
  const { published, rules, without, timeZone, dayFirst, home } = options as Record<string, unknown>
  if (rules !== undefined && !Array.isArray(rules))
    throw new NutgrafError(
      'invalid-options',
      `${caller}.options.rules`,
      `expected an array of rule sets, got ${describe(rules)}`,
    )
  if (without !== undefined && !(Array.isArray(without) && without.every((id) => typeof id === 'string')))
    throw new NutgrafError(
      'invalid-options',
      `${caller}.options.without`,
      `expected an array of rule names as "english/visit-noun", got ${describe(without)}`,
    )
  if (timeZone !== undefined && (typeof timeZone !== 'string' || !isZone(timeZone)))
    throw new NutgrafError(
      'invalid-options',
      `${caller}.options.timeZone`,
      `expected an IANA time zone as "Europe/Berlin", got ${describe(timeZone)}`,
    )
  if (dayFirst !== undefined && typeof dayFirst !== 'boolean')
    throw new NutgrafError(
      'invalid-options',
      `${caller}.options.dayFirst`,
      `expected true or false, got ${describe(dayFirst)}`,
    )
  const settings = {
    ...(timeZone !== undefined && { timeZone }),
    ...(dayFirst !== undefined && { dayFirst }),
    ...(home !== undefined && { home: checkedHome(home, caller) }),
  }
  if (published === undefined) return settings
  if (typeof published !== 'string' || !isPublished(published))
    throw new NutgrafError(
      'invalid-published',
      `${caller}.options.published`,
      `expected a date as "2023-08-30" (ISO 8601), got ${describe(published)}`,
    )
  return { published, ...settings }
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
