import { type Command, InvalidArgumentError } from 'commander'
import type { ExtractOptions } from '../../api/index.ts'
import { type Layer, layers } from '../../base/types.ts'

/** The options of a command that reads texts of which more is known. */
export interface RuleFileOptions {
  timeZone?: string
  dayFirst?: boolean
  home?: string
  rules?: string[]
  without?: string[]
}

/** What of a story is wanted. */
export interface StoryOptions {
  sentences?: boolean
  minConfidence?: number
  layers?: Layer[]
}

/** The options of a command that reads a text. */
export interface ReadingOptions extends RuleFileOptions, StoryOptions {
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

/** What of a story is wanted. */
export const addStoryOptions = (command: Command): Command =>
  command
    .option('--min-confidence <share>', 'leave out mentions that are less sure, 0 to 1', share)
    .option('--layers <names>', `the lists that are wanted, of ${layers.join()}; the others are empty`, layerList)
    .option('--sentences', 'give where each sentence begins and ends, in JSON')

export const extractOptions = ({ published, timeZone, dayFirst, home, ...story }: ReadingOptions): ExtractOptions => ({
  ...(published !== undefined && { published }),
  ...(timeZone !== undefined && { timeZone }),
  ...(dayFirst !== undefined && { dayFirst }),
  ...(home !== undefined && { home }),
  ...(story.sentences !== undefined && { sentences: story.sentences }),
  ...(story.minConfidence !== undefined && { minConfidence: story.minConfidence }),
  ...(story.layers !== undefined && { layers: story.layers }),
})

function layerList(text: string): Layer[] {
  return text.split(',').map((name) => {
    const layer = layers.find((one) => one === name.trim())
    if (layer === undefined) throw new InvalidArgumentError(`expected some of ${layers.join()}.`)
    return layer
  })
}

function share(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('expected a number from 0 to 1.')
  return value
}

/** Reads the value of an option that is a whole number, of so many digits at most. */
export const wholeNumber =
  (digits: number, expected: string) =>
  (text: string): number => {
    if (!/^\d+$/.test(text) || text.length > digits) throw new InvalidArgumentError(`expected ${expected}.`)
    return Number(text)
  }
