import { NutgrafError } from '../../base/error.ts'

/** The command line was used wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Whether an error is one of usage: of the command line, or of an option that it hands on. */
export const isUsage = (error: unknown): boolean =>
  error instanceof UsageError || (error instanceof NutgrafError && /^invalid-(?:options|published)$/.test(error.code))
