import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Argument, type Command, Option } from 'commander'
import { NutgrafError } from '../../base/error.ts'
import { entityClass, type Scheme, schemes } from '../evaluate/classes.ts'
import { type GoldFormat, goldFormats, isGold } from '../evaluate/gold-formats.ts'
import { type ScoredLayer, scoredLayers } from '../evaluate/layers.ts'
import type { Gold, Prediction } from '../evaluate/schema.ts'
import { isAmong, standardStream } from '../sources/files.ts'
import { counted } from './counted.ts'
import { readText } from './input.ts'
import { addExtractorOptions, extractOptions, type ReadingOptions, wholeNumber } from './options.ts'
import { UsageError } from './usage.ts'

interface Options extends ReadingOptions {
  format?: GoldFormat
  scheme: Scheme
  token?: number
  tag?: number
  label?: string[]
  demonyms: boolean
  predictions?: string
  save?: string
  errors: number
  json?: boolean
}

export function addEvaluate(program: Command): void {
  const command = program
    .command('evaluate')
    .summary('score a layer on annotated files')
    .description(
      'Extracts from the texts of annotated files and says how much of a layer is right. Files are JSONL, or as corpora ' +
        'are published: columns as of CoNLL (entities), TimeML (dates), the XML of LGL and GeoVirus (locations). ' +
        'A folder stands for its files; all together are one set.',
    )
    .addArgument(new Argument('<layer>', 'what to score').choices(scoredLayers))
    .argument('<file...>', 'annotated files, or folders of them')
    .addOption(new Option('-f, --format <name>', 'of the files; otherwise as their names end').choices(goldFormats))
    .addOption(
      new Option('--scheme <name>', 'entities: the four classes of CoNLL-2003, or all types')
        .choices(schemes)
        .default('conll'),
    )
    .option('--token <n>', 'columns: which one has the token, from 1 (the first)', wholeNumber(3, 'a whole number'))
    .option('--tag <n>', 'columns: which one has the tag (the last)', wholeNumber(3, 'a whole number'))
    .option(
      '--label <from=to...>',
      'columns: what a label is called here, as corporation=organization; nothing leaves it out',
    )
    .option('--no-demonyms', 'locations: for sets that do not annotate "Russian" with its country')
    .option('--predictions <file>', 'score what another system said: JSONL, a line for each id')
    .option('--save <file>', 'write there what was extracted, as JSONL')
    .option('-e, --errors <n>', 'list so many errors', wholeNumber(6, 'a whole number'), 0)
    .option('--json', 'print JSON')
  addExtractorOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  nutgraf evaluate entities eng.testb --errors 40\n  nutgraf evaluate dates TimeBank/\n' +
        '  nutgraf evaluate agenda mine.jsonl --rules shipping.json',
    )
    .action(evaluateFiles)
}

async function evaluateFiles(layer: ScoredLayer, given: string[], options: Options): Promise<void> {
  if (options.predictions !== undefined && options.save !== undefined)
    throw new UsageError('--save writes what was extracted, and with --predictions nothing is')
  const labels = new Map((options.label ?? []).map(readLabel))
  const { token, tag, format, scheme, save } = options
  if (token === 0 || tag === 0) throw new UsageError('columns are counted from 1')
  const columns = { labels, ...(token && { token }), ...(tag && { tag }) }
  const files = await filesOf(given, layer)
  if (save !== undefined && (await isAmong(save, files)))
    throw new UsageError(`${save} would be written over; choose another file`)
  // Loaded here, so that help and wrong usage are quick.
  const { hasLayer, readGold } = await import('../evaluate/gold.ts')
  const documents: Gold[] = []
  for (const file of files) documents.push(...readGold(await readText(file), file, layer, format, columns))
  const { evaluate } = await import('../evaluate/evaluate.ts')
  const { readPredictionLines } = await import('../evaluate/jsonl.ts')
  checkIds(documents)
  const gold = documents.filter((document) => hasLayer(document, layer))
  if (gold.length === 0)
    throw new NutgrafError('invalid-input', given.join(', '), `no document is annotated with ${layer}`)

  const predictions = options.predictions
    ? readPredictionLines(await readText(options.predictions), options.predictions, documents)
    : await extractAll(gold, layer, options)
  if (save !== undefined) {
    const lines = [...predictions.values()].map((prediction) => `${JSON.stringify(prediction)}\n`)
    await writeFile(save, lines.join(''))
  }

  const score = evaluate(layer, gold, ({ id }) => predictions.get(id), scheme)
  tellLeftOut(documents.length - gold.length, `not annotated with ${layer}`)
  const missing = gold.filter(({ id }) => !predictions.has(id))
  tellLeftOut(missing.length, 'without a prediction: all of it counts as missed')
  if (layer === 'entities') tellUncounted(gold, scheme)
  if (options.json) {
    const { wrong, ...figures } = score
    const errors = options.errors > 0 && { errors: wrong.slice(0, options.errors) }
    const about = { layer, ...(layer === 'entities' && { scheme }), documents: gold.length }
    process.stdout.write(`${JSON.stringify({ ...about, ...figures, ...errors }, null, 2)}\n`)
  } else {
    const { scoreTable } = await import('./score-table.ts')
    process.stdout.write(`${counted(gold.length, 'document')}\n${scoreTable(score, options.errors)}`)
  }
}

/** The files that are named, and those of folders whose names say that they are annotated. */
async function filesOf(given: readonly string[], layer: ScoredLayer): Promise<string[]> {
  const files = given.map(async (path) => {
    const isFolder = path !== standardStream && (await stat(path).catch(() => undefined))?.isDirectory()
    if (!isFolder) return [path]
    const inside = (await readdir(path)).filter((name) => isGold(name, layer)).sort()
    if (inside.length === 0)
      throw new NutgrafError('invalid-input', path, `the folder has no files of ${layer}; name them one by one`)
    return inside.map((name) => join(path, name))
  })
  return (await Promise.all(files)).flat()
}

function readLabel(given: string): [label: string, type: string | null] {
  const [, label, type] = /^([^=]+)=(.*)$/.exec(given) ?? []
  if (label === undefined) throw new UsageError(`--label: expected one as corporation=organization, got "${given}"`)
  return [label, type || null]
}

function checkIds(documents: readonly Gold[]): void {
  const ids = new Set<Gold['id']>()
  for (const { id } of documents) {
    if (ids.has(id))
      throw new NutgrafError('invalid-input', 'evaluate', `two documents have the id ${JSON.stringify(id)}`)
    ids.add(id)
  }
}

async function extractAll(gold: readonly Gold[], layer: ScoredLayer, options: Options) {
  const { openExtractor } = await import('./read.ts')
  const { predictionOf } = await import('../evaluate/predict.ts')
  const { extract } = await openExtractor(options)
  const found = new Map<Gold['id'], Prediction>()
  for (const { id, text, published } of gold)
    try {
      const story = extract(text, { ...extractOptions(options), ...(published && { published }) })
      found.set(id, predictionOf(id, story, layer, options.demonyms))
    } catch (error) {
      throw new NutgrafError('invalid-input', `document ${JSON.stringify(id)}`, (error as Error).message)
    }
  return found
}

const tellLeftOut = (count: number, why: string) => {
  if (count > 0) process.stderr.write(`${counted(count, 'document')} ${why}\n`)
}

/** Types of the set that a scheme passes over. */
function tellUncounted(gold: readonly Gold[], scheme: Scheme): void {
  const counts = new Map<string, number>()
  for (const { type } of gold.flatMap(({ entities = [] }) => entities))
    if (entityClass(type, scheme) === undefined) counts.set(type, (counts.get(type) ?? 0) + 1)
  const told = [...counts].map(([type, count]) => `${type} (${count})`).join(', ')
  if (told !== '') process.stderr.write(`not counted by the scheme ${scheme}: ${told}\n`)
}
