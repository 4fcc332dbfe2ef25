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
  | 'invalid-output'
  | 'invalid-format'
  | 'invalid-archive'
  | 'unreachable'
  | 'no-article'
  | 'missing-package'
  | 'missing-worker'
  | 'out-of-memory'
  | 'time-limit'
  | 'aborted'
  | 'busy'
  | 'closed'
  | 'failed'

/**
 * A wrong argument, option, input or rule set: what was expected, what came, and what to do. Thrown before any work is
 * done; no text makes `extract` throw. The last six codes are those of a pool, which says so where a story was not read.
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
  /** Where in the argument the fault lies, as `shipping.rules.0.match`; the first, where there are several. */
  readonly path: string
  /** All faults: of a rule set, everything that is wrong with it. The message has the first ones. */
  readonly issues: readonly NutgrafIssue[]

  constructor(
    code: NutgrafErrorCode,
    path: string,
    message: string,
    { issues, ...options }: ErrorOptions & { issues?: readonly NutgrafIssue[] } = {},
  ) {
    super(`${path}: ${message}`, options)
    this.code = code
    this.path = path
    this.issues = issues ?? [{ path, message }]
  }
}

/**
 * One fault of those that a {@link NutgrafError} tells of.
 *
 * @example
 * import { defineRules, NutgrafError, type NutgrafIssue } from 'nutgraf'
 *
 * const shown = ({ path, message }: NutgrafIssue) => `${path}: ${message}`
 * try {
 *   defineRules({ name: 'arctic', dates: { 'Ice Day': 'May 5' }, ignore: [' '] })
 * } catch (error) {
 *   if (error instanceof NutgrafError) console.log(error.issues.map(shown).join('\n'))
 * }
 * // arctic.dates.Ice Day: expected YYYY-MM-DD, as XXXX-05-09, got "May 5"
 * // arctic.ignore.0: expected a name, not an empty one, got " "
 */
export interface NutgrafIssue {
  /** Where it lies. */
  path: string
  /** What was expected, what came, and what to do. */
  message: string
}

/** Faults that a message has in full. */
const shown = 3

/** One error for all faults, of which there is one at least: of the kind, and at the place, of the first. */
export function errorOf(code: NutgrafErrorCode, issues: readonly NutgrafIssue[]): NutgrafError {
  const [{ path, message }, ...others] = issues as [NutgrafIssue, ...NutgrafIssue[]]
  const more = others.slice(0, shown - 1).map((issue) => `${issue.path}: ${issue.message}`)
  if (others.length >= shown) more.push(`and ${others.length - shown + 1} more`)
  return new NutgrafError(code, path, [message, ...more].join('\n'), { issues })
}

/** What a package gives that not all have; who has it not is told what to install. @throws NutgrafError `missing-package` */
export function fromPackage<T>(load: () => T, caller: string, message: string): T {
  try {
    return load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    throw new NutgrafError('missing-package', caller, message)
  }
}

/** What came, in words fit for a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (isArray(value)) return 'an array'
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (typeof value === 'function') return 'a function'
  return typeof value === 'object' ? 'an object' : `${typeof value} ${String(value)}`.trim()
}

function isArray(value: unknown): boolean {
  try {
    return Array.isArray(value)
  } catch {
    // A revoked proxy is nothing that can be asked.
    return false
  }
}

const faults: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'what should be a folder on its way is none',
  EACCES: 'it may not be opened',
  EPERM: 'it may not be opened',
  EROFS: 'it lies on a disk that can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
}

/** What a file system would not do, in words fit for people. */
export function fileFault(
  code: 'invalid-input' | 'invalid-output',
  path: string,
  error: unknown,
  advice?: string,
): NutgrafError {
  const { code: fault = '', message } = error as NodeJS.ErrnoException
  return new NutgrafError(code, path, [faults[fault] ?? message, advice].filter(Boolean).join('; '))
}
