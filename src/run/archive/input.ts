import { createHash } from 'node:crypto'
import { optionKeys } from '../../api/options.ts'
import { describe, NutgrafError } from '../../base/error.ts'
import { readInput, type StoryInput } from '../batch/input.ts'
import type { ArchiveAbout } from './archive.ts'

/** What is known of a story that its text does not say, and extracting does not ask for. */
export const aboutKeys = ['title', 'url', 'publisher'] as const

/** An input that was checked, as the archive keeps it. */
export interface CheckedInput {
  /** The same for the same text, options and all that is known besides. */
  hash: string
  /** What it is read from. */
  input: StoryInput
  about: Pick<ArchiveAbout, (typeof aboutKeys)[number]>
}

/** @throws NutgrafError where it is no object, its text no string, or what is known of it not of its kind */
export function checkInput(value: unknown, path: string): CheckedInput {
  const input = readInput(value, path)
  const given = value as Record<string, unknown>
  const about = Object.fromEntries(
    aboutKeys.flatMap((key) => (given[key] === undefined || given[key] === null ? [] : [[key, given[key]]])),
  )
  for (const [key, said] of Object.entries(about))
    if (typeof said !== 'string')
      throw new NutgrafError('invalid-input', `${path}.${key}`, `expected a string, got ${describe(said)}`)
  return { hash: hashOfInput(input, about), input, about }
}

function hashOfInput(input: StoryInput, about: ArchiveAbout): string {
  const { id, text } = input
  const told = [text, id ?? null, ...aboutKeys.map((key) => about[key]), ...optionKeys.map((key) => input[key])]
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 40)
}
