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
