/**
 * From offsets in UTF-16 code units to offsets in Unicode code points, which Python and the Web Annotation model count.
 * Asked in any order; the text is gone through once.
 */
export function codePointOffsets(text: string): (unit: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (unit) => unit
  const before = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; ) {
    const width = text.codePointAt(at)! > 0xffff ? 2 : 1
    before[at] = count
    // Half of a pair lies where the pair does.
    if (width === 2) before[at + 1] = count
    at += width
    count++
  }
  before[text.length] = count
  return (unit) => before[unit]!
}
