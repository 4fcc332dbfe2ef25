import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { NutgrafError } from '../../base/error.ts'
import { filesIn, isReadInFolder, linesOfFiles } from './folder.ts'
import { openInput } from './input.ts'
import { kinds } from './kinds.ts'
import { looksOf } from './looks.ts'
import { ndjson } from './ndjson.ts'

/** A corpus, whatever it is, as lines of NDJSON. */
export interface Source {
  /** As it was given, or what it is. */
  path: string
  /** Whether it can be read again from its start. */
  again: boolean
  /** From the start. */
  lines(): AsyncIterable<Buffer>
  /** How many bytes it has, as it lies there; 0 where that is not known. */
  bytes: number
  /** How many of them have been read when lines up to this byte have. */
  bytesAt(end: number): number
  /** Whether a file is among those that are read, or would be by the next run. */
  reads(file: { path: string; identity: string | undefined }): boolean
  /** Reads no more. */
  close(): Promise<void>
}

/**
 * Opens a corpus and says what it is, by how it begins and what it is called.
 *
 * @throws NutgrafError `invalid-input` where it is none
 */
export async function openSource(
  path: string,
  { again, isFolder, bytes }: { again: boolean; isFolder: boolean; bytes: number },
  signal?: AbortSignal,
): Promise<Source> {
  if (isFolder) return openFolder(path, signal)
  const input = await openInput(path, again, signal)
  const looks = looksOf(input)
  const kind = kinds.find(({ is }) => is(looks))!
  const wrong = kind.wrong?.(looks)
  if (wrong !== undefined) {
    await input.close()
    throw new NutgrafError('invalid-input', input.path, wrong)
  }
  const readLines = await kind.read()
  return {
    path: input.path,
    again,
    bytes,
    lines: () => readLines(input),
    // Of lines as they lie in a file it is known more closely than by how far the file has been read.
    bytesAt: (end) => (kind === ndjson ? Math.min(end, input.position()) : input.position()),
    reads: () => false,
    close: input.close,
  }
}

async function openFolder(folder: string, signal?: AbortSignal): Promise<Source> {
  const files = await filesIn(folder)
  const inside = join(await realpath(folder), sep)
  let read = 0
  return {
    path: folder,
    again: true,
    lines() {
      read = 0
      return linesOfFiles(files, signal, ({ bytes }) => {
        read += bytes
      })
    },
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    bytesAt: () => read,
    reads: ({ path, identity }) =>
      files.some((file) => file.identity === identity) || (isReadInFolder(path) && path.startsWith(inside)),
    async close() {},
  }
}
