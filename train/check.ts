import { isThere } from './corpora.ts'
import { learn } from './learn-all.ts'
import { recipes } from './models/index.ts'
import type { Recipe } from './recipe.ts'
import { type ModelRecord, type Records, readRecordFile, recordOf, sha256 } from './record.ts'

/** Compares weights, corpora and features with what models.json says, and learns anew what has a sample. */
export async function checkAll(chosen: readonly Recipe[]): Promise<boolean> {
  const records = readRecordFile()
  const lines = [...strangers(records)]
  for (const recipe of chosen) lines.push(...(await problemsOf(recipe, records[recipe.name])))
  for (const recipe of chosen.filter(({ name, sample }) => sample && records[name]))
    lines.push(...(await relearned(recipe, records[recipe.name]!)))
  for (const line of lines) console.error(line)
  if (lines.length === 0) console.log(`${chosen.map(({ name }) => name).join(', ')}: as recorded`)
  return lines.length === 0
}

const strangers = (records: Records): string[] =>
  Object.keys(records)
    .filter((name) => !recipes.some((recipe) => recipe.name === name))
    .map((name) => `train/models.json: no model is called ${name}`)

/** What differs from the record of a model, a sentence each. */
export async function problemsOf(recipe: Recipe, record: ModelRecord | undefined): Promise<string[]> {
  const { name, output } = recipe
  const again = `npm run train -- ${name}`
  if (!record) return [`${name}: train/models.json has no record of it: ${again}`]
  const missing = recipe.corpora.filter((file) => !isThere(file))
  if (missing.length > 0) return missing.map(({ path, what }) => `${name}: ${path} (${what}) is missing`)
  const now = await recordOf(recipe, record)
  return [
    ...(now.sha256 === record.sha256 ? [] : [`${name}: src/data/${output} is not what was learned: ${again}`]),
    ...(now.templates === record.templates ? [] : [`${name}: was learned with other features: ${again}`]),
    ...differing(record.corpora, now.corpora).map((path) => `${name}: was learned from another ${path}: ${again}`),
    ...differing(record.after, now.after).map(
      (other) => `${name}: was learned with other weights of ${other}: ${again}`,
    ),
  ]
}

const differing = (before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((key) => before[key] !== now[key])

/** Whether what a model learns from its sample is still what it was when its weights were learned. */
async function relearned(recipe: Recipe, record: ModelRecord): Promise<string[]> {
  const { sample = '' } = await learn(recipe, 'sample')
  return sha256(sample) === record.sample
    ? []
    : [`${recipe.name}: this code learns other weights from the same texts: npm run train -- ${recipe.name}`]
}
