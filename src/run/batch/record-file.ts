import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { fileFault } from '../../base/error.ts'
import { freshBeside } from './beside.ts'
import { linesOf } from './lines.ts'
import { readRecord, renumbered, type StoredRecord } from './record.ts'

const pageSize = 1 << 16

/** A file of records that is written from its end on. */
export interface RecordWriter {
  append(record: Uint8Array): Promise<void>
  /** Writes what waits, and closes the file. */
  close(): Promise<void>
}

/** Opens a file after the first so many bytes of it; what lies after them goes. */
export async function openRecords(path: string, size: number): Promise<RecordWriter> {
  const file = await told(path, () => open(path, 'a'))
  let waiting: Uint8Array[] = []
  let length = 0
  const flush = async () => {
    const records = Buffer.concat(waiting)
    waiting = []
    length = 0
    await told(path, () => file.appendFile(records))
  }
  if ((await file.stat()).size > size) await told(path, () => file.truncate(size))
  return {
    async append(record) {
      waiting.push(record)
      length += record.length
      if (length > pageSize) await flush()
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

/** A record that is kept, under the number that its line has now. */
export interface Kept extends StoredRecord {
  now: number
}

/**
 * Writes a file anew: its first bytes as they are, then some of its records. The new file takes the place of the old one
 * when it is whole, so that a run that is killed leaves one of the two. Gives its size.
 */
export async function rewriteRecords(path: string, settled: number, kept: readonly Kept[]): Promise<number> {
  const fresh = freshBeside(path)
  try {
    return await told(path, async () => {
      await rm(fresh, { force: true })
      await using(fresh, 'wx', (target) => using(path, 'r', (source) => copyRecords(source, target, settled, kept)))
      const { size } = await stat(fresh)
      await rename(fresh, path)
      return size
    })
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined)
  }
}

async function copyRecords(source: FileHandle, target: FileHandle, settled: number, kept: readonly Kept[]) {
  const { mode, uid, gid } = await source.stat()
  await target.chmod(mode)
  // Only the superuser may give files away.
  await target.chown(uid, gid).catch(() => undefined)
  const read = async (start: number, end: number) => {
    const bytes = Buffer.alloc(end - start)
    await source.read(bytes, 0, bytes.length, start)
    return bytes
  }
  for (let start = 0; start < settled; start += pageSize)
    await target.appendFile(await read(start, Math.min(settled, start + pageSize)))
  for (const { start, end, now } of kept) await target.appendFile(renumbered(await read(start, end), now))
  await target.sync()
}

/** Puts the records after the first so many bytes in the order of their lines. */
export async function sortRecords(path: string, settled: number): Promise<void> {
  const records: Kept[] = []
  for await (const line of linesOf(createReadStream(path, { start: settled }))) {
    const record = readRecord(line)
    if (!record) continue
    records.push({ ...record, start: settled + record.start, end: settled + record.end, now: record.line })
  }
  await rewriteRecords(
    path,
    settled,
    records.sort((a, b) => a.line - b.line),
  )
}

async function using<T>(path: string, flags: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

/** An error of the file system is told in words, with what to do. */
async function told<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw fileFault(
      'invalid-output',
      path,
      error,
      'nothing that it has is lost: run it again to go on where it stopped',
    )
  }
}
