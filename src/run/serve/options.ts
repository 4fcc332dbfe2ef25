import { checkOptions, checkText, type ExtractOptions, optionKeys } from '../../api/options.ts'
import { describe } from '../../base/error.ts'
import { Problem } from './problem.ts'

type OptionKey = (typeof optionKeys)[number]

/** Options that are no string, as an address has them. What can't be read stays as it is, and is refused with its name. */
const readers: { [Key in OptionKey]?: (value: string) => unknown } = {
  dayFirst: switchOf,
  home: pointOf,
  sentences: switchOf,
  minConfidence: (value) => (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value) ? Number(value) : value),
  layers: (value) => value.split(','),
}

function switchOf(value: string): boolean | string {
  if (value === 'true' || value === '') return true
  return value === 'false' ? false : value
}

function pointOf(value: string): { lat: number; lon: number } | string {
  const [, lat, lon] = /^(-?\d{1,2}(?:\.\d+)?),\s?(-?\d{1,3}(?:\.\d+)?)$/.exec(value) ?? []
  return lat === undefined ? value : { lat: Number(lat), lon: Number(lon) }
}

const isOption = (name: string): name is OptionKey => (optionKeys as readonly string[]).includes(name)

/** The options in the query of an address: `?published=2023-08-30&dayFirst=true`. */
export function optionsInQuery(query: URLSearchParams): ExtractOptions {
  const given = new Map<string, unknown>()
  for (const [name, value] of query) {
    const path = `query.${name}`
    if (given.has(name)) throw new Problem(400, `${path}: given twice; give it once`, { path })
    given.set(name, isOption(name) ? (readers[name]?.(value) ?? value) : value)
  }
  return checkOptions(Object.fromEntries(given), 'query', optionKeys)
}

/** A text and its options in a body of JSON; null counts as absent. */
export function storyIn(body: unknown): { text: string; options: ExtractOptions } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Problem(400, `expected an object as {"text":"…","published":"2023-08-30"}, got ${describe(body)}`)
  const { text, id: _, ...rest } = body as Record<string, unknown>
  checkText(text, 'body')
  const given = Object.entries(rest).filter(([, value]) => value !== null)
  return { text, options: checkOptions(Object.fromEntries(given), 'body', optionKeys) }
}
