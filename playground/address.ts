import type { State } from './protocol.ts'

/** Links that are longer are cut by browsers, servers and chat programs on their way. */
export const longest = 100_000
const packed = '#story='
/** Of browsers that can't compress. */
const plain = '#plain='

/** The state as the fragment of an address, which browsers send to no server; null where it would be too long. */
export async function writeLink(state: State): Promise<string | null> {
  const bytes = new TextEncoder().encode(JSON.stringify(state))
  const canPack = 'CompressionStream' in globalThis
  const link = canPack
    ? packed + toBase64(await through(new CompressionStream('deflate-raw'), bytes))
    : plain + toBase64(bytes)
  return link.length > longest ? null : link
}

/**
 * The state that a fragment holds, null where it holds none.
 *
 * @throws Error where what it holds is damaged
 */
export async function readLink(fragment: string): Promise<State | null> {
  if (fragment.startsWith(plain)) return stateOf(fromBase64(fragment.slice(plain.length)))
  if (!fragment.startsWith(packed)) return null
  return stateOf(await through(new DecompressionStream('deflate-raw'), fromBase64(fragment.slice(packed.length))))
}

function stateOf(bytes: Uint8Array): State {
  const { text, published, rules, dayFirst } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
  if (typeof text !== 'string' || typeof published !== 'string' || typeof rules !== 'string')
    throw new Error('the link holds no story')
  return { text, published, rules, dayFirst: dayFirst === true }
}

/** Base64 with signs that need no escape in an address. */
function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

async function through(
  stream: GenericTransformStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Blob([bytes])
    .stream()
    .pipeThrough<Uint8Array>(stream as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>)
  return new Uint8Array(await new Response(body).arrayBuffer())
}
