import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { NutgrafError } from '../error.ts'
import type { ExtractAllOptions } from './extract-all.ts'
import { idOf, type Outcome } from './input.ts'
import { type Line, linesOf } from './lines.ts'
import { runInOrder } from './pool.ts'
import { type LastRecord, openRecords } from './record-file.ts'
import type { Written } from './tasks.ts'

/**
 * A line of the output: an {@link Outcome} with the number of its line in the input, from 1.
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
export type NdjsonRecord = { line: number } & Outcome

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
 * Rules, threads, and who is told of progress and errors.
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
export interface BatchOptions extends ExtractAllOptions {
  /** Called after each line. */
  onProgress?: (progress: Progress) => void
  /** Called for each line that gave no story. */
  onError?: (line: number, message: string) => void
}

/**
 * What a run has done.
 *
 * @example
 * import { writeFileSync } from 'node:fs'
 * import { batchFile, type BatchSummary } from 'nutgraf/batch'
 *
 * writeFileSync('stories.ndjson', '{"id":1,"text":"Rice arrived in Beirut."}\n{"id":2}\n')
 * const told = ({ stories, errors, resumedAt }: BatchSummary) => `${stories} read, ${errors} wrong, from line ${resumedAt}`
 * console.log(told(await batchFile('stories.ndjson', 'summary.ndjson', { workers: 0 }))) // 1 read, 1 wrong, from line 0
 * console.log(told(await batchFile('stories.ndjson', 'summary.ndjson', { workers: 0 }))) // 0 read, 0 wrong, from line 2
 */
export interface BatchSummary {
  /** Of this run: lines with a story, and lines with an error. */
  stories: number
  errors: number
  /** The line of the input behind which this run went on; 0 from the start. */
  resumedAt: number
}

/**
 * Reads a file of one `{"id","text","published"?}` a line and writes one {@link NdjsonRecord} a line, in the same order;
 * empty lines have none. Where the output has records already, it goes on behind the last whole one: a run that was killed
 * loses nothing and does nothing twice.
 *
 * @example
 * import { writeFileSync } from 'node:fs'
 * import { batchFile } from 'nutgraf/batch'
 *
 * writeFileSync('stories.ndjson', '{"id":1,"text":"Rice arrived in Beirut."}\n{"id":2}\n')
 * console.log(await batchFile('stories.ndjson', 'found.ndjson')) // { stories: 1, errors: 1, resumedAt: 0 }
 * @throws NutgrafError `invalid-input` where the output is that of another input; errors of the file system as they are
 */
export async function batchFile(input: string, output: string, options: BatchOptions = {}): Promise<BatchSummary> {
  const { onProgress, onError, ...rest } = options
  const { size: total } = await stat(input)
  const records = await openRecords(output)
  const { last } = records
  let [stories, errors] = [0, 0]
  // Lines that are being read, oldest first: outcomes come in the same order.
  const underWay: Line[] = []
  try {
    for await (const { json, error } of runInOrder<string, Written>(lines(), 'lines', rest)) {
      const { number, bytes } = underWay.shift()!
      await records.append(`{"line":${number},${json.slice(1)}`)
      if (error === undefined) stories++
      else {
        errors++
        onError?.(number, error)
      }
      onProgress?.({ stories, errors, bytes, total })
    }
  } finally {
    await records.close()
  }
  return { stories, errors, resumedAt: last.line }

  async function* lines(): AsyncGenerator<string> {
    let reached = 0
    for await (const line of linesOf(createReadStream(input))) {
      reached = line.number
      if (reached === last.line) checkSame(line.text, last, output)
      if (reached <= last.line || line.text.trim() === '') continue
      underWay.push(line)
      yield line.text
    }
    if (reached < last.line)
      throw new NutgrafError(
        'invalid-input',
        output,
        `has a record for line ${last.line}, the input has ${reached} lines: it is the output of another input`,
      )
  }
}

function checkSame(text: string, { line, id }: LastRecord, output: string): void {
  const own = idIn(text)
  if (id !== own)
    throw new NutgrafError(
      'invalid-input',
      output,
      `has the id ${JSON.stringify(id)} for line ${line}, the input has ${JSON.stringify(own)} there: it is the output of another input`,
    )
}

function idIn(text: string): string | number | null {
  try {
    return idOf(JSON.parse(text))
  } catch {
    return null
  }
}
