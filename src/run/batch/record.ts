import type { Line } from './lines.ts'

/** A record that lies in a file. */
export interface StoredRecord {
  /** The line of the input that it is for, and its hash. */
  line: number
  hash: string
  /** Where it begins in the file, and where the next one does. */
  start: number
  end: number
  /** What its line gave. What failed for no fault of the line is worth another try. */
  gave: 'story' | 'error' | 'failure'
}

const head = /^\{"line":(\d{1,15}),"hash":"([0-9a-f]{32})","id":/
const longestHead = 80
/** Quotes stand bare in JSON around names and values alone: within a string these can't be. */
const [storyMark, errorMark, failureMark] = [',"story":{', ',"error":{"code":"', ',"error":{"code":"failed"'] as const

/** An outcome, as JSON, with the line that it is for. */
export const recordOf = (line: number, hash: string, outcome: string): string =>
  `{"line":${line},"hash":"${hash}",${outcome.slice(1)}\n`

/** A record with the number that its line has now. */
export const renumbered = (record: Buffer, line: number): Buffer =>
  Buffer.concat([Buffer.from(`{"line":${line}`), record.subarray(record.indexOf(','))])

/** A line of a file as a record, undefined where it is none that {@link recordOf} has written. */
export function readRecord({ bytes, start, end, cut }: Line): StoredRecord | undefined {
  const [, line, hash] = head.exec(bytes.toString('latin1', 0, longestHead)) ?? []
  if (line === undefined || hash === undefined || cut || bytes.toString('latin1', bytes.length - 2) !== '}}') return
  const record = { line: Number(line), hash, start, end }
  if (bytes.includes(storyMark)) return { ...record, gave: 'story' }
  if (!bytes.includes(errorMark)) return
  return { ...record, gave: bytes.includes(failureMark) ? 'failure' : 'error' }
}

/** Whether a line without line feed may be the beginning of a record whose writing was broken off. */
export function beginsRecord({ bytes }: Line): boolean {
  const text = bytes
    .toString('latin1', 0, longestHead)
    .replace(/^(\{"line":)\d+/, (_, name: string) => `${name}1`)
    .replace(/("hash":")([0-9a-f]{1,32})/, (_, name: string, hash: string) => name + '0'.repeat(hash.length))
  const full = `{"line":1,"hash":"${'0'.repeat(32)}","id":`
  return text.startsWith(full) || full.startsWith(text)
}
