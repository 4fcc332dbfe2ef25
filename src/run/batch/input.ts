import type { Extractor } from '../../api/extract.ts'
import { checkHome } from '../../api/home.ts'
import { checkOptions, checkText, type ExtractOptions, optionKeys, type StoryText } from '../../api/options.ts'
import { describe, NutgrafError } from '../../base/error.ts'
import type { Story } from '../../base/story.ts'

/**
 * A story of a corpus, as a line of NDJSON has it.
 *
 * @example
 * import type { StoryInput } from 'nutgraf/batch'
 *
 * const story: StoryInput = { id: 'a', text: 'Rice arrived in Beirut on Friday.', published: '2006-02-23' }
 * console.log(Object.keys(story).join()) // id,text,published
 */
export interface StoryInput extends ExtractOptions {
  /** What the result is known by; kept as it is. */
  id?: string | number
  /** Raw English text. */
  text: string
}

/**
 * What came of a story: it, or what was wrong with the input. `error.code` is that of a `NutgrafError`.
 *
 * @example
 * import { extractAll, type Outcome } from 'nutgraf/batch'
 *
 * const line = (outcome: Outcome) => ('story' in outcome ? outcome.story.events.length : outcome.error.code)
 * const stories = [{ text: 'Rice arrived in Beirut.' }, { text: 'Rice left.', published: 'today' }]
 * for await (const outcome of extractAll(stories, { workers: 0 })) console.log(line(outcome))
 * // 1
 * // invalid-published
 */
export type Outcome<Type extends string = string> =
  | { id: string | number | null; story: Story<Type> }
  | { id: string | number | null; error: { code: string; message: string } }

/** What was wrong with an input, as a record has it. */
export interface Fault {
  code: string
  message: string
}

/**
 * An input from anywhere, checked. Other keys than those of a {@link StoryInput} are left out; null counts as absent.
 *
 * @throws NutgrafError where it is no object, its text no string, or an option wrong
 */
export function readInput(value: unknown, path: string): StoryInput {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NutgrafError('invalid-input', path, `expected an object with a "text", got ${describe(value)}`)
  const { id, text, ...rest } = value as Record<string, unknown>
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number')
    throw new NutgrafError('invalid-input', `${path}.id`, `expected a string or a number, got ${describe(id)}`)
  checkText(text, path)
  const given = optionKeys.flatMap((key) => (rest[key] === undefined || rest[key] === null ? [] : [[key, rest[key]]]))
  const options = checkOptions(Object.fromEntries(given), path, optionKeys)
  checkHome(options, path)
  return { ...(id !== undefined && id !== null && { id }), text, ...options }
}

const inputKeys = ['id', 'text', ...optionKeys] as const

/**
 * An input as it is sent to a worker: what a user's objects have besides would be sent for nothing, and not all can be. What
 * can't be read fails.
 */
export function sentInput(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const given = value as Record<string, unknown>
  return Object.fromEntries(inputKeys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])))
}

/** What an input is known by, whatever else is wrong with it. */
export function idOf(value: unknown): string | number | null {
  try {
    const { id } = value as { id?: unknown }
    return typeof id === 'string' || typeof id === 'number' ? id : null
  } catch {
    // Nothing has no id, and a getter may throw.
    return null
  }
}

/** What is wrong, as a record. */
export const faultOf = (error: unknown): Fault => ({
  code: error instanceof NutgrafError ? error.code : 'failed',
  message: error instanceof Error ? error.message : String(error),
})

/** How much there is to read in an input. */
export function lengthOf(value: unknown): number {
  try {
    const { text } = value as { text?: unknown }
    return typeof text === 'string' ? text.length : 0
  } catch {
    // As with its id.
    return 0
  }
}

type Failed = Extract<Outcome, { error: Fault }>

/** The outcomes of inputs, which are read together; whatever is wrong with one becomes a record. */
export function outcomesOf(extractor: Extractor<string>, values: readonly unknown[]): Outcome[] {
  const inputs = values.map((value) => attempt(value, () => readInput(value, 'story')))
  const stories = readAll(
    extractor,
    inputs.filter(isInput).map(({ id: _, ...story }) => story),
  )
  return inputs.map((input, i) => {
    if (!isInput(input)) return input
    const read = stories.shift()!
    return attempt(values[i], () => ({ id: input.id ?? null, story: read() }))
  })
}

/** The story of each text, or the error that reading it throws: by a fault of ours in one, the others have their stories. */
function readAll({ extract, extractMany }: Extractor<string>, texts: readonly StoryText[]): (() => Story<string>)[] {
  try {
    return [...extractMany(texts)].map((story) => () => story)
  } catch {
    return texts.map(
      ({ text, ...options }) =>
        () =>
          extract(text, options),
    )
  }
}

const isInput = (input: StoryInput | Failed): input is StoryInput => !('error' in input)

/** What comes of an input, or what is wrong with it. */
function attempt<T>(value: unknown, run: () => T): T | Failed {
  try {
    return run()
  } catch (error) {
    return { id: idOf(value), error: faultOf(error) }
  }
}
