import { pipeline, type Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { NutgrafError } from '../../base/error.ts'

/** A way to pack bytes: what names of files end in, how the bytes begin, and how they are read and written. */
interface Compression {
  name: string
  suffix: string
  magic: readonly number[]
  unpack(bytes: AsyncIterable<Buffer>): AsyncIterable<Uint8Array>
  /** Undefined where this Node can't. */
  pack: (() => Transform) | undefined
  /** From which Node on. */
  since: string
}

// Only Node from 22.15 on has it; its types are those of Node 20.
const { createZstdCompress } = zlib as unknown as { createZstdCompress?: () => Transform }

const compressions: readonly Compression[] = [
  {
    ...{ name: 'gzip', suffix: '.gz', magic: [0x1f, 0x8b], since: '20' },
    unpack: unpackGzip,
    pack: () => zlib.createGzip(),
  },
  {
    ...{ name: 'zstd', suffix: '.zst', magic: [0x28, 0xb5, 0x2f, 0xfd], since: '22.15' },
    unpack: unpackZstd,
    pack: createZstdCompress,
  },
]

/** A name without what says how the file is packed. */
export const unpackedName = (path: string): string => {
  const found = compressionOf(path)
  return found ? path.slice(0, -found.suffix.length) : path
}

const compressionOf = (path: string) => compressions.find(({ suffix }) => path.toLowerCase().endsWith(suffix))

/** Bytes as they were before they were packed, if they were: bytes say it, whatever the name does. */
export async function* unpack(bytes: AsyncGenerator<Buffer>, path: string): AsyncGenerator<Buffer> {
  const head = await beginningOf(bytes)
  if (head.length === 0) return
  const named = compressionOf(path)
  const found = compressions.find(({ magic }) => magic.every((byte, i) => head[i] === byte))
  if (named && !found)
    throw new NutgrafError(
      'invalid-input',
      path,
      `its name ends in ${named.suffix}, and it holds no ${named.name}; give it the name of what it is`,
    )
  async function* all() {
    yield head
    yield* bytes
  }
  if (!found) {
    yield* all()
    return
  }
  try {
    for await (const chunk of found.unpack(all())) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
  } catch (error) {
    if (error instanceof NutgrafError || (error as Error).name === 'AbortError') throw error
    const { message } = error as Error
    throw new NutgrafError(
      'invalid-input',
      path,
      `its ${found.name} is broken or breaks off (${message}); make or download it again`,
    )
  } finally {
    await bytes.return(undefined)
  }
}

const longestMagic = Math.max(...compressions.map(({ magic }) => magic.length))

/** The first bytes, as many as say how they are packed: a pipe may give them one by one. */
async function beginningOf(bytes: AsyncGenerator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0)
  while (head.length < longestMagic) {
    const next = await bytes.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  return head
}

/** The same of bytes that are all there. */
export async function unpackAll(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  async function* all() {
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }
  const chunks: Buffer[] = []
  for await (const chunk of unpack(all(), path)) chunks.push(chunk)
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

/** Files that were joined are one. */
function unpackGzip(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const stream = zlib.createGunzip()
  // Whatever goes wrong is thrown to who reads.
  pipeline(bytes, stream, () => undefined)
  return stream
}

/** By fzstd: Node's own, where there is one, ends in silence behind the first frame, and where a frame breaks off. */
async function* unpackZstd(bytes: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd')
  let unpacked: Uint8Array[] = []
  const frames = new Decompress((chunk) => unpacked.push(Buffer.from(chunk)))
  for await (const chunk of bytes) {
    frames.push(chunk)
    yield* unpacked
    unpacked = []
  }
  frames.push(new Uint8Array(), true)
  yield* unpacked
}

/**
 * What packs bytes as the name of a file says; undefined where it says nothing.
 *
 * @throws NutgrafError `invalid-output` where this Node can't
 */
export function packerFor(path: string): (() => Transform) | undefined {
  const named = compressionOf(path)
  if (named && !named.pack)
    throw new NutgrafError(
      'invalid-output',
      path,
      `to write ${named.name}, Node ${named.since} or newer is needed, and this is ${process.versions.node}; ` +
        'give a name that ends in .gz',
    )
  return named?.pack
}
