import { type FileHandle, open } from 'node:fs/promises'
import { NutgrafError } from '../error.ts'

/** The last record of a file: the line of the input that it is for, 0 where there is none, and the id that it has there. */
export interface LastRecord {
  line: number
  id: string | number | null
}

/** A file of records, one a line, that is written from its end on. */
export interface RecordFile {
  last: LastRecord
  append(record: string): Promise<void>
  close(): Promise<void>
}

const pageSize = 1 << 16

/**
 * Opens a file of records, made where there is none. A last line that a killed run left unfinished is cut off.
 *
 * @throws NutgrafError where its last line is no record
 */
export async function openRecords(path: string): Promise<RecordFile> {
  const file = await open(path, 'a+')
  const { end, text } = await lastLine(file, (await file.stat()).size)
  const last = text === null ? { line: 0, id: null } : readRecord(text)
  if (!last) {
    await file.close()
    throw new NutgrafError(
      'invalid-input',
      path,
      'its last line is no record of nutgraf; give another file for the output',
    )
  }
  await file.truncate(end)
  let waiting = ''
  const flush = async () => {
    const records = waiting
    waiting = ''
    await file.appendFile(records)
  }
  return {
    last,
    async append(record) {
      waiting += `${record}\n`
      if (waiting.length > pageSize) await flush()
    },
    async close() {
      try {
        await flush()
      } finally {
        await file.close()
      }
    },
  }
}

/** The last line that is whole, null where there is none, and where it ends; from the end on, however large the file is. */
async function lastLine(file: FileHandle, size: number): Promise<{ end: number; text: string | null }> {
  let tail = Buffer.alloc(0)
  for (let from = size; ; ) {
    const end = tail.lastIndexOf(10)
    const start = end > 0 ? tail.lastIndexOf(10, end - 1) : -1
    if (end >= 0 && (start >= 0 || from === 0))
      return { end: from + end + 1, text: tail.subarray(start + 1, end).toString() }
    if (from === 0) return { end: 0, text: null }
    const length = Math.min(from, Math.max(pageSize, tail.length))
    from -= length
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, from)
    tail = Buffer.concat([buffer, tail])
  }
}

function readRecord(text: string): LastRecord | undefined {
  try {
    const { line, id = null } = JSON.parse(text) as LastRecord
    return Number.isInteger(line) && line > 0 ? { line, id } : undefined
  } catch {
    return undefined
  }
}
