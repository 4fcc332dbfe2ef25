import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { chmod, rename, rm, stat } from 'node:fs/promises'
import type { Transform } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { fileFault, NutgrafError } from '../../base/error.ts'
import type { Append, Sink } from '../sinks/format.ts'
import { freshBeside, recordsBeside } from './beside.ts'
import { linesOf } from './lines.ts'
import { lockFile } from './lock.ts'
import type { BatchSummary } from './ndjson.ts'
import type { Run } from './read-lines.ts'
import { writeRecords } from './write-records.ts'
import { appendTo, openRecordSink } from './write-stream.ts'

/** How a file is written that can't be gone on with: another format than records, packed, or both. */
export interface Written {
  open: ((append: Append) => Promise<Sink>) | undefined
  pack: (() => Transform) | undefined
}

/**
 * Writes records to a file beside the output, where a run that was stopped is gone on with, and when all are there the output
 * of them. It takes its place when it is whole.
 *
 * @throws NutgrafError `invalid-output` where there is an output already, but for `force`
 */
export async function writeAtEnd(run: Run, path: string, output: string, how: Written): Promise<BatchSummary> {
  const { force = false, signal } = run.options
  const release = lockFile(path)
  try {
    const there = await stat(path).catch(() => undefined)
    if (there && there.size > 0 && !force)
      throw new NutgrafError(
        'invalid-output',
        output,
        'it is there already, and only records (NDJSON, not packed) are added to; give another file, or write over it by "force" (--force)',
      )
    const records = recordsBeside(path)
    const summary = await writeRecords(run, records, records)
    await writeOf(records, path, how, there?.mode, signal)
    await rm(records)
    return summary
  } finally {
    release()
  }
}

async function writeOf(
  records: string,
  path: string,
  how: Written,
  mode: number | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const fresh = freshBeside(path)
  try {
    await rm(fresh, { force: true })
    await writeFresh(records, fresh, how, signal)
    if (mode !== undefined) await chmod(fresh, mode)
    await rename(fresh, path)
  } catch (error) {
    throw fileFault('invalid-output', path, error, `all records are in ${records}: run it again to write them`)
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined)
  }
}

async function writeFresh(
  records: string,
  fresh: string,
  { open, pack }: Written,
  signal: AbortSignal | undefined,
): Promise<void> {
  // The records go when it has taken its place: until then it has to be on the disk.
  const file = createWriteStream(fresh, { flags: 'wx', flush: true })
  const packed = pack?.()
  const stream = packed ?? file
  const written = packed ? pipeline(packed, file) : finished(file)
  // It is thrown where it is waited for.
  written.catch(() => undefined)
  try {
    const sink = await openRecordSink(appendTo(stream, signal), open)
    for await (const { bytes } of linesOf(createReadStream(records, { signal }) as AsyncIterable<Buffer>))
      await sink.add(Buffer.concat([bytes, Buffer.from('\n')]))
    await sink.end()
    stream.end()
    await written
  } finally {
    await closed(file)
  }
}

/** Closes a file whatever came of it: one that is still being opened would be there again. */
async function closed(file: WriteStream): Promise<void> {
  if (file.closed) return
  file.destroy()
  await once(file, 'close').catch(() => undefined)
}
