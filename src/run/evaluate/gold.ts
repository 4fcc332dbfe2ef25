import { NutgrafError } from '../../base/error.ts'
import { type Columns, readConll } from './conll.ts'
import { formatOf, type GoldFormat, publishedAs } from './gold-formats.ts'
import { readGoldLines } from './jsonl.ts'
import type { ScoredLayer } from './layers.ts'
import type { Gold } from './schema.ts'
import { readTimeMl } from './timeml.ts'
import { readGoldToponyms } from './toponyms.ts'

/** An annotated file, by the format that is given or that its name says. */
export function readGold(
  content: string,
  file: string,
  layer: ScoredLayer,
  format: GoldFormat = formatOf(file, layer),
  columns?: Columns,
): Gold[] {
  if (format !== 'jsonl' && format !== publishedAs[layer].format)
    throw new NutgrafError(
      'invalid-input',
      file,
      `${format} has no ${layer}; they are read from ${publishedAs[layer].format}, jsonl`,
    )
  switch (format) {
    case 'jsonl':
      return readGoldLines(content, file)
    case 'conll':
      return readConll(content, file, columns)
    case 'timeml':
      return [readTimeMl(content, file)]
    case 'toponyms':
      return readGoldToponyms(content, file)
  }
}

/** Whether a document is annotated in a layer. */
export const hasLayer = (document: Gold, layer: ScoredLayer): boolean =>
  layer === 'agenda' ? document.topics !== undefined || document.events !== undefined : document[layer] !== undefined
