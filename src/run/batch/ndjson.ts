import { createReadStream } from 'node:fs'
import { fileFault, NutgrafError } from '../../base/error.ts'
import type { ExtractAllOptions } from './extract-all.ts'
import { checkInput, checkOutput, type InputFile } from './files.ts'
import { checkFlow } from './flow.ts'
import type { Outcome } from './input.ts'
import { contentOf, isBlankLine, lineHash, linesOf, tooLong } from './lines.ts'
import { lockFile } from './lock.ts'
import { type Plan, planRun } from './plan.ts'
import { runOnce } from './pool.ts'
import { type CheckedPool, checkPool } from './pool-options.ts'
import { type Kept, openRecords, type RecordWriter, rewriteRecords, sortRecords } from './record-file.ts'

/**
 * A line of the output: an {@link Outcome} with the line of the input that it is of: its number, from 1, and what it is known
 * by, 128 bits of the SHA-256 of its bytes without line feed, carriage return and byte order mark.
 *
 * @example
 * import { readFileSync, writeFileSync } from 'node:fs'
 * import { batchFile, type NdjsonRecord } from 'nutgraf/batch'
 *
 * writeFileSync('one.ndjson', '{"id":1}\n')
 * await batchFile('one.ndjson', 'records.ndjson', { workers: 0 })
 * const record: NdjsonRecord = JSON.parse(readFileSync('records.ndjson', 'utf8'))
 * console.log(record.line, 'error' in record && record.error.code) // 1 invalid-text
 */
export type NdjsonRecord = { line: number; hash: string } & Outcome

/**
 * How far a run has come.
 *
 * @example
 * import { writeFileSync } from 'node:fs'
 * import { batchFile, type Progress } from 'nutgraf/batch'
 *
 * writeFileSync('stories.ndjson', '{"id":1,"text":"Rice arrived in Beirut."}\n{"id":2}\n')
 * const percent = ({ bytes, total }: Progress) => Math.round((100 * bytes) / total)
 * await batchFile('stories.ndjson', 'progress.ndjson', { workers: 0, onProgress: (p) => console.log(percent(p)) })
 * // 82
 * // 100
 */
export interface Progress {
  /** Of this run: lines with a story, and lines with an error. */
  stories: number
  errors: number
  /** Bytes of the input that are done, and all of them. */
  bytes: number
  total: number
}

/**
 * Rules, workers, and who is told of progress and errors.
 *
 * @example
 * import { writeFileSync } from 'node:fs'
 * import { batchFile, type BatchOptions } from 'nutgraf/batch'
 *
 * writeFileSync('stories.ndjson', '{"id":1,"text":"Rice arrived in Beirut."}\n{"id":2}\n')
 * const options: BatchOptions = { workers: 0, onError: (line, message) => console.log(line, message) }
 * await batchFile('stories.ndjson', 'errors.ndjson', options)
 * // 2 story.text: expected a string, got undefined
 */
export interface BatchOptions extends Omit<ExtractAllOptions, 'ordered'> {
  /** Called after each line. */
  onProgress?: (progress: Progress) => void
  /** Called for each line that gave no story. */
  onError?: (line: number, message: string) => void
  /**
   * Drops what is in the output and is no record of this input: another file's content, stories of lines that are gone.
   * Without it, such an output is refused.
   */
  force?: boolean
  /** Stops the run: what is done is written, and the promise is rejected with the signal's reason. */
  signal?: AbortSignal
}

/**
 * What a run has done.
 *
 * @example
 * import { writeFileSync } from 'node:fs'
 * import { batchFile, type BatchSummary } from 'nutgraf/batch'
 *
 * writeFileSync('stories.ndjson', '{"id":1,"text":"Rice arrived in Beirut."}\n{"id":2}\n')
 * const told = ({ stories, errors, kept, resumedAt }: BatchSummary) =>
 *   `${stories} read, ${errors} wrong, ${kept} kept, from line ${resumedAt}`
 * console.log(told(await batchFile('stories.ndjson', 'summary.ndjson', { workers: 0 }))) // 1 read, 1 wrong, 0 kept, from line 0
 * console.log(told(await batchFile('stories.ndjson', 'summary.ndjson', { workers: 0 }))) // 0 read, 0 wrong, 2 kept, from line 2
 */
export interface BatchSummary {
  /** Of this run: lines with a story, and lines with an error. */
  stories: number
  errors: number
  /** Records of runs before that stay, and those that went: their lines are gone or were worth another try. */
  kept: number
  dropped: number
  /** The line of the input up to which all had their records; 0 at the start. */
  resumedAt: number
}

/**
 * Reads a file of one `{"id","text","published"?}` a line and writes one {@link NdjsonRecord} a line, in the same order;
 * empty lines have none. A line that has its record in the output already is not read again: a run that was killed loses
 * nothing and does nothing twice, and of an input that was changed only what is new is read. What failed for a reason that
 * is not in its line is tried again. All is checked before anything is written, and one run at a time writes an output.
 *
 * @example
 * import { writeFileSync } from 'node:fs'
 * import { batchFile } from 'nutgraf/batch'
 *
 * writeFileSync('stories.ndjson', '{"id":1,"text":"Rice arrived in Beirut."}\n{"id":2}\n')
 * const { stories, errors } = await batchFile('stories.ndjson', 'found.ndjson')
 * console.log(stories, errors) // 1 1
 * @throws NutgrafError `invalid-options` or `invalid-rules`; `invalid-input` where the input can't be read; `invalid-output`
 * where the output can't be written, is written by another run, or has what is no record of this input
 */
export async function batchFile(input: string, output: string, options: BatchOptions = {}): Promise<BatchSummary> {
  const checked = checkPool(options, 'batchFile', ['onProgress', 'onError', 'force', 'signal'])
  checkFlow(options, 'batchFile')
  const { force = false, signal } = options
  const file = await checkInput(input)
  const path = await checkOutput(output, file)
  const release = lockFile(path)
  try {
    const plan = await planFile(path, output, input, file, force, signal)
    const counts = await readLines(path, input, plan, checked, options, file.bytes)
    return { ...counts, kept: plan.count + plan.kept.length, dropped: plan.dropped, resumedAt: plan.behind }
  } catch (error) {
    // Whatever a stopped run stumbles over, it was stopped.
    signal?.throwIfAborted()
    throw error
  } finally {
    release()
  }
}

/** What is done already. Nothing is written, and the input is read only where the output has records. */
async function planFile(
  path: string,
  output: string,
  input: string,
  { again }: InputFile,
  force: boolean,
  signal: AbortSignal | undefined,
): Promise<Plan> {
  const lines = () => {
    if (again) return bytesOf('invalid-input', input, signal)
    throw new NutgrafError(
      'invalid-input',
      input,
      'it can be read only once, and has to be compared with the records that are there; write it to a file',
    )
  }
  return planRun(bytesOf('invalid-output', path, signal), lines, output, force)
}

/** The bytes of a file; of an output that is not there yet, none. */
async function* bytesOf(code: 'invalid-input' | 'invalid-output', path: string, signal: AbortSignal | undefined) {
  try {
    yield* createReadStream(path, { signal }) as AsyncIterable<Buffer>
  } catch (error) {
    if (code === 'invalid-output' && (error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw fileFault(code, path, error)
  }
}

/** Reads the lines that have no record, and writes theirs. */
async function readLines(
  path: string,
  input: string,
  plan: Plan,
  checked: CheckedPool,
  { onProgress, onError, signal }: BatchOptions,
  total: number,
): Promise<{ stories: number; errors: number }> {
  const done = new Set(plan.kept.map(({ now }) => now))
  const lastKept = plan.kept.at(-1)?.now ?? 0
  // Lines that are being read, oldest first: outcomes come in the same order.
  const underWay: { number: number; end: number }[] = []
  const counts = { stories: 0, errors: 0 }
  let sorted = true
  let records: RecordWriter | undefined
  try {
    for await (const { record, error } of runOnce(
      'lines',
      lines(),
      checked,
      { ...(signal && { signal }) },
      'batchFile',
    )) {
      const { number, end } = underWay.shift()!
      records ??= await openPlanned(path, plan)
      await records.append(record)
      sorted &&= number > lastKept
      if (error === undefined) counts.stories++
      else {
        counts.errors++
        onError?.(number, error)
      }
      onProgress?.({ ...counts, bytes: end, total })
    }
    records ??= await openPlanned(path, plan)
  } finally {
    await records?.close()
  }
  if (!sorted) await sortRecords(path, plan.settled)
  return counts

  async function* lines() {
    for await (const line of linesOf(bytesOf('invalid-input', input, signal))) {
      const { number, end } = line
      if (number <= plan.behind || done.has(number) || isBlankLine(line)) continue
      underWay.push({ number, end })
      yield { number, content: line.cut ? { hash: lineHash(line), fault: tooLong } : contentOf(line) }
    }
  }
}

/** The output with the records that stay alone, in order, open after them. */
async function openPlanned(path: string, plan: Plan): Promise<RecordWriter> {
  const { settled, kept } = plan
  const asItWas = plan.dropped === 0 && kept.every(({ line, now }, i) => line === now && before(kept[i - 1], kept[i]))
  return openRecords(path, asItWas ? plan.size : await rewriteRecords(path, settled, kept))
}

const before = (a: Kept | undefined, b: Kept | undefined) => !a || !b || a.start < b.start
