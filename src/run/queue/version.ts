import { createHash } from 'node:crypto'
import { version } from '../../base/version.ts'
import type { RuleSet } from '../../rules/define.ts'
import type { StoryInput } from '../batch/input.ts'

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** What a story was read with: another release, rule set or rule left out is another version. */
export const versionOf = (rules: readonly RuleSet[], without: readonly string[]): string =>
  digest([version, rules, without]).slice(0, 12)

/** The same for the same text, options and version, so that a story is read once. BullMQ takes no number for an id. */
export const jobIdOf = ({ text, published, timeZone, dayFirst, home }: StoryInput, version: string): string =>
  `s${digest([text, published, timeZone, dayFirst, home, version])}`
