import { describe, NutgrafError } from '../../base/error.ts'
import { unpackedName } from '../sources/compression.ts'
import type { Append, Sink } from './format.ts'

/**
 * What is written of a corpus: records, or a table.
 *
 * @example
 * import { writeFileSync } from 'node:fs'
 * import { type BatchFormat, batchFile } from 'nutgraf/batch'
 *
 * const format: BatchFormat = 'csv'
 * writeFileSync('stories.ndjson', '{"id":"a","text":"Rice arrived in Beirut."}\n')
 * await batchFile('stories.ndjson', 'mentions.csv', { workers: 0, format, force: true })
 */
export type BatchFormat = 'ndjson' | 'csv' | 'geojsonseq' | 'parquet'

interface TableFormat {
  endings: readonly string[]
  open(append: Append): Promise<Sink>
}

/** What is written of a whole corpus, beside records; each is loaded when it is written. */
const formats: Readonly<Record<Exclude<BatchFormat, 'ndjson'>, TableFormat>> = {
  csv: {
    endings: ['.csv'],
    open: async (append) => (await import('./csv.ts')).openCsv(append),
  },
  geojsonseq: {
    endings: ['.geojsons', '.geojsonseq'],
    open: async (append) => (await import('./geojson-seq.ts')).openGeoJsonSeq(append),
  },
  parquet: {
    endings: ['.parquet'],
    open: async (append) => (await import('./parquet.ts')).openParquet(append),
  },
}

/** All of them, by the name that the command line knows them by. */
export const batchFormats = ['ndjson', ...(Object.keys(formats) as (keyof typeof formats)[])] as const

/**
 * How stories are written that are no records; undefined for records. The name of a file says it where nothing else does.
 *
 * @throws NutgrafError `invalid-options` for a format that is none
 */
export function sinkFor(
  format: BatchFormat | undefined,
  path: string,
): ((append: Append) => Promise<Sink>) | undefined {
  if (format !== undefined && !batchFormats.includes(format))
    throw new NutgrafError(
      'invalid-options',
      'batchFile.options.format',
      `expected one of ${batchFormats.join(', ')}, got ${describe(format)}`,
    )
  if (format === 'ndjson') return
  if (format !== undefined) return formats[format].open
  const name = unpackedName(path).toLowerCase()
  return Object.values(formats).find(({ endings }) => endings.some((ending) => name.endsWith(ending)))?.open
}
