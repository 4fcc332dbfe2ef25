/**
 * Learns the models that ship: npm run train [-- MODEL … | --list | --check]
 *
 * Without a name all of them, in the order in which they read each other. Files change only when all is learned.
 */
import { parseArgs } from 'node:util'
import { suggestion } from '../src/base/suggestion.ts'
import { checkAll } from './check.ts'
import { isThere } from './corpora.ts'
import { learnAll } from './learn-all.ts'
import { recipes } from './models/index.ts'
import type { Recipe } from './recipe.ts'

/** What whoever runs it can mend. */
class UsageError extends Error {}

try {
  await main(process.argv.slice(2))
} catch (error) {
  const usage = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  console.error(usage ? (error as Error).message : error)
  process.exitCode = usage ? 2 : 1
}

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { list: { type: 'boolean' }, check: { type: 'boolean' } },
  })
  const chosen = choose(positionals)
  if (values.list) console.log(chosen.map(describe).join('\n'))
  else if (values.check) process.exitCode = (await checkAll(chosen)) ? 0 : 1
  else {
    refuseMissing(chosen)
    await learnAll(chosen)
  }
}

function choose(names: readonly string[]): readonly Recipe[] {
  const known = recipes.map(({ name }) => name)
  for (const name of names)
    if (!known.includes(name))
      throw new UsageError(`unknown model ${name}${suggestion(name, known) || '.'} Models are ${known.join(', ')}.`)
  return names.length === 0 ? recipes : recipes.filter(({ name }) => names.includes(name))
}

function refuseMissing(chosen: readonly Recipe[]): void {
  const missing = new Set(chosen.flatMap(({ corpora }) => corpora.filter((file) => !isThere(file))))
  if (missing.size > 0)
    throw new UsageError(
      `missing, so nothing was learned:\n${[...missing].map(({ path, what }) => `  ${path} (${what})`).join('\n')}`,
    )
}

function describe({ name, what, output, corpora, optional = [], seconds }: Recipe): string {
  const files = corpora.map((file) => `    ${file.path}${isThere(file) ? '' : ' (missing)'}: ${file.what}`)
  const others = optional.map((file) => `    ${file.path} (${isThere(file) ? 'is used' : 'not here'}): ${file.what}`)
  return [`${name}: ${what}`, `  src/data/${output}, ${seconds} s, learned from`, ...files, ...others].join('\n')
}
