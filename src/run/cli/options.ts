import { type Command, InvalidArgumentError } from 'commander'
import type { ExtractOptions } from '../../api/index.ts'

/** The options of a command that reads texts of which more is known. */
export interface RuleFileOptions {
  timeZone?: string
  dayFirst?: boolean
  home?: string
  rules?: string[]
  without?: string[]
}

/** The options of a command that reads a text. */
export interface ReadingOptions extends RuleFileOptions {
  published?: string
  html?: boolean
}

export const addExtractorOptions = (command: Command): Command =>
  command
    .option('--time-zone <zone>', 'IANA zone in which an instant of publication falls on its day')
    .option('--day-first', '07/09/2023 is the 7th of September')
    .option('--home <place>', 'where the outlet is at home: GB, US-OH, "Dublin, Ireland"')
    .option('-r, --rules <file...>', 'rule sets: JSON, or ES modules that export them')
    .option('--without <rule...>', 'rules to leave out, as english/visit-noun')

export const addReadingOptions = (command: Command): Command =>
  addExtractorOptions(
    command.option('-p, --published <date>', 'day of publication, as 2023-08-30; a page has its own'),
  ).option('--html', 'read pages, not text; files that end in .html are pages anyway')

export const extractOptions = ({ published, timeZone, dayFirst, home }: ReadingOptions): ExtractOptions => ({
  ...(published !== undefined && { published }),
  ...(timeZone !== undefined && { timeZone }),
  ...(dayFirst !== undefined && { dayFirst }),
  ...(home !== undefined && { home }),
})

/** Reads the value of an option that is a whole number, of so many digits at most. */
export const wholeNumber =
  (digits: number, expected: string) =>
  (text: string): number => {
    if (!/^\d+$/.test(text) || text.length > digits) throw new InvalidArgumentError(`expected ${expected}.`)
    return Number(text)
  }
