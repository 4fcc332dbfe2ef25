import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { NutgrafError } from '../../base/error.ts'
import { decodePage } from '../html/decode.ts'

/** Standard input among names of files. */
export const standardInput = '-'

/**
 * The text of a file or, for `-`, of standard input.
 *
 * @throws NutgrafError `invalid-input` where it can't be read or is no text
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file)
  try {
    // A byte order mark stays: offsets are those of the file.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NutgrafError('invalid-input', file, 'expected text in UTF-8; convert it first, as by iconv -t UTF-8')
  }
}

/** A page in the encoding that it names (a byte order mark, `charset` in its first kilobyte), else UTF-8. */
export async function readPage(file: string): Promise<string> {
  return decodePage(await readBytes(file), file)
}

async function readBytes(file: string): Promise<Uint8Array> {
  if (file === standardInput) {
    if (process.stdin.isTTY) process.stderr.write('Reading from the terminal; end with Ctrl-D.\n')
    return buffer(process.stdin)
  }
  try {
    return await readFile(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder, not a file', EACCES: 'it may not be read' }
    throw new NutgrafError('invalid-input', file, why[code as keyof typeof why] ?? message)
  }
}
