import { Command, CommanderError } from 'commander'
import { fileFault } from '../../base/error.ts'
import { packageVersion } from '../../data/version.ts'
import { addArchive } from './archive.ts'
import { addBatch } from './batch.ts'
import { addEvaluate } from './evaluate.ts'
import { addExplain } from './explain.ts'
import { addExtract } from './extract.ts'
import { addMcp } from './mcp.ts'
import { printError } from './print-error.ts'
import { addRules } from './rules.ts'
import { addServe } from './serve.ts'
import { isUsage } from './usage.ts'

/**
 * Runs the command line: results on standard output, all else on standard error. The exit code is 0, 1 for input that
 * could not be processed, 2 for wrong usage.
 */
export async function run(args: readonly string[]): Promise<void> {
  // A reader that has seen enough, as head, is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      printError(fileFault('invalid-output', 'standard output', error))
      process.exitCode = 1
    }
    process.exit()
  })
  // Nobody reads what is told besides: the work goes on.
  process.stderr.on('error', () => undefined)
  const program = new Command('nutgraf')
    .description('Entities, dates, locations, agenda topics and events of English news.')
    .version(packageVersion)
    .addHelpText('after', '\nExample:\n  nutgraf extract story.txt --published 2023-08-30 --format table')
    .exitOverride()
  for (const add of [addExtract, addBatch, addArchive, addServe, addMcp, addRules, addExplain, addEvaluate])
    add(program)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else {
      printError(error)
      process.exitCode = isUsage(error) ? 2 : 1
    }
  }
}
