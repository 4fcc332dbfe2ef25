/** Which rule of which set found something, and whose set that is; a story has it as `source`. */
export interface Provenance {
  readonly set: string
  readonly rule: string
  readonly origin: 'builtin' | 'user'
}

export const builtIn = (set: string, rule: string): Provenance => ({ set, rule, origin: 'builtin' })
export const byUser = (set: string, rule: string): Provenance => ({ set, rule, origin: 'user' })

/** As stories have it: `shipping/port-call`. Sets may share a name, so that no code reads it back. */
export const sourceOf = ({ set, rule }: Provenance): string => `${set}/${rule}`
export const isUsers = ({ origin }: Provenance): boolean => origin === 'user'
