import type { Article } from '../../api/html.ts'
import { createExtractor, type ExtractOptions } from '../../api/index.ts'
import { NutgrafError } from '../../base/error.ts'
import { unpackedName } from '../sources/compression.ts'
import { corpusName } from '../sources/corpus.ts'
import { decodeText } from '../sources/decode.ts'
import { readBytes, readPage } from './input.ts'
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

/**
 * The text of a file, or the article of a page with its title and, where none was given, its day of publication.
 *
 * @throws NutgrafError `invalid-input` for a corpus, which is many texts
 */
export async function readInput(file: string, options: ReadingOptions): Promise<Read> {
  const isPage = options.html || /\.html?$/i.test(unpackedName(file))
  return isPage ? readArticle(file, options) : { text: await readOneText(file), options: extractOptions(options) }
}

async function readOneText(file: string): Promise<string> {
  const bytes = await readBytes(file)
  const corpus = corpusName(file, bytes)
  if (corpus === undefined) return decodeText(bytes, file)
  throw new NutgrafError('invalid-input', file, `it is ${corpus}, which holds many texts: nutgraf batch reads it`)
}

async function readArticle(file: string, options: ReadingOptions): Promise<Read> {
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
