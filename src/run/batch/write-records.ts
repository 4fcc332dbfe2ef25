import { createReadStream } from 'node:fs'
import { fileFault, NutgrafError } from '../../base/error.ts'
import { lockFile } from './lock.ts'
import type { BatchSummary } from './ndjson.ts'
import { type Plan, planRun } from './plan.ts'
import { type Run, readLines } from './read-lines.ts'
import { type Kept, openRecords, type RecordWriter, rewriteRecords, sortRecords } from './record-file.ts'

/** Writes the records that a file has not yet, while no other run does. */
export async function writeLocked(run: Run, path: string, output: string): Promise<BatchSummary> {
  const release = lockFile(path)
  try {
    return await writeRecords(run, path, output)
  } finally {
    release()
  }
}

/** Writes the records that a file has not yet. */
export async function writeRecords(run: Run, path: string, output: string): Promise<BatchSummary> {
  const { force = false, signal } = run.options
  // Nothing is written here, and the input is read only where the output has records.
  const plan = await planRun(recordsIn(path, signal), () => linesAgain(run), output, force)
  const done = new Set(plan.kept.map(({ now }) => now))
  const lastKept = plan.kept.at(-1)?.now ?? 0
  let sorted = true
  let records: RecordWriter | undefined
  const counts = await (async () => {
    try {
      const isDone = (line: number) => line <= plan.behind || done.has(line)
      const counts = await readLines(run, isDone, async (record, line) => {
        records ??= await openPlanned(path, plan)
        await records.append(record)
        sorted &&= line > lastKept
      })
      records ??= await openPlanned(path, plan)
      return counts
    } finally {
      await records?.close()
    }
  })()
  if (!sorted) await sortRecords(path, plan.settled)
  return { ...counts, kept: plan.count + plan.kept.length, dropped: plan.dropped, resumedAt: plan.behind }
}

function linesAgain({ source }: Run): AsyncIterable<Buffer> {
  if (source.again) return source.lines()
  throw new NutgrafError(
    'invalid-input',
    source.path,
    'it can be read only once, and has to be compared with the records that are there; write it to a file',
  )
}

/** The bytes of a file of records; of one that is not there yet, none. */
async function* recordsIn(path: string, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { signal }) as AsyncIterable<Buffer>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw fileFault('invalid-output', path, error)
  }
}

/** The output with the records that stay alone, in order, open after them. */
async function openPlanned(path: string, plan: Plan): Promise<RecordWriter> {
  const { settled, kept } = plan
  const asItWas = plan.dropped === 0 && kept.every(({ line, now }, i) => line === now && before(kept[i - 1], kept[i]))
  return openRecords(path, asItWas ? plan.size : await rewriteRecords(path, settled, kept))
}

const before = (a: Kept | undefined, b: Kept | undefined) => !a || !b || a.start < b.start
