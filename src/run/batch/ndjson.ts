import { checkHome } from '../../api/home.ts'
import { checkOptions, type ExtractOptions, optionKeys } from '../../api/options.ts'
import { type BatchFormat, sinkFor } from '../sinks/formats.ts'
import { packerFor } from '../sources/compression.ts'
import { standardStream } from '../sources/files.ts'
import { openSource } from '../sources/source.ts'
import type { ExtractAllOptions } from './extract-all.ts'
import { checkInput, checkOutput, isInput, writtenFile } from './files.ts'
import { checkFlow } from './flow.ts'
import type { Outcome } from './input.ts'
import { checkPool } from './pool-options.ts'
import type { Run } from './read-lines.ts'
import { writeAtEnd } from './write-at-end.ts'
import { writeLocked } from './write-records.ts'
import { writeStream } from './write-stream.ts'

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
  /** Bytes of the input that are done, and all of them: 0 where nobody knows, as of a pipe. */
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
  /** Called for each line that gave no story, with the id that it has. */
  onError?: (line: number, message: string, id: string | number | null) => void
  /** What is written; where it is not given, as the name of the output ends, else records. */
  format?: BatchFormat
  /** What is known of all stories, where they say nothing else: a time zone, the home of the outlet. */
  about?: ExtractOptions
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
 * Reads a corpus and writes one {@link NdjsonRecord} a line, in the same order. The corpus is a file of one
 * `{"id","text","published"?}` a line (or `html`, a page, in place of `text`), a feed, a sitemap of news, a WARC, or a folder of
 * pages and texts; packed by gzip or zstd or not; `-` is standard input. A line that has its record in the output already is
 * not read again: a run that was killed loses nothing and does nothing twice, and of an input that was changed only what is
 * new is read. What failed for a reason that is not in its line is tried again. All is checked before anything is written,
 * and one run at a time writes an output.
 *
 * A table (`format`) and a packed file (`.gz`, `.zst`) are written at the end, of records that lie beside it until then;
 * one that is there is not written over without `force`. `-` is standard output, which has no runs before.
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
  const checked = checkPool(options, 'batchFile', ['onProgress', 'onError', 'force', 'signal', 'format', 'about'])
  checkFlow(options, 'batchFile')
  const { signal } = options
  const about = checkOptions(options.about, 'batchFile.about', optionKeys)
  checkHome(about, 'batchFile.about')
  const openSink = sinkFor(options.format, output)
  const pack = packerFor(output)
  const file = await checkInput(input)
  const path = await checkOutput(output, file)
  try {
    const source = await openSource(input, file, signal)
    try {
      if (source.reads(await writtenFile(path))) throw isInput(output)
      const run: Run = { source, checked, options, about }
      if (path === standardStream) return await writeStream(run, process.stdout, openSink)
      if (openSink || pack) return await writeAtEnd(run, path, output, { open: openSink, pack })
      return await writeLocked(run, path, output)
    } finally {
      await source.close()
    }
  } catch (error) {
    // Whatever a stopped run stumbles over, it was stopped.
    signal?.throwIfAborted()
    throw error
  }
}
