import type { ExtractOptions } from '../../api/options.ts'
import type { Source } from '../sources/source.ts'
import { contentOf, isBlankLine, lineHash, linesOf, tooLong } from './lines.ts'
import type { BatchOptions } from './ndjson.ts'
import { runOnce } from './pool.ts'
import type { CheckedPool } from './pool-options.ts'
import type { LineItem } from './tasks.ts'

/** What a run reads, and how; all of it checked. */
export interface Run {
  source: Source
  checked: CheckedPool
  options: BatchOptions
  about: ExtractOptions
}

export interface Counts {
  stories: number
  errors: number
}

/** Reads the lines that are not done, and gives the record of each to `write`, in order. */
export async function readLines(
  { source, checked, options: { onProgress, onError, signal }, about }: Run,
  isDone: (line: number) => boolean,
  write: (record: Uint8Array, line: number) => Promise<void>,
): Promise<Counts> {
  // Lines that are being read, oldest first: outcomes come in the same order.
  const underWay: { number: number; bytes: number }[] = []
  const counts = { stories: 0, errors: 0 }
  for await (const { record, error } of runOnce(
    'lines',
    lines(),
    checked,
    { ...(signal && { signal }) },
    'batchFile',
  )) {
    const { number, bytes } = underWay.shift()!
    await write(record, number)
    if (error === undefined) counts.stories++
    else {
      counts.errors++
      onError?.(number, error, idIn(record))
    }
    onProgress?.({ ...counts, bytes, total: source.bytes })
  }
  return counts

  async function* lines(): AsyncGenerator<LineItem> {
    for await (const line of linesOf(source.lines())) {
      const { number, end } = line
      if (isDone(number) || isBlankLine(line)) continue
      underWay.push({ number, bytes: source.bytesAt(end) })
      yield { number, content: line.cut ? { hash: lineHash(line), fault: tooLong } : contentOf(line), about }
    }
  }
}

const idIn = (record: Uint8Array) => (JSON.parse(Buffer.from(record).toString()) as { id: string | number | null }).id
