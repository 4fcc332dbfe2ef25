import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isThere, root } from './corpora.ts'
import { recipes } from './models/index.ts'
import type { CorpusFile, Recipe } from './recipe.ts'

/** What the weights of a model were learned from, and what came of it: an entry of models.json. */
export interface ModelRecord {
  /** Of the file in src/data. */
  readonly sha256: string
  /** Of what a sample of its corpora teaches, null where it has none. */
  readonly sample: string | null
  /** Hash of the names of its features, null where it has none. */
  readonly templates: string | null
  /** sha256 by path. */
  readonly corpora: Readonly<Record<string, string>>
  /** Those that were there. */
  readonly optional: Readonly<Record<string, string>>
  /** sha256 of the weights of other models that it read. */
  readonly after: Readonly<Record<string, string>>
  /** Of the code that learned it; null outside of Git. */
  readonly commit: string | null
  readonly figures: Readonly<Record<string, string | number>>
}
export type Records = Readonly<Record<string, ModelRecord>>

export const recordFile = join(root, 'train/models.json')
export const readRecordFile = (): Records => JSON.parse(readFileSync(recordFile, 'utf8'))
export const recordText = (records: Records): string => `${JSON.stringify(records, null, 2)}\n`

export const outputOf = ({ output }: Recipe): string => join(root, 'src/data', output)
export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')
export const sha256Of = (file: string): string => sha256(readFileSync(file))

const hashes = (files: readonly CorpusFile[]) =>
  Object.fromEntries(files.map(({ path }) => [path, sha256Of(join(root, path))]))

/** The record of a model whose weights, and those that it read, are in place. */
export async function recordOf(
  recipe: Recipe,
  { figures, sample }: Pick<ModelRecord, 'figures' | 'sample'>,
): Promise<ModelRecord> {
  const { corpora, optional = [], after = [] } = recipe
  return {
    sha256: sha256Of(outputOf(recipe)),
    sample,
    templates: (await recipe.templates?.()) ?? null,
    corpora: hashes(corpora),
    optional: hashes(optional.filter(isThere)),
    after: weightsOf(after),
    commit: commit(),
    figures,
  }
}

export const weightsOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    recipes.filter(({ name }) => names.includes(name)).map((other) => [other.name, sha256Of(outputOf(other))]),
  )

function commit(): string | null {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
    return git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain', 'src', 'train') ? ' and changes' : '')
  } catch {
    return null
  }
}
