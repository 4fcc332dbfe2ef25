import { NutgrafError } from '../../base/error.ts'
import { isBlankLine, type Line, lineHash, linesOf } from './lines.ts'
import { beginsRecord, readRecord, type StoredRecord } from './record.ts'
import type { Kept } from './record-file.ts'

/** What of an output stays. */
export interface Plan {
  /** All lines of the input up to this one have their records: so many, which are the first bytes of the output. */
  behind: number
  count: number
  settled: number
  /** Records of later lines, in the order of those. */
  kept: Kept[]
  /** How many records, or lines that are none, go. */
  dropped: number
  /** Bytes of the output without a last line that was broken off. */
  size: number
}

/**
 * Finds the record of each line of the input: by its hash, so that it is found where lines were put in, taken out or moved,
 * and by its number where several lines are the same. Most often lines and records go side by side, and none is held.
 *
 * @throws NutgrafError `invalid-output` where a line of the output is no record, or a story would go; with `force` these go
 */
export async function planRun(
  output: AsyncIterable<Buffer>,
  input: () => AsyncIterable<Buffer>,
  path: string,
  force: boolean,
): Promise<Plan> {
  const plan: Plan = { behind: 0, count: 0, settled: 0, kept: [], dropped: 0, size: 0 }
  const lines = filled(input)
  // After the first record that is not that of the next line.
  const later: StoredRecord[] = []
  let unmatched: Line[] = []
  let abreast = true
  for await (const found of linesOf(output)) {
    const record = found.whole ? readRecord(found) : undefined
    if (found.whole) plan.size = found.end
    else if (beginsRecord(found)) break
    if (!record) {
      if (!force) throw foreign(found, path)
      plan.dropped++
      abreast = false
      continue
    }
    if (abreast) {
      const { value: line } = await lines.next()
      abreast = line !== undefined && isFor(record, line)
      if (!abreast && line) unmatched = [line]
    }
    if (!abreast) later.push(record)
    else {
      plan.behind = record.line
      plan.count++
      plan.settled = record.end
    }
  }
  if (later.length > 0) await matchLater(plan, later, unmatched, lines, path, force)
  await lines.return(undefined)
  return plan
}

const isFor = (record: StoredRecord, line: Line) =>
  record.gave !== 'failure' && record.line === line.number && record.hash === lineHash(line)

/** The lines that have something in them; opened when the first is asked for. */
async function* filled(input: () => AsyncIterable<Buffer>): AsyncGenerator<Line, undefined> {
  for await (const line of linesOf(input())) if (!isBlankLine(line)) yield line
}

async function matchLater(
  plan: Plan,
  later: readonly StoredRecord[],
  unmatched: readonly Line[],
  lines: AsyncIterable<Line>,
  path: string,
  force: boolean,
): Promise<void> {
  const waiting = new Map<string, StoredRecord[]>()
  for (const record of later) {
    if (record.gave === 'failure') continue
    const same = waiting.get(record.hash)
    if (same) same.push(record)
    else waiting.set(record.hash, [record])
  }
  const match = (line: Line) => {
    const same = waiting.get(lineHash(line))
    if (!same || same.length === 0) return
    const at = Math.max(
      0,
      same.findIndex((record) => record.line === line.number),
    )
    plan.kept.push(...same.splice(at, 1).map((record) => ({ ...record, now: line.number })))
  }
  for (const line of unmatched) match(line)
  for await (const line of lines) match(line)
  plan.dropped += later.length - plan.kept.length
  // An error is no loss.
  const lost = [...waiting.values()].flat().filter(({ gave }) => gave === 'story')
  if (lost.length > 0 && !force) throw stale(lost, path)
}

function stale(lost: readonly StoredRecord[], path: string): NutgrafError {
  const first = lost.reduce((least, { line }) => Math.min(least, line), Number.POSITIVE_INFINITY)
  return new NutgrafError(
    'invalid-output',
    path,
    `has stories of lines that the input has not (${lost.length}; the first was line ${first}): the input was changed, or the output is another input's; give another output, or drop these stories by "force" (--force)`,
  )
}

const withoutHash = /^\{"line":\d+,"id":/

function foreign({ number, bytes }: Line, path: string): NutgrafError {
  const what = withoutHash.test(bytes.toString('latin1', 0, 80))
    ? `its line ${number} was written by an older version and does not say which text it is of`
    : `its line ${number} is no record of nutgraf, so it is not written over`
  return new NutgrafError(
    'invalid-output',
    path,
    `${what}; give another file for the output, or drop what is no record by "force" (--force)`,
  )
}
