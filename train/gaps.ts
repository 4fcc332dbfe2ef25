/** Rising numbers, below 2^31, as `gapReader` of src/model/pack.ts reads them. */
export function packGaps(numbers: Iterable<number>): string {
  const bytes: number[] = []
  let before = 0
  for (const number of numbers) {
    for (let gap = number - before; ; gap >>>= 7) {
      bytes.push(gap > 127 ? (gap & 127) | 128 : gap)
      if (gap <= 127) break
    }
    before = number
  }
  return Buffer.from(bytes).toString('base64')
}
