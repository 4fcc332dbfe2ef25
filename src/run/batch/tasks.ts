import type { Extractor } from '../../api/extract.ts'
import type { RuleSet } from '../../rules/define.ts'
import { type Fault, idOf, type Outcome, outcomeOf } from './input.ts'

/** What a worker is told when it starts. */
export interface WorkerData {
  rules: readonly RuleSet[]
  without: readonly string[]
}

/** An outcome as text, so that the process that writes it has nothing to do; what was wrong apart. */
export interface Written {
  json: string
  error?: string
}

/** What goes to a worker, and what comes back, by the name of the task. */
export interface Tasks {
  /** Inputs to outcomes. */
  stories: { item: unknown; result: Outcome }
  /** Lines of JSON, or what is wrong with them before they are read, to outcomes as JSON. */
  lines: { item: string | Fault; result: Written }
}

export type TaskName = keyof Tasks

/** What is done in a worker. */
export const tasksOf = (extractor: Extractor<string>) => ({
  stories: (stories: readonly unknown[]): Outcome[] => stories.map((story) => outcomeOf(extractor, story)),
  lines: (lines: readonly (string | Fault)[]): Written[] =>
    lines.map((line) => written(outcomeOfLine(extractor, line))),
})

/** What is given for an item that no worker could read. */
export const resultWithout: { [Name in TaskName]: (item: Tasks[Name]['item'], error: Fault) => Tasks[Name]['result'] } =
  {
    stories: (story, error) => ({ id: idOf(story), error }),
    lines: (line, error) => written({ id: idOfLine(line), error }),
  }

function outcomeOfLine(extractor: Extractor<string>, line: string | Fault): Outcome {
  if (typeof line !== 'string') return { id: null, error: line }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return { id: null, error: { code: 'invalid-json', message: `not JSON: ${(error as Error).message}` } }
  }
  return outcomeOf(extractor, value)
}

/** What was too much for a worker may be too much for this process: of a long line the id is not looked for. */
const longestParsed = 1 << 20

function idOfLine(line: string | Fault): string | number | null {
  try {
    return typeof line !== 'string' || line.length > longestParsed ? null : idOf(JSON.parse(line))
  } catch {
    return null
  }
}

const written = (outcome: Outcome): Written => ({
  json: JSON.stringify(outcome),
  ...('error' in outcome && { error: outcome.error.message }),
})
