import type { Extractor } from '../extract.ts'
import type { RuleSet } from '../rules/define.ts'
import { type Outcome, outcomeOf } from './input.ts'

/** What a worker is told when it starts. */
export interface WorkerData {
  rules: readonly RuleSet[]
  without: readonly string[]
}

/** An outcome as text, so that the thread that writes it has nothing to do; what was wrong apart. */
export interface Written {
  json: string
  error?: string
}

export type TaskName = keyof ReturnType<typeof tasksOf>

/** What is done in a worker thread. */
export const tasksOf = (extractor: Extractor<string>) => ({
  /** Inputs to outcomes. */
  stories: (stories: readonly unknown[]): Outcome[] => stories.map((story) => outcomeOf(extractor, story)),
  /** Lines of JSON to outcomes as JSON. */
  lines: (lines: readonly string[]): Written[] => lines.map((line) => written(outcomeOfLine(extractor, line))),
})

function outcomeOfLine(extractor: Extractor<string>, line: string): Outcome {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return { id: null, error: { code: 'invalid-json', message: `not JSON: ${(error as Error).message}` } }
  }
  return outcomeOf(extractor, value)
}

const written = (outcome: Outcome): Written => ({
  json: JSON.stringify(outcome),
  ...('error' in outcome && { error: outcome.error.message }),
})
