import { availableParallelism } from 'node:os'
import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import type { Progress } from '../batch.ts'
import { wholeNumber } from './options.ts'
import { readRuleFiles } from './rule-files.ts'

interface Options {
  out: string
  workers: number
  rules?: string[]
}

/** The errors that are told one by one; all of them stand in the output. */
const mostTold = 20

export function addBatch(program: Command): void {
  program
    .command('batch')
    .summary('read a corpus of one JSON object a line')
    .description(
      'Reads one {"id","text","published"?} a line and writes one record a line, in the same order. ' +
        'A line that is wrong gives an error record and stops nothing. Started again, it goes on where it was stopped.',
    )
    .argument('<in.ndjson>', 'the corpus')
    .requiredOption('--out <file>', 'where records go; what it has already is not read again')
    .option('--workers <n>', 'threads', wholeNumber(3, 'a whole number'), availableParallelism())
    .option('--rules <file...>', 'rule sets: JSON, or ES modules that export them')
    .addHelpText('after', '\nExample:\n  nutgraf batch stories.ndjson --out found.ndjson --workers 4')
    .action(async (input: string, { out, workers, rules = [] }: Options) => {
      // Loaded here, so that help is quick.
      const { batchFile } = await import('../batch.ts')
      const sets = await readRuleFiles(rules)
      const bar = process.stderr.isTTY ? progressBar() : undefined
      let told = 0
      try {
        const { stories, errors, resumedAt } = await batchFile(input, out, {
          rules: sets,
          workers,
          onProgress: (progress) => bar?.(progress),
          onError(line, message) {
            if (told++ < mostTold) process.stderr.write(`${input}:${line}: ${message}\n`)
          },
        })
        const before = resumedAt > 0 ? ` behind line ${resumedAt}, where the run before had stopped` : ''
        process.stderr.write(`${stories} stories, ${errors} errors${before}\n`)
        if (errors > 0) process.exitCode = 1
      } finally {
        bar?.(undefined)
      }
    })
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
