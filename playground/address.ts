import type { State } from './protocol.ts'

/** Addresses that are longer are cut by browsers, servers and chat programs on their way. */
const longest = 100_000
const prefix = '#story='

/** The state as the fragment of an address, which browsers send to no server; null where it would be too long. */
export async function writeAddress(state: State): Promise<string | null> {
  const packed = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(state)))
  let binary = ''
  for (let at = 0; at < packed.length; at += 0x8000) binary += String.fromCharCode(...packed.subarray(at, at + 0x8000))
  const text = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return text.length > longest ? null : prefix + text
}

/**
 * The state that a fragment holds, null where it holds none.
 *
 * @throws Error where what it holds is damaged
 */
export async function readAddress(fragment: string): Promise<State | null> {
  if (!fragment.startsWith(prefix)) return null
  const binary = atob(fragment.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
  const state = JSON.parse(
    new TextDecoder().decode(await through(new DecompressionStream('deflate-raw'), bytes)),
  ) as Record<string, unknown>
  const { text, published, rules, dayFirst } = state
  if (typeof text !== 'string' || typeof published !== 'string' || typeof rules !== 'string')
    throw new Error('the address holds no story')
  return { text, published, rules, dayFirst: dayFirst === true }
}

async function through(
  stream: GenericTransformStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Blob([bytes])
    .stream()
    .pipeThrough<Uint8Array>(stream as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>)
  return new Uint8Array(await new Response(body).arrayBuffer())
}
