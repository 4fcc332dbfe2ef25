import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { fileFault } from '../../base/error.ts'
import { decodePage } from '../html/decode.ts'
import { unpackAll } from '../sources/compression.ts'
import { decodeText } from '../sources/decode.ts'
import { standardStream } from '../sources/files.ts'

/**
 * The text of a file or, for `-`, of standard input; a name that ends in .gz or .zst says that it is packed.
 *
 * @throws NutgrafError `invalid-input` where it can't be read or is no text
 */
export const readText = async (file: string): Promise<string> => decodeText(await readBytes(file), file)

/** A page in the encoding that it names (a byte order mark, `charset` in its first kilobyte), else UTF-8. */
export const readPage = async (file: string): Promise<string> => decodePage(await readBytes(file), file)

/** The bytes of a file as they were before they were packed. */
export const readBytes = async (file: string): Promise<Uint8Array> => unpackAll(await storedBytes(file), file)

/** Who has typed no file and gets no prompt may think that nothing happens. */
export function tellOfTerminal(): void {
  if (process.stdin.isTTY) process.stderr.write('Reading from the terminal; end with Ctrl-D.\n')
}

async function storedBytes(file: string): Promise<Uint8Array> {
  if (file === standardStream) {
    tellOfTerminal()
    return buffer(process.stdin)
  }
  try {
    return await readFile(file)
  } catch (error) {
    throw fileFault('invalid-input', file, error)
  }
}
