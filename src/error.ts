/**
 * What kind of argument or input was wrong: the `code` of a {@link NutgrafError}.
 *
 * @example
 * import type { NutgrafErrorCode } from 'nutgraf'
 *
 * const mine: readonly NutgrafErrorCode[] = ['invalid-rules', 'invalid-match', 'failed-rules']
 * console.log(mine.length) // 3
 */
export type NutgrafErrorCode =
  | 'invalid-text'
  | 'invalid-options'
  | 'invalid-published'
  | 'invalid-rules'
  | 'invalid-match'
  | 'failed-rules'
  | 'invalid-input'
  | 'invalid-format'
  | 'no-article'

/**
 * A wrong argument, option, input or rule set: what was expected, what came, and what to do. Thrown before any work is
 * done; no text makes `extract` throw.
 *
 * @example
 * import { extract, NutgrafError } from 'nutgraf'
 *
 * try {
 *   extract('They met on Friday.', { published: 'yesterday' })
 * } catch (error) {
 *   if (error instanceof NutgrafError) console.log(error.code, error.path) // invalid-published extract.options.published
 * }
 */
export class NutgrafError extends Error {
  override readonly name = 'NutgrafError'
  /** What kind of fault it is, for programs. */
  readonly code: NutgrafErrorCode
  /** Where in the argument the fault lies, as `shipping.rules.0.match`. */
  readonly path: string

  constructor(code: NutgrafErrorCode, path: string, message: string) {
    super(`${path}: ${message}`)
    this.code = code
    this.path = path
  }
}

/** What came, in words fit for a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  return typeof value === 'object' ? 'an object' : `${typeof value} ${String(value)}`.trim()
}
