import { NutgrafError } from '../../base/error.ts'

const marks: readonly (readonly [encoding: string, mark: string])[] = [
  ['utf-8', '\xef\xbb\xbf'],
  ['utf-16le', '\xff\xfe'],
  ['utf-16be', '\xfe\xff'],
]

/** The encoding that a byte order mark says. */
export const encodingMarked = (bytes: Uint8Array): string | undefined => {
  const head = latin(bytes.subarray(0, 3))
  return marks.find(([, mark]) => head.startsWith(mark))?.[0]
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

/** What a `Content-Type`, or the `meta` of a page, says of the encoding. */
export const charsetIn = (text: string): string | undefined => /charset\s?=\s?["']?([\w-]+)/i.exec(text)?.[1]

/**
 * A page in the encoding that a byte order mark, the server, or its first kilobyte names, else UTF-8; of XML, too.
 *
 * @throws NutgrafError `invalid-input` where the encoding is not known
 */
export function decodePage(bytes: Uint8Array, path: string, charset?: string): string {
  const head = latin(bytes.subarray(0, 1024))
  const named =
    encodingMarked(bytes) ??
    charset ??
    (head.startsWith('<?xml') ? /\sencoding\s?=\s?["']([\w-]+)/i.exec(head.slice(0, 200))?.[1] : undefined) ??
    charsetIn(head) ??
    'utf-8'
  // What could be read so far to name UTF-16 is none.
  const encoding = /^utf-?16/i.test(named) && !head.includes('\0') ? 'utf-8' : named
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    throw new NutgrafError('invalid-input', path, `it names an encoding that is not known, "${named}"`)
  }
}
