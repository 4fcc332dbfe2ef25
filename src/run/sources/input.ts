import { createReadStream } from 'node:fs'
import { addAbortSignal } from 'node:stream'
import { fileFault } from '../../base/error.ts'
import { unpack } from './compression.ts'
import { standardStream } from './files.ts'

/** Bytes of an input, unpacked, with how it begins. */
export interface Input {
  /** As it was given, or what it is. */
  path: string
  head: Buffer
  /** From the start. */
  bytes(): AsyncIterable<Buffer>
  /** How many of its bytes, as they lie there, have been read. */
  position(): number
  /** Reads no more. */
  close(): Promise<void>
}

/** So much of an input says what it is. */
export const longestHead = 4096

/** Opens an input and reads how it begins. What can be read only once, as a pipe, is read on from there. */
export async function openInput(path: string, again: boolean, signal?: AbortSignal): Promise<Input> {
  let position = 0
  async function* read(): AsyncGenerator<Buffer> {
    position = 0
    for await (const chunk of stored(path, signal)) {
      position += chunk.length
      yield chunk
    }
  }
  const name = path === standardStream ? 'standard input' : path
  const first = unpack(read(), name)
  const chunks: Buffer[] = []
  let length = 0
  // A source of lines may be slow, and give one in parts: its first line says what it is.
  for (let next = await first.next(); !next.done; next = await first.next()) {
    chunks.push(next.value)
    length += next.value.length
    if (length >= longestHead || (chunks[0]![0] === 123 && next.value.includes(10))) break
  }
  const head = Buffer.concat(chunks)
  async function* rest(): AsyncGenerator<Buffer> {
    yield head
    yield* first
  }
  const close = async () => void (await first.return(undefined))
  if (again) await close()
  return { path: name, head, bytes: () => (again ? unpack(read(), name) : rest()), position: () => position, close }
}

async function* stored(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  try {
    if (path !== standardStream) yield* createReadStream(path, { signal }) as AsyncIterable<Buffer>
    else yield* (signal ? addAbortSignal(signal, process.stdin) : process.stdin) as AsyncIterable<Buffer>
  } catch (error) {
    throw fileFault('invalid-input', path, error)
  }
}
