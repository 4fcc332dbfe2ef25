import { type Command, InvalidArgumentError } from 'commander'
import { type ExtractOptions, optionKeys } from '../../api/options.ts'
import { type Layer, layers } from '../../base/types.ts'

/** What is known by more than the built-in rules, or by less. */
export interface RuleOptions {
  rules?: string[]
  without?: string[]
}

/** The options of a command that reads texts: those of the library, by the same names. */
export interface ReadingOptions extends ExtractOptions, RuleOptions {
  html?: boolean
}

export const addRuleOptions = (command: Command): Command =>
  command
    .option('-r, --rules <file...>', 'rule sets: JSON, or ES modules that export them')
    .option('--without <rule...>', 'rules to leave out, as english/visit-noun')

export const addExtractorOptions = (command: Command): Command =>
  addRuleOptions(
    command
      .option('--time-zone <zone>', 'IANA zone in which an instant of publication falls on its day')
      .option('--day-first', '07/09/2023 is the 7th of September')
      .option('--home <place>', 'where the outlet is at home: GB, US-OH, "Dublin, Ireland"'),
  )

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

/** Those of them that the library takes. */
export const extractOptions = (options: ReadingOptions): ExtractOptions =>
  Object.fromEntries(optionKeys.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]])))

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
