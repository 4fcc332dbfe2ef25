import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import type { AddedAll } from '../../api/archive.ts'
import { standardStream } from '../sources/files.ts'
import { commandLine } from './command-line.ts'
import { counted } from './counted.ts'
import { tellOfTerminal } from './input.ts'
import { addExtractorOptions, extractOptions, type ReadingOptions, wholeNumber } from './options.ts'
import { progressBar } from './progress-bar.ts'
import { readRuleFiles } from './rule-files.ts'
import { stopOnSignal } from './signals.ts'

interface Options extends ReadingOptions {
  db: string
  workers: number
  maxMemory?: number
}

/** The errors that are told one by one. */
const mostTold = 20

export function addArchiveAdd(archive: Command, withDatabase: (command: Command) => Command): void {
  const command = withDatabase(
    archive
      .command('add')
      .summary('read stories and add what they say')
      .description(
        'Adds the stories of files and folders: NDJSON of {"id","text","published"?,"title"?,"url"?,"publisher"?}, an RSS, ' +
          'Atom or JSON feed, a sitemap of news, a WARC, a folder of pages and texts; names that end in .gz or .zst are ' +
          'unpacked. A story that the archive has is not read again, so that a run that was stopped goes on where it was. ' +
          'A line that is wrong is told of and stops nothing.',
      )
      .argument('<file...>', 'files or folders; - is standard input'),
  )
    .option('-p, --published <date>', 'day of publication of stories that say none')
    .option('--workers <n>', 'worker processes', wholeNumber(3, 'a whole number from 0 to 512'), availableParallelism())
    .option('--max-memory <mb>', 'megabytes for each worker', wholeNumber(6, 'a whole number of megabytes'))
  addExtractorOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  nutgraf archive add stories.ndjson --db news.db\n' +
        '  curl -s https://example.org/news.rss | nutgraf archive add -\n' +
        '  nutgraf archive add crawl.warc.gz pages/ --db postgres://me@localhost/news --home GB',
    )
    .action(addFiles)
}

async function addFiles(paths: string[], options: Options): Promise<void> {
  const { db, workers, maxMemory, rules = [], without } = options
  // Loaded here, so that help is quick.
  const [{ openArchive }, { checkCorpus, storiesIn }] = await Promise.all([
    import('../../api/archive.ts'),
    import('../archive/corpus.ts'),
  ])
  const files = await checkCorpus(paths)
  const sets = await readRuleFiles(rules)
  const about = extractOptions(options)
  const { createExtractor } = await import('../../api/index.ts')
  // Wrong options are told of before an archive is made.
  createExtractor({ rules: sets, ...(without && { without }) }).extract('', about)
  await using archive = await openArchive(db, {
    ...{ rules: sets, workers },
    ...(without && { without }),
    ...(maxMemory !== undefined && { maxMemory }),
  })
  if (paths.includes(standardStream)) tellOfTerminal()
  const bar = process.stderr.isTTY ? progressBar() : undefined
  const { signal, stoppedBy } = stopOnSignal()
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const progress = { stories: 0, errors: 0, bytes: 0, total }
  const tell = (message: string) => {
    if (progress.errors++ < mostTold) process.stderr.write(`${message}\n`)
  }
  const stories = storiesIn(files, {
    ...{ signal, about },
    onRead(bytes) {
      progress.bytes = bytes
    },
    onError(file, line, message, id) {
      tell(line === undefined ? message : `${file}:${line}${typeof id === 'string' ? ` (${id})` : ''}: ${message}`)
    },
  })
  try {
    const added = await archive.addAll(stories, {
      signal,
      onProgress(done) {
        progress.stories = done
        bar?.({ ...progress })
      },
    })
    for (const { id, message } of added.failed) tell(id === null ? message : `(${id}): ${message}`)
    bar?.(undefined)
    process.stderr.write(`${lineOf(added, progress.errors)}\n`)
    if (progress.errors > 0) process.exitCode = 1
  } catch (error) {
    const stopped = stoppedBy()
    if (!stopped) throw error
    bar?.(undefined)
    process.stderr.write(`stopped; what was added is kept; to go on: ${commandLine()}\n`)
    await archive.close()
    // Who started it sees what ended it.
    process.kill(process.pid, stopped)
  } finally {
    bar?.(undefined)
  }
}

function lineOf({ added, known, renewed }: AddedAll, errors: number): string {
  const counts = [
    `${counted(added, 'story', 'stories')} added`,
    ...(known > 0 ? [`${known} known`] : []),
    ...(renewed > 0 ? [`${renewed} renewed`] : []),
    counted(errors, 'error'),
  ]
  return counts.join(', ')
}
