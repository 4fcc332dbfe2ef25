import { createHash } from 'node:crypto'

/** Hash of the set of some features, whatever their order. */
export const fingerprint = (lists: Iterable<Int32Array>): string => {
  const ids = [...new Set([...lists].flatMap((list) => [...list]))].sort((a, b) => a - b)
  return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 16)
}
