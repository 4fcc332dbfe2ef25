/** What a server tells of itself, as fields of a line. The text of a story is never among them. */
export type Log = (fields: Readonly<Record<string, unknown>>) => void

/** A line of JSON each, on standard error. */
export const logToStandardError: Log = (fields) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...fields })}\n`)
}

/** Where something failed. Its message may quote a text: it is left out. */
export function placeOf(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, at: frames.slice(0, 10).map((frame) => frame.trim()) }
}
