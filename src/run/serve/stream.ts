import { once } from 'node:events'
import type { ExtractOptions } from '../../api/index.ts'
import { idOf, type Outcome, readInput } from '../batch/input.ts'
import { isBlankLine, type Line, linesOf } from '../batch/lines.ts'
import { askForBody, chunksOf, inTime, tooLarge } from './body.ts'
import { ndjson, type StoryExchange } from './exchange.ts'
import { inOrder } from './in-order.ts'
import { optionsInQuery } from './options.ts'
import { patient } from './patient.ts'
import { Problem, problemOf } from './problem.ts'
import { parseJson, readStory } from './story.ts'

/** Lines of stories in, a line for each out: as they come, in order, no more of them held than workers are busy with. */
export async function answerLines(hurried: StoryExchange): Promise<void> {
  const exchange = { ...hurried, reader: patient(hurried.reader) }
  const { response, left, reader } = exchange
  const forAll = optionsInQuery(exchange.query)
  askForBody(exchange)
  response.writeHead(200, { 'content-type': ndjson })
  // A client may wait for the head of the answer before it sends more.
  response.flushHeaders()
  // One that a worker reads, and one that waits for it.
  const most = () => 2 * Math.max(1, reader.health().workers)
  for await (const outcome of inOrder(linesIn(exchange), (line) => outcomeOf(line, exchange, forAll), most)) {
    if (left.aborted) return
    if (!response.write(`${JSON.stringify(outcome)}\n`)) await drained(exchange)
  }
  response.end()
}

/** Waits until a client has taken what was sent; one that takes nothing is left. */
async function drained({ response, left, limits }: StoryExchange): Promise<void> {
  const timer = setTimeout(() => response.destroy(), limits.patience)
  try {
    await once(response, 'drain', { signal: left })
  } finally {
    clearTimeout(timer)
  }
}

/** The lines of a body; why there are no more of them, where it did not end. */
async function* linesIn(exchange: StoryExchange): AsyncGenerator<Line | Problem, void, undefined> {
  const { limits, stopping } = exchange
  let number = 0
  try {
    for await (const line of inTime(linesOf(chunksOf(exchange), limits.maxSize), () => limits.patience, stopping)) {
      number = line.number
      if (!isBlankLine(line)) yield line
    }
  } catch (error) {
    const { status, code, message } = problemOf(error)
    yield new Problem(status, `${message}; nothing behind line ${number} was read`, { code })
  }
}

async function outcomeOf(line: Line | Problem, exchange: StoryExchange, forAll: ExtractOptions): Promise<Outcome> {
  let value: unknown
  try {
    if (line instanceof Problem) throw line
    value = parseLine(line, exchange.limits.maxSize)
    const { id = null, text, ...options } = readInput(value, 'line')
    return { id, story: await readStory(exchange, text, { ...forAll, ...options }) }
  } catch (error) {
    const { code, message } = problemOf(error)
    return { id: idOf(value), error: { code, message } }
  }
}

function parseLine(line: Line, maxSize: number): unknown {
  if (line.cut) throw tooLarge(maxSize)
  return parseJson(line.bytes)
}
