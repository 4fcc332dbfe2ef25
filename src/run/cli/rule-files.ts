import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NutgrafError } from '../../base/error.ts'
import type { RuleSet } from '../../rules/define.ts'
import { readText } from './input.ts'

/**
 * The rule sets of files: JSON, or ES modules that export them (as default or by name).
 *
 * @throws NutgrafError where a file has none
 */
export async function readRuleFiles(files: readonly string[]): Promise<RuleSet[]> {
  return (await Promise.all(files.map(readRuleFile))).flat()
}

async function readRuleFile(file: string): Promise<RuleSet[]> {
  // "--rules a.json story.txt" takes the story for a rule set.
  if (!/\.(?:json|[cm]?[jt]s)$/.test(file))
    throw new NutgrafError(
      'invalid-rules',
      file,
      'expected a rule set, JSON or an ES module; name texts before --rules',
    )
  // A file that can't be read is told of before it is parsed or imported.
  const text = await readText(file)
  if (file.endsWith('.json')) {
    try {
      return [JSON.parse(text) as RuleSet].flat()
    } catch (error) {
      throw new NutgrafError('invalid-rules', file, (error as Error).message)
    }
  }
  const found = Object.values((await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>).flat()
  const sets = found.filter((one): one is RuleSet => typeof one === 'object' && one !== null && 'name' in one)
  if (sets.length === 0) throw new NutgrafError('invalid-rules', file, 'exports no rule set')
  return [...new Set(sets)]
}
