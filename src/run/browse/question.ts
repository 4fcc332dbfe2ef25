import { daysOfPeriod } from '../../base/calendar.ts'
import { describe } from '../../base/error.ts'
import { eventStatuses, eventTypes } from '../../base/types.ts'
import { type EventQuestion, eventOrders } from '../archive/questions.ts'
import { Problem } from '../serve/problem.ts'

/** As many as anyone is given at once. */
export const mostAtOnce = 1000

/** How each part of a question is read from an address. */
const readers: { [Key in keyof EventQuestion]-?: (values: readonly string[], name: string) => EventQuestion[Key] } = {
  who: (values) => (values.length > 1 ? values.map(nameOrId) : nameOrId(values[0]!)),
  where: (values, name) => nameOrId(only(values, name)),
  from: (values, name) => period(only(values, name), name).first,
  to: (values, name) => period(only(values, name), name).last,
  toldFrom: (values, name) => period(only(values, name), name).first,
  toldTo: (values, name) => period(only(values, name), name).last,
  type: (values, name) => values.map((value) => oneOf(eventTypes, value, name)),
  status: (values, name) => values.map((value) => oneOf(eventStatuses, value, name)),
  topic: only,
  order: (values, name) => oneOf(eventOrders, only(values, name), name),
  limit: (values, name) => number(only(values, name), name, 1, mostAtOnce),
  offset: (values, name) => number(only(values, name), name, 0, 1e9),
  sources: (values, name) => number(only(values, name), name, 0, mostAtOnce),
}

/** What may be asked of a list: all of it where nothing is named. */
export function questionIn<Key extends keyof EventQuestion>(
  query: URLSearchParams,
  keys: readonly Key[],
): Pick<EventQuestion, Key> {
  const given = valuesIn(query, keys)
  const question = Object.fromEntries(
    keys.flatMap((key) => (given.has(key) ? [[key, readers[key](given.get(key)!, key)]] : [])),
  ) as Pick<EventQuestion, Key>
  const { from, to } = question as EventQuestion
  if (from !== undefined && to !== undefined && to < from)
    throw fault('to', `expected no day before ${from}, got ${to}`)
  return question
}

/** The values of a query by their names. A field of a form that was left empty was not given. @throws Problem for a name that is not known */
export function valuesIn(query: URLSearchParams, known: readonly string[]): Map<string, string[]> {
  const given = new Map<string, string[]>()
  for (const [name, value] of query) {
    if (!known.includes(name))
      throw fault(name, `is not asked for here; ${known.length > 0 ? `known are ${known.join(', ')}` : 'leave it out'}`)
    if (value.trim() !== '') given.set(name, [...(given.get(name) ?? []), value.trim()])
  }
  return given
}

export function only(values: readonly string[], name: string): string {
  if (values.length > 1) throw fault(name, 'given twice; give it once')
  return values[0]!
}

/** A number is an id of the archive, all else a name. */
const nameOrId = (value: string) => (/^\d{1,15}$/.test(value) ? Number(value) : value)

function period(value: string, name: string) {
  const days = daysOfPeriod(value)
  if (!days)
    throw fault(name, `expected a day, a month or a year, as 2023-09-07, 2023-09 or 2023, got ${describe(value)}`)
  return days
}

function oneOf<const T extends string>(all: readonly T[], value: string, name: string): T {
  const found = all.find((one) => one === value)
  if (found === undefined) throw fault(name, `expected one of ${all.join(', ')}, got ${describe(value)}`)
  return found
}

export function number(value: string, name: string, least: number, most: number): number {
  const read = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN
  if (!(read >= least && read <= most))
    throw fault(name, `expected a whole number from ${least} to ${most}, got ${describe(value)}`)
  return read
}

const fault = (name: string, message: string) =>
  new Problem(400, `query.${name}: ${message}`, { path: `query.${name}` })

/** The record whose id stands in a path. @throws Problem where there is none */
export async function recordIn<T>(
  id: string,
  find: (id: number) => Promise<T | null>,
  { none, advice }: { none: string; advice: string },
): Promise<T> {
  const found = /^[1-9]\d{0,14}$/.test(id) ? await find(Number(id)) : null
  if (found !== null) return found
  throw new Problem(404, `there is ${none} ${JSON.stringify(id)} in this archive; ${advice}`)
}

/** A day in a path. @throws Problem where the calendar has no such day */
export function dayIn(value: string): string {
  const days = value.length === 10 ? daysOfPeriod(value) : undefined
  if (days) return days.first
  throw new Problem(400, `expected a day of the calendar, as /day/2023-09-07, got ${describe(value)}`, { path: 'day' })
}
