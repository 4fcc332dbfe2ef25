import { describe, NutgrafError } from './error.ts'

export interface ExtractOptions {
  /** The day the text was published, ISO 8601 (`2023-08-30` or with a time). Relative dates are resolved against it. */
  published?: string
}

export function checkText(text: unknown): asserts text is string {
  if (typeof text !== 'string')
    throw new NutgrafError('invalid-text', 'extract.text', `expected a string, got ${describe(text)}`)
}

const iso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** Options as they were given, or an error that names the key. */
export function checkOptions(options: unknown, caller: string, known: readonly string[]): { published?: string } {
  if (options === undefined) return {}
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new NutgrafError('invalid-options', `${caller}.options`, `expected an object, got ${describe(options)}`)
  for (const key of Object.keys(options))
    if (!known.includes(key))
      throw new NutgrafError(
        'invalid-options',
        `${caller}.options.${key}`,
        `unknown option; known are ${known.join(', ')}`,
      )
  const { published, rules } = options as { published?: unknown; rules?: unknown }
  if (rules !== undefined && !Array.isArray(rules))
    throw new NutgrafError(
      'invalid-options',
      `${caller}.options.rules`,
      `expected an array of rule sets, got ${describe(rules)}`,
    )
  if (published === undefined) return {}
  if (typeof published !== 'string' || !iso.test(published) || !isDay(published))
    throw new NutgrafError(
      'invalid-published',
      `${caller}.options.published`,
      `expected a date as "2023-08-30" (ISO 8601), got ${describe(published)}`,
    )
  return { published }
}

function isDay(text: string): boolean {
  const day = text.slice(0, 10)
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
