import type { Corrections } from '../../archive/corrections.ts'
import type { EntityProfile } from '../../archive/profile.ts'
import type { Database } from './database.ts'
import type { KnownEvent } from './events.ts'
import { Recent } from './recent.ts'

/** An open archive, as its parts see it. */
export interface Store extends Database {
  /** What rule sets say of names that are one, or are not. */
  readonly corrections: Corrections
  readonly recent: RecentRecords
}

/** What is known of records that stories told of lately, as the database has it at `version`. */
export interface RecentRecords {
  /** A number that changes with each transaction of others, where the database has one. */
  version: number | undefined
  /** The transaction that reads and writes them, until it has ended well. */
  writer: symbol | undefined
  readonly entities: Recent<EntityProfile>
  readonly events: Recent<KnownEvent>
}

/** Records that are kept at most, twice: some megabytes. */
const most = 2000

export const noRecords = (): RecentRecords => ({
  version: undefined,
  writer: undefined,
  entities: new Recent<EntityProfile>(most),
  events: new Recent<KnownEvent>(most),
})

export function forgetRecords(recent: RecentRecords): void {
  recent.entities.clear()
  recent.events.clear()
}
