import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NutgrafError, type NutgrafIssue } from '../../base/error.ts'
import { placeOfFault, placeOfIssue, placesIn } from '../../base/json-places.ts'
import type { RuleSet } from '../../rules/define.ts'
import { readText } from './input.ts'

/** A file with rule sets. */
export interface RuleFile {
  file: string
  sets: RuleSet[]
  /** Where a fault of a set lies: `fleet.json:12:5`, or the file where it has no lines to tell. */
  placeOf(set: number, fault: NutgrafIssue): string
}

/**
 * The rule sets of files: JSON, or ES modules that export them (as default or by name).
 *
 * @throws NutgrafError where a file has none
 */
export async function readRuleFiles(files: readonly string[]): Promise<RuleSet[]> {
  return (await Promise.all(files.map(openRuleFile))).flatMap(({ sets }) => sets)
}

/** @throws NutgrafError where the file has no rule set */
export async function openRuleFile(file: string): Promise<RuleFile> {
  // "--rules a.json story.txt" takes the story for a rule set.
  if (!/\.(?:json|[cm]?[jt]s)$/.test(file))
    throw new NutgrafError(
      'invalid-rules',
      file,
      'expected a rule set, JSON or an ES module; name texts before --rules',
    )
  // A file that can't be read is told of before it is parsed or imported.
  const text = await readText(file)
  return file.endsWith('.json') ? jsonFile(file, text.replace(/^\ufeff/, '')) : moduleFile(file)
}

function jsonFile(file: string, text: string): RuleFile {
  const value = parseJson(file, text)
  let places: ReadonlyMap<string, string> | undefined
  return {
    file,
    sets: [value as RuleSet].flat(),
    placeOf(set, fault) {
      places ??= placesIn(text)
      return `${file}:${placeOfIssue(places, fault, Array.isArray(value) ? set : null)}`
    },
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { message } = error as Error
    const place = placeOfFault(text, message)
    const advice = 'JSON has no comments, and no comma after the last value'
    throw new NutgrafError('invalid-rules', place ? `${file}:${place}` : file, `${message}; ${advice}`)
  }
}

async function moduleFile(file: string): Promise<RuleFile> {
  const found = Object.values((await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>).flat()
  const sets = found.filter((one): one is RuleSet => typeof one === 'object' && one !== null && 'name' in one)
  if (sets.length === 0)
    throw new NutgrafError(
      'invalid-rules',
      file,
      'exports no rule set; export one, as export default { name: "shipping" }',
    )
  return { file, sets: [...new Set(sets)], placeOf: () => file }
}
