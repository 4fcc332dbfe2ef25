import { existsSync } from 'node:fs'
import { type Command, Option } from 'commander'
import type { Archive, EventQuestion } from '../../api/archive.ts'
import { NutgrafError } from '../../base/error.ts'
import { eventStatuses, eventTypes } from '../../base/types.ts'
import { eventOrders } from '../archive/questions.ts'
import { addArchiveAdd } from './archive-add.ts'
import {
  type EventFormat,
  eventFormats,
  type ListFormat,
  listFormats,
  type Output,
  write,
  writeEvents,
  writeList,
} from './archive-output.ts'
import { addArchiveServe } from './archive-serve.ts'
import { counted } from './counted.ts'
import { addRuleOptions, type RuleOptions, wholeNumber } from './options.ts'
import { readRuleFiles } from './rule-files.ts'
import { stopOnSignal } from './signals.ts'
import { UsageError } from './usage.ts'

interface Where {
  db: string
}

interface Days {
  from?: string
  since?: string
  to?: string
  until?: string
}

const count = wholeNumber(5, 'a whole number')

export function addArchive(program: Command): void {
  const archive = program
    .command('archive')
    .summary('keep stories in a database, and ask it who met whom, where and when')
    .description(
      'An archive of stories on SQLite (a file) or PostgreSQL (postgres://…): one record for each person, place and event, ' +
        'however many stories tell of it.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  nutgraf archive add stories.ndjson --db news.db\n' +
        '  nutgraf archive events --who Lavrov --since 2023-05 --db news.db\n' +
        '  nutgraf archive export --parquet tables --db news.db',
    )
  addArchiveAdd(archive, withDatabase)
  addArchiveServe(archive, withDatabase)
  for (const add of [addEvents, addEntity, addTimeline, addWith, addSearch, addWhy, addRelink, addExport]) add(archive)
}

const withDatabase = (command: Command): Command =>
  command.addOption(
    new Option('--db <archive>', 'a file, or postgres://user:password@host/database')
      .env('NUTGRAF_ARCHIVE')
      .default('news.db'),
  )

const withDays = (command: Command, what: string): Command =>
  command
    .option('--from <day>', `${what} from a day on: 2023-05-03, 2023-05 or 2023`)
    .option('--to <day>', 'up to a day, the last of a month or a year')
    .addOption(new Option('--since <day>', 'the same as --from'))
    .addOption(new Option('--until <day>', 'the same as --to'))

const withOutput = (command: Command, formats: readonly string[]): Command =>
  command
    .addOption(
      new Option('-f, --format <name>', 'what to print; as the name of --out ends, else a table').choices(formats),
    )
    .option('-o, --out <file>', 'write a file, which must not be there yet')
    .option('--force', 'write over a file that is there')

type EventOptions = Where &
  Days &
  Output<EventFormat> &
  Pick<EventQuestion, 'topic' | 'order' | 'limit' | 'offset' | 'sources'> & {
    who?: string[]
    where?: string
    type?: NonNullable<EventQuestion['type']>
    status?: NonNullable<EventQuestion['status']>
  }

/** Options that a question has by the same name. */
const asIs = ['type', 'status', 'topic', 'order', 'limit', 'offset', 'sources'] as const

function addEvents(archive: Command): void {
  const command = withDatabase(
    archive
      .command('events')
      .summary('events by who, where, when and about what')
      .description('Prints events in the order of their days, with what stories say of them.')
      .option('--who <name...>', 'who takes part, by name or id; of several all')
      .option('--where <place>', "where it is held or what takes part: a name, a country's code, an id")
      .addOption(new Option('--type <name...>', 'what it is').choices(eventTypes))
      .addOption(new Option('--status <name...>', 'how it stands').choices(eventStatuses))
      .option('--topic <words>', 'words of a topic, or the name or code of an IPTC category'),
  )
  withOutput(withDays(command, 'events'), eventFormats)
    .addOption(new Option('--order <name>', 'by their days, or newest: what was told last').choices(eventOrders))
    .option('--limit <n>', 'at most so many, 100 where it is not given', count)
    .option('--offset <n>', 'without so many of the first', count)
    .option('--sources <n>', 'sentences with each, 3 where it is not given', count)
    .addHelpText(
      'after',
      '\nExamples:\n  nutgraf archive events --who Lavrov --where BD --since 2023-05\n' +
        '  nutgraf archive events --status planned --format ics --out agenda.ics\n' +
        '  nutgraf archive events --topic "nuclear power" --format geojson > map.geojson',
    )
    .action((options: EventOptions) =>
      ask(options, async (opened) => {
        const { who, where } = options
        const events = await opened.events({
          ...Object.fromEntries(asIs.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]]))),
          ...daysOf(options),
          ...(who && { who: who.map(idOrName) }),
          ...(where !== undefined && { where: idOrName(where) }),
        })
        await tellOfNobody(opened, who ?? [])
        tellOfNone(events, 'no event answers to all of that')
        await writeEvents(events, options)
      }),
    )
}

function addEntity(archive: Command): void {
  withDatabase(
    archive
      .command('entity')
      .summary('who somebody is: names, titles, company, last events')
      .description('Prints the one that is told most often of those who bear a name.')
      .argument('<name>', 'a name, or an id')
      .addHelpText('after', '\nExample:\n  nutgraf archive entity Lavrov')
      .addOption(new Option('-f, --format <name>', 'what to print').choices(['table', 'json']).default('table')),
  ).action((name: string, { format, ...options }: Where & { format: 'table' | 'json' }) =>
    ask(options, async (opened) => {
      const entity = await opened.entity(idOrName(name))
      if (!entity) throw nobody(name)
      if (format === 'json') return write(`${JSON.stringify(entity, null, 2)}\n`, {})
      const [bearers, together, events] = await Promise.all([
        opened.entities(name, { limit: 10 }),
        opened.coOccurrence(entity.id, { limit: 10 }),
        opened.events({ who: entity.id, order: 'latest', limit: 5, sources: 1 }),
      ])
      const { tableOfEntity } = await import('./archive-table.ts')
      const others = bearers.filter(({ id }) => id !== entity.id)
      return write(tableOfEntity(entity, others, together, events), {})
    }),
  )
}

function addTimeline(archive: Command): void {
  const command = withDatabase(
    archive
      .command('timeline')
      .summary('events of somebody, day by day')
      .description('Prints the events of somebody in the order of their days.')
      .argument('<name>', 'a name, or an id')
      .addHelpText('after', '\nExample:\n  nutgraf archive timeline Lavrov --since 2023-05'),
  )
  withOutput(withDays(command, 'events'), eventFormats)
    .option('--limit <n>', 'at most so many, 100 where it is not given', count)
    .action((name: string, options: Where & Days & Output<EventFormat> & { limit?: number }) =>
      ask(options, async (opened) => {
        const limit = options.limit
        const events = await opened.timeline(idOrName(name), {
          ...daysOf(options),
          ...(limit !== undefined && { limit }),
        })
        await tellOfNobody(opened, [name])
        tellOfNone(events, 'no event is told of')
        await writeEvents(events, options)
      }),
    )
}

function addWith(archive: Command): void {
  const command = withDatabase(
    archive
      .command('with')
      .summary('with whom somebody is told of, and how often')
      .description('Prints who is named in the same stories and takes part in the same events, the most often first.')
      .argument('<name>', 'a name, or an id')
      .option('--type <name>', 'only those of a type: person, organization, facility …')
      .addHelpText('after', '\nExample:\n  nutgraf archive with Lavrov --type person --since 2023-05'),
  )
  withOutput(withDays(command, 'stories'), listFormats)
    .option('--limit <n>', 'at most so many, 100 where it is not given', count)
    .action((name: string, options: Where & Days & Output<ListFormat> & { type?: string; limit?: number }) =>
      ask(options, async (opened) => {
        const { type, limit } = options
        const together = await opened.coOccurrence(idOrName(name), {
          ...daysOf(options),
          ...(type !== undefined && { type }),
          ...(limit !== undefined && { limit }),
        })
        await tellOfNobody(opened, [name])
        tellOfNone(together, 'nobody is told of with them')
        const { tableOfCompany } = await import('./archive-table.ts')
        const columns = ['id', 'type', 'name', 'stories', 'events'] as const
        await writeList(together, options, tableOfCompany, columns, ({ entity, ...counts }) => ({
          ...entity,
          ...counts,
        }))
      }),
    )
}

function addSearch(archive: Command): void {
  const command = withDatabase(
    archive
      .command('search')
      .summary('stories that have some words')
      .description('Prints the stories that have all words, the newest first. Words in "quotes" stand side by side.')
      .argument('<words...>', 'words, and "phrases in quotes"'),
  )
  withOutput(withDays(command, 'stories'), listFormats)
    .option('--limit <n>', 'at most so many, 20 where it is not given', count)
    .option('--offset <n>', 'without so many of the first', count)
    .addHelpText('after', `\nExample:\n  nutgraf archive search '"nuclear power" Rooppur' --since 2023`)
    .action((words: string[], options: Where & Days & Output<ListFormat> & { limit?: number; offset?: number }) =>
      ask(options, async (opened) => {
        const { limit, offset } = options
        const hits = await opened.search(words.map(asPhrase).join(' '), {
          ...daysOf(options),
          ...(limit !== undefined && { limit }),
          ...(offset !== undefined && { offset }),
        })
        tellOfNone(hits, 'no story has all of these words')
        const { tableOfHits } = await import('./archive-table.ts')
        const columns = ['id', 'sourceId', 'published', 'title', 'url', 'publisher', 'snippet'] as const
        await writeList(hits, options, tableOfHits, columns, (hit) => hit)
      }),
    )
}

/** What a shell has taken the quotes from is a phrase still. */
const asPhrase = (argument: string) => (/\s/.test(argument) && !argument.includes('"') ? `"${argument}"` : argument)

function addWhy(archive: Command): void {
  withDatabase(
    archive
      .command('why')
      .summary('why a name of a story is taken for somebody')
      .description(
        'Prints why names of a story are taken for somebody. Where they should not be, a rule set says so: see relink.',
      )
      .argument('<name>', 'a name, or an id')
      .argument('<story>', 'the id of a story, as search prints it', count)
      .addHelpText('after', '\nExample:\n  nutgraf archive why Lavrov 2'),
  ).action((name: string, storyId: number, options: Where) =>
    ask(options, async (opened) => {
      const [entity, story] = await Promise.all([opened.entity(idOrName(name)), opened.story(storyId)])
      if (!entity) throw nobody(name)
      if (!story) throw new NutgrafError('invalid-input', 'archive', `it has no story ${storyId}`)
      const named = story.story.entities.filter(({ id }) => story.ids[id] === entity.id)
      const reasons = await Promise.all(
        named.map(async ({ id: local, name: written }) => {
          const evidence = await opened.why(entity.id, { story: storyId, local })
          return evidence ? [{ local, written, evidence }] : []
        }),
      )
      tellOfNone(named, `story ${storyId} does not name ${entity.name}`)
      const { tableOfReasons } = await import('./archive-table.ts')
      await write(tableOfReasons(reasons.flat()), {})
    }),
  )
}

function addRelink(archive: Command): void {
  const command = withDatabase(
    archive
      .command('relink')
      .summary('link all stories anew, after rules were changed')
      .description(
        'Links the names and events of all stories anew, in the order of their days; ids stay. Rule sets may say what is ' +
          'one and what is not: "links": {"same": [["Bill Clinton", "William Jefferson Clinton"]], "apart": […]}.',
      )
      .addHelpText('after', '\nExample:\n  nutgraf archive relink --rules corrections.json'),
  )
  addRuleOptions(command).action(async ({ db, rules = [], without }: Where & RuleOptions) => {
    const sets = await readRuleFiles(rules)
    await ask({ db }, (opened) => opened.relink(), { readOnly: false, rules: sets, ...(without && { without }) })
  })
}

function addExport(archive: Command): void {
  withDatabase(
    archive
      .command('export')
      .summary('write the tables for other tools')
      .description('Writes a file for each table into a folder: Parquet for DuckDB, pandas or Spark, or CSV.')
      .option('--parquet <folder>', 'tables as Parquet')
      .option('--csv <folder>', 'tables as CSV'),
  )
    .option('--force', 'write over files that are there')
    .addHelpText(
      'after',
      '\nExample:\n  nutgraf archive export --parquet tables\n' +
        `  duckdb -c "select type, count(*) from 'tables/events.parquet' group by 1"`,
    )
    .action(async ({ db, parquet, csv, force }: Where & { parquet?: string; csv?: string; force?: boolean }) => {
      const asked = Object.entries({ parquet, csv }).flatMap(([format, folder]) =>
        folder === undefined ? [] : [{ format: format as 'parquet' | 'csv', folder }],
      )
      if (asked.length === 0) throw new UsageError('say what to write, and where: --parquet FOLDER, or --csv FOLDER')
      checkThere(db)
      const { exportArchive } = await import('../archive/write/export.ts')
      const { signal, stoppedBy } = stopOnSignal()
      try {
        for (const { format, folder } of asked) {
          const files = await exportArchive(db, folder, format, { ...(force && { force }), signal })
          const rows = files.reduce((sum, file) => sum + file.rows, 0)
          process.stderr.write(`${counted(files.length, 'table')}, ${counted(rows, 'row')} in ${folder}\n`)
        }
      } catch (error) {
        const stopped = stoppedBy()
        if (!stopped) throw error
        process.kill(process.pid, stopped)
      }
    })
}

/** Opens an archive that is there, asks it, and closes it. */
async function ask(
  { db }: Where,
  question: (archive: Archive) => Promise<void>,
  options: Parameters<typeof import('../../api/archive.ts').openArchive>[1] = {},
): Promise<void> {
  checkThere(db)
  // Loaded here, so that help is quick.
  const { openArchive } = await import('../../api/archive.ts')
  await using archive = await openArchive(db, { workers: 0, readOnly: true, ...options })
  await question(archive)
}

/** Who asks does not want an empty archive to be made. */
function checkThere(db: string): void {
  if (/^postgres(?:ql)?:\/\//i.test(db) || existsSync(db)) return
  throw new NutgrafError(
    'invalid-input',
    db,
    `there is no such archive; give another by --db or NUTGRAF_ARCHIVE, or make it: nutgraf archive add FILES --db ${db}`,
  )
}

/** Digits alone are an id. */
const idOrName = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : text)

function daysOf({ from, since, to, until }: Days): { from?: string; to?: string } {
  if (from !== undefined && since !== undefined) throw new UsageError('--since is --from: give one of them')
  if (to !== undefined && until !== undefined) throw new UsageError('--until is --to: give one of them')
  const [first, last] = [from ?? since, to ?? until]
  return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) }
}

const nobody = (name: string) =>
  new NutgrafError('invalid-input', 'archive', `nobody and nothing in it is called ${name}`)

/** Names that nobody bears are most often misspelt. */
async function tellOfNobody(archive: Archive, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const one = idOrName(name)
    const known = (await archive.entity(one)) ?? (typeof one === 'string' ? (await archive.places(one))[0] : undefined)
    if (!known) process.stderr.write(`nobody and nothing in the archive is called ${name}\n`)
  }
}

function tellOfNone(found: readonly unknown[], message: string): void {
  if (found.length === 0) process.stderr.write(`${message}\n`)
}
