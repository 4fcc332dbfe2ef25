import { createHash } from 'node:crypto'
import { longest } from '../sources/bytes.ts'
import { notUtf8, utf8Of } from '../sources/decode.ts'
import type { Fault } from './input.ts'

/** A line of a stream of bytes, without its line feed. */
export interface Line {
  /** From 1. */
  number: number
  bytes: Buffer
  /** Where it begins in the stream, and where the next one does. */
  start: number
  end: number
  /** Whether a line feed ends it: the last one may have none. */
  whole: boolean
  /** Whether it is longer than the limit; its bytes are those up to there. */
  cut: boolean
}

/** Lines of a stream of bytes. Only a line feed ends one: JSON may have any other separator in its strings. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, limit = longest): AsyncGenerator<Line> {
  let [number, start, position, held] = [0, 0, 0, 0]
  let open: Buffer[] = []
  const hold = (bytes: Buffer) => {
    if (held < limit) open.push(bytes.subarray(0, limit - held))
    held += bytes.length
  }
  const close = (end: number, whole: boolean): Line => {
    const line = { number: ++number, bytes: Buffer.concat(open), start, end, whole, cut: held > limit }
    open = []
    held = 0
    start = end
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let feed = chunk.indexOf(10); feed >= 0; feed = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, feed))
      from = feed + 1
      yield close(position + from, true)
    }
    hold(chunk.subarray(from))
    position += chunk.length
  }
  if (start < position) yield close(position, false)
}

const byteOrderMark = Buffer.from('\ufeff')

/** What a line says: the same with CRLF, and after a byte order mark, which files that were joined have anywhere. */
export function contentOf({ bytes }: Pick<Line, 'bytes'>): Buffer {
  const from = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0
  return bytes.subarray(from, bytes.at(-1) === 13 ? -1 : undefined)
}

const isSpace = (byte: number) => byte === 32 || (byte >= 9 && byte <= 13)

/** Whether there is nothing in it to read. */
export const isBlankLine = (line: Line): boolean => contentOf(line).every(isSpace)

/** What a line is known by. */
export const lineHash = (line: Line): string => hashOf(contentOf(line), line.cut ? String(line.end - line.start) : '')

/** 128 bits of the SHA-256 of what a line says, in hexadecimal. */
export const hashOf = (content: Uint8Array, besides = ''): string =>
  createHash('sha256').update(content).update(besides).digest('hex').slice(0, 32)

/** What is wrong with a line of which not all is held. */
export const tooLong: Fault = {
  code: 'invalid-input',
  message: `longer than ${longest >> 20} MiB; cut it into stories`,
}

/** The value that a line, or whatever else is JSON, has; or why it has none. */
export function jsonIn(content: Uint8Array): { value: unknown } | Fault {
  const text = utf8Of(content)
  if (text === undefined) return { code: 'invalid-input', message: notUtf8 }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { code: 'invalid-json', message: `not JSON: ${(error as Error).message}` }
  }
}
