import { NutgrafError } from '../../base/error.ts'

// A byte order mark stays: offsets are those of the file.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What is wrong with bytes that are no text. */
export const notUtf8 = 'expected text in UTF-8; convert it first, as by iconv -t UTF-8'

/** A text in UTF-8, with its byte order mark; undefined where it is none. */
export function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The same of a file.
 *
 * @throws NutgrafError `invalid-input` where it is none
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  const text = utf8Of(bytes)
  if (text === undefined) throw new NutgrafError('invalid-input', path, notUtf8)
  return text
}
