import { NutgrafError } from '../../base/error.ts'

/**
 * A text in UTF-8. A byte order mark stays: offsets are those of the file.
 *
 * @throws NutgrafError `invalid-input` where it is none
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NutgrafError('invalid-input', path, 'expected text in UTF-8; convert it first, as by iconv -t UTF-8')
  }
}
