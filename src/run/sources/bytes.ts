/** No string of JavaScript is much longer. */
export const longest = 1 << 28

/** What is wrong with an input that has to be read as one, and can't. */
export const tooLong = `it is longer than ${longest >> 20} MiB; cut it into several`

/** All bytes of an input that has to be read as one; undefined where they are too many. */
export async function bytesOf(bytes: AsyncIterable<Uint8Array>, most = longest): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
