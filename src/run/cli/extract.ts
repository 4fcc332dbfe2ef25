import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type Command, Option } from 'commander'
import type { About, Format } from '../../api/formats.ts'
import { formatNames } from '../../output/format-names.ts'
import { unpackedName } from '../sources/compression.ts'
import { isAmong, standardStream } from '../sources/files.ts'
import { addReadingOptions, addStoryOptions, type ReadingOptions } from './options.ts'
import { printError } from './print-error.ts'
import { UsageError } from './usage.ts'

interface Options extends ReadingOptions {
  format: (typeof choices)[number]
  out?: string
  title?: string
  url?: string
  syntax?: boolean
}

const choices = ['table', ...formatNames] as const
/** Those of which several can follow one another on standard output. */
const streamed: readonly string[] = ['json', 'table']

export function addExtract(program: Command): void {
  const command = program
    .command('extract')
    .summary('read texts or pages and print what they say')
    .description(
      'Reads files, or standard input without one, and prints the story of each. Of several files, json is one ' +
        '{"file","story"} a line; other formats but table need --out.',
    )
    .argument('[file...]', 'texts in UTF-8, or pages; - is standard input')
    .addOption(new Option('-f, --format <name>', 'what to print').choices(choices).default('json'))
    .option('-o, --out <folder>', 'write a file for each input there')
  addStoryOptions(addReadingOptions(command))
    .option('--title <words>', 'headline, for formats that have one')
    .option('--url <address>', 'where the text was published, for formats that say so')
    .option(
      '--syntax',
      'parse sentences for conll, which then has parts of speech; this, conllu and displacy-dep want npm install wink-nlp wink-eng-lite-web-model',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  nutgraf extract story.txt --published 2023-08-30 --format table\n' +
        '  curl -s https://example.org/news | nutgraf extract --html --format html > story.html\n' +
        '  nutgraf extract *.txt --rules shipping.json --format geojson --out maps\n' +
        '  nutgraf extract story.txt --format conllu',
    )
    .action(extractFiles)
}

async function extractFiles(given: string[], options: Options): Promise<void> {
  const files = given.length > 0 ? given : [standardStream]
  const { format, out } = options
  if (files.length > 1 && out === undefined && !streamed.includes(format))
    throw new UsageError(`several files in the format ${format} need a folder: --out FOLDER`)
  // Loaded here, so that help and wrong usage are quick.
  const { openExtractor, readInput } = await import('./read.ts')
  const { extension, write, needsSyntax } = await printerFor(format)
  const parses = needsSyntax || (options.syntax && format === 'conll')
  const readSyntax = parses ? (await import('../../api/syntax.ts')).readSyntax : undefined
  const targets = out === undefined ? undefined : await targetsIn(out, files, extension)
  const { extract } = await openExtractor(options)
  if (out !== undefined) await mkdir(out, { recursive: true })

  for (const [i, file] of files.entries()) {
    try {
      const { text, title, options: about } = await readInput(file, options)
      const story = extract(text, about)
      const known: About = {
        ...(title !== undefined && { title }),
        ...(options.title !== undefined && { title: options.title }),
        ...(options.url !== undefined && { url: options.url }),
        ...(readSyntax && { syntax: readSyntax(text) }),
      }
      const written = write(story, text, known)
      if (targets) await writeFile(targets[i]!, written)
      else if (files.length === 1) process.stdout.write(written)
      else if (format === 'table') process.stdout.write(`==> ${file} <==\n${written}\n`)
      else process.stdout.write(`${JSON.stringify({ file, story })}\n`)
    } catch (error) {
      // The others are read all the same.
      printError(error)
      process.exitCode = 1
    }
  }
}

/** How stories are printed; what writes formats is loaded for them alone. */
async function printerFor(format: Options['format']): Promise<Pick<Format, 'extension' | 'write' | 'needsSyntax'>> {
  if (format === 'table') return { extension: 'txt', write: (await import('./table.ts')).tableOf }
  const { formats, formatStory } = await import('../../api/formats.ts')
  return {
    ...formats[format],
    write: (story, text, about) => formatStory(format, story, text, about),
  }
}

/** A file for each input, named after it. */
async function targetsIn(folder: string, files: readonly string[], extension: string): Promise<string[]> {
  const targets = files.map((file) => {
    const inner = unpackedName(file)
    const name = file === standardStream ? 'story' : basename(inner, extname(inner))
    return join(folder, `${name}.${extension}`)
  })
  const twice = targets.find((target, i) => targets.indexOf(target) !== i)
  if (twice !== undefined) throw new UsageError(`two of the files would be written to ${twice}; name them apart`)
  for (const target of targets)
    if (await isAmong(target, files)) throw new UsageError(`${target} would be written over; choose another folder`)
  return targets
}
