import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Append, Found, Sink } from '../sinks/format.ts'
import type { BatchSummary } from './ndjson.ts'
import { type Run, readLines } from './read-lines.ts'

/** Writes to a stream as its reader takes it; one who takes nothing is waited for until the signal. */
export const appendTo =
  (stream: Writable, signal: AbortSignal | undefined): Append =>
  async (bytes) => {
    if (stream.errored) throw stream.errored
    if (!stream.write(bytes)) await once(stream, 'drain', { signal })
  }

/** What takes records: as they are, or the stories of them. */
export interface RecordSink {
  add(record: Uint8Array): Promise<void>
  end(): Promise<void>
}

export async function openRecordSink(
  append: Append,
  open: ((append: Append) => Promise<Sink>) | undefined,
): Promise<RecordSink> {
  if (!open) return { add: append, async end() {} }
  const sink = await open(append)
  return {
    async add(record) {
      const found = JSON.parse(Buffer.from(record).toString()) as Found | { error: unknown }
      if ('story' in found) await sink.add(found)
    },
    end: () => sink.end(),
  }
}

/** Writes all of a corpus to a stream, which stays open. */
export async function writeStream(
  run: Run,
  stream: Writable,
  open: ((append: Append) => Promise<Sink>) | undefined,
): Promise<BatchSummary> {
  const sink = await openRecordSink(appendTo(stream, run.options.signal), open)
  const counts = await readLines(run, () => false, sink.add)
  await sink.end()
  return { ...counts, kept: 0, dropped: 0, resumedAt: 0 }
}
