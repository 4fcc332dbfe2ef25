import { styleText } from 'node:util'

/** Says on standard error what went wrong. */
export function printError(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${styleText('red', 'nutgraf:', { stream: process.stderr })} ${message}\n`)
}
