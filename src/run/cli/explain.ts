import { styleText } from 'node:util'
import type { Command } from 'commander'
import type { Candidate, Stop } from '../../api/index.ts'
import { describe } from '../../base/error.ts'
import { oneLine } from '../../base/span.ts'
import { standardStream } from '../sources/files.ts'
import { addReadingOptions, type ReadingOptions, wholeNumber } from './options.ts'
import { UsageError } from './usage.ts'

interface Options extends ReadingOptions {
  at?: number
  find?: string
  json?: boolean
}

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .summary('say why a stretch of text was read as it was')
    .description(
      'Prints what rules and models said of a place of a text, what stands, why, and where near misses stopped.',
    )
    .argument('[file]', 'a text in UTF-8, or a page', standardStream)
    .option('--at <offset>', 'the place, in UTF-16 code units', wholeNumber(9, 'an offset, a whole number from 0'))
    .option('--find <words>', 'the place where these words begin first')
    .option('--json', 'print JSON')
  addReadingOptions(command)
    .addHelpText('after', '\nExample:\n  nutgraf explain story.txt --published 2023-08-30 --find "September 7"')
    .action(explainFile)
}

async function explainFile(file: string, options: Options): Promise<void> {
  if ((options.at === undefined) === (options.find === undefined))
    throw new UsageError('say where: either --at OFFSET or --find WORDS')
  const { openExtractor, readInput } = await import('./read.ts')
  const { explain } = await openExtractor(options)
  const { text, options: about } = await readInput(file, options)
  const at = options.at ?? text.indexOf(options.find!)
  if (at < 0) throw new UsageError(`the text has no ${describe(options.find)}`)
  if (at >= text.length) throw new UsageError(`the text ends at ${text.length}, before --at ${at}`)
  const candidates = explain(text, at, about)
  if (options.json) process.stdout.write(`${JSON.stringify(candidates, null, 2)}\n`)
  else process.stdout.write(candidates.map(lineOf).join('') || `nothing was considered at ${at}\n`)
}

function lineOf({ stands, text, as, source, confidence, why, stop }: Candidate): string {
  const mark = stands ? styleText('green', '✓') : styleText('dim', stop ? '~' : '·')
  const by = stop ? `${source}, a near miss` : `${source}, ${Math.round(confidence * 100)} %`
  const line = `${mark} ${styleText('bold', oneLine(text))}  ${as}  ${styleText('dim', by)}\n    ${why}\n`
  return stop ? line + patternLines(stop) : line
}

/** A pattern with a line under the element at which it stopped. */
function patternLines({ match, element: { start, end } }: Stop): string {
  // One sign for each: the places hold.
  const flat = match.replace(/\s/g, ' ')
  const from = Math.max(0, start - 40)
  const to = Math.min(match.length, Math.max(end, start + 40))
  const [before, after] = [from > 0 ? '…' : '', to < match.length ? '…' : '']
  const under = ' '.repeat(before.length + start - from) + '^'.repeat(end - start)
  return `    ${before}${flat.slice(from, to)}${after}\n    ${styleText('yellow', under)}\n`
}
