import type { DateExpression } from '../base/story.ts'

/** The first and the last day or instant of the dates of an event, null where they have none. */
export function eventDays(dates: readonly DateExpression[]): { first: string | null; last: string | null } {
  const sorted = (values: readonly (string | null)[]) => values.filter((value) => value !== null).sort()
  return {
    first: sorted(dates.map(({ from }) => from))[0] ?? null,
    last: sorted(dates.map(({ to }) => to)).at(-1) ?? null,
  }
}

/** Milliseconds of a day. */
export const day = 24 * 3600 * 1000

/** Whether a value of a date expression is a day, and not an instant. */
export const isDay = (value: string): boolean => value.length === 10

export const hasZone = (value: string): boolean => /(?:Z|[+-]\d\d:?\d\d)$/.test(value.slice(10))

/** A day or instant in milliseconds since 1970, one without a zone as in UTC; NaN for years before the first. */
export const instantOf = (value: string): number =>
  Date.parse(isDay(value) ? `${value}T00:00:00Z` : hasZone(value) ? value : `${value}Z`)
