/** The bytes of a base64 string. */
export function bytesOf(base64: string): Uint8Array {
  // Node and Deno have a quicker way.
  const { Buffer } = globalThis as { Buffer?: { from(text: string, encoding: 'base64'): Uint8Array } }
  if (Buffer) return Buffer.from(base64, 'base64')
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/**
 * Reads rising numbers, one at each call, from base64 of their differences: seven bits a byte, the lowest first, and the
 * high bit where more follow (LEB128).
 */
export function gapReader(base64: string): () => number {
  const bytes = bytesOf(base64)
  let number = 0
  let at = 0
  return () => {
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      number += (byte & 127) << shift
      if (byte < 128) return number
    }
  }
}
