import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { addListenOptions, type ListenOptions, serveUntilSignal } from './listen.ts'
import { addRuleOptions, type RuleOptions, wholeNumber } from './options.ts'
import { readRuleFiles } from './rule-files.ts'

interface Options extends RuleOptions, ListenOptions {
  workers: number
  maxSize: number
  timeLimit?: number
  maxMemory?: number
}

const count = wholeNumber(3, 'a whole number')

/** Seconds; no story of the default size takes so long. */
const defaultLimit = 30
/** Stories that wait for a worker; who comes then is told to come again. */
const maxWaiting = 100
/** Bytes; a line of a stream is no longer either. */
const largest = 1 << 28

export function addServe(program: Command): void {
  const command = addListenOptions(program.command('serve'))
    .summary('answer over HTTP')
    .description(
      'Reads what is posted to /extract: JSON {"text","published"?}, text, pages, or one JSON object a line, answered a ' +
        'line each. GET /openapi.json describes it, /health and /metrics say how it is. There is no password: who reaches ' +
        'the address can use it. SIGTERM and Ctrl-C end it when all is answered, a second time at once.',
    )
    .option('--workers <n>', 'worker processes; 0 reads in this one', count, availableParallelism())
    .addOption(
      new Option('--max-size <bytes>', 'the longest story, as 500kb or 2mb').argParser(bytes).default(1 << 20, '1mb'),
    )
    .option('--time-limit <seconds>', `the longest time for a story, ${defaultLimit} where there are workers`, count)
    .option('--max-memory <mb>', 'megabytes for each worker', wholeNumber(6, 'a whole number'))
  addRuleOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  nutgraf serve --port 8080 --rules shipping.json\n' +
        `  curl -H 'content-type: text/plain' --data-binary @story.txt 'localhost:8080/extract?published=2023-08-30'`,
    )
    .action(serve)
}

async function serve({ port, host, workers, maxSize, timeLimit, rules = [], ...rest }: Options): Promise<void> {
  // Loaded here, so that help is quick.
  const [{ createPool }, { createStoryServer }, { openPages }, { logToStandardError: log }] = await Promise.all([
    import('../../api/batch.ts'),
    import('../serve/server.ts'),
    import('../serve/pages.ts'),
    import('../serve/log.ts'),
  ])
  const limit = (timeLimit ?? defaultLimit) * 1000
  // Without workers nothing can end a story; who asks for it all the same is told so.
  const limited = workers > 0 || timeLimit !== undefined ? { timeLimit: limit } : {}
  const pool = createPool({ ...rest, ...limited, workers, maxWaiting, rules: await readRuleFiles(rules) })
  const pages = openPages(Math.max(1, workers), limit)
  try {
    await serveUntilSignal(createStoryServer(pool, { maxSize, pages, log }), { port, host }, log, { workers })
  } finally {
    await Promise.all([pool.close(), pages.close()])
  }
}

/** A number of bytes, as `500kb` or `2mb`. */
function bytes(text: string): number {
  const [, number, unit = 'b'] = /^(\d{1,9})\s?(b|kb|mb)?$/i.exec(text) ?? []
  const size = Number(number) * { b: 1, kb: 1 << 10, mb: 1 << 20 }[unit.toLowerCase() as 'b' | 'kb' | 'mb']
  if (!(size > 0 && size <= largest)) throw new InvalidArgumentError('expected a size as 500kb or 2mb, up to 256mb.')
  return size
}
