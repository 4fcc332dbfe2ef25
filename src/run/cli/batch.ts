import { availableParallelism } from 'node:os'
import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import type { BatchSummary, Progress } from '../../api/batch.ts'
import { counted } from './counted.ts'
import { wholeNumber } from './options.ts'
import { readRuleFiles } from './rule-files.ts'

interface Options {
  out: string
  workers: number
  maxMemory?: number
  rules?: string[]
  force?: boolean
}

const megabytes = wholeNumber(6, 'a whole number')

/** The errors that are told one by one; all of them stand in the output. */
const mostTold = 20

export function addBatch(program: Command): void {
  program
    .command('batch')
    .summary('read a corpus of one JSON object a line')
    .description(
      'Reads one {"id","text","published"?} a line and writes one record a line, in the same order. ' +
        'A line that is wrong gives an error record and stops nothing. Started again, it reads the lines that have no record yet.',
    )
    .argument('<in.ndjson>', 'the corpus')
    .requiredOption('--out <file>', 'where records go; what it has already is not read again')
    .option('--workers <n>', 'worker processes', wholeNumber(3, 'a whole number'), availableParallelism())
    .option('--max-memory <mb>', 'megabytes for each worker; a line that wants more is an error', megabytes)
    .option('--force', 'drop what the output has and is no record of this corpus')
    .option('--rules <file...>', 'rule sets: JSON, or ES modules that export them')
    .addHelpText('after', '\nExample:\n  nutgraf batch stories.ndjson --out found.ndjson --workers 4')
    .action(readCorpus)
}

async function readCorpus(input: string, options: Options): Promise<void> {
  const { out, rules = [], ...rest } = options
  // Loaded here, so that help is quick.
  const { batchFile } = await import('../../api/batch.ts')
  const sets = await readRuleFiles(rules)
  const bar = process.stderr.isTTY ? progressBar() : undefined
  const { signal, stoppedBy } = stopOnSignal()
  let told = 0
  try {
    const summary = await batchFile(input, out, {
      ...rest,
      rules: sets,
      signal,
      onProgress: (progress) => bar?.(progress),
      onError(line, message) {
        if (told++ < mostTold) process.stderr.write(`${input}:${line}: ${message}\n`)
      },
    })
    process.stderr.write(`${lineOf(summary)}\n`)
    if (summary.errors > 0) process.exitCode = 1
  } catch (error) {
    const stopped = stoppedBy()
    if (!stopped) throw error
    bar?.(undefined)
    process.stderr.write('stopped; run it again to go on\n')
    // Who started it sees what ended it.
    process.kill(process.pid, stopped)
  } finally {
    bar?.(undefined)
  }
}

function lineOf({ stories, errors, resumedAt, kept, dropped }: BatchSummary): string {
  const before = resumedAt > 0 ? ` behind line ${resumedAt}, up to which all had been read` : ''
  const held = kept > 0 || dropped > 0 ? `; records of runs before: ${kept} kept, ${dropped} dropped` : ''
  return `${counted(stories, 'story', 'stories')}, ${counted(errors, 'error')}${before}${held}`
}

/** The first signal ends the run in order, the second at once. */
function stopOnSignal() {
  const stop = new AbortController()
  let by: NodeJS.Signals | undefined
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      by = name
      stop.abort()
    })
  return { signal: stop.signal, stoppedBy: () => by }
}

/** Draws on standard error; undefined ends it. */
function progressBar(): (progress: Progress | undefined) => void {
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {stories} stories | {errors} errors | {eta_formatted}',
    fps: 4,
  })
  let open = false
  return (progress) => {
    if (!progress) {
      if (open) bar.stop()
      return
    }
    const { bytes, total, ...counts } = progress
    if (!open) bar.start(total, bytes, counts)
    open = true
    bar.update(bytes, counts)
  }
}
