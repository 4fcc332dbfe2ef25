import type { Corrections } from '../../archive/corrections.ts'
import type { Database } from './database.ts'

/** An open archive, as its parts see it. */
export interface Store extends Database {
  /** What rule sets say of names that are one, or are not. */
  readonly corrections: Corrections
}
