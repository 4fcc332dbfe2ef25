import { brotliDecompressSync } from 'node:zlib'
import { LimitReader, WARCParser, type WARCRecord } from 'warcio'
import { NutgrafError } from '../../base/error.ts'
import { charsetIn, decodePage } from '../html/decode.ts'
import { bytesOf } from './bytes.ts'
import type { Input } from './input.ts'
import { lineOf, type SourceStory } from './kind.ts'

/** Longer ones are no pages of news. */
const longestPage = 1 << 25

/** Web archives: the pages among what servers answered. */
export async function* readWarc(input: Input): AsyncGenerator<Buffer> {
  try {
    const last = { bytes: '' }
    for await (const record of new WARCParser(withLast(input.bytes(), last))) {
      const story = isPage(record) ? await storyOf(record) : undefined
      await passOver(record)
      if (story) yield lineOf(story)
    }
    if (!/\n\r?\n$/.test(last.bytes)) throw new Error(breaksOff)
  } catch (error) {
    if (error instanceof NutgrafError) throw error
    throw new NutgrafError(
      'invalid-input',
      input.path,
      `the archive can't be read on (${(error as Error).message}); get it again, whole`,
    )
  }
}

const breaksOff = 'it breaks off within a record'

/** Bytes as they are, and what they have ended with so far: an empty line ends a record. */
async function* withLast(bytes: AsyncIterable<Buffer>, last: { bytes: string }): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    last.bytes = (last.bytes + chunk.toString('latin1', Math.max(0, chunk.length - 4))).slice(-4)
    yield chunk
  }
}

/** Reads to the end of a record. The reader of archives would wait for ever for what is missing of the last one. */
async function passOver({ _reader: content }: WARCRecord): Promise<void> {
  for await (const _ of content);
  if (content instanceof LimitReader && content.limit > 0) throw new Error(breaksOff)
}

const isPage = (record: WARCRecord) =>
  record.warcType === 'response' &&
  String(record.httpHeaders?.statusCode) === '200' &&
  /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headerOf(record, 'content-type'))

const headerOf = ({ httpHeaders }: WARCRecord, name: string) => httpHeaders?.headers.get(name)?.trim() ?? ''

async function storyOf(record: WARCRecord): Promise<SourceStory> {
  const id = record.warcTargetURI
  const about = id ? { id } : {}
  const stored = await bytesOf(record, longestPage)
  if (!stored) return { ...about, unreadable: `the page is longer than ${longestPage >> 20} MiB` }
  try {
    const bytes =
      headerOf(record, 'content-encoding') === 'br'
        ? brotliDecompressSync(stored, { maxOutputLength: longestPage })
        : stored
    return { ...about, html: decodePage(bytes, id ?? 'a page', charsetIn(headerOf(record, 'content-type'))) }
  } catch (error) {
    return { ...about, unreadable: (error as Error).message }
  }
}
