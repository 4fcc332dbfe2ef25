import type { Extractor, ExtractorOptions } from '../../api/extract.ts'
import type { ExtractOptions } from '../../api/options.ts'
import type { RuleSet } from '../../rules/define.ts'
import { type Fault, idOf, lengthOf, type Outcome, outcomesOf, sentInput } from './input.ts'
import { hashOf, jsonIn } from './lines.ts'
import { recordOf } from './record.ts'
import { storyOfLine } from './story-of-line.ts'

/** What a worker is told when it starts. */
export type WorkerData = ExtractorOptions<readonly RuleSet[]>

/** A line of a file. One that can't be read at all has a fault instead of its bytes. */
export interface LineItem {
  number: number
  content: Uint8Array | { hash: string; fault: Fault }
  /** What holds where the line says nothing else. */
  about?: ExtractOptions
}

/** A record as its file has it, so that the process that writes it has nothing to do; what was wrong apart. */
export interface Written {
  record: Uint8Array
  error?: string
}

/** What goes to a worker, and what comes back, by the name of the task. */
export interface Tasks {
  /** Inputs to outcomes. */
  stories: { item: unknown; result: Outcome }
  /** Lines of JSON to records. */
  lines: { item: LineItem; result: Written }
}

export type TaskName = keyof Tasks

/** What is done in a worker. */
export const tasksOf = (extractor: Extractor<string>) => ({
  stories: (stories: readonly unknown[]): Outcome[] => outcomesOf(extractor, stories),
  lines: (lines: readonly LineItem[]): Written[] => recordsOfLines(extractor, lines),
})

/** What of an item is sent. */
export const sentOf: { [Name in TaskName]: (item: Tasks[Name]['item']) => unknown } = {
  stories: sentInput,
  lines: (line) => line,
}

/** How much an item has to read. */
export const lengthIn: { [Name in TaskName]: (item: Tasks[Name]['item']) => number } = {
  stories: lengthOf,
  lines: ({ content }) => ('fault' in content ? 0 : content.length),
}

/** What is given for an item that no worker could read. */
export const resultWithout: { [Name in TaskName]: (item: Tasks[Name]['item'], error: Fault) => Tasks[Name]['result'] } =
  {
    stories: (story, error) => ({ id: idOf(story), error }),
    lines: (line, error) => written(line, { id: idOfLine(line), error }),
  }

function recordsOfLines(extractor: Extractor<string>, lines: readonly LineItem[]): Written[] {
  const parsed = lines.map((line) => {
    const found = parseLine(line)
    return 'value' in found ? storyOfLine(found.value, line.about) : { id: null, error: found }
  })
  const read = outcomesOf(
    extractor,
    parsed.flatMap((line) => ('value' in line ? [line.value] : [])),
  )
  return parsed.map((line, i) => written(lines[i]!, 'value' in line ? read.shift()! : line))
}

const parseLine = ({ content }: LineItem): { value: unknown } | Fault =>
  'fault' in content ? content.fault : jsonIn(content)

/** What was too much for a worker may be too much for this process: of a long line the id is not looked for. */
const longestParsed = 1 << 20

function idOfLine(line: LineItem): string | number | null {
  if (lengthIn.lines(line) > longestParsed) return null
  const parsed = parseLine(line)
  return 'value' in parsed ? idOf(parsed.value) : null
}

function written({ number, content }: LineItem, outcome: Outcome): Written {
  const hash = 'fault' in content ? content.hash : hashOf(content)
  const record = Buffer.from(recordOf(number, hash, JSON.stringify(outcome)))
  return { record, ...('error' in outcome && { error: outcome.error.message }) }
}
