/** A line with its number, from 1, and the bytes of all lines up to its end. */
export interface Line {
  text: string
  number: number
  bytes: number
}

/** Lines of a stream of bytes. Only a line feed ends one: JSON may have any other separator in its strings. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let [number, bytes] = [0, 0]
  let open: Buffer[] = []
  const line = (last: Buffer, end: number): Line => {
    const text = Buffer.concat([...open, last]).toString()
    open = []
    number++
    bytes += end
    return { text: number === 1 ? text.replace(/^\ufeff/, '') : text, number, bytes }
  }
  let waiting = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield line(chunk.subarray(from, end), waiting + end + 1 - from)
      from = end + 1
      waiting = 0
    }
    if (from === chunk.length) continue
    open.push(chunk.subarray(from))
    waiting += chunk.length - from
  }
  if (waiting > 0) yield line(Buffer.alloc(0), waiting)
}
