import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import type { BatchFormat, BatchSummary } from '../../api/batch.ts'
import { batchFormats, sinkFor } from '../sinks/formats.ts'
import { standardStream } from '../sources/files.ts'
import { commandLine } from './command-line.ts'
import { counted } from './counted.ts'
import { tellOfTerminal } from './input.ts'
import { addExtractorOptions, addStoryOptions, extractOptions, type ReadingOptions, wholeNumber } from './options.ts'
import { progressBar } from './progress-bar.ts'
import { readRuleFiles } from './rule-files.ts'
import { stopOnSignal } from './signals.ts'
import { UsageError } from './usage.ts'

interface Options extends ReadingOptions {
  out?: string
  format?: BatchFormat
  workers: number
  maxMemory?: number
  force?: boolean
}

const megabytes = wholeNumber(6, 'a whole number of megabytes')

/** The errors that are told one by one, where all of them stand in the output. */
const mostTold = 20

export function addBatch(program: Command): void {
  const command = program
    .command('batch')
    .summary('read a corpus: NDJSON, a feed, a WARC, a folder of pages')
    .description(
      'Reads one {"id","text","published"?} a line and writes one record a line, in the same order. A corpus may also be an ' +
        'RSS, Atom or JSON feed, a sitemap of news, a WARC, or a folder of pages and texts; names that end in .gz or .zst are ' +
        'unpacked and packed. A line that is wrong gives an error record and stops nothing. Started again, it reads the lines ' +
        'that have no record yet.',
    )
    .argument('<corpus>', 'a file or a folder; - is standard input')
    .option('-o, --out <file>', 'where records go; what it has already is not read again; - is standard output')
    .addOption(
      new Option(
        '-f, --format <name>',
        'records, or a row for each mention or place; as the name of --out ends',
      ).choices(batchFormats),
    )
    .option('--workers <n>', 'worker processes', wholeNumber(3, 'a whole number from 0 to 512'), availableParallelism())
    .option('--max-memory <mb>', 'megabytes for each worker; a line that wants more is an error', megabytes)
    .option('--force', 'drop what the output has and is no record of this corpus')
  addStoryOptions(addExtractorOptions(command))
    .addHelpText(
      'after',
      '\nExamples:\n  nutgraf batch stories.ndjson --out found.ndjson --workers 4\n' +
        '  curl -s https://example.org/news.rss | nutgraf batch - | jq .story.events\n' +
        '  nutgraf batch crawl.warc.gz --out found.parquet --home GB',
    )
    .action(readCorpus)
}

async function readCorpus(input: string, options: Options): Promise<void> {
  const { workers, maxMemory, force, format, rules = [], without } = options
  const out = outputOf(input, options)
  // Loaded here, so that help is quick.
  const { batchFile } = await import('../../api/batch.ts')
  const sets = await readRuleFiles(rules)
  if (input === standardStream) tellOfTerminal()
  const bar = process.stderr.isTTY && !(out === standardStream && process.stdout.isTTY) ? progressBar() : undefined
  const { signal, stoppedBy } = stopOnSignal()
  const most = sinkFor(format, out) ? Number.POSITIVE_INFINITY : mostTold
  let told = 0
  try {
    const summary = await batchFile(input, out, {
      ...{ workers, rules: sets, about: extractOptions(options), signal },
      ...(maxMemory !== undefined && { maxMemory }),
      ...(force && { force }),
      ...(format && { format }),
      ...(without && { without }),
      onProgress: (progress) => bar?.(progress),
      onError(line, message, id) {
        const of = typeof id === 'string' ? ` (${id})` : ''
        if (told++ < most) process.stderr.write(`${input}:${line}${of}: ${message}\n`)
      },
    })
    bar?.(undefined)
    process.stderr.write(`${lineOf(summary)}\n`)
    if (summary.errors > 0) process.exitCode = 1
  } catch (error) {
    const stopped = stoppedBy()
    if (!stopped) throw error
    bar?.(undefined)
    process.stderr.write(out === standardStream ? 'stopped\n' : `stopped; to go on: ${commandLine()}\n`)
    // Who started it sees what ended it.
    process.kill(process.pid, stopped)
  } finally {
    bar?.(undefined)
  }
}

/** What comes from standard input goes to standard output, where nothing else is said. */
function outputOf(input: string, { out }: Options): string {
  if (out !== undefined) return out
  if (input === standardStream) return standardStream
  throw new UsageError(
    'say where records go: --out FILE, where a run that was stopped goes on, or --out - to print them',
  )
}

function lineOf({ stories, errors, resumedAt, kept, dropped }: BatchSummary): string {
  const before = resumedAt > 0 ? ` behind line ${resumedAt}, up to which all had been read` : ''
  const held = kept > 0 || dropped > 0 ? `; records of runs before: ${kept} kept, ${dropped} dropped` : ''
  return `${counted(stories, 'story', 'stories')}, ${counted(errors, 'error')}${before}${held}`
}
