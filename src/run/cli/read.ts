import type { Article } from '../../api/html.ts'
import { createExtractor, type ExtractOptions } from '../../api/index.ts'
import { readPage, readText } from './input.ts'
import { extractOptions, type ReadingOptions } from './options.ts'
import { readRuleFiles } from './rule-files.ts'

/** A text with what is known of it besides. */
export interface Read {
  text: string
  title?: string
  options: ExtractOptions
}

/** Extractor and options of a command, checked before a file is opened. */
export async function openExtractor(options: ReadingOptions) {
  const rules = await readRuleFiles(options.rules ?? [])
  const extractor = createExtractor({ rules, ...(options.without && { without: options.without }) })
  extractor.extract('', extractOptions(options))
  return extractor
}

/** The text of a file, or the article of a page with its title and, where none was given, its day of publication. */
export async function readInput(file: string, options: ReadingOptions): Promise<Read> {
  if (!options.html && !/\.html?$/i.test(file)) return { text: await readText(file), options: extractOptions(options) }
  const html = await readPage(file)
  // Loaded for pages alone.
  const { readHtml } = await import('../../api/html.ts')
  const { text, title, published }: Article = readHtml(html)
  return {
    text,
    ...(title !== null && { title }),
    options: { ...(published !== null && { published }), ...extractOptions(options) },
  }
}
