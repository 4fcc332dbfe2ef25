import { dayBeside, daysOfPeriod } from '../../../base/calendar.ts'
import { describe, NutgrafError } from '../../../base/error.ts'
import { suggestion } from '../../../base/suggestion.ts'

/** The days that a question asks for, first and last; undefined where it has no bound there. */
export interface Days {
  first: string | undefined
  last: string | undefined
}

const wrong = (path: string, expected: string, value: unknown) =>
  new NutgrafError('invalid-options', path, `expected ${expected}, got ${describe(value)}`)

/** @throws NutgrafError `invalid-options` where a question has a key that is none */
export function checkQuestion(question: unknown, known: readonly string[], caller: string): asserts question is object {
  if (typeof question !== 'object' || question === null || Array.isArray(question))
    throw wrong(caller, 'an object', question)
  for (const key of Object.keys(question))
    if (!known.includes(key)) {
      const advice = suggestion(key, known) || `; known are ${known.join(', ')}`
      throw new NutgrafError('invalid-options', `${caller}.${key}`, `there is no such key${advice}`)
    }
}

/** `2023` is from its first day to its last, and so are months; the keys are those that messages name. */
export function daysOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  caller: string,
  [fromKey, toKey]: readonly [from: string, to: string] = ['from', 'to'],
): Days {
  const first = from === undefined ? undefined : edgeOf(from, 'first', `${caller}.${fromKey}`)
  const last = to === undefined ? undefined : edgeOf(to, 'last', `${caller}.${toKey}`)
  if (first !== undefined && last !== undefined && last < first)
    throw new NutgrafError(
      'invalid-options',
      `${caller}.${toKey}`,
      `expected a day that is not before ${fromKey}, ${from}, got ${to}`,
    )
  return { first, last }
}

function edgeOf(value: unknown, edge: 'first' | 'last', path: string): string {
  const days = typeof value === 'string' ? daysOfPeriod(value) : undefined
  if (days) return days[edge]
  throw wrong(path, 'a day as 2023-05-03, a month as 2023-05 or a year', value)
}

/** The first day that is not asked for any more: an instant of the last day is less than that. */
export const dayAfter = (day: string): string => dayBeside(day, 1) ?? 'after'

/** The most that can be asked for at once. */
const most = 10_000

export function checkCount(count: unknown, path: string, otherwise: number): number {
  if (count === undefined) return otherwise
  if (Number.isInteger(count) && (count as number) >= 0 && (count as number) <= most) return count as number
  throw wrong(path, `a whole number from 0 to ${most}`, count)
}

export function checkOffset(offset: unknown, path: string): number {
  if (offset === undefined) return 0
  if (Number.isSafeInteger(offset) && (offset as number) >= 0) return offset as number
  throw wrong(path, 'a whole number from 0', offset)
}

/** Letters of a name, or of words that are asked for: a database has a limit too, and says less of it. */
const longest = 1000

/** @throws NutgrafError `invalid-options` where it is no id of the archive */
export function checkId(id: unknown, path: string): number {
  if (Number.isSafeInteger(id) && (id as number) > 0) return id as number
  throw wrong(path, 'an id of the archive, a whole number from 1', id)
}

/** An id of the archive, or a name. */
export function checkName(name: unknown, path: string): string | number {
  if (typeof name === 'string' && name.trim() !== '') return checkWords(name, path)
  if (Number.isSafeInteger(name) && (name as number) > 0) return name as number
  throw wrong(path, 'a name, or an id of the archive', name)
}

export function checkWords(words: unknown, path: string): string {
  if (typeof words !== 'string') throw wrong(path, 'words', words)
  if (words.length > longest)
    throw new NutgrafError(
      'invalid-options',
      path,
      `expected at most ${longest} letters, got ${words.length}; ask for fewer words`,
    )
  return words.replaceAll('\0', '')
}

/** One of some names, or several of them. */
export function checkChoice<Name extends string>(
  value: unknown,
  choices: readonly Name[],
  path: string,
): readonly Name[] | undefined {
  if (value === undefined) return undefined
  const given: readonly unknown[] = Array.isArray(value) ? value : [value]
  const other = given.find((one) => !choices.includes(one as Name))
  if (given.length > 0 && other === undefined) return given as readonly Name[]
  throw wrong(path, `${given.length === 0 ? 'at least ' : ''}one of ${choices.join(', ')}`, other ?? value)
}
