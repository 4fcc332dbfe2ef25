import { NutgrafError } from '../error.ts'
import { type Columns, readConll } from './conll.ts'
import { formatOf } from './gold-formats.ts'
import { readGoldLines } from './jsonl.ts'
import type { Layer } from './layers.ts'
import type { Gold } from './schema.ts'
import { readTimeMl } from './timeml.ts'

/** An annotated file, by the format that is given or that its name says; what is no JSONL or TimeML is in columns. */
export function readGold(
  content: string,
  file: string,
  layer: Layer,
  format = formatOf(file) ?? 'conll',
  columns?: Columns,
): Gold[] {
  if (format === 'jsonl') return readGoldLines(content, file)
  const holds = format === 'timeml' ? 'dates' : 'entities'
  if (layer !== holds)
    throw new NutgrafError('invalid-input', file, `${format} has ${holds}; ${layer} are read from jsonl (--format)`)
  return format === 'timeml' ? [readTimeMl(content, file)] : readConll(content, file, columns)
}
