import type * as z from 'zod'
import { NutgrafError } from '../../base/error.ts'
import { type Gold, GoldSchema, type Prediction, PredictionSchema } from './schema.ts'

/**
 * Annotated documents, one a line.
 *
 * @throws NutgrafError `invalid-input` with the line and the field
 */
export function readGoldLines(content: string, file: string): Gold[] {
  return readLines(content, file, GoldSchema).map(([document, path]) => {
    checkSpans(document, document.text, path)
    return document
  })
}

/**
 * What another system says, a line for a document of the set.
 *
 * @throws NutgrafError `invalid-input` also where a line is for no document, or a second one for the same
 */
export function readPredictionLines(content: string, file: string, gold: readonly Gold[]): Map<Gold['id'], Prediction> {
  const texts = new Map(gold.map(({ id, text }) => [id, text]))
  const known = new Map<Gold['id'], Prediction>()
  for (const [prediction, path] of readLines(content, file, PredictionSchema)) {
    const text = texts.get(prediction.id)
    const id = JSON.stringify(prediction.id)
    if (text === undefined) throw new NutgrafError('invalid-input', path, `no document of the set has the id ${id}`)
    if (known.has(prediction.id)) throw new NutgrafError('invalid-input', path, `a second line for the document ${id}`)
    checkSpans(prediction, text, path)
    known.set(prediction.id, prediction)
  }
  return known
}

function readLines<T>(content: string, file: string, schema: z.ZodType<T>): [value: T, path: string][] {
  return content
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, i): [T, string][] => {
      if (line.trim() === '') return []
      const path = `${file}:${i + 1}`
      const { success, data, error } = schema.safeParse(parseJson(line, path))
      if (success) return [[data, path]]
      const { path: at, message } = error.issues[0]!
      throw new NutgrafError('invalid-input', [path, ...at.map(String)].join('.'), message)
    })
}

function parseJson(line: string, path: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new NutgrafError('invalid-input', path, `expected one JSON object a line: ${(error as Error).message}`)
  }
}

/** Every span lies in the text; a topic or event has one of its own, or mentions. */
function checkSpans(document: Prediction, text: string, path: string): void {
  const check = (span: { start?: number | undefined; end?: number | undefined }, at: string) => {
    if (span.start === undefined || span.end === undefined)
      throw new NutgrafError('invalid-input', at, 'expected "start" and "end", or "mentions"')
    if (span.start >= span.end || span.end > text.length)
      throw new NutgrafError(
        'invalid-input',
        at,
        `expected start < end ≤ ${text.length}, the length of the text in UTF-16 code units, got ${span.start} and ${span.end}`,
      )
  }
  for (const list of ['entities', 'dates', 'locations', 'topics', 'events'] as const)
    for (const [i, one] of (document[list] ?? []).entries()) {
      const at = `${path}.${list}.${i}`
      const mentions = 'mentions' in one ? one.mentions : undefined
      for (const span of mentions ?? [one]) check(span, at)
    }
}
