import { createHash } from 'node:crypto'
import { optionKeys } from '../../api/options.ts'
import type { ArchiveInput } from '../archive/archive.ts'
import { aboutKeys } from '../archive/input.ts'

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** The version of stories as part of a queue's name, in which Redis and PostgreSQL like letters and digits alone. */
export const queueVersion = (version: string): string => digest(version).slice(0, 12)

/** The same for the same text, options and version, so that a story is read once. BullMQ takes no number for an id. */
export function jobIdOf(story: ArchiveInput, version: string): string {
  const about = aboutKeys.flatMap((key) => (story[key] === undefined ? [] : [key, story[key]]))
  return `s${digest([version, story.text, ...optionKeys.map((key) => story[key]), ...about])}`
}
